import Diplomacy
import Foundation
import Text

/// A correction as one line of JSON: the article by its content, the event as coded, the field, what it was and is.
package enum CorrectionLine {
  package static func text(_ correction: Correction) -> String {
    let event = correction.event
    let parties = event.parties.both.map { quoted($0.code) }.joined(separator: ", ")
    let coded = [
      ("date", optional(event.date?.iso)), ("kind", quoted(event.kind.rawValue)), ("parties", "[\(parties)]"),
      ("nth", "\(event.nth)"),
    ]
    return object([
      ("article", quoted(event.article.hex)), ("source", quoted(correction.source)),
      ("published", optional(correction.published?.iso)), ("title", quoted(correction.title)),
      ("event", object(coded)), ("field", quoted(correction.change.field.rawValue)),
      ("was", value(correction.change.was)), ("now", value(correction.change.now)),
    ])
  }

  /// Nil for a line that is no correction.
  package static func read(_ line: some StringProtocol) -> Correction? {
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(line.utf8)),
      let article = ArticleHash(hex: fields.article), let kind = EventKind(rawValue: fields.event.kind),
      let parties = Parties(code: fields.event.parties.joined(separator: "-")),
      fields.event.nth ?? 0 >= 0, let field = CorrectedField(rawValue: fields.field),
      let was = FieldValue(field, text: fields.was ?? ""),
      let now = FieldValue(field, text: fields.now ?? ""),
      let change = FieldChange(was: was, now: now)
    else { return nil }
    let date = fields.event.date.flatMap { PartialDate(iso: $0) }
    guard date != nil || fields.event.date == nil else { return nil }
    return Correction(
      event: CodedEvent(
        article: article, parties: parties, date: date, kind: kind, nth: fields.event.nth ?? 0),
      change: change, source: normalized(fields.source ?? ""),
      published: fields.published.flatMap { PartialDate(iso: $0) }, title: normalized(fields.title ?? ""))
  }

  private struct Fields: Decodable {
    struct Coded: Decodable {
      let date: String?
      let kind: String
      let parties: [String]
      let nth: Int?
    }
    let article: String
    let source, published, title: String?
    let event: Coded
    let field: String
    let was, now: String?
  }

  private static func value(_ value: FieldValue) -> String { optional(value.text.isEmpty ? nil : value.text) }
  private static func optional(_ text: String?) -> String { text.map(quoted) ?? "null" }

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  /// What a terminal must not get raw is escaped, so that the line is safe to look at and reads back the same.
  private static func quoted(_ text: String) -> String {
    var line = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" {
        line += "\\" + String(scalar)
      } else if isSafe(scalar) {
        line.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return line + "\""
  }

  /// A mark of its own is shown on a circle by `visible`, and is safe behind a letter.
  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    visible(String(scalar)).unicodeScalars.last == scalar
  }
}

/// A file of corrections: a line of JSON each.
package struct CorrectionFile: Sendable {
  package private(set) var corrections: [Correction] = []
  /// One sentence per line that is no correction, or one for a file that cannot be read.
  package private(set) var complaints: [String] = []

  package init(path: String) {
    let file = PathBytes(path)
    do {
      let bytes = try ReportFile.bytes(at: file, name: file.shown)
      read(String(decoding: bytes, as: UTF8.self), name: file.shown)
    } catch {
      complaints = [error.sentence]
    }
  }

  private mutating func read(_ text: String, name: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { !$0.isWhitespace }) {
      if let correction = CorrectionLine.read(line) {
        corrections.append(correction)
      } else {
        complaints.append(
          "\(name), line \(index + 1) is no correction; dyad corrections prints how one is written.")
      }
    }
  }
}
