extension CommandTable {
  /// The reader's own work.
  static let own = [
    row(
      .toggleRead, .own, "read", "Read, or unread again; opening a report is reading it", [.common: "r"],
      needs: .event),
    row(.readAll, .own, "all read", "All shown as read; asks first", [.common: "A"]),
    row(.nextUnread, .own, "next unread", "Next event that is not read", [.common: "U"]),
    row(.mark, .own, "mark", "Mark this event, or take the mark off", [.common: "m"], needs: .event),
    row(.markRange, .own, "mark range", "Mark all from the last mark to here", [.common: "M"]),
    row(.marks, .own, "marks…", "Choose among the marked events", [.common: "'"]),
    row(
      .tags, .own, "tag…", "Tag this event, or all marked ones; or show only a tag", [.common: "t"],
      needs: .event),
    row(.note, .own, "note…", "A note on this event", [.common: "a"], needs: .event),
  ]
}
