/// What a reader can put on an event, beside a note. A mark gathers events for a while, a tag for good.
package enum OwnMark: Hashable, Sendable {
  case read, marked
  case tag(String)
}

/// What the list shows of the reader's own work.
package struct OwnSigns: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let read = OwnSigns(rawValue: 1)
  package static let marked = OwnSigns(rawValue: 2)
  package static let tagged = OwnSigns(rawValue: 4)
  package static let noted = OwnSigns(rawValue: 8)
  /// Not read, in a record of which the reader has read something: before that it would say nothing.
  package static let unread = OwnSigns(rawValue: 16)
}

extension OwnSigns {
  /// Tags are left as they are: another may stand beside the one taken off.
  package mutating func set(_ mark: OwnMark, _ isOn: Bool) {
    switch mark {
    case .read:
      if isOn { formUnion(.read) } else { subtract(.read) }
      if isOn { subtract(.unread) } else { formUnion(.unread) }
    case .marked: if isOn { formUnion(.marked) } else { subtract(.marked) }
    case .tag: if isOn { formUnion(.tagged) }
    }
  }
}

/// A reader's own work on an event, kept apart from what was reported and coded.
package struct OwnWork: Hashable, Sendable {
  package var isRead: Bool
  package var isMarked: Bool
  /// In the order of the alphabet.
  package var tags: [String]
  package var note: String
  /// What became of promises; open ones are left out.
  package var promises: [PromiseKey: PromiseStatus]

  package init(
    isRead: Bool = false, isMarked: Bool = false, tags: [String] = [], note: String = "",
    promises: [PromiseKey: PromiseStatus] = [:]
  ) {
    self.isRead = isRead
    self.isMarked = isMarked
    self.tags = tags
    self.note = note
    self.promises = promises
  }

  /// The promises of an event with what became of them.
  package func judged(_ commitments: [Commitment]) -> [(commitment: Commitment, status: PromiseStatus)] {
    zip(commitments, PromiseKey.all(commitments.map(\.text))).map { ($0, promises[$1] ?? .open) }
  }

  package static let none = OwnWork()
}

/// What is wished for events.
package enum OwnWish: Hashable, Sendable {
  case set(OwnMark, Bool)
  /// An empty one takes the note away.
  case note(String)
  /// For the promise at that place among those of the report.
  case promise(place: Int, PromiseStatus)
}

/// Where it is wished.
package enum OwnTarget: Hashable, Sendable {
  /// These events, or these reports of theirs.
  case events([EventID], Counting)
  /// All that the filter keeps.
  case filter(Filter)
  /// What the filter keeps from one to the other, both taken in.
  case range(EventID, EventID, Filter)
  /// Every event that has a mark.
  case marked(Counting)
}

/// What a wish changed. Entries are the numbers under which an archive keeps own work: they stay, whatever becomes of
/// the numbers of events.
package enum OwnChange: Hashable, Sendable {
  case set(OwnMark, Bool, entries: [Int64])
  case note(entry: Int64, before: String, after: String)
  case promise(entry: Int64, PromiseKey, before: PromiseStatus, after: PromiseStatus)

  package var inverse: OwnChange {
    switch self {
    case .set(let mark, let isOn, let entries): .set(mark, !isOn, entries: entries)
    case .note(let entry, let before, let after): .note(entry: entry, before: after, after: before)
    case .promise(let entry, let key, let before, let after):
      .promise(entry: entry, key, before: after, after: before)
    }
  }

  package var count: Int { if case .set(_, _, let entries) = self { entries.count } else { 1 } }
}

/// Own work as it is passed on, with what a person needs to find the report.
package struct OwnEntry: Hashable, Sendable {
  package let event: CodedEvent
  package var work: OwnWork
  package let source: String
  package let published: PartialDate?
  package let title: String

  package init(event: CodedEvent, work: OwnWork, source: String, published: PartialDate?, title: String) {
    self.event = event
    self.work = work
    self.source = source
    self.published = published
    self.title = title
  }
}
