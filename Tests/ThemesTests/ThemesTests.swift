import Screen
import Testing
import Themes

@Suite struct BuiltInThemeTests {
  @Test(arguments: BuiltInTheme.allCases)
  func everyRoleHasALook(theme: BuiltInTheme) throws {
    let read = try Theme(toml: theme.toml, file: theme.rawValue)
    #expect(read.name == theme.rawValue)
    #expect(Set(read.roles.keys) == Set(StyleRole.allCases))
  }

  @Test(arguments: BuiltInTheme.allCases)
  func everyRoleCanBeReadOnItsGrounds(theme: BuiltInTheme) throws {
    let read = try Theme(toml: theme.toml, file: theme.rawValue)
    let grounds = read.background.map { [$0] } ?? [RGB(hex: "#000000")!, RGB(hex: "#1e1e1e")!]
    let least = theme == .highContrast ? 7.0 : 4.5
    for (role, look) in read.roles {
      guard let colour = look.colour else { continue }
      for ground in grounds { #expect(colour.contrast(with: ground) >= least, "\(theme) \(role)") }
      // Rules and captions need not be bright where the selection bar lies over them, but they must stay legible.
      if let over = read.selected.background {
        #expect(colour.contrast(with: over) >= 3, "\(theme) \(role) selected")
      }
    }
  }

  @Test(arguments: BuiltInTheme.allCases, [0, 8, 16, 256])
  func selectionAndMatchesShowOnEveryTerminal(theme: BuiltInTheme, colours: Int) throws {
    let read = try Theme(toml: theme.toml, file: theme.rawValue)
    let plain = read.resolved(.text, colours: colours)
    #expect(read.resolved(CellStyle(.text, isSelected: true), colours: colours) != plain)
    #expect(read.resolved(CellStyle(.text, isMatch: true), colours: colours) != plain)
    let over = read.resolved(CellStyle(.text, isSelected: true), colours: colours)
    #expect(read.resolved(CellStyle(.text, isSelected: true, isMatch: true), colours: colours) != over)
    let on = read.resolved(CellStyle(.slotOn), colours: colours)
    #expect(read.resolved(CellStyle(.slotOn, isMatch: true), colours: colours) != on)
    if colours == 0 {
      for role in StyleRole.allCases {
        let look = read.resolved(CellStyle(role, isSelected: true, isMatch: true), colours: 0)
        #expect(look.foreground == nil && look.background == nil)
      }
    }
  }

  @Test func theSidesAreToldApartByColourFromSixteenOn() throws {
    for theme in BuiltInTheme.allCases where theme != .mono {
      let read = try Theme(toml: theme.toml, file: theme.rawValue)
      for colours in [16, 256] {
        #expect(
          read.resolved(CellStyle(.firstParty), colours: colours)
            != read.resolved(CellStyle(.secondParty), colours: colours), "\(theme) \(colours)")
      }
    }
  }

  @Test func aThemeOlderThanTheEvidenceStyleStillReads() throws {
    let older = BuiltInTheme.night.toml.split(separator: "\n").filter { !$0.hasPrefix("evidence") }
    let read = try Theme(toml: older.joined(separator: "\n"), file: "older")
    #expect(read.look(of: .evidence).isReversed)
    #expect(throws: ThemeProblem.self) {
      try Theme(toml: older.filter { !$0.hasPrefix("caption") }.joined(separator: "\n"), file: "older")
    }
  }
}
