extension CommandTable {
  /// What looks at the world again.
  static let looking = [
    row(.rescan, .program, "look again", "Read the sources again; the place is kept", [.common: "R F5"])
  ]
}
