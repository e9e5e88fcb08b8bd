import Asking
import Diplomacy

/// A clause of the filter as the status line shows it.
package struct FilterChip: Hashable, Sendable {
  package let label: String
  package let excludes: Bool
}

extension Filter {
  package func chips(_ say: Catalogue) -> [FilterChip] { clauses.map { $0.chip(say) } }
}

extension Filter.Clause {
  /// As the language writes it, but for what rows and headings show in words.
  package func chip(_ say: Catalogue) -> FilterChip {
    // A value that must be there beside others.
    if case .either(let lists) = value, !excludes, lists.count == 1, lists[0].count == 1 {
      let one = lists[0][0].chip(say)
      return FilterChip(label: "&" + one.label, excludes: one.excludes)
    }
    let label: String =
      switch value {
      case .either(let lists) where lists.count == 1 && lists[0].count == 1: lists[0][0].chip(say).label
      case .country(let country): country.code
      case .mention(let country): say("mentions %1", country.code)
      case .dyad(let dyad): dyad.spokenCode
      case .person(let name): name
      case .kind(let kind): Wording.name(kind, say).lowercased()
      case .level(let level): Wording.name(level, say)
      case .days(let span): span.text
      case .words(let words): "“" + words + "”"
      case .tag(let tag): "#" + tag
      case .subkind, .status, .host, .topic, .trait, .published, .text, .source, .language, .event, .either:
        Filter.Clause(value).text
      }
    return FilterChip(label: excludes ? say("not %1", label) : label, excludes: excludes)
  }
}
