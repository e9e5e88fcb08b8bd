/// A page for `man`: sections of paragraphs, of text as it stands, and of terms with what they mean.
package struct ManualPage: Sendable {
  package enum Block: Hashable, Sendable {
    case paragraph(String)
    /// Set as it stands, in lines.
    case verbatim(String)
    /// A key or a path, and what it means.
    case term(String, String)
    case subheading(String)
  }

  private var lines: [String]

  /// `name` and its section of the manual, the day of the page and the version.
  package init(name: String, section: Int, day: String, version: String) {
    lines = [".TH \(name.uppercased()) \(section) \(day) \"\(name) \(version)\" \"User commands\""]
  }

  package mutating func add(_ heading: String, _ blocks: [Block]) {
    lines.append(".SH \"\(ManualPage.escaped(heading))\"")
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let text): lines += [".PP", ManualPage.line(text)]
    case .verbatim(let text):
      let body = text.split(separator: "\n", omittingEmptySubsequences: false)
      lines += [".PP", ".nf"] + body.map { ManualPage.line(String($0)) } + [".fi"]
    case .term(let term, let meaning):
      lines += [".TP", "\\fB" + ManualPage.escaped(term) + "\\fR", ManualPage.line(meaning)]
    case .subheading(let text): lines.append(".SS \"\(ManualPage.escaped(text))\"")
    }
  }

  package var text: String { lines.joined(separator: "\n") + "\n" }

  /// A line that is no request, whatever it begins with.
  private static func line(_ text: String) -> String {
    let escaped = escaped(text)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  private static func escaped(_ text: String) -> String {
    var safe = ""
    for character in harmless(text) {
      switch character {
      case "\\": safe += "\\e"
      case "-": safe += "\\-"
      case "\"": safe += "\\(dq"
      case "^": safe += "\\(ha"
      case "`": safe += "\\(ga"
      case "~": safe += "\\(ti"
      default: safe.append(character)
      }
    }
    return safe
  }
}
