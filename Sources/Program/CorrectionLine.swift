import Diplomacy
import Foundation
import Text

/// A correction as one line of JSON: the article by its content, the event as coded, the field, what it was and is.
package enum CorrectionLine {
  package static func text(_ correction: Correction) -> String {
    object(
      named(correction.event, correction.source, correction.published, correction.title) + [
        ("field", quoted(correction.change.field.rawValue)), ("was", value(correction.change.was)),
        ("now", value(correction.change.now)),
      ])
  }

  /// The members that name an event, and how a person finds its report.
  static func named(
    _ event: CodedEvent, _ source: String, _ published: PartialDate?, _ title: String
  ) -> [(String, String)] {
    let parties = event.parties.both.map { quoted($0.code) }.joined(separator: ", ")
    let coded = [
      ("date", optional(event.date?.iso)), ("kind", quoted(event.kind.rawValue)), ("parties", "[\(parties)]"),
      ("nth", "\(event.nth)"),
    ]
    return [
      ("article", quoted(event.article.hex)), ("source", quoted(source)),
      ("published", optional(published?.iso)), ("title", quoted(title)), ("event", object(coded)),
    ]
  }

  /// Nil for a line that is no correction.
  package static func read(_ line: some StringProtocol) -> Correction? {
    let bytes = Data(line.utf8)
    guard let fields = try? JSONDecoder().decode(Fields.self, from: bytes),
      let named = try? JSONDecoder().decode(Named.self, from: bytes), let event = named.coded,
      let field = CorrectedField(rawValue: fields.field),
      let was = FieldValue(field, text: fields.was ?? ""),
      let now = FieldValue(field, text: fields.now ?? ""),
      let change = FieldChange(was: was, now: now)
    else { return nil }
    return Correction(
      event: event, change: change, source: normalized(named.source ?? ""),
      published: named.published.flatMap { PartialDate(iso: $0) }, title: normalized(named.title ?? ""))
  }

  struct Named: Decodable {
    struct Coded: Decodable {
      let date: String?
      let kind: String
      let parties: [String]
      let nth: Int?
    }
    let article: String
    let source, published, title: String?
    let event: Coded

    /// Nil where it names no event.
    var coded: CodedEvent? {
      guard let hash = ArticleHash(hex: article), let kind = EventKind(rawValue: event.kind),
        let parties = Parties(code: event.parties.joined(separator: "-")), event.nth ?? 0 >= 0
      else { return nil }
      let date = event.date.flatMap { PartialDate(iso: $0) }
      guard date != nil || event.date == nil else { return nil }
      return CodedEvent(article: hash, parties: parties, date: date, kind: kind, nth: event.nth ?? 0)
    }
  }

  private struct Fields: Decodable {
    let field: String
    let was, now: String?
  }

  private static func value(_ value: FieldValue) -> String { optional(value.text.isEmpty ? nil : value.text) }
  private static func optional(_ text: String?) -> String { text.map(quoted) ?? "null" }

  static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  /// What a terminal must not get raw is escaped, so that the line is safe to look at and reads back the same.
  static func quoted(_ text: String) -> String {
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
