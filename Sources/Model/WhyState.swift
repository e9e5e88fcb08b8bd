import Diplomacy
import Text

/// The panel that tells why: for each field of the event its value, the words of the report it rests on, and the rule
/// that read them.
package struct WhyState: Sendable {
  /// All fields, in the order of the panel.
  package static let fields: [Evidence.Field] = [
    .parties, .kind, .subkind, .date, .end, .status, .level, .host, .place, .people, .topics, .commitments,
    .mentions,
  ]

  package struct Line: Hashable, Sendable {
    package let field: Evidence.Field
    package let line: DetailLine
  }

  package private(set) var lines: [Line] = []
  package private(set) var field: Evidence.Field
  /// First line shown.
  package private(set) var top = 0
  private var record: EventRecord?
  private var width = 0
  private var height = 1
  private let names: any CountryNaming
  private let say: Catalogue

  package init(
    _ record: EventRecord?, field: Evidence.Field, names: any CountryNaming, say: Catalogue = .english
  ) {
    self.record = record
    self.field = field
    self.names = names
    self.say = say
  }

  package var visibleLines: ArraySlice<Line> { lines.dropFirst(top).prefix(height) }
  /// True when the field has lines above or below those in view.
  package var isLonger: Bool { lines.count > height }

  package mutating func show(_ record: EventRecord?) {
    self.record = record
    lay()
  }

  /// `height` is the lines it has below its title.
  package mutating func resize(width: Int, height: Int) {
    self.height = max(1, height)
    self.width = width
    lay()
  }

  package mutating func move(by count: Int) {
    let place = (WhyState.fields.firstIndex(of: field) ?? 0) + count
    select(WhyState.fields[min(max(0, place), WhyState.fields.count - 1)])
  }

  package mutating func select(_ field: Evidence.Field) {
    self.field = field
    settle()
  }

  private mutating func lay() {
    lines = record.map { WhyText(record: $0, width: width, names: names, say: say).lines } ?? []
    settle()
  }

  /// Brings the whole field into view, its first line before all others.
  private mutating func settle() {
    guard let first = lines.firstIndex(where: { $0.field == field }),
      let last = lines.lastIndex(where: { $0.field == field })
    else {
      top = 0
      return
    }
    if last >= top + height { top = last - height + 1 }
    if first < top { top = first }
    top = max(0, min(top, lines.count - height))
  }
}
