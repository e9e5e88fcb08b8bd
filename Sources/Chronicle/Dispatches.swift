/// The longer reports of the sample, each under a line `# DATE PARTIES KIND`, its paragraphs one to a line.
package struct Dispatches: Sendable {
  /// Paragraphs by heading, such as `2026-01-30 VN-KR phone-call`.
  package let paragraphs: [String: [String]]

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var found: [String: [String]] = [:]
    var heading: String?
    for line in bytes.split(separator: 10) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("# ") {
        heading = String(text.dropFirst(2))
      } else if let heading {
        found[heading, default: []].append(text)
      }
    }
    paragraphs = found
  }
}
