import Diplomacy
import GRDB

/// Reads the details of events one by one, where they are counted with those of the reports they lead.
struct EventDetails {
  private let counting: Counting
  private let one: BulkStatement
  private let led: BulkStatement
  /// Nil where no promise was judged.
  private let judged: JudgedPromises?

  init(_ postings: Postings) throws {
    counting = postings.counting
    judged = try JudgedPromises(postings.db).isEmpty ? nil : JudgedPromises(postings.db)
    one = try postings.statement(
      "select id, date, first, second, packed from event join detail using(id) where id = ?")
    led = try postings.statement(
      "select id, date, first, second, packed from event join detail using(id) where lead = ?")
  }

  /// As the report itself tells it.
  func own(_ id: Int64) throws -> EventDetail? {
    var detail: EventDetail?
    try visit(one, id) { detail = $0.detail }
    return detail
  }

  /// As each of its reports tells it.
  func all(_ id: Int64) throws -> [EventDetail] {
    var details: [EventDetail] = []
    for query in queries { try visit(query, id) { details.append($0.detail) } }
    return details
  }

  /// What was promised, told once where several reports say the same.
  func promises(_ id: Int64) throws -> [Promise] { try told(id).once }

  /// What was promised, as each of its reports tells it.
  func told(_ id: Int64) throws -> ToldPromises {
    var told = ToldPromises()
    for query in queries {
      try visit(query, id) { event in
        let keys = PromiseKey.all(event.detail.commitments.map(\.text))
        let statuses = try event.detail.commitments.isEmpty ? nil : judged?.all(at: event.id)
        for (place, one) in event.detail.commitments.enumerated() {
          let commitment = Commitment(
            text: one.text, amount: one.amount, currency: one.currency,
            due: one.due.flatMap { PartialDate(iso: $0) })
          let promise = Promise(
            event: EventID(event.id), date: event.date, parties: event.parties, commitment: commitment,
            place: place, status: statuses?[keys[place]] ?? .open)
          told.add(ToldPromise(promise: promise, key: keys[place]))
        }
      }
    }
    return told
  }

  private var queries: [BulkStatement] { counting == .events ? [one, led] : [one] }

  private struct Read {
    let id: Int64
    let date: PartialDate?
    let parties: Parties
    let detail: EventDetail
  }

  private func visit(_ query: BulkStatement, _ id: Int64, _ visit: (Read) throws -> Void) throws {
    query.bind(1, id)
    try query.eachRow { row in
      let number = row.number(at: 0)
      guard let first = Country(row.text(at: 2)), let second = Country(row.text(at: 3)),
        let parties = Parties(first, second)
      else { throw DamagedRow(what: "event \(number)") }
      try visit(
        Read(
          id: number, date: PartialDate(iso: row.text(at: 1)), parties: parties,
          detail: try EventDetail(Array(row.bytes(at: 4)), of: number, withEvidence: false)))
    }
  }
}

/// The dates of single events.
struct EventDates {
  private let query: BulkStatement

  init(_ postings: Postings) throws { query = try postings.statement("select date from event where id = ?") }

  func of(_ id: Int64) throws -> PartialDate? {
    query.bind(1, id)
    var date: PartialDate?
    try query.eachRow { date = PartialDate(iso: $0.text(at: 0)) }
    return date
  }
}
