import GRDB

/// Counts of one term as a column holds them: for each month and class that has any, how many events and reports.
/// Twelve bytes a cell, little-endian, in order: month << 16 | class, events, reports.
enum TallyCells {
  struct Count: Hashable {
    var events = 0
    var reports = 0
    var isNothing: Bool { events == 0 && reports == 0 }

    mutating func add(_ role: TermRole, _ times: Int) {
      events += times * role.events
      reports += times * role.reports
    }

    mutating func add(_ other: Count) {
      events += other.events
      reports += other.reports
    }
  }

  static let size = 12

  static func key(month: Int, eventClass: Int64) -> UInt32 { UInt32(month) << 16 | UInt32(eventClass) }

  static func forEach(
    _ bytes: UnsafeRawBufferPointer, _ visit: (_ month: Int, _ eventClass: Int, _ count: Count) -> Void
  ) {
    for start in stride(from: 0, to: bytes.count - size + 1, by: size) {
      let key = Int(number(bytes, start))
      let count = Count(events: Int(number(bytes, start + 4)), reports: Int(number(bytes, start + 8)))
      visit(key >> 16, key & 0xffff, count)
    }
  }

  static func read(_ bytes: UnsafeRawBufferPointer) -> [UInt32: Count] {
    var cells: [UInt32: Count] = [:]
    forEach(bytes) { month, eventClass, count in
      cells[key(month: month, eventClass: Int64(eventClass))] = count
    }
    return cells
  }

  /// Empty when nothing is counted any more.
  static func write(_ cells: [UInt32: Count]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(cells.count * size)
    for (key, count) in cells.sorted(by: { $0.key < $1.key }) where !count.isNothing {
      for number in [key, UInt32(max(0, count.events)), UInt32(max(0, count.reports))] {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    return bytes
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt32 {
    UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self))
  }
}

/// The number under which the counts of a term in a year are kept; year 0 has those without a date.
enum TallyNumber {
  static func of(_ term: Int64, year: Int) -> Int64 { term << 14 | Int64(year) }
  static func term(_ number: Int64) -> Int64 { number >> 14 }
  static func year(_ number: Int64) -> Int { Int(number & 0x3fff) }
  static func range(_ term: Int64) -> (first: Int64, last: Int64) { (term << 14, term << 14 | 0x3fff) }
}
