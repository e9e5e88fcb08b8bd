import Foundation
import Text

/// One JSON object a line: `{date, title, body, source}`, or what `dyad extract` and `dyad export` print with `text`
/// beside it. The events in such a line are not read: the report is coded anew.
struct JSONLines: RecordFormat {
  mutating func take(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> RecordTaken {
    let end = bytes.firstLineEnd
    if end == nil, !isLast { return .needsMore }
    let line = bytes[..<(end ?? bytes.endIndex)]
    let length = line.count + (end == nil ? 0 : 1)
    if line.count > Limits.recordBytes { return .fault(.tooLong, length: length) }
    if line.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { return .nothing(length: length) }
    do throws(RecordFault) {
      return .record(try JSONLines.record(line), length: length)
    } catch {
      return .fault(error, length: length)
    }
  }

  private static func record(_ line: ArraySlice<UInt8>) throws(RecordFault) -> ReportRecord {
    if let record = line.withUnsafeBufferPointer(PlainObject.record) { return record }
    guard String(validating: line, as: UTF8.self) != nil else { throw .wrongEncoding }
    // The decoder would take NULs for another encoding.
    guard !line.contains(0) else { throw .noJSON }
    guard nesting(line) <= Limits.nesting else { throw .tooDeep }
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(line))
    } catch {
      throw fault(error)
    }
    return fields.record
  }

  /// Objects and lists inside one another, those in texts not counted.
  private static func nesting(_ line: ArraySlice<UInt8>) -> Int {
    var (depth, deepest) = (0, 0)
    var (isText, isEscaped) = (false, false)
    for byte in line {
      if isEscaped {
        isEscaped = false
      } else if isText {
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == UInt8(ascii: "\"") { isText = false }
      } else if byte == UInt8(ascii: "\"") {
        isText = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
        deepest = max(deepest, depth)
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
      }
    }
    return deepest
  }

  private static func fault(_ error: any Error) -> RecordFault {
    switch error as? DecodingError {
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.first.map { .wrongValue(key: $0.stringValue) } ?? .noObject
    default: .noJSON
    }
  }

  private struct Fields: Decodable {
    let date, published, title, body, source: String?
    let text: Paragraphs?

    var record: ReportRecord {
      ReportRecord(
        date: date ?? published ?? "", title: title ?? "", body: body ?? text?.joined ?? "",
        source: source ?? "")
    }
  }

  /// `text` as one text, as a list of paragraphs, or as the list of `{part, text}` that `dyad export --text` prints.
  private struct Paragraphs: Decodable {
    private struct Part: Decodable { let text: String }
    let joined: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let text = try? value.decode(String.self) {
        joined = text
      } else if let texts = try? value.decode([String].self) {
        joined = texts.joined(separator: "\n\n")
      } else {
        joined = try value.decode([Part].self).map(\.text).joined(separator: "\n\n")
      }
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var firstLineEnd: Int? {
    let offset = withUnsafeBufferPointer { place(of: 10, or: 10, in: $0) }
    return offset < count ? startIndex + offset : nil
  }
}
