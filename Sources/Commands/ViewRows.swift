extension CommandTable {
  /// The views beside the timeline. They have the common keys too: filters work in them as everywhere.
  static let views = [
    row(
      .nextView, .views, "next view", "Next view: timeline, pairs by year, people, commitments",
      [.common: "v"]),
    row(.openCell, .views, "events", "In a view: the events behind the number or the line", [.view: "Enter"]),
    row(.viewLeft, .views, "left", "In a view: year before, or back to the list", [.view: "h Left"]),
    row(.viewRight, .views, "right", "In a view: next year, or to the list beside", [.view: "l Right"]),
    row(.markCell, .views, "mark", "In the grid: mark a pair or a year to compare", [.view: "m"]),
    row(
      .compareCells, .views, "compare", "In the grid: the two marked on one axis, with their difference",
      [.view: "V"]),
    row(
      .judgePromise, .views, "open, met, missed", "In the commitments: met, missed, open again", [.view: "+"]),
    row(
      .lastMet, .views, "last met", "When these two leaders or offices last met; what is open", [.common: "H"]
    ),
    row(.showDyadYears, .views, "pairs by year", "Pairs by year, with level, direction and kind", [:]),
    row(.showPeople, .views, "people", "People: who met whom, how often, when last", [:]),
    row(.showCommitments, .views, "commitments", "Commitments: sum, day, the overdue first", [:]),
  ]
}
