extension CommandTable {
  /// How the timeline is laid out in time.
  static let time = [
    row(.zoomIn, .time, "finer", "Finer headings: month, week, day", [.common: "z"]),
    row(.zoomOut, .time, "coarser", "Coarser headings: month, quarter, year, decade", [.common: "Z"]),
    row(.foldGroup, .time, "fold", "Fold the group under the cursor", [.timeline: "h Left"]),
    row(.foldAll, .time, "fold all", "Fold all groups", [.timeline: "_"]),
    row(.unfoldAll, .time, "unfold all", "Unfold all groups", [.timeline: "+"]),
    row(.chooseDates, .time, "dates…", "Keep days: 2025, 10/2025, last-90d, 2024..2026", [.common: "D"]),
    row(.goToDate, .time, "go to…", "Go to a date; :go 2023-06 does it too", [:]),
    row(.switchClock, .time, "clock", "By date of the event, or of publication", [.common: "T"]),
    row(
      .sortBy, .time, "sort…",
      "Sort: newest, oldest, by pair, level or kind; best match while a search stands", [.common: "o"]),
    row(.reverseOrder, .time, "reverse", "Reverse the order", [.common: "O"]),
    row(.newestFirst, .time, "newest first", "Newest events first", [:]),
  ]
}
