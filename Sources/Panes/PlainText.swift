import Diplomacy
import Model
import Text

/// The state as sentences, a line each, for ears and pipes: nothing stands in columns, and no line is drawn.
package struct PlainText {
  private let state: BrowserState
  private var say: Catalogue { state.say }

  package init(_ state: BrowserState) { self.state = state }

  /// How many events, in which order, and what they are filtered by.
  package var status: String {
    let (kept, all) = (state.timeline.window.total, state.allEvents)
    let count =
      switch state.counting {
      case .events: kept == all ? say("%1 events", "\(all)") : say("%1 of %2 events", "\(kept)", "\(all)")
      case .reports: kept == all ? say("%1 reports", "\(all)") : say("%1 of %2 reports", "\(kept)", "\(all)")
      }
    let order =
      state.arrangement.sorting == .match
      ? say("by best match") : state.order == .newestFirst ? say("newest first") : say("oldest first")
    let chips = state.filter.chips(say).map(\.label).joined(separator: ", ")
    let filter =
      chips.isEmpty
      ? say("no filter") : state.shownFilter.isEmpty ? say("filters off: %1", chips) : say("only %1", chips)
    return visible(count + ", " + order + ", " + filter + ".")
  }

  /// The selected event; what was found instead when there is none.
  package var row: String {
    let timeline = state.timeline
    return timeline.entry.map { line($0, at: timeline.position) } ?? say("No event is selected.")
  }

  /// Events around the selected one, as many as a page has.
  package var list: [String] {
    let timeline = state.timeline
    let first = max(0, min(timeline.selectedEntry - 2, timeline.entries.count - PlainText.page))
    return timeline.entries.indices.dropFirst(first).prefix(PlainText.page).map { index in
      let line = line(timeline.entries[index], at: timeline.window.first + index)
      return index == timeline.selectedEntry ? say("Selected: %1", line) : line
    }
  }

  private static let page = 10

  private func line(_ entry: TimelineEntry, at place: Int) -> String {
    switch entry {
    case .row(let index): row(state.timeline.window.rows[index], at: place)
    case .fold(let index): visible("\(place + 1). " + state.words(state.timeline.window.folds[index]) + ".")
    }
  }

  private func row(_ row: TimelineRow, at place: Int) -> String {
    let date =
      row.end.map {
        (row.date.map { Wording.short($0, say) } ?? say("no date")) + " – " + Wording.short($0, say)
      }
      ?? Wording.long(row.date, say)
    let parties = row.parties.both.map { state.names.name($0) }.joined(separator: say(" and "))
    var parts = [
      "\(place + 1)", date, Wording.name(row.kind, say), parties, Wording.name(row.level, say), row.headline,
    ]
    if row.reports > 1 { parts.append(say("%1 reports", "\(row.reports)")) }
    return visible(parts.joined(separator: ". ") + ".")
  }

  /// The report at hand with its facts, a paragraph a line.
  package var article: [String] {
    var lines: [String] = []
    var paragraph: Int?
    for line in state.detail.lines {
      let text = PlainText.text(line)
      if let source = line.source, source.paragraph == paragraph, !lines.isEmpty {
        lines[lines.count - 1] += " " + text
      } else {
        lines.append(text)
      }
      paragraph = line.source?.paragraph
    }
    return lines.filter { !$0.isEmpty }.map { visible($0) }
  }

  /// Why the event was coded as it is.
  package var why: [String] {
    state.why?.lines.map { visible(PlainText.text($0.line)) }.filter { !$0.isEmpty } ?? []
  }

  private static func text(_ line: DetailLine) -> String {
    let sides = [line.runs, line.right].map { runs in
      runs.map(\.text).joined().split(separator: " ").filter {
        !drawn.contains(String($0)) && !$0.allSatisfy { $0 == "─" }
      }
      .joined(separator: " ")
    }
    return sides.filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// What only the eye needs.
  private static let drawn = Set(
    EventKind.allCases.filter { $0 != .negotiation && $0 != .aid && $0 != .protest }.map { Wording.glyph($0) }
      + ["▌", "▏"])

  /// Keys or messages laid over the report.
  package var overlay: [String] {
    state.helpLines.map { line in
      let keys = line.keys.isEmpty ? "" : line.keys.joined(separator: ", ") + ": "
      return visible((line.heading.map { $0 + ":" } ?? "") + keys + line.words)
    }.filter { !$0.isEmpty }
  }

  /// The items of the picker that are shown, numbered.
  package var picker: [String] {
    guard let picker = state.picker else { return [] }
    let items = picker.shown.prefix(PlainText.mostItems).enumerated().map { index, item in
      let parts = [item.code, item.label, item.detail].filter { !$0.isEmpty }
      let taken = picker.chosen.contains(item.value) ? say(" (taken)") : ""
      return visible("\(index + 1): " + parts.joined(separator: ", ") + taken)
    }
    let more = picker.shown.count - items.count
    let rest = more > 0 ? [say("%1 more; words narrow them.", "\(more)")] : []
    return [picker.title + ":"] + (items.isEmpty ? [say("Nothing fits.")] : items + rest)
      + [
        say(
          "A number keeps one, words narrow, + and a number takes several, ok keeps them, an empty line leaves."
        )
      ]
  }

  private static let mostItems = 20
}
