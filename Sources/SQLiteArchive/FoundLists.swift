import Diplomacy
import Synchronization
import Text

/// What is looked for in a text, and whether its title counts.
struct SoughtText: Hashable, Sendable {
  let phrase: SearchPhrase
  let inBody: Bool
}

/// Lists that were worked out for the last filters, so that paging through what was found asks nothing twice, and what
/// was seen of the articles whose text was compared with the marks typed: articles never change.
final class FoundLists: Sendable {
  private struct Entry {
    let filter: Filter
    let commits: Int
    let numbers: [Int64]
  }

  /// Lists kept at a time: the filter's own and its parts, and those of the counts beside it; phrases too.
  private static let most = 8

  private let entries = Mutex<[Entry]>([])
  private let seen = Mutex([SoughtText: [Int64: Bool]]())

  func list(_ filter: Filter, _ commits: Int, _ make: () throws -> [Int64]) rethrows -> [Int64] {
    let known = entries.withLock { entries in
      entries.first { $0.filter == filter && $0.commits == commits }?.numbers
    }
    if let known { return known }
    let numbers = try make()
    entries.withLock { entries in
      entries.removeAll { $0.filter == filter || $0.commits < commits }
      entries.append(Entry(filter: filter, commits: commits, numbers: numbers))
      if entries.count > FoundLists.most { entries.removeFirst() }
    }
    return numbers
  }

  /// Whether the article has the phrase, looked up where that is not known.
  func verdict(_ phrase: SoughtText, _ article: Int64, _ look: () throws -> Bool) rethrows -> Bool {
    if let known = seen.withLock({ $0[phrase]?[article] }) { return known }
    let holds = try look()
    seen.withLock { seen in
      if seen.count >= FoundLists.most, seen[phrase] == nil { seen = [:] }
      seen[phrase, default: [:]][article] = holds
    }
    return holds
  }

  /// Whether the list is at hand.
  func has(_ filter: Filter, _ commits: Int) -> Bool {
    entries.withLock { entries in entries.contains { $0.filter == filter && $0.commits == commits } }
  }
}
