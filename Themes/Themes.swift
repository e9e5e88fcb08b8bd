// The door of this module: the themes that come with dyad, as the text of their TOML files.

package enum BuiltInTheme: String, CaseIterable, Sendable {
  case night, day, mono
  case highContrast = "high-contrast"
  case colourBlind = "colour-blind"

  package var toml: String {
    let bytes =
      switch self {
      case .night: PackageResources.night_toml
      case .day: PackageResources.day_toml
      case .mono: PackageResources.mono_toml
      case .highContrast: PackageResources.high_contrast_toml
      case .colourBlind: PackageResources.colour_blind_toml
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
