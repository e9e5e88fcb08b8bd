import Text

/// A JSON object of nothing but texts under the names of a report's fields, as nearly every line of a file of reports
/// is: read in one pass. All else, and all that is wrong, is left to the decoder, which can say what it is.
struct PlainObject {
  private enum Name: Int, CaseIterable {
    case date, published, title, body, source, text
    static let spellings = allCases.map { Array("\($0)".utf8) }
  }
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var texts = [String?](repeating: nil, count: Name.allCases.count)

  /// Nil for any other object.
  static func record(_ bytes: UnsafeBufferPointer<UInt8>) -> ReportRecord? {
    var object = PlainObject(bytes: bytes)
    return object.read() ? object.record : nil
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private subscript(_ name: Name) -> String? { texts[name.rawValue] }

  private var record: ReportRecord {
    ReportRecord(
      date: self[.date] ?? self[.published] ?? "", title: self[.title] ?? "",
      body: self[.body] ?? self[.text] ?? "", source: self[.source] ?? "")
  }

  private mutating func read() -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    repeat {
      guard let name = name(), take(UInt8(ascii: ":")), let text = text() else { return false }
      texts[name.rawValue] = text
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { return false }
    skipBlanks()
    return at == bytes.count
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] == 32 || bytes[at] == 9 || bytes[at] == 13 { at += 1 }
  }

  private mutating func take(_ sign: UInt8) -> Bool {
    skipBlanks()
    guard at < bytes.count, bytes[at] == sign else { return false }
    at += 1
    return true
  }

  /// A known name that has not come before.
  private mutating func name() -> Name? {
    guard let (words, isEscaped) = quoted(), !isEscaped else { return nil }
    let place = Name.spellings.firstIndex { $0.elementsEqual(bytes[words]) }
    return place.flatMap(Name.init(rawValue:)).flatMap { self[$0] == nil ? $0 : nil }
  }

  private mutating func text() -> String? {
    guard let (words, isEscaped) = quoted() else { return nil }
    let raw = UnsafeBufferPointer(rebasing: bytes[words])
    return isEscaped
      ? Unescaped(raw).flatMap { String(validating: $0.bytes, as: UTF8.self) }
      : String(validating: raw, as: UTF8.self)
  }

  /// What stands between two quotation marks; nil where a sign stands among it that must be escaped.
  private mutating func quoted() -> (Range<Int>, isEscaped: Bool)? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = at
    var isEscaped = false
    while true {
      at = place(of: UInt8(ascii: "\""), or: UInt8(ascii: "\\"), orBelow: 32, in: bytes, from: at)
      guard at < bytes.count, bytes[at] >= 32 else { return nil }
      if bytes[at] == UInt8(ascii: "\"") { break }
      isEscaped = true
      at += 2
    }
    at += 1
    return (start..<at - 1, isEscaped)
  }
}

/// A text of JSON with its escaped signs put back.
private struct Unescaped {
  let bytes: [UInt8]

  /// Nil for an escape of half a character or of NUL, and for none at all.
  init?(_ raw: UnsafeBufferPointer<UInt8>) {
    var isWhole = true
    bytes = [UInt8](unsafeUninitializedCapacity: raw.count) { room, count in
      var at = 0
      while at < raw.count, isWhole {
        let end = place(of: UInt8(ascii: "\\"), or: UInt8(ascii: "\\"), in: raw, from: at)
        if end > at {
          _ = room[count...].update(fromContentsOf: raw[at..<end])
          (at, count) = (end, count + end - at)
        } else if let (scalar, length) = Unescaped.escape(raw, at + 1) {
          for byte in UTF8.encode(scalar).unsafelyUnwrapped {
            room[count] = byte
            count += 1
          }
          at += 1 + length
        } else {
          isWhole = false
        }
      }
    }
    guard isWhole else { return nil }
  }

  /// The sign whose escape goes on there, and how many bytes it takes.
  private static func escape(_ raw: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int)? {
    guard at < raw.count else { return nil }
    switch raw[at] {
    case UInt8(ascii: "n"): return ("\n", 1)
    case UInt8(ascii: "t"): return ("\t", 1)
    case UInt8(ascii: "r"): return ("\r", 1)
    case UInt8(ascii: "b"): return ("\u{8}", 1)
    case UInt8(ascii: "f"): return ("\u{C}", 1)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return (Unicode.Scalar(raw[at]), 1)
    case UInt8(ascii: "u"): return hexadecimal(raw, at + 1).map { ($0, 5) }
    default: return nil
    }
  }

  private static func hexadecimal(_ raw: UnsafeBufferPointer<UInt8>, _ at: Int) -> Unicode.Scalar? {
    guard at + 4 <= raw.count else { return nil }
    var value: UInt32 = 0
    for byte in raw[at..<at + 4] {
      switch byte {
      case 48...57: value = value << 4 | UInt32(byte - 48)
      case 65...70: value = value << 4 | UInt32(byte - 55)
      case 97...102: value = value << 4 | UInt32(byte - 87)
      default: return nil
      }
    }
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
