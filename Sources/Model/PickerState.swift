import Commands
import Diplomacy
import Text

/// A list to pick from: it narrows as one types, and the timeline already shows what is highlighted.
package struct PickerState: Sendable {
  package enum Subject: Hashable, Sendable {
    case facet(Facet)
    case commands
    /// Another country in the place of this party.
    case correctCountry(instead: Country)
    case correctKind, correctLevel
    /// The reports of the event in the detail pane.
    case reports
    case savedFilters
    case references
    /// Forms in which the event at hand is copied.
    case copying
    case sorting
    case marks
    /// Tags for the event at hand, or for all that is marked.
    case tags(onMarked: Bool)
  }

  package enum Value: Hashable, Sendable {
    case facet(FacetCount.Value)
    case command(Command)
    case correction(FieldValue)
    case report(EventID)
    /// Index into the references of the report.
    case reference(Int)
    case saved(SavedFilter)
    case copyForm(CopyForm)
    case sorting(Sorting, TimelineOrder)
    /// An event to go to.
    case place(EventID)
  }

  package struct Item: Hashable, Sendable {
    package let value: Value
    /// `KR` or a key; empty where there is none.
    package let code: String
    package let label: String
    /// A count of events, or a line of help.
    package let detail: String
    package let events: Int
    /// False where it would do nothing now.
    package var isOn = true
    /// Further words by which it is found.
    var alias = ""
  }

  package internal(set) var subject: Subject
  package private(set) var edit = LineEdit()
  package private(set) var items: [Item] = []
  /// Whether the items are there.
  package private(set) var isFilled = false
  /// Countries that are offered before all others.
  var preferred: [Country] = []
  /// What a correction would take the place of: the cursor starts there, so that Enter alone changes nothing.
  /// Tags that the event at hand has.
  var present: [String] = []
  var standing: Value? { didSet { if !isTouched { returnToStanding() } } }
  /// Items that fit what is typed, best first.
  package private(set) var shown: [Item] = []
  package private(set) var highlighted = 0
  package private(set) var chosen: [Value] = []
  /// False until something was typed or moved: an untouched picker changes nothing.
  package private(set) var isTouched = false
  /// Whether what is taken must all be there at once, rather than any of it.
  package private(set) var takesAll = false
  private let names: any CountryNaming
  private let say: Catalogue

  package init(subject: Subject, names: any CountryNaming, say: Catalogue = .english) {
    self.subject = subject
    self.names = names
    self.say = say
  }

  package var title: String {
    switch subject {
    case .facet(.country): say("Country")
    case .facet(.dyad): say("Pair")
    case .facet(.person): say("Person")
    case .facet(.kind): say("Kind")
    case .facet(.level): say("Level")
    case .facet(.mention): say("Mentioned")
    case .commands: say("Command")
    case .correctCountry(let side): say("Instead of %1", side.code)
    case .correctKind: say("Kind is")
    case .correctLevel: say("Level is")
    case .reports: say("Report")
    case .savedFilters: say("Saved filter")
    case .references: say("Reference")
    case .copying: say("Copy")
    case .sorting: say("Sort")
    case .marks: say("Marked")
    case .tags(false), .facet(.tag): say("Tag")
    case .tags(true): say("Tag all marked")
    }
  }

  /// Whether several items can be taken, and what is taken left out.
  package var takesSeveral: Bool { if case .facet = subject { true } else { false } }

  package var typed: String { excludes ? String(edit.text.dropFirst()) : edit.text }
  /// A leading `!` turns what is picked into an exclusion.
  package var excludes: Bool { takesSeveral && edit.text.hasPrefix("!") }
  package var current: Item? { shown.indices.contains(highlighted) ? shown[highlighted] : nil }

  /// What Enter would keep: the ones taken with Tab, or else the highlighted one.
  package var picked: [Value] {
    if !chosen.isEmpty { return chosen }
    return current.map { [$0.value] } ?? []
  }

  package mutating func fill(_ counts: [FacetCount]) {
    isFilled = true
    items = counts.map(item)
    if !preferred.isEmpty {
      let known = Dictionary(items.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
      let first = preferred.map { known[$0.code] ?? item(FacetCount(value: .country($0), events: 0)) }
      items = first + items.filter { item in !preferred.contains { $0.code == item.code } }
    }
    narrow()
    if !isTouched { returnToStanding() }
  }

  /// Tells how many rows the item has, once that is known.
  mutating func tell(_ count: Int, of value: Value) {
    items = items.map {
      $0.value == value
        ? Item(value: value, code: $0.code, label: $0.label, detail: "\(count)", events: count) : $0
    }
    let place = highlighted
    narrow()
    highlighted = min(place, max(0, shown.count - 1))
  }

  package mutating func fill(items: [Item]) {
    isFilled = true
    self.items = items
    narrow()
    if !isTouched { returnToStanding() }
  }

  package mutating func edit(_ change: (inout LineEdit) -> Void) {
    change(&edit)
    isTouched = true
    narrow()
    returnToStanding()
  }

  package mutating func move(by rows: Int) {
    isTouched = true
    highlighted = max(0, min(highlighted + rows, shown.count - 1))
  }

  package mutating func toggleChosen() {
    guard let value = current?.value else { return }
    isTouched = true
    if let index = chosen.firstIndex(of: value) { chosen.remove(at: index) } else { chosen.append(value) }
  }

  /// False where an event has only one such value.
  mutating func changeAnyAll() -> Bool {
    switch subject {
    case .facet(.country), .facet(.mention), .facet(.person):
      takesAll.toggle()
      return true
    default: return false
    }
  }

  /// Takes all items shown, or none of them when all are taken.
  mutating func toggleShown() {
    isTouched = true
    let values = shown.map(\.value)
    let taken = Set(chosen)
    if taken.isSuperset(of: values) {
      chosen.removeAll { Set(values).contains($0) }
    } else {
      chosen += values.filter { !taken.contains($0) }
    }
  }

  /// Items taken at once at most: a filter of more would say nothing.
  static let mostTaken = 200

  private mutating func returnToStanding() {
    let isStanding = typed.trimmingBlanks.isEmpty
    highlighted = isStanding ? shown.firstIndex { $0.value == standing } ?? 0 : 0
  }

  private mutating func narrow() {
    let typed = normalized(self.typed).trimmingBlanks
    if typed.isEmpty {
      shown = items
    } else if case .tags = subject {
      shown = narrowedTags(typed)
    } else if offersCountries {
      shown = narrowedCountries(typed)
    } else if subject == .facet(.dyad) {
      let wanted = PairWanted(typed, names: names)
      shown = items.filter { item in
        if case .facet(.dyad(let dyad)) = item.value, wanted.fits(dyad) { return true }
        return fits(item, typed)
      }
    } else {
      let fitting = items.filter { fits($0, typed) }
      // What begins with the words typed, or its key, comes before what only has them somewhere.
      let starts = subject == .commands ? fitting.filter { begins($0, typed) } : []
      shown = starts + fitting.filter { !starts.contains($0) }
    }
    highlighted = max(0, min(highlighted, shown.count - 1))
  }

  private var offersCountries: Bool {
    switch subject {
    case .facet(.country), .facet(.mention), .correctCountry: true
    default: false
    }
  }

  /// Countries without an event are offered too, last, so that one sees that the record has nothing.
  private func narrowedCountries(_ typed: String) -> [Item] {
    let known = Dictionary(items.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let fitting = names.matches(typed).map {
      known[$0.code]
        ?? item(FacetCount(value: subject == .facet(.mention) ? .mention($0) : .country($0), events: 0))
    }
    return fitting.filter { $0.events > 0 } + fitting.filter { $0.events == 0 }
  }

  /// A word that is no tag yet can become one.
  private func narrowedTags(_ typed: String) -> [Item] {
    let fitting = items.filter { fits($0, typed) }
    guard let tag = Tag.written(typed), !items.contains(where: { fold($0.label) == fold(tag) }) else {
      return fitting
    }
    return fitting + [Item(value: .facet(.tag(tag)), code: "", label: tag, detail: say("new"), events: 0)]
  }

  private func begins(_ item: Item, _ typed: String) -> Bool {
    item.code == typed || item.label.hasPrefix(fold(typed))
  }

  private func fits(_ item: Item, _ typed: String) -> Bool {
    codeFits(item.code, fold(typed)) || SearchPhrase(typed)?.matches(in: item.label).isEmpty == false
      || fold(item.label).contains(fold(typed)) || fold(item.alias).contains(fold(typed))
  }

  /// A pair is found by its code in either order: `vn-kr` and `kr-vn`.
  private func codeFits(_ code: String, _ typed: String) -> Bool {
    let code = fold(code)
    let turned = code.split(separator: "-").reversed().joined(separator: "-")
    return code.hasPrefix(typed) || turned.hasPrefix(typed)
  }

  private func item(_ count: FacetCount) -> Item {
    let (code, label): (String, String) =
      switch count.value {
      case .country(let country), .mention(let country): (country.code, names.name(country))
      case .dyad(let dyad):
        (dyad.spokenCode, dyad.spoken.map { names.name($0) }.joined(separator: " – "))
      case .person(let name, let country): (country.code, name)
      case .kind(let kind): (Wording.glyph(kind), Wording.name(kind, say))
      case .level(let level): ("", Wording.name(level, say))
      case .tag(let tag): (present.contains(tag) ? "#" : "", tag)
      }
    return Item(
      value: .facet(count.value), code: code, label: label, detail: "\(count.events)", events: count.events)
  }
}

/// A pair as it is typed: one country, or two parted by a blank or a dash, by any name or code.
private struct PairWanted {
  private let either: [Country]
  private let both: [(first: [Country], second: [Country])]

  init(_ typed: String, names: any CountryNaming) {
    let isGap: (Character) -> Bool = { " -–".contains($0) }
    let typed = String(typed.reversed().drop(while: isGap).reversed())
    either = names.matches(typed)
    both = typed.indices.filter { isGap(typed[$0]) }.prefix(8).compactMap { place in
      let sides = [typed[..<place], typed[place...].drop(while: isGap)].map { names.matches(String($0)) }
      return sides.contains { $0.isEmpty } ? nil : (sides[0], sides[1])
    }
  }

  func fits(_ dyad: Dyad) -> Bool {
    let (one, other) = (dyad.spoken[0], dyad.spoken[1])
    return either.contains(one) || either.contains(other)
      || both.contains { sides in
        (sides.first.contains(one) && sides.second.contains(other))
          || (sides.first.contains(other) && sides.second.contains(one))
      }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension FacetCount.Value {
  /// The clause that keeps (or leaves out) events with this value.
  func clause(excluding: Bool) -> Filter.Clause {
    switch self {
    case .country(let country): excluding ? .exceptCountry(country) : .country(country)
    case .mention(let country): Filter.Clause(.mention(country), excludes: excluding)
    case .dyad(let dyad): excluding ? .exceptDyad(dyad) : .dyad(dyad)
    case .person(let name, _): Filter.Clause(.person(name), excludes: excluding)
    case .kind(let kind): excluding ? .exceptKind(kind) : .kind(kind)
    case .level(let level): excluding ? .exceptLevel(level) : .level(level)
    case .tag(let tag): Filter.Clause(.tag(tag), excludes: excluding)
    }
  }
}
