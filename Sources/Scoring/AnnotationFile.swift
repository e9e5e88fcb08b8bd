import Foundation

/// A file of articles in the exchange format: a line of JSON each, as `dyad extract` prints them.
package struct AnnotationFile: Sendable {
  /// By the base name of the source; of two lines for one article the later counts.
  package private(set) var articles: [String: AnnotatedArticle] = [:]
  /// One sentence per bad line, with file and line. A line that is no article is left out; one with a word outside the
  /// format is still scored.
  package private(set) var complaints: [String] = []

  /// `name` is what a complaint calls the file.
  package init(_ text: String, name: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
      read(line, at: "\(name), line \(index + 1)")
    }
  }

  private mutating func read(_ line: Substring, at position: String) {
    let article: AnnotatedArticle
    do {
      article = try JSONDecoder().decode(AnnotatedArticle.self, from: Data(line.utf8))
    } catch {
      complaints.append(
        "\(position) is no article (\(AnnotationFile.reason(error))) and was left out; dyad extract prints how one is written."
      )
      return
    }
    if let fault = FormatCheck.firstFault(in: article) {
      complaints.append("\(position) was scored as it is, but \(fault).")
    }
    if articles.updateValue(article, forKey: article.key) != nil {
      complaints.append("\(position) is another line for \(article.key), and the earlier one was left out.")
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "not JSON" }
    switch error {
    case .keyNotFound(let key, _): return "it has no \(key.stringValue)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return context.codingPath.isEmpty ? "not an object" : "\(member(context.codingPath)) has another form"
    case .dataCorrupted: return "not JSON"
    @unknown default: return "not JSON"
    }
  }

  /// The path to a member as a reader counts, such as `events 2 parties`.
  private static func member(_ path: [any CodingKey]) -> String {
    path.map { key in key.intValue.map { String($0 + 1) } ?? key.stringValue }.joined(separator: " ")
  }
}
