import Archive
import Diplomacy
import Exporting
import Glibc
import Lexicons
import Model
import Text

/// Why nothing was handed over; one sentence with the remedy.
package struct HandingProblem: Error, Hashable, Sendable {
  package let phrase: Phrase
  init(sentence phrase: Phrase) { self.phrase = phrase }
  package var sentence: String { phrase.english }
}

/// Writes down what leaves the program: clippings, files of a view, the input of other programs.
package struct Scribe: Sendable {
  private let today: CalendarDay
  private let pager: String
  private let home: String
  private let names = CountryNames.shared

  /// `environment` gives PAGER and HOME.
  package init(today: CalendarDay, environment: [String: String]) {
    self.today = today
    pager = environment["PAGER"].flatMap { $0.isEmpty ? nil : $0 } ?? "less"
    home = environment["HOME"] ?? ""
  }

  private func options(_ title: String) -> ExportOptions {
    ExportOptions(title: title, today: today, name: { [names] in names.name($0, in: .english) })
  }

  package func text(_ record: EventRecord, _ form: CopyForm) -> String {
    let clipping = Clipping(record, options(""))
    return switch form {
    case .citation: clipping.citation
    case .text: clipping.text
    case .markdown: clipping.markdown
    case .json: clipping.json
    case .source: clipping.source
    }
  }

  // MARK: a view in a file

  /// Writes the events of a view in the form that the name of the file asks for; answers how many, or nil where a file
  /// stands there and may not give way. The file is there whole or not at all.
  package func export(_ order: ExportOrder, of archive: any EventArchive) throws -> Int? {
    let path = order.path.hasPrefix("~/") ? home + order.path.dropFirst() : order.path
    let format = try format(order.path)
    if !order.replaces, access(path, F_OK) == 0 { return nil }
    var exporter = Exporter(format, options(order.filter.text))
    let file = try DraftFile(replacing: path)
    var events = 0
    do {
      try file.write(exporter.opening)
      try visit(order.filter, order.order, of: archive) { record in
        try file.write(exporter.piece(record))
        events += 1
      }
      try file.write(exporter.closing)
      try file.keep()
    } catch {
      file.discard()
      throw error
    }
    return events
  }

  private func format(_ path: String) throws(HandingProblem) -> ExportFormat {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
    switch ending {
    case "md", "markdown": return .markdown
    case "html", "htm": return .html
    case "csv": return .csv
    case "jsonl", "json": return .jsonl
    case "ics": return .ics
    case "txt": return .text
    default:
      throw HandingProblem(
        sentence: "\(visible(path)) tells no form: let it end in .md, .html, .csv, .jsonl, .ics or .txt.")
    }
  }

  private func visit(
    _ filter: Filter, _ order: TimelineOrder, of archive: any EventArchive,
    _ visitor: (EventRecord) throws -> Void
  ) throws {
    try EventWalk(archive: archive, filter: filter, order: order).visit { row in
      if let record = try archive.record(row.id) { try visitor(record) }
      return true
    }
  }

  // MARK: a brief

  /// The skeleton of a brief on a pair; nil where the filter keeps no event.
  package func brief(_ dyad: Dyad, _ filter: Filter, of archive: any EventArchive) throws -> String? {
    var records: [EventRecord] = []
    try EventWalk(archive: archive, filter: filter, order: .newestFirst).visit { row in
      if let record = try archive.record(row.id) { records.append(record) }
      return records.count < Brief.most
    }
    if records.isEmpty { return nil }
    let texts = BriefReading(records: records, today: today).texts
    return Brief(dyad, records, options(""), texts: texts).text
  }

  // MARK: other programs

  /// Writes the input of the program into a file of the reader's own, and names the program.
  package func prepare(_ order: ErrandOrder, of archive: any EventArchive) throws -> Errand {
    let command: String
    switch order {
    case .page, .pageBrief: command = pager
    case .pipe(_, let typed), .pipeView(_, _, let typed): command = typed
    }
    guard let words = CommandWords.split(command), !words.isEmpty else {
      throw HandingProblem(sentence: "\(visible(command)) is no command: a quotation mark is not closed.")
    }
    let file = try DraftFile.temporary()
    do {
      switch order {
      case .page(let record), .pipe(let record, _): try file.write(page(record))
      case .pageBrief(let dyad):
        try file.write(brief(dyad, Filter([.dyad(dyad)]), of: archive) ?? "")
      case .pipeView(let filter, let order, _):
        try visit(filter, order, of: archive) { try file.write(Clipping($0, options("")).json) }
      }
      try file.close()
    } catch {
      file.discard()
      throw error
    }
    return Errand(arguments: words, input: file.path, waits: order.waits)
  }

  private func page(_ record: EventRecord) -> String {
    let clipping = Clipping(record, options(""))
    return clipping.text + "\n" + clipping.citation + "\n"
  }
}
