extension CommandTable {
  /// What one does with the words of reports.
  static let wording = [
    row(
      .compareTexts, .wording, "compare", "Compare the two marked, or this with the previous of its pair",
      [.common: "V"]),
    row(
      .leftText, .wording, "left", "In a comparison: the left text; in a trail: this pair",
      [.compare: "h Left"]),
    row(
      .rightText, .wording, "right", "In a comparison: the right text; in a trail: all pairs",
      [.compare: "l Right"]),
    row(.openText, .wording, "open", "Open the report under the cursor, at that place", [.compare: "Enter"]),
    row(.swapTexts, .wording, "swap", "In a comparison: swap the sides", [.compare: "S"]),
    row(
      .trail, .wording, "trail", "Choose words (h l move, > < stretch), again: follow them through time",
      [.detail: "*", .compare: "*"]),
    row(
      .references, .wording, "references…", "In the article: its people, earlier events, promises, reports",
      [.detail: "Enter"]),
    row(
      .nextReference, .wording, "next reference", "In the article: its next reference", [.detail: "l Right"]),
    row(
      .statements, .wording, "statements", "In the article: who said what, unfolded or folded", [.detail: "S"]
    ),
    row(
      .paragraphNumbers, .wording, "numbers", "In the article: paragraph numbers on or off", [.detail: "#"]),
    row(
      .captions, .wording, "captions", "In the article: captions and boilerplate hidden or shown",
      [.detail: "~"]),
  ]
}
