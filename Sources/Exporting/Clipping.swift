import Diplomacy

/// One event as it goes into a letter or a paper. Nothing in it is more than text.
package struct Clipping: Sendable {
  private let record: EventRecord
  private let options: ExportOptions

  package init(_ record: EventRecord, _ options: ExportOptions) {
    self.record = record
    self.options = options
  }

  /// `Phone call, Viet Nam – South Korea, 2026-01-30: “Title.” Source, 2026-01-30. [16 digits]` The digits name the
  /// content of the report, the same in every archive.
  package var citation: String {
    let entry = ChronologyEntry(record, name: options.name)
    let published = record.article.published.map { ", " + $0.iso } ?? ""
    return "\(entry.heading), \(entry.date): “\(entry.title)” " + harmless(record.article.source)
      + published + ". [" + record.coded.article.hex + "]"
  }

  /// The report as it was issued, a blank line between paragraphs.
  package var text: String {
    record.article.paragraphs.map { harmless($0.text) }.joined(separator: "\n\n") + "\n"
  }

  package var markdown: String {
    MarkdownChronology(options: options).piece(record, isNewYear: false)
  }

  package var json: String { EventLine.text(record, withText: true) + "\n" }

  package var source: String { harmless(record.article.source) }
}
