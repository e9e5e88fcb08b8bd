import Archive
import Diplomacy
import GRDB

/// What a filter asks of an event that no term tells: status and subkind by reading the events through; host, topics and
/// traits event by event.
struct AskedDetails {
  private struct Demand {
    let values: [Filter.Value]
    let excludes: Bool
  }

  private let demands: [Demand]
  private let row: BulkStatement
  private let isLed: BulkStatement
  private let isCorrected: BulkStatement
  private let details: EventDetails

  init(_ filter: Filter, _ postings: Postings) throws {
    demands = [false, true].flatMap { excludes in
      let values: [Filter.Value] = excludes ? filter.excluded { $0 } : filter.kept { $0 }
      let sorts: [(Filter.Value) -> Bool] = [
        { if case .host = $0 { true } else { false } }, { if case .topic = $0 { true } else { false } },
        { if case .trait = $0 { true } else { false } },
      ]
      return sorts.map { Demand(values: values.filter($0), excludes: excludes) }.filter {
        !$0.values.isEmpty && (excludes || $0.values != [.trait(.commitments)])
      }
    }
    row = try postings.statement(
      "select first, second, end is not null, packed from event join detail using(id) where id = ?")
    details = try EventDetails(postings)
    isLed = try postings.statement(
      "select exists(select 1 from event where lead = ?1) or exists(select 1 from event where id = ?1 and lead > 0)"
    )
    isCorrected = try postings.statement(
      "select exists(select 1 from coded_event join event on event.id = now where now = ?1 or lead = ?1)")
  }

  /// Promises alone are asked for: their term lists them.
  static func isListed(_ filter: Filter) -> Bool {
    let traits: [Filter.Trait] = filter.kept { if case .trait(let trait) = $0 { trait } else { nil } }
    return traits == [.commitments]
  }

  /// Nothing is asked event by event.
  var isOpen: Bool { demands.isEmpty }

  static func asks(_ value: Filter.Value) -> Bool {
    switch value {
    case .host, .topic, .trait: true
    default: false
    }
  }

  func holds(_ id: Int64) throws -> Bool {
    if Question.current?.isWithdrawn == true { throw ArchiveProblem.withdrawn }
    var parties: [String] = []
    var isLong = false
    var detail: EventDetail?
    row.bind(1, id)
    try row.eachRow { row in
      parties = [row.text(at: 0), row.text(at: 1)]
      isLong = row.number(at: 2) != 0
      detail = try EventDetail(Array(row.bytes(at: 3)), of: id)
    }
    guard let detail else { throw DamagedRow(what: "event \(id) without its details") }
    func has(_ value: Filter.Value) throws -> Bool {
      switch value {
      case .host(let host): return detail.host == host.code
      case .topic(let topic): return detail.topics.contains(topic.rawValue)
      case .trait(.undated): return id < EventNumber.firstDated
      case .trait(.severalDays): return isLong
      case .trait(.thirdCountry): return detail.host.map { !parties.contains($0) } ?? false
      case .trait(.noHost): return detail.host == nil
      case .trait(.commitments): return try details.all(id).contains { !$0.commitments.isEmpty }
      case .trait(.severalReports): return try asked(isLed, id)
      case .trait(.corrected): return try asked(isCorrected, id)
      default: return false
      }
    }
    return try demands.allSatisfy { try $0.values.contains(where: has) != $0.excludes }
  }

  private func asked(_ query: BulkStatement, _ id: Int64) throws -> Bool {
    query.bind(1, id)
    return try query.number() == 1
  }

  /// The numbers of events by status, by subkind and by number itself, a list for each that is asked for.
  static func lists(_ filter: Filter, _ postings: Postings) throws -> [[Int64]] {
    let status = filter.kept { if case .status(let it) = $0 { "'\(it.rawValue)'" } else { nil } }
    let subkinds = filter.kept { if case .subkind(let it) = $0 { "'\(it.rawValue)'" } else { nil } }
    let ids = filter.kept { if case .event(let it) = $0 { String(it.number) } else { nil } }
    return try [("status", status), ("subkind", subkinds), ("id", ids)].filter { !$0.1.isEmpty }.map {
      column, values in
      let counted = postings.counting == .events ? "and lead is null" : ""
      let query = try BulkStatement(
        postings.db,
        "select id from event where \(column) in (\(values.joined(separator: ", "))) \(counted) order by id")
      var numbers: [Int64] = []
      try query.eachRow { numbers.append($0.number(at: 0)) }
      return numbers
    }
  }
}
