import Diplomacy
import Synchronization
import Text

/// Lists that were worked out for the last filters, so that paging through what was found asks nothing twice, and what
/// was seen of the articles whose text was compared with the marks typed: articles never change.
final class FoundLists: Sendable {
  private struct Entry {
    let filter: Filter
    let commits: Int
    let numbers: [Int64]
  }

  private struct Seen {
    var phrases: [SearchPhrase] = []
    var articles: [Int64: Bool] = [:]
  }

  /// Lists kept at a time: the filter's own, and those of the counts beside it.
  private static let most = 4

  private let entries = Mutex<[Entry]>([])
  private let seen = Mutex(Seen())

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

  /// What is known of articles under these phrases.
  func verdicts(_ phrases: [SearchPhrase]) -> [Int64: Bool] {
    seen.withLock { $0.phrases == phrases ? $0.articles : [:] }
  }

  func keep(_ articles: [Int64: Bool], _ phrases: [SearchPhrase]) {
    seen.withLock { $0 = Seen(phrases: phrases, articles: articles) }
  }
}
