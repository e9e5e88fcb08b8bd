import Comparing
import Diplomacy

/// A longer look at texts, taken away from the keys.
package enum Study: Hashable, Sendable {
  case compare(ComparisonOrder)
  case trail(TrailOrder)
  /// What the detail pane tells beside the record itself.
  case closely(EventRecord)

  /// A later study of the same name takes the place of one that waits, and ends one that runs.
  var name: String {
    switch self {
    case .compare: "comparison"
    case .trail: "trail"
    case .closely: "close reading"
    }
  }
}

/// What a study found.
package enum Studied: Hashable, Sendable {
  /// Nil when there is nothing to compare with.
  case comparison(generation: Int, ComparedTexts?)
  case trail(generation: Int, Trail)
  case closely(EventID, CloseReading)
}

package struct ComparisonOrder: Hashable, Sendable {
  package let generation: Int
  package let event: EventID
  /// Nil for the previous event of the same pair, one of the same kind and language first.
  package let other: EventID?
}

/// Two records and how their wording differs; the earlier one is the left.
package struct ComparedTexts: Hashable, Sendable {
  package let left: EventRecord
  package let right: EventRecord
  package let comparison: TextComparison
  package init(left: EventRecord, right: EventRecord, comparison: TextComparison) {
    self.left = left
    self.right = right
    self.comparison = comparison
  }

  var swapped: ComparedTexts {
    ComparedTexts(left: right, right: left, comparison: comparison.swapped)
  }
}

package struct TrailOrder: Hashable, Sendable {
  package let generation: Int
  /// As it stands in the report.
  package let phrase: String
  package let dyad: Dyad
}

/// Where a wording stands in the reports, and where it stands no more.
package struct Trail: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    package let event: EventID
    package let date: PartialDate?
    package let kind: EventKind
    package let parties: Parties
    /// The paragraph with the wording, or the headline of a report that lacks it.
    package let text: String
    /// Nil where the wording is missing.
    package let place: TextSpan?
    package init(
      event: EventID, date: PartialDate?, kind: EventKind, parties: Parties, text: String, place: TextSpan?
    ) {
      self.event = event
      self.date = date
      self.kind = kind
      self.parties = parties
      self.text = text
      self.place = place
    }
  }

  package let phrase: String
  package let dyad: Dyad
  /// Uses in all pairs, and the later events of the pair that dropped it, in order of time.
  package let steps: [Step]
  /// Reports with the wording that were not opened, since they are too many.
  package let unread: Int

  package init(phrase: String, dyad: Dyad, steps: [Step], unread: Int) {
    self.phrase = phrase
    self.dyad = dyad
    self.steps = steps
    self.unread = unread
  }
}

/// What a report tells beside its event: who said what, which paragraphs are no wording, and what it refers to.
package struct CloseReading: Hashable, Sendable {
  package let statements: [Statement]
  /// Captions, bylines and boilerplate, by their place in the article.
  package let asides: Set<Int>
  package let references: [Reference]
  package init(statements: [Statement], asides: Set<Int>, references: [Reference]) {
    self.statements = statements
    self.asides = asides
    self.references = references
  }
}

/// Something a report names that can be followed.
package struct Reference: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    case person(Person)
    /// The event it is in the archive; nil when the archive has none.
    case event(Mention, EventID?)
    case commitment(Commitment)
    case report(EventReport)
  }
  package let target: Target
  /// The words that name it; nil where none are known.
  package let place: TextSpan?
  package init(_ target: Target, at place: TextSpan?) {
    self.target = target
    self.place = place
  }
}
