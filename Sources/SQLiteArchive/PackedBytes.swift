/// Writes numbers and texts one after the other, each as long as it must be.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(256) }

  /// Seven bits a byte, the lowest first; negative numbers are folded between the positive ones.
  mutating func add(_ number: Int) {
    var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Bytes behind which nothing follows.
  mutating func end(_ last: [UInt8]) { bytes += last }

  mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  mutating func add(_ number: Int?) {
    add(number == nil ? 0 : 1)
    if let number { add(number) }
  }

  mutating func add<Item>(_ items: [Item], _ write: (inout PackedWriter, Item) -> Void) {
    add(items.count)
    for item in items { write(&self, item) }
  }
}

/// Reads what `PackedWriter` wrote; throws where the bytes cannot be that.
struct PackedReader {
  struct Mistake: Error {}

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func number() throws -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while at < bytes.count, shift < 64 {
      let byte = bytes[at]
      at += 1
      value |= UInt(byte & 0x7f) << shift
      if byte < 0x80 { return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1) }
      shift += 7
    }
    throw Mistake()
  }

  mutating func text() throws -> String {
    let count = try number()
    guard count >= 0, count <= bytes.count - at else { throw Mistake() }
    defer { at += count }
    return String(decoding: bytes[at..<(at + count)], as: UTF8.self)
  }

  /// All that is left.
  var rest: ArraySlice<UInt8> { bytes[at...] }

  mutating func optionalText() throws -> String? { try number() == 0 ? nil : try text() }

  mutating func optionalNumber() throws -> Int? { try number() == 0 ? nil : try number() }

  mutating func items<Item>(_ read: (inout PackedReader) throws -> Item) throws -> [Item] {
    let count = try number()
    guard count >= 0, count <= bytes.count - at else { throw Mistake() }
    return try (0..<count).map { _ in try read(&self) }
  }
}
