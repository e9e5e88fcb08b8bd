/// One of the reports that tell an event: who issued it, and when.
package struct EventReport: Hashable, Sendable {
  /// The event as this report tells it.
  package let id: EventID
  package let source: String
  package let published: PartialDate?
  package let title: String

  package init(id: EventID, source: String, published: PartialDate?, title: String) {
    self.id = id
    self.source = source
    self.published = published
    self.title = title
  }
}

/// All the detail pane shows of one event, as one of its reports tells it.
package struct EventRecord: Hashable, Sendable {
  package let id: EventID
  package let event: Event
  package let article: Article
  /// Names and figures in the text, in order, not overlapping.
  package let marks: [TextMark]
  /// All reports of the event, the one that heads its row first; never empty.
  package let reports: [EventReport]
  /// The name under which this report's event is corrected.
  package let coded: CodedEvent
  /// The fields the reader corrected.
  package let corrections: [FieldChange]
  /// What the reader made of the event.
  package let own: OwnWork

  /// Without a list of reports, the article is the only one.
  package init(
    id: EventID, event: Event, article: Article, marks: [TextMark], reports: [EventReport] = [],
    coded: CodedEvent, corrections: [FieldChange] = [], own: OwnWork = .none
  ) {
    self.id = id
    self.event = event
    self.coded = coded
    self.corrections = corrections
    self.own = own
    self.article = article
    self.marks = marks
    let only = EventReport(
      id: id, source: article.source, published: article.published, title: article.title)
    self.reports = reports.isEmpty ? [only] : reports
  }

  /// The same record with the names and figures of its text.
  package func marked(_ marks: [TextMark]) -> EventRecord {
    EventRecord(
      id: id, event: event, article: article, marks: marks, reports: reports, coded: coded,
      corrections: corrections, own: own)
  }
}
