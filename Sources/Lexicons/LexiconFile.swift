/// A word list as it stands in a data file: rows of columns parted by tabs, comments left out.
package struct LexiconFile: Sendable {
  package let rows: [[String]]

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rows: [[String]] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      if end > start, bytes[start] != 35 { rows.append(LexiconFile.columns(bytes, start, end)) }
      start = end + 1
    }
    self.rows = rows
  }

  private static func columns(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> [String] {
    var columns: [String] = []
    var first = start
    for place in start...end where place == end || bytes[place] == 9 {
      columns.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[first..<place]), as: UTF8.self))
      first = place + 1
    }
    return columns
  }

  /// The items of a column that holds a list parted by `;`.
  package static func items(_ column: String) -> [String] {
    column.split(separator: ";").compactMap { item in
      let bytes = Array(item.utf8)
      guard let start = bytes.firstIndex(where: { $0 != 32 }), let end = bytes.lastIndex(where: { $0 != 32 })
      else { return nil }
      return String(decoding: bytes[start...end], as: UTF8.self)
    }
  }
}
