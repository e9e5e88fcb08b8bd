/// What was typed in the prompts, in this session and in those before; the newest entry of each stands last.
package struct Histories: Hashable, Sendable {
  package enum Line: String, CaseIterable, Sendable {
    case searches, commands, filters, dates, exports, pipes
  }

  /// Entries of one prompt.
  package static let most = 200
  /// Bytes of an entry; longer ones are not remembered.
  package static let longest = 2000

  private var entries: [Line: [String]]
  /// Those of this session alone.
  private var added: [Line: [String]] = [:]

  package init(_ entries: [Line: [String]] = [:]) {
    self.entries = entries.mapValues { Array($0.filter(Histories.isKept).suffix(Histories.most)) }
  }

  package subscript(line: Line) -> [String] { entries[line] ?? [] }

  package mutating func add(_ text: String, to line: Line) {
    guard Histories.isKept(text) else { return }
    entries[line] = Histories.appended(self[line], [text])
    added[line] = Histories.appended(added[line] ?? [], [text])
  }

  /// The entries of this session behind those that were kept meanwhile, by this session or another.
  package func added(to kept: Histories) -> Histories {
    var all = kept.entries
    for (line, texts) in added { all[line] = Histories.appended(all[line] ?? [], texts) }
    return Histories(all)
  }

  private static func isKept(_ text: String) -> Bool { !text.isEmpty && text.utf8.count <= longest }

  private static func appended(_ older: [String], _ newer: [String]) -> [String] {
    Array((older.filter { !newer.contains($0) } + newer).suffix(most))
  }
}
