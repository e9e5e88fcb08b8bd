import Diplomacy

/// An event as a line of CSV (RFC 4180): one column per field, lists parted by `; `.
struct CSVRow {
  private static let columns: [(String, @Sendable (EventRecord, EventCodes) -> String)] = [
    ("id", { record, _ in String(record.id.number) }),
    ("date", { record, _ in record.event.date?.iso ?? "" }),
    ("end", { record, _ in record.event.end?.iso ?? "" }),
    ("precision", { record, _ in record.event.date?.precision.rawValue ?? "" }),
    ("kind", { record, _ in record.event.kind.rawValue }),
    ("subkind", { record, _ in record.event.subkind?.rawValue ?? "" }),
    ("status", { record, _ in record.event.status.rawValue }),
    ("level", { record, _ in record.event.level.rawValue }),
    ("actor", { record, _ in record.event.parties.first.code }),
    ("recipient", { record, _ in record.event.parties.second.code }),
    ("dyad", { record, _ in record.event.parties.dyad.code }),
    ("host", { record, _ in record.event.host?.code ?? "" }),
    ("place", { record, _ in record.event.place?.name ?? "" }),
    (
      "people",
      { record, _ in list(record.event.people.map { "\($0.name), \($0.title) (\($0.country.code))" }) }
    ),
    ("topics", { record, _ in list(record.event.topics.map(\.rawValue)) }),
    ("commitments", { record, _ in list(record.event.commitments.map(\.text)) }),
    ("cameo", { _, codes in codes.cameo }),
    ("cameo_version", { _, codes in codes.cameo.isEmpty ? "" : EventCodes.cameoVersion }),
    ("plover_event", { _, codes in codes.plover }), ("plover_mode", { _, codes in codes.mode }),
    ("plover_version", { _, codes in codes.plover.isEmpty ? "" : EventCodes.ploverVersion }),
    ("title", { record, _ in record.article.title }), ("source", { record, _ in record.article.source }),
    ("published", { record, _ in record.article.published?.iso ?? "" }),
    ("language", { record, _ in record.article.language.rawValue }),
    ("reports", { record, _ in String(record.reports.count) }),
    ("article", { record, _ in record.coded.article.hex }),
  ]

  static let heading = columns.map(\.0).joined(separator: ",") + "\r\n"

  let line: String

  init(_ record: EventRecord) {
    let codes = EventCodes(record.event)
    line = CSVRow.columns.map { CSVRow.cell($0.1(record, codes)) }.joined(separator: ",") + "\r\n"
  }

  private static func list(_ items: [String]) -> String { items.joined(separator: "; ") }

  /// A spreadsheet takes a cell that begins with = + - @ for a formula; an apostrophe before it keeps it text.
  static func cell(_ text: String) -> String {
    var text = harmless(text)
    let first = text.unicodeScalars.first { $0 != " " }
    if let first, "=+-@＝＋－＠".unicodeScalars.contains(first) { text = "'" + text }
    guard
      text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" }) || text.first == " "
        || text.last == " "
    else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
