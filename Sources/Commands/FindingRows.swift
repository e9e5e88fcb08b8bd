extension CommandTable {
  /// More keys of pickers and prompts.
  static let finding = [
    row(.pickAnyAll, .picking, "any/all", "Any of those taken, or all of them at once", [.picker: "Ctrl-O"]),
    row(.pickShown, .picking, "all shown", "Take all that are shown, or none of them", [.picker: "Ctrl-T"]),
    row(.completeBack, .typing, "before", "The way to go on before that", [.prompt: "Shift-Tab"]),
    row(.searchHistory, .typing, "history", "An older entry with what is typed", [.prompt: "Ctrl-R"]),
    row(.wordLeft, .typing, "word left", "One word left", [.prompt: "Alt-b"]),
    row(.wordRight, .typing, "word right", "One word right", [.prompt: "Alt-f"]),
    row(.deleteWordForward, .typing, "delete word", "Delete the word after", [.prompt: "Alt-d"]),
    row(.putBack, .typing, "put back", "Put back what was deleted last", [.prompt: "Ctrl-Y"]),
    row(
      .exactMarks, .typing, "exact marks", "In a search: no other marks than those typed", [.prompt: "Ctrl-T"]
    ),
    row(
      .searchEverything, .typing, "everything", "In a search: this view, or everything", [.prompt: "Ctrl-O"]),
  ]
}
