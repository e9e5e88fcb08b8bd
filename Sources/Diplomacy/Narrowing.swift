extension Filter {
  /// Whether two values are alternatives when both are kept.
  private static func areAlternatives(_ one: Value, _ other: Value) -> Bool {
    switch (one, other) {
    case (.country, .country), (.mention, .mention), (.dyad, .dyad), (.person, .person), (.kind, .kind),
      (.subkind, .subkind), (.level, .level), (.status, .status), (.host, .host), (.topic, .topic),
      (.trait, .trait), (.days, .days), (.published, .published), (.source, .source),
      (.language, .language), (.event, .event):
      true
    default: false
    }
  }

  /// The filter narrowed to events that have this value too. Beside an alternative already kept the value stands in a
  /// group of its own, since it would widen the filter there.
  package func keeping(_ value: Value) -> Filter {
    var filter = self
    let standing = clauses.filter { !$0.excludes && Filter.areAlternatives($0.value, value) }
    if standing.contains(where: { $0.value == value }), standing.count == 1 { return self }
    filter.add(Clause(standing.isEmpty ? value : .either([[Clause(value)]])))
    return filter
  }

  /// The filter narrowed to a pair, one of those it keeps: other pairs are given up.
  package func keeping(only dyad: Dyad) -> Filter {
    var filter = self
    filter.removeAll { if case .dyad = $0.value { !$0.excludes } else { false } }
    filter.add(.dyad(dyad))
    return filter
  }

  /// The filter narrowed to a kind, one of those it keeps.
  package func keeping(only kind: EventKind) -> Filter {
    var filter = self
    filter.removeAll { if case .kind = $0.value { !$0.excludes } else { false } }
    filter.add(.kind(kind))
    return filter
  }

  /// The filter narrowed to a level, one of those it keeps.
  package func keeping(only level: ProtocolLevel) -> Filter {
    var filter = self
    filter.removeAll { if case .level = $0.value { !$0.excludes } else { false } }
    filter.add(.level(level))
    return filter
  }

  /// The filter narrowed to days; where days are kept already, to those in both.
  package func keeping(only span: DaySpan) -> Filter {
    let standing = kept { if case .days(let days) = $0 { days } else { nil } }
    let common = standing.isEmpty ? [span] : standing.compactMap { $0.common(with: span) }
    // No day is in both: nothing is kept.
    if common.isEmpty { return keeping(.days(span)) }
    if common == standing { return self }
    var filter = self
    filter.removeAll { if case .days = $0.value { !$0.excludes } else { false } }
    for span in common { filter.add(Clause(.days(span))) }
    return filter
  }
}

extension DaySpan {
  /// The days in both; nil where there are none.
  fileprivate func common(with other: DaySpan) -> DaySpan? {
    let first = [from, other.from].compactMap { $0 }.max()
    let last = [to, other.to].compactMap { $0 }.min()
    if let first, let last, first > last { return nil }
    return first == from && last == to ? self : DaySpan(from: first, to: last)
  }
}
