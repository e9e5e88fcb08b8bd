/// JSON as it is written: keys in the order given, text unescaped but for what a terminal must not get raw.
package enum JSONText {
  package static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  package static func array(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  package static func optional(_ text: String?) -> String { text.map(quoted) ?? "null" }

  package static func quoted(_ text: String) -> String {
    var line = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": line += ["\\", scalar]
      case "\n": line += ["\\", "n"]
      case "\t": line += ["\\", "t"]
      case "\r": line += ["\\", "r"]
      case _ where isHarmful(scalar):
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          line += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
        }
      default: line.append(scalar)
      }
    }
    line.append("\"")
    return String(line)
  }
}
