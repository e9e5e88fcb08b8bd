/// What a piece of the screen means. Colour is decided by the theme alone; a pane names the role.
package enum StyleRole: String, CaseIterable, Sendable {
  /// Running text.
  case text
  /// What one may skip: captions, hints' words, undated notes.
  case dim
  /// Headings and names of the program's parts.
  case heading
  /// The accent: selection bar, focus, the key letters of hints.
  case accent
  /// Rules between bands and panes.
  case rule
  /// The first and the second party, and a country that is neither.
  case firstParty = "first-party"
  case secondParty = "second-party"
  case country
  case person
  case date
  case sum
  case kind
  case caption
  /// A filter chip; an excluding chip.
  case chip
  case exclusion
  /// Density bars; the part in view.
  case density
  case densityView = "density-view"
  case warning
  /// Text typed into a prompt, and the cursor's cell.
  case prompt
  /// Words of the report that an event rests on, set off on demand.
  case evidence
  /// Wording that the other text of a comparison lacks, in the left one and in the right one, and figures that differ.
  case dropped, added, figure
  /// A slot of the country bar that is switched on.
  case slotOn = "slot-on"
}

/// The meaning of one cell: its role, and what lies over it.
package struct CellStyle: Hashable, Sendable {
  package var role: StyleRole
  /// On the selected row of the pane that has the focus.
  package var isSelected: Bool
  /// Part of a match of the search.
  package var isMatch: Bool
  package init(_ role: StyleRole, isSelected: Bool = false, isMatch: Bool = false) {
    self.role = role
    self.isSelected = isSelected
    self.isMatch = isMatch
  }
  package static let text = CellStyle(.text)
}
