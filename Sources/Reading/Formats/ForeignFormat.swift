/// Formats that are known by their first bytes and refused by name, so that nobody wonders what became of them.
enum ForeignFormat {
  static func name(of bytes: [UInt8]) -> String? { sealedName(of: bytes) ?? (isJSON(bytes) ? "JSON" : nil) }

  /// Formats that are never lines of text to take one by one.
  static func sealedName(of bytes: [UInt8]) -> String? {
    func begins(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
    if begins([0x1F, 0x8B]) { return "a gzip archive" }
    if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) { return "a zip archive" }
    if begins([0x42, 0x5A, 0x68]) { return "a bzip2 archive" }
    if begins([0xFD, 0x37, 0x7A, 0x58, 0x5A]) { return "an xz archive" }
    if begins([0x28, 0xB5, 0x2F, 0xFD]) { return "a zstd archive" }
    if begins(Array("%PDF".utf8)) { return "a PDF" }
    if firstSign(of: bytes) == UInt8(ascii: "<") {
      let head = head(of: bytes)
      if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") { return "HTML" }
      if head.hasPrefix("<?xml") || head.hasPrefix("<rss") || head.hasPrefix("<feed")
        || head.hasPrefix("<!doctype")
      {
        return "XML"
      }
    }
    return nil
  }

  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    guard let first = firstSign(of: bytes), first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return false
    }
    let head = head(of: bytes)
    if head.hasPrefix("{") { return head.contains("\"") }
    return head.hasPrefix("[") && head.dropFirst().first.map { "[{\"]".contains($0) } ?? false
  }

  /// The first characters behind blanks and a byte order mark, in small letters.
  private static func head(of bytes: [UInt8]) -> String {
    String(decoding: start(of: bytes).prefix(256), as: UTF8.self).lowercased()
  }

  /// What nearly every report is let through by, without making a text of its head.
  private static func firstSign(of bytes: [UInt8]) -> UInt8? { start(of: bytes).first }

  private static func start(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.prefix(512).drop {
      $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 9 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF
    }
  }

  /// A file called like a format that dyad does not read, whatever is in it: nobody meant it as a plain report.
  static func name(ofFile file: String) -> String? {
    let endings = [
      ".json": "called like JSON", ".xml": "called like XML", ".html": "called like HTML",
    ]
    let name = file.lowercased()
    return endings.first { name.hasSuffix($0.key) }?.value
  }

  static func encoding(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    return nil
  }
}
