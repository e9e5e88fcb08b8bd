import ChronicleData
import Diplomacy

/// One act of the sample with the report that tells it.
package struct SampleEntry: Hashable, Sendable {
  package let article: Article
  package let event: Event
  package init(article: Article, event: Event) {
    self.article = article
    self.event = event
  }
}

/// The built-in sample: public facts of bilateral diplomacy since 1950, oldest first.
package struct SampleChronicle: Sendable {
  package let entries: [SampleEntry]

  /// The sample inside the binary.
  package init() {
    self.init(
      table: UnsafeBufferPointer(start: chronicle_table_bytes(), count: chronicle_table_size),
      dispatches: UnsafeBufferPointer(start: chronicle_dispatches_bytes(), count: chronicle_dispatches_size))
  }

  /// Reads a table with a header line and its dispatches. A line that breaks the form is left out.
  package init(table: UnsafeBufferPointer<UInt8>, dispatches: UnsafeBufferPointer<UInt8>) {
    let dispatches = Dispatches(dispatches)
    entries = table.split(separator: 10).dropFirst().compactMap { line in
      ChronicleRow(line: String(decoding: line, as: UTF8.self))?.entry(dispatches: dispatches)
    }
  }
}
