/// Text inside a line of Markdown.
enum MarkdownText {
  /// What Markdown could take for markup is escaped.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for character in text {
      if "\\`*_[]<>&#|~".contains(character) { safe.append("\\") }
      safe.append(character)
    }
    return safe
  }
}
