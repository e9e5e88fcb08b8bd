import Diplomacy

/// A clause of the filter as the status line shows it.
package struct FilterChip: Hashable, Sendable {
  package let label: String
  package let excludes: Bool
}

extension Filter {
  package var chips: [FilterChip] { clauses.map(\.chip) }
}

extension Filter.Clause {
  package var chip: FilterChip {
    switch self {
    case .country(let country): FilterChip(label: country.code, excludes: false)
    case .exceptCountry(let country): FilterChip(label: "not " + country.code, excludes: true)
    case .mention(let country): FilterChip(label: "mentions " + country.code, excludes: false)
    case .dyad(let dyad): FilterChip(label: Wording.code(dyad), excludes: false)
    case .exceptDyad(let dyad): FilterChip(label: "not " + Wording.code(dyad), excludes: true)
    case .person(let name): FilterChip(label: name, excludes: false)
    case .kind(let kind): FilterChip(label: Wording.name(kind).lowercased(), excludes: false)
    case .exceptKind(let kind): FilterChip(label: "not " + Wording.name(kind).lowercased(), excludes: true)
    case .level(let level): FilterChip(label: Wording.name(level), excludes: false)
    case .exceptLevel(let level): FilterChip(label: "not " + Wording.name(level), excludes: true)
    case .days(let from, let to):
      FilterChip(
        label: [from, to].map { $0.map { PartialDate($0).iso } ?? "" }.joined(separator: ".."),
        excludes: false)
    case .words(let words): FilterChip(label: "“" + words + "”", excludes: false)
    }
  }
}
