import Diplomacy
import Model
import Screen
import Text

/// What I see: the program's name, the filter as chips, how many events, in which order.
struct StatusPane {
  let state: BrowserState
  let region: Region

  func paint(on grid: inout CellGrid) {
    var name = grid.write(" dyad", in: region, row: 0, column: 0, style: CellStyle(.heading))
    if let view {
      name += grid.write("  " + view, in: region, row: 0, column: name, style: CellStyle(.accent))
    }
    if let macro = state.recordingName {
      let told = "  " + state.say("recording %1", String(macro))
      name += grid.write(told, in: region, row: 0, column: name, style: CellStyle(.warning))
    }
    if state.showsWording { return paintWording(on: &grid) }
    let room = region.size.columns
    let end = counts.first { cellWidth($0) + name + 2 <= room && (room >= 60 || cellWidth($0) <= room / 2) }
    let right = end.map { room - 1 - cellWidth($0) } ?? room
    if let end { grid.write(end, in: region, row: 0, column: right, style: .text) }
    let start = room < 60 && view == nil ? name + 2 : max(9, name + 3)
    if state.filter.isEmpty {
      paintSampleNote(on: &grid, from: start, to: right - 2)
    } else {
      paintChips(on: &grid, from: start, to: right - 2)
    }
  }

  /// Which wording is looked at, and what was found.
  private func paintWording(on grid: inout CellGrid) {
    let say = state.say
    let (what, found): (String, String) =
      if let trail = state.trail {
        (say("trail in %1", trail.trail.dyad.spokenCode), trail.counts(say))
      } else if let compare = state.compare {
        (say("compare %1", compare.record.event.parties.code), compare.counts(say))
      } else { ("", "") }
    let used = grid.write(what, in: region, row: 0, column: 9, style: CellStyle(.chip))
    let fits = grid.writeRight(found, in: region, row: 0, taken: 9 + used + 2, role: .text)
    if !fits {
      grid.writeCut(
        found, in: region, row: 0, column: 9, width: region.size.columns - 10, role: .text)
    }
  }

  private var view: String? {
    state.view == .timeline ? nil : Wording.name(state.view, state.say)
  }

  private func paintSampleNote(on grid: inout CellGrid, from start: Int, to end: Int) {
    guard state.isSample else { return }
    let notes = [
      state.say("the built-in sample; dyad import FOLDER adds your own reports"),
      state.say("the sample; dyad import FOLDER adds your own"), state.say("the sample"),
    ]
    if let note = notes.first(where: { cellWidth($0) <= end - start }) {
      grid.write(note, in: region, row: 0, column: start, style: CellStyle(.dim))
    }
  }

  private func paintChips(on grid: inout CellGrid, from start: Int, to end: Int) {
    var at = start
    let chips = state.filter.chips(state.say)
    for (index, chip) in chips.enumerated() {
      let isLast = index == chips.count - 1
      let text =
        isLast && isTrying
        ? state.say("%1 (trying)", chip.label)
        : state.filterIsOn ? chip.label + " ×" : state.say("%1 (off)", chip.label)
      // What does not fit is counted, so that no filter works unseen.
      let more = "+\(chips.count - index)"
      let needed = cellWidth(text) + (isLast ? 0 : cellWidth(more) + 3)
      guard at + needed <= end else {
        let room = end - at
        if isLast, room >= 6 {
          grid.writeCut(text, in: region, row: 0, column: at, width: room, role: role(chip))
        } else if room >= cellWidth(more) {
          grid.write(more, in: region, row: 0, column: at, style: CellStyle(.chip))
        }
        return
      }
      at += grid.write(text, in: region, row: 0, column: at, style: CellStyle(role(chip))) + 3
    }
  }

  private var isTrying: Bool {
    state.picker?.isTouched ?? (state.prompt.map { [.search, .filter, .days].contains($0.purpose) } ?? false)
  }

  private func role(_ chip: FilterChip) -> StyleRole {
    state.filterIsOn ? chip.excludes ? .exclusion : .chip : .dim
  }

  /// The count and the order, longest form first.
  private var counts: [String] {
    let isMatch = state.arrangement.sorting == .match
    let arrow = isMatch ? "" : state.order == .newestFirst ? " ↓" : " ↑"
    let (kept, all) = (state.keptRows, state.allEvents)
    let keptText = state.keptRowsText
    let words = kept == all ? state.count(all) : state.count(keptText, of: all)
    let isLong = region.size.columns >= 100
    let beyond = state.matchesInAll.map { $0 > kept ?? .max ? state.say(", %1 in all", "\($0)") : "" } ?? ""
    if state.view != .timeline {
      return [words + beyond, words, kept == all ? "\(all)" : "\(keptText)/\(all)", keptText]
    }
    return [
      words + beyond + order(isLong: isLong) + arrow, words + order(isLong: false) + arrow,
      words + arrow, kept == all ? "\(all)" + arrow : "\(keptText)/\(all)" + arrow, keptText,
    ]
  }

  /// By what the timeline is ordered, and its headings where they are not months; in a narrow window only what is not as
  /// usual.
  private func order(isLong: Bool) -> String {
    let say = state.say
    let (arrangement, clock) = (state.arrangement, state.clock)
    var parts: [String] = []
    if isLong || arrangement.sorting != .time || clock != .event {
      parts.append(Wording.order(arrangement.sorting, clock, say))
    }
    if arrangement.sorting == .time, arrangement.zoom != .month {
      parts.append(Wording.headings(arrangement.zoom, say))
    }
    if parts.isEmpty { return "" }
    let isHeadingAlone = parts.count == 1 && arrangement.sorting == .time && clock == .event && !isLong
    return (isHeadingAlone ? ", " : isLong ? "  " : " ") + parts.joined(separator: ", ")
  }
}
