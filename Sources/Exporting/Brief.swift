import Diplomacy
import Text

/// The skeleton of a brief on a pair of countries, in Markdown: when they last met at each level, what has happened
/// since, what each side asked for last time, which wording was changed, what is promised and not yet due or overdue. Each line cites its report, so that it can be checked.
package struct Brief: Sendable {
  /// Events read for a brief, newest first.
  package static let most = 2_000
  /// Events listed since the last meeting of the highest level.
  private static let mostSince = 12
  private static let meetings: Set<EventKind> = [.talks, .meeting, .visit]

  private let dyad: Dyad
  private let records: [EventRecord]
  private let options: ExportOptions
  private let texts: BriefTexts
  /// Changes of wording that are listed.
  private static let mostChanges = 12

  /// `records` are events of the pair, newest first.
  package init(
    _ dyad: Dyad, _ records: [EventRecord], _ options: ExportOptions, texts: BriefTexts = .none
  ) {
    self.texts = texts
    self.dyad = dyad
    self.records = records
    self.options = options
  }

  package var text: String {
    ([heading] + [lastMet, since, asked, wording, promised].map { $0.joined(separator: "\n") }).joined(
      separator: "\n\n")
      + "\n"
  }

  private var heading: String {
    let names = dyad.spoken.map(options.name).joined(separator: " – ")
    let title = "# Brief: " + MarkdownText.escaped(names) + "\n\nAs of \(PartialDate(options.today).iso). "
    let dates = records.compactMap { $0.event.date }
    guard let newest = dates.first, let oldest = dates.last else { return title + "No event is on record." }
    return title + (records.count == 1 ? "1 event" : "\(records.count) events")
      + " on record, \(oldest.iso) to \(newest.iso)."
  }

  // MARK: last met

  private var held: [EventRecord] {
    records.filter {
      $0.event.status == .held && ($0.event.date.map { $0.earliest <= options.today } ?? false)
    }
  }

  private var lastMet: [String] {
    let lines = ProtocolLevel.allCases.compactMap { level -> String? in
      let ofLevel = held.filter { $0.event.level == level }
      let met = ofLevel.first { Brief.meetings.contains($0.event.kind) }
      let later = ofLevel.prefix { $0.id != met?.id }
      let spoke = later.first { $0.event.kind == .phoneCall }
      if met == nil, spoke == nil { return nil }
      return "- " + Brief.name(level) + ": " + (met.map { line($0) + people($0) } ?? "no meeting on record.")
        + (spoke.map { "\n  Spoke by telephone since: " + line($0) + people($0) } ?? "")
    }
    return ["## Last met", ""] + (lines.isEmpty ? ["Nothing on record."] : lines)
  }

  private static func name(_ level: ProtocolLevel) -> String {
    switch level {
    case .headOfStateOrParty: "Heads of state or party"
    case .headOfGovernment: "Heads of government"
    case .legislature: "Legislatures"
    case .minister: "Ministers"
    case .other: "Other officials"
    }
  }

  private func people(_ record: EventRecord) -> String {
    let people = record.event.people.map { person in
      person.name + (person.title.isEmpty ? "" : ", " + person.title) + " (" + person.country.code + ")"
    }
    return people.isEmpty ? "" : "\n  " + MarkdownText.escaped(harmless(people.joined(separator: "; ")))
  }

  // MARK: since

  private var since: [String] {
    let top: Set<ProtocolLevel> = [.headOfStateOrParty, .headOfGovernment]
    let place = held.firstIndex { Brief.meetings.contains($0.event.kind) && top.contains($0.event.level) }
    let later = held.prefix(place ?? held.count)
    let shown = later.prefix(Brief.mostSince).map { "- " + line($0) }
    let more = later.count > shown.count ? ["- and \(later.count - shown.count) more"] : []
    return ["## Since the leaders last met", ""] + (shown.isEmpty ? ["Nothing on record."] : shown + more)
  }

  // MARK: what the texts tell

  private var asked: [String] {
    guard let asked = texts.asked else { return ["## Asked last time", "", "Nothing on record."] }
    let lines = asked.asks.map { ask in
      "- " + MarkdownText.escaped(options.name(ask.side)) + (ask.isAsked ? " asked: " : " proposed: ")
        + quoted(ask.words)
    }
    return ["## Asked last time", "", line(asked.record), ""] + lines
  }

  private var wording: [String] {
    guard let wording = texts.wording else { return ["## Wording changed", "", "Nothing to compare."] }
    let (older, newer) = (wording.older, wording.newer)
    let shown = wording.changes.prefix(Brief.mostChanges).map { change in
      if change.after.isEmpty { return "- dropped: " + quoted(change.before) }
      if change.before.isEmpty { return "- added: " + quoted(change.after) }
      return "- " + quoted(change.before) + " became " + quoted(change.after)
    }
    let more = wording.changes.count - shown.count
    return ["## Wording changed", "", "From " + line(older), "", "To " + line(newer), ""] + shown
      + (more > 0 ? ["- and \(more) more"] : [])
      + ["", "Paragraphs dropped: \(wording.dropped), added: \(wording.added)."]
  }

  private func quoted(_ words: String) -> String { "“" + MarkdownText.escaped(harmless(words)) + "”" }

  // MARK: promised

  private struct Promise {
    let commitment: Commitment
    let status: PromiseStatus
    let record: EventRecord
  }

  /// Overdue first, then by the day due, then those without one, then what is met or missed; of the same promise the
  /// newest report.
  private var promised: [String] {
    let promises = records.flatMap { record in
      record.own.judged(record.event.commitments).map { Promise(commitment: $0, status: $1, record: record) }
    }
    let open = promises.filter { $0.status == .open }
    let dated = open.filter { $0.commitment.due != nil }.sorted {
      ($0.commitment.due?.latest ?? options.today) < ($1.commitment.due?.latest ?? options.today)
    }
    var told: Set<String> = []
    let undated = open.filter { $0.commitment.due == nil }
    let lines = (dated + undated + promises.filter { $0.status != .open }).filter {
      told.insert(fold($0.commitment.text) + ($0.commitment.due?.iso ?? "")).inserted
    }.prefix(30).map(line)
    return ["## Promised", ""] + (lines.isEmpty ? ["Nothing on record."] : Array(lines))
  }

  private func line(_ promise: Promise) -> String {
    let due = promise.commitment.due.map { date in
      " Due \(date.iso)" + (date.latest < options.today && promise.status == .open ? ": past." : ".")
    }
    let status = promise.status == .open ? "" : promise.status == .met ? "Met. " : "Missed. "
    return "- " + status + "“" + MarkdownText.escaped(harmless(promise.commitment.text)) + "”"
      + (due ?? " No day due.")
      + " "
      + cited(promise.record)
  }

  private func line(_ record: EventRecord) -> String {
    let entry = ChronologyEntry(record, name: options.name)
    let act = entry.heading.split(separator: ",").first.map(String.init) ?? entry.heading
    let place = [
      record.event.place?.name, (record.event.place?.country ?? record.event.host).map(options.name),
    ]
    .compactMap { $0 }.joined(separator: ", ")
    let words = "\(entry.date), \(act)" + (place.isEmpty ? "" : " in " + harmless(place))
    return MarkdownText.escaped(words) + ". " + cited(record)
  }

  private func cited(_ record: EventRecord) -> String {
    let article = record.article
    let day = article.published.map { ", " + $0.iso } ?? ""
    return MarkdownText.escaped("(" + harmless(article.source) + day + ")")
  }
}
