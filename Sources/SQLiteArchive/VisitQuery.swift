import Diplomacy
import GRDB

extension ViewQuery {
  /// The kept events are those in which somebody may have gone to the other.
  func visits(limit: Int) throws -> Visits {
    let details = try EventDetails(postings)
    var traces: [VisitTrace] = []
    var end = kept.total
    while end > 0, traces.count < limit {
      let start = max(0, end - 400)
      let rows = try WindowQuery.read(kept.ids(start..<end).reversed(), filter.by(.event), db)
      for row in rows where row.kind == .visit || row.level != .other {
        if let host = try details.own(row.id.number)?.host, let trace = row.visit(to: host) {
          traces.append(trace)
        }
      }
      end = start
    }
    return Visits(traces: Array(traces.prefix(limit)), isCut: end > 0 || traces.count > limit)
  }
}

extension TimelineRow {
  /// Nil where nobody went to the other, or where it was cancelled.
  fileprivate func visit(to code: String) -> VisitTrace? {
    guard status != .cancelled, let host = parties.both.first(where: { $0.code == code }) else { return nil }
    let guest = host == parties.first ? parties.second : parties.first
    let stage: VisitStage = status == .held ? .visited : date == nil ? .accepted : .dated
    return VisitTrace(stage: stage, event: id, guest: guest, host: host, date: date, words: headline)
  }
}
