import Diplomacy

/// What a brief tells out of the texts: what each side asked for last time, and which wording was changed since.
package struct BriefTexts: Sendable {
  package struct Ask: Sendable {
    package let side: Country
    /// Asked of the other side, or proposed.
    package let isAsked: Bool
    /// The sentence.
    package let words: String
    package init(side: Country, isAsked: Bool, words: String) {
      self.side = side
      self.isAsked = isAsked
      self.words = words
    }
  }

  /// One of the two is empty where wording was added or dropped.
  package struct Change: Sendable {
    package let before: String
    package let after: String
    package init(before: String, after: String) {
      self.before = before
      self.after = after
    }
  }

  package struct Asked: Sendable {
    package let record: EventRecord
    package let asks: [Ask]
    package init(record: EventRecord, asks: [Ask]) {
      self.record = record
      self.asks = asks
    }
  }

  package struct Wording: Sendable {
    package let older: EventRecord
    package let newer: EventRecord
    package let changes: [Change]
    /// Paragraphs that have none like them in the other text.
    package let dropped: Int
    package let added: Int
    package init(older: EventRecord, newer: EventRecord, changes: [Change], dropped: Int, added: Int) {
      self.older = older
      self.newer = newer
      self.changes = changes
      self.dropped = dropped
      self.added = added
    }
  }

  package let asked: Asked?
  package let wording: Wording?
  package init(asked: Asked?, wording: Wording?) {
    self.asked = asked
    self.wording = wording
  }
  package static let none = BriefTexts(asked: nil, wording: nil)
}
