/// CSV (RFC 4180) below a header of named columns: date, title, body or text, source, in any order among any others.
/// A field is quoted only from its first character on; a quotation mark elsewhere is a character like others.
struct CSVTable: RecordFormat {
  /// Names of the columns; nil before the header.
  private var columns: [String]?

  mutating func take(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> RecordTaken {
    var row = CSVRowScan(bytes, isLast: isLast, columnLimit: columns?.count ?? Limits.columns)
    let end = row.scan()
    guard let columns else { return header(row, end) }
    switch end {
    case .needsMore: return .needsMore
    case .tooManyFields: return .fault(.tooManyFields(columns: columns.count), length: nil)
    case .strayQuote: return .fault(.strayQuote, length: nil)
    case .complete(let length):
      if row.isBlank { return .nothing(length: length) }
      return record(row, columns, length: length)
    }
  }

  private mutating func header(_ row: CSVRowScan, _ end: CSVRowScan.End) -> RecordTaken {
    switch end {
    case .needsMore: return .needsMore
    case .complete(let length) where row.isBlank: return .nothing(length: length)
    case .complete(let length):
      let names = (row.texts() ?? []).map { name in
        String(name.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }).lowercased()
      }
      guard names.contains("body") || names.contains("text") else { break }
      columns = names
      return .nothing(length: length)
    case .tooManyFields, .strayQuote: break
    }
    // Without a header no line means anything.
    return .fault(.noHeader, length: Int.max)
  }

  private func record(_ row: CSVRowScan, _ columns: [String], length: Int) -> RecordTaken {
    guard let texts = row.texts() else { return .fault(.wrongEncoding, length: length) }
    func field(_ names: String...) -> String {
      for name in names {
        if let index = columns.firstIndex(of: name), index < texts.count, !texts[index].isEmpty {
          return texts[index]
        }
      }
      return ""
    }
    return .record(
      ReportRecord(
        date: field("date", "published"), title: field("title"), body: field("body", "text"),
        source: field("source")), length: length)
  }
}

/// One row of CSV, field by field.
private struct CSVRowScan {
  enum End {
    case needsMore
    /// With the bytes of the row and its line end.
    case complete(length: Int)
    case strayQuote
    case tooManyFields
  }

  private let bytes: ArraySlice<UInt8>
  private let isLast: Bool
  private let columnLimit: Int
  /// Where each field stands, its quotation marks left out.
  private var fields: [(range: Range<Int>, isQuoted: Bool)] = []

  init(_ bytes: ArraySlice<UInt8>, isLast: Bool, columnLimit: Int) {
    self.bytes = bytes
    self.isLast = isLast
    self.columnLimit = columnLimit
  }

  var isBlank: Bool {
    fields.count == 1 && !fields[0].isQuoted && bytes[fields[0].range].allSatisfy { $0 == 32 || $0 == 9 }
  }

  /// Nil when a field is not UTF-8.
  func texts() -> [String]? {
    var texts: [String] = []
    for field in fields {
      guard let text = String(validating: bytes[field.range], as: UTF8.self) else { return nil }
      texts.append(field.isQuoted ? text.replacing("\"\"", with: "\"") : text)
    }
    return texts
  }

  mutating func scan() -> End {
    var index = bytes.startIndex
    while true {
      guard fields.count < columnLimit else { return .tooManyFields }
      let next: Int?
      if index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") {
        next = quoted(from: index + 1)
      } else {
        next = plain(from: index)
      }
      guard let next else { return isLast ? .strayQuote : .needsMore }
      if next == bytes.endIndex { return .complete(length: bytes.count) }
      if bytes[next] == 10 { return .complete(length: next + 1 - bytes.startIndex) }
      guard bytes[next] == UInt8(ascii: ",") else { return .strayQuote }
      index = next + 1
    }
  }

  /// The comma or the line end behind the field, or the end of the file; nil where more bytes are wanted.
  private mutating func plain(from start: Int) -> Int? {
    let end = bytes[start...].firstIndex { $0 == UInt8(ascii: ",") || $0 == 10 } ?? bytes.endIndex
    if end == bytes.endIndex, !isLast { return nil }
    let hasReturn = end > start && bytes[end - 1] == 13 && (end == bytes.endIndex || bytes[end] == 10)
    fields.append((start..<(hasReturn ? end - 1 : end), false))
    return end
  }

  /// The same for a field whose quotation mark stands before `start`.
  private mutating func quoted(from start: Int) -> Int? {
    var index = start
    while let mark = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) {
      let after = mark + 1
      if after == bytes.endIndex {
        guard isLast else { return nil }
      } else if bytes[after] == UInt8(ascii: "\"") {
        index = after + 1
        continue
      }
      fields.append((start..<mark, true))
      guard after < bytes.endIndex, bytes[after] == 13 else { return after }
      if after + 1 == bytes.endIndex { return isLast ? after + 1 : nil }
      return bytes[after + 1] == 10 ? after + 1 : after
    }
    return nil
  }
}
