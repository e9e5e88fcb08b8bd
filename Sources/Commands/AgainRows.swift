extension CommandTable {
  /// Doing again what was done, and looking up what was told.
  static let again = [
    row(.repeatLast, .program, "again", "Do the last thing again", [.common: "."], needs: .deed),
    row(
      .runMacro, .program, "macro…", "Run a macro: the next key names it; :record a … :record makes one",
      [.common: ","]),
    row(.messages, .program, "messages", "All that was told in this session", [:]),
  ]
}
