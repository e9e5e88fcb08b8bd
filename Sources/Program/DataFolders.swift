import Glibc

/// The folders of the XDG base directory standard that dyad uses.
package struct DataFolders: Sendable {
  package let config: String
  package let data: String
  package let state: String

  /// Relative paths in the variables are ignored, as the standard asks.
  package init(environment: [String: String]) {
    func folder(_ variable: String, _ fallback: String) -> String {
      if let path = environment[variable], path.hasPrefix("/") { return path + "/dyad" }
      let home = environment["HOME"] ?? ""
      return (home.isEmpty ? "/" : home) + "/" + fallback + "/dyad"
    }
    config = folder("XDG_CONFIG_HOME", ".config")
    data = folder("XDG_DATA_HOME", ".local/share")
    state = folder("XDG_STATE_HOME", ".local/state")
  }

  /// The environment of this process.
  package static func ofThisProcess() -> DataFolders {
    var environment: [String: String] = [:]
    for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return DataFolders(environment: environment)
  }

  package var archive: String { data + "/archive.sqlite" }
  package var keys: String { config + "/keys.toml" }
  package var filters: String { config + "/filters.toml" }
  package var macros: String { config + "/macros.toml" }
  package var settings: String { config + "/settings.toml" }
  package var desk: String { state + "/desk.toml" }
  package func session(_ name: String) -> String { state + "/session-" + name + ".toml" }
  package func theme(_ name: String) -> String { config + "/themes/" + name + ".toml" }
}
