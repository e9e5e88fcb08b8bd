extension CommandTable {
  /// What leaves the program.
  static let handing = [
    row(.copyCitation, .handing, "copy", "Copy a citation of this event", [.common: "y"], needs: .report),
    row(
      .copyAs, .handing, "copy…", "Copy as citation, text, Markdown, JSON or source", [.common: "Y"],
      needs: .report),
    row(
      .saveView, .handing, "save view",
      "Save the events shown in a file: .md .html .csv .jsonl .ics .txt", [.common: "s"]),
    row(.pipe, .handing, "pipe…", "Hand the report, or the view, to a command", [.common: "|"]),
    row(.openSource, .handing, "pager", "Open the report in your pager", [.common: "E"], needs: .report),
    row(
      .brief, .handing, "brief",
      "Open a brief on this pair in your pager: last met, since, asked, wording, promised", [:]),
  ]
}
