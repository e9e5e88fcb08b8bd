import Archive
import Diplomacy
import Model
import Reading

/// Finds what the newest reports of a filter tell of invitations. They are read out of the texts, so that only so many
/// are opened.
struct InvitationSearch {
  let archive: any EventArchive
  let reader: CloseReader?

  /// Reports that speak of an invitation.
  private static let opened = 80

  func traces(_ filter: Filter) throws(ArchiveProblem) -> [VisitTrace] {
    guard let reader else { return [] }
    var traces: [VisitTrace] = []
    for id in try reports(filter) {
      if Question.current?.isWithdrawn == true { throw .withdrawn }
      guard let record = try archive.record(id) else { continue }
      for told in reader.invitations(in: record.article, between: record.event.parties) {
        let trace = VisitTrace(
          stage: told.isAccepted ? .accepted : .invited, event: id, guest: told.guest, host: told.host,
          date: record.event.date, words: record.article.words(told.span) ?? "")
        if !traces.contains(where: { $0.isTold(by: trace) }) { traces.append(trace) }
      }
    }
    return traces
  }

  private func reports(_ filter: Filter) throws(ArchiveProblem) -> [EventID] {
    var found: Set<EventID> = []
    for words in CloseReader.invitingWords {
      var asked = filter.counting(.reports).by(.event)
      asked.add(.words(words))
      let window = try archive.glance(
        asked, order: .newestFirst, anchor: .start, rows: InvitationSearch.opened)
      found.formUnion(window.rows.map(\.id))
    }
    return Array(found.sorted(by: >).prefix(InvitationSearch.opened))
  }
}

extension VisitTrace {
  /// Two events of one report have the same sentence.
  fileprivate func isTold(by other: VisitTrace) -> Bool {
    stage == other.stage && guest == other.guest && host == other.host && words == other.words
      && date == other.date
  }
}
