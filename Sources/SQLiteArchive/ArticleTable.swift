import Archive
import Diplomacy
import GRDB
import Text

/// Articles, and their text in pieces that fill the pages of the file: a whole report would leave a fifth of them empty.
/// The text is packed where that makes it shorter; `article.length` has the bytes of the text itself, and tells which.
struct ArticleTable {
  /// Bytes of text in a row of `text_piece`.
  private static let pieceSize = 800

  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Nil for an article that is stored already.
  func add(_ article: Article, hash: Int64, _ ledger: Ledger) throws -> ArticleID? {
    if try isStored(article, hash: hash, ledger) { return nil }
    let row = try ledger.statement(
      "insert into article(hash, published, title, language, source) values (?, ?, ?, ?, ?)")
    row.bind(1, hash)
    row.bind(2, article.published?.iso)
    row.bind(3, article.title)
    row.bind(4, article.language.rawValue)
    row.bind(5, article.source)
    try row.run()
    let id = ArticleID(db.lastInsertedRowID)
    try write(article.paragraphs, of: id, ledger)
    return id
  }

  /// Each paragraph's part and length, "title 5,body 300", so that the text can be cut again whatever it holds.
  private static func parts(_ paragraphs: [Article.Paragraph]) -> String {
    paragraphs.map { "\($0.part.rawValue) \($0.text.utf8.count)" }.joined(separator: ",")
  }

  func write(_ paragraphs: [Article.Paragraph], of id: ArticleID, _ ledger: Ledger) throws {
    let bytes = paragraphs.flatMap { Array($0.text.utf8) }
    let shape = try ledger.statement("update article set length = ?, parts = ? where id = ?")
    shape.bind(1, Int64(bytes.count))
    shape.bind(2, ArticleTable.parts(paragraphs))
    shape.bind(3, id.number)
    try shape.run()
    let stored = ledger.packer.packed(bytes, knowing: .reports) ?? bytes
    let piece = try ledger.statement("insert into text_piece(id, bytes) values (?, ?)")
    for (number, start) in stride(from: 0, to: stored.count, by: ArticleTable.pieceSize).enumerated() {
      piece.bind(1, id.number << 16 | Int64(number))
      piece.bind(2, stored[start..<min(stored.count, start + ArticleTable.pieceSize)])
      try piece.run()
    }
  }

  func article(_ id: ArticleID) throws -> Article? {
    let sql = "select published, title, language, source from article where id = ?"
    guard let row = try StoredRow.fetchOne(db.cachedStatement(sql: sql), arguments: [id.number]) else {
      return nil
    }
    let language = try ArticleTable.language(row["language"])
    return Article(
      published: try StoredDate.read(row["published"]), title: StoredText.read(row["title"]),
      paragraphs: try paragraphs(id), language: language,
      source: StoredText.read(row["source"]))
  }

  static func language(_ word: String) throws -> Article.Language {
    guard let language = Article.Language(rawValue: word) else {
      throw DamagedRow(what: "an article in an unknown language")
    }
    return language
  }

  func paragraphs(_ id: ArticleID) throws -> [Article.Paragraph] {
    let sql = "select parts, length from article where id = ?"
    guard let row = try StoredRow.fetchOne(db.cachedStatement(sql: sql), arguments: [id.number]) else {
      return []
    }
    let parts: String = row["parts"]
    let bytes = try body(id, length: row["length"])
    var at = 0
    return try parts.split(separator: ",").map { entry in
      let words = entry.split(separator: " ")
      guard words.count == 2, let part = Article.Part(rawValue: String(words[0])), let count = Int(words[1]),
        count >= 0, count <= bytes.count - at
      else { throw DamagedRow(what: "article \(id.number) with an unknown part") }
      defer { at += count }
      return Article.Paragraph(part: part, text: String(decoding: bytes[at..<(at + count)], as: UTF8.self))
    }
  }

  private func body(_ id: ArticleID, length: Int) throws -> [UInt8] {
    let sql = "select bytes from text_piece where id >= ? and id < ? order by id"
    let rows = try StoredRow.fetchCursor(
      db.cachedStatement(sql: sql), arguments: [id.number << 16, (id.number + 1) << 16])
    var bytes: [UInt8] = []
    while let row = try rows.next() {
      try row.withUnsafeData(atIndex: 0) { if let data = $0 { bytes.append(contentsOf: data) } }
    }
    if bytes.count >= length { return bytes }
    do throws(Unpacker.Mistake) {
      return try Unpacker().unpacked(bytes[...], count: length)
    } catch {
      throw DamagedRow(what: "article \(id.number) with a text that cannot be unpacked")
    }
  }

  /// The hash only finds candidates; the text itself decides, so that no collision loses an article.
  private func isStored(_ article: Article, hash: Int64, _ ledger: Ledger) throws -> Bool {
    let query = try ledger.statement("select id from article where hash = ? and published is ?")
    query.bind(1, hash)
    query.bind(2, article.published?.iso)
    var candidates: [Int64] = []
    try query.eachRow { candidates.append($0.number(at: 0)) }
    return try candidates.contains { candidate in
      try paragraphs(ArticleID(candidate)).map(\.text) == article.paragraphs.map(\.text)
    }
  }

  /// Of the published date and the text of the paragraphs.
  static func hash(_ article: Article) -> Int64 {
    var print = Fingerprint()
    func mix(_ text: String) {
      print.mix(text)
      print.mix(0xff)
    }
    mix(article.published?.iso ?? "")
    for paragraph in article.paragraphs { mix(paragraph.text) }
    return Int64(bitPattern: print.value)
  }
}
