import Diplomacy
import Foundation
import Model
import Text

/// Own work as lines of JSON, one thing a line: the sort of it, the article by its content, the event as coded, and the
/// value of a tag or note. Other sorts may be added: a reader of lines passes by what it does not know.
package enum OwnLine {
  enum Sort: String, CaseIterable { case read, mark, tag, note, promise }

  package static func lines(_ entry: OwnEntry) -> [String] {
    let work = entry.work
    return (work.isRead ? [line(.read, nil, entry)] : []) + (work.isMarked ? [line(.mark, nil, entry)] : [])
      + work.tags.map { line(.tag, $0, entry) } + (work.note.isEmpty ? [] : [line(.note, work.note, entry)])
      + work.promises.sorted { ($0.key.text, $0.key.nth) < ($1.key.text, $1.key.nth) }.map { key, status in
        line(.promise, status.rawValue, entry, key)
      }
  }

  private static func line(
    _ sort: Sort, _ value: String?, _ entry: OwnEntry, _ key: PromiseKey? = nil
  ) -> String {
    CorrectionLine.object(
      [("sort", CorrectionLine.quoted(sort.rawValue))]
        + CorrectionLine.named(entry.event, entry.source, entry.published, entry.title)
        + (key.map { [("words", CorrectionLine.quoted($0.text)), ("nthOfWords", "\($0.nth)")] } ?? [])
        + (value.map { [("value", CorrectionLine.quoted($0))] } ?? []))
  }

  package enum Reading: Hashable, Sendable {
    case entry(OwnEntry)
    /// Own work of a sort that this dyad does not know.
    case unknown(String)
    case none
  }

  package static func read(_ line: some StringProtocol) -> Reading {
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(line.utf8)) else { return .none }
    guard let sort = Sort(rawValue: fields.sort) else { return .unknown(fields.sort) }
    guard let named = try? JSONDecoder().decode(CorrectionLine.Named.self, from: Data(line.utf8)),
      let event = named.coded
    else { return .none }
    var work = OwnWork()
    switch sort {
    case .read: work.isRead = true
    case .mark: work.isMarked = true
    case .tag:
      guard let tag = Tag.written(fields.value ?? "") else { return .none }
      work.tags = [tag]
    case .note:
      guard let note = fields.value, !note.isEmpty else { return .none }
      work.note = normalized(note)
    case .promise:
      guard let status = PromiseStatus(rawValue: fields.value ?? ""), status != .open,
        let words = fields.words, !words.isEmpty, fields.nthOfWords ?? 0 >= 0
      else { return .none }
      work.promises[PromiseKey(text: words, nth: fields.nthOfWords ?? 0)] = status
    }
    return .entry(
      OwnEntry(
        event: event, work: work, source: normalized(named.source ?? ""),
        published: named.published.flatMap { PartialDate(iso: $0) }, title: normalized(named.title ?? "")))
  }

  private struct Fields: Decodable {
    let sort: String
    let value: String?
    let words: String?
    let nthOfWords: Int?
  }
}

/// A file of own work: a line of JSON for each thing.
package struct OwnFile: Sendable {
  package private(set) var entries: [OwnEntry] = []
  /// One sentence per line that cannot be taken, or one for a file that cannot be read.
  package private(set) var complaints: [String] = []

  package init(path: String) {
    do {
      let input = try TextInput(path: path)
      read(input.text, name: input.name)
    } catch {
      complaints = [error.sentence]
    }
  }

  private mutating func read(_ text: String, name: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { !$0.isWhitespace }) {
      switch OwnLine.read(line) {
      case .entry(let entry): entries.append(entry)
      case .unknown(let sort):
        complaints.append(
          "\(name), line \(index + 1): own work of the sort \(visible(sort)) is not known here.")
      case .none:
        complaints.append(
          "\(name), line \(index + 1) is no own work; dyad notes export prints how it is written.")
      }
    }
  }
}
