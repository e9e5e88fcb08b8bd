import Diplomacy
import Text

extension Filter {
  /// The filter in the language of this module; empty for everything. Values of one key that stand side by side are one
  /// list. Reads back as the same clauses, on the same day.
  package var text: String {
    guard clauses.count == 1, case .either(let lists) = clauses[0].value, lists.count > 1,
      !clauses[0].excludes
    else { return Filter.text(of: clauses) }
    return lists.map { Filter.text(of: $0) }.joined(separator: " or ")
  }

  fileprivate static func text(of clauses: [Clause]) -> String {
    var terms: [String] = []
    var last: (key: FilterKey, excludes: Bool)?
    for clause in clauses {
      guard let (key, value) = clause.value.field else {
        terms.append(clause.text)
        last = nil
        continue
      }
      if let last, last == (key, clause.excludes) {
        terms[terms.count - 1] += "," + value
      } else {
        terms.append(clause.text)
      }
      last = (key, clause.excludes)
    }
    return terms.joined(separator: " ")
  }
}

extension Filter.Clause {
  /// The clause as a term of the language.
  package var text: String {
    let sign = excludes ? "-" : ""
    if let (key, value) = value.field { return sign + key.rawValue + ":" + value }
    switch value {
    case .words(let words): return sign + near(words)
    case .either(let lists):
      return sign + "(" + lists.map { Filter.text(of: $0) }.joined(separator: " or ") + ")"
    default: return ""
    }
  }
}

extension Filter.Value {
  /// Key and value; nil for words and alternatives, which have no key.
  fileprivate var field: (key: FilterKey, value: String)? {
    switch self {
    case .country(let country): (.country, country.code)
    case .mention(let country): (.mentions, country.code)
    case .dyad(let dyad): (.dyad, dyad.spokenCode)
    case .person(let name): (.person, written(name))
    case .kind(let kind): (.kind, kind.rawValue)
    case .subkind(let subkind): (.subkind, subkind.rawValue)
    case .level(let level): (.level, level.rawValue)
    case .status(let status): (.status, status.rawValue)
    case .host(let country): (.host, country.code)
    case .topic(let topic): (.topic, topic.rawValue)
    case .trait(let trait): (.is, trait.rawValue)
    case .days(let span): (.date, span.text)
    case .published(let span): (.pub, span.text)
    case .text(.title, let words): (.title, written(words))
    case .text(.body, let words): (.body, written(words))
    case .source(let words): (.source, written(words))
    case .language(let language): (.lang, language.rawValue)
    case .event(let id): (.id, String(id.number))
    case .tag(let tag): (.tag, written(tag))
    case .words, .either: nil
    }
  }
}

extension DaySpan {
  /// `2025-10`, `2024..2026`, `2024..`, `last-90d`, `..` for any day: each end as short as it can be.
  package var text: String {
    if let recent { return "last-\(recent.count)\(recent.unit.rawValue)" }
    if let from, let to {
      for date in [PartialDate(year: from.year), PartialDate(year: from.year, month: from.month)] {
        if let date, date.earliest == from, date.latest == to { return date.iso }
      }
      if from == to { return PartialDate(from).iso }
    }
    return (from.map { shortest($0) { $0.earliest } } ?? "") + ".."
      + (to.map { shortest($0) { $0.latest } } ?? "")
  }

  private func shortest(_ day: CalendarDay, _ end: (PartialDate) -> CalendarDay) -> String {
    let dates = [PartialDate(year: day.year), PartialDate(year: day.year, month: day.month)]
    return (dates.compactMap { $0 }.first { end($0) == day } ?? PartialDate(day)).iso
  }
}

/// Words near each other as `"a b"~5`.
private func near(_ words: String) -> String {
  let (text, distance) = SearchPhrase.parted(words)
  guard distance != nil else { return written(words) }
  return "\"" + escaped(String(text)) + "\"" + words[text.endIndex...]
}

/// A word as it is, anything else in quotation marks.
private func written(_ text: String) -> String {
  let isPlain =
    text.first != "-" && text.lowercased() != "or" && !text.isEmpty
    && text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-._/".unicodeScalars.contains($0)
    }
  return isPlain ? text : "\"" + escaped(text) + "\""
}

private func escaped(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { escaped.append("\\") }
    escaped.append(scalar)
  }
  return String(escaped)
}
