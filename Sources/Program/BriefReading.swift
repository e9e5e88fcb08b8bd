import Comparing
import Diplomacy
import Exporting
import Model
import Reading

/// Reads for a brief what only the texts tell.
struct BriefReading {
  /// Of one pair, newest first.
  let records: [EventRecord]
  let today: CalendarDay
  private let reader = CloseReader()

  /// Reports read closely for what was asked.
  private static let opened = 40
  private static let meetings: Set<EventKind> = [.talks, .meeting, .visit, .phoneCall]

  init(records: [EventRecord], today: CalendarDay) {
    self.records = records
    self.today = today
  }

  var texts: BriefTexts { BriefTexts(asked: asked, wording: wording) }

  private var held: [EventRecord] {
    records.filter { $0.event.status == .held && ($0.event.date.map { $0.earliest <= today } ?? false) }
  }

  // MARK: what was asked

  /// At the last meeting or call whose report tells of it.
  private var asked: BriefTexts.Asked? {
    let met = held.lazy.filter { BriefReading.meetings.contains($0.event.kind) }.prefix(BriefReading.opened)
    return met.map { BriefTexts.Asked(record: $0, asks: asks(in: $0)) }.first { !$0.asks.isEmpty }
  }

  private func asks(in record: EventRecord) -> [BriefTexts.Ask] {
    reader.statements(in: record.article, between: record.event.parties).compactMap { statement in
      guard statement.act == .asked || statement.act == .proposed, case .side(let side) = statement.speaker,
        let words = record.article.words(statement.span)
      else { return nil }
      return BriefTexts.Ask(side: side, isAsked: statement.act == .asked, words: words)
    }
  }

  // MARK: wording

  /// Of the last two joint statements, or else of the newest text that has an earlier one of its kind and language.
  private var wording: BriefTexts.Wording? {
    let statements = held.filter { $0.event.subkind == .jointStatement }
    guard let (older, newer) = lastTwo(of: statements) ?? lastTwo(of: held) else { return nil }
    guard let comparison = TextComparison(paragraphs(older), paragraphs(newer)) else { return nil }
    var changes: [BriefTexts.Change] = []
    for row in comparison.rows {
      guard let left = row.left, let right = row.right else { continue }
      for number in Set((left.stretches + right.stretches).map(\.change)).sorted() {
        changes.append(
          BriefTexts.Change(
            before: words(left, number, older.article), after: words(right, number, newer.article)))
      }
    }
    return BriefTexts.Wording(
      older: older, newer: newer, changes: changes,
      dropped: comparison.rows.count { $0.right == nil }, added: comparison.rows.count { $0.left == nil })
  }

  private func lastTwo(of records: [EventRecord]) -> (older: EventRecord, newer: EventRecord)? {
    for (place, newer) in records.enumerated() {
      let older = records[(place + 1)...].first { other in
        other.event.kind == newer.event.kind && other.article.language == newer.article.language
          && other.event.date != newer.event.date
      }
      if let older { return (older, newer) }
    }
    return nil
  }

  private func paragraphs(_ record: EventRecord) -> [ComparedParagraph] {
    let asides = reader.asides(in: record.article)
    return record.article.paragraphs.enumerated().filter { !asides.contains($0.offset) }.map {
      ComparedParagraph(place: $0.offset, text: $0.element.text)
    }
  }

  /// From the first word of the change to its last.
  private func words(_ side: TextComparison.Side, _ change: Int, _ article: Article) -> String {
    let stretches = side.stretches.filter { $0.change == change }
    guard let first = stretches.first, let last = stretches.last else { return "" }
    let span = TextSpan(
      paragraph: side.paragraph, bytes: first.bytes.lowerBound..<last.bytes.upperBound)
    return article.words(span) ?? ""
  }
}
