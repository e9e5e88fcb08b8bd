import Archive
import Diplomacy
import GRDB
import Text

/// Articles and their paragraphs.
struct ArticleTable {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Groups of reports that may have become one event are put into `touched`.
  func add(_ coded: CodedArticle, _ touched: inout Set<FoldGroup>) throws -> AddOutcome {
    let article = coded.article
    let hash = ArticleTable.hash(article)
    if try isStored(article, hash: hash) { return .alreadyThere }
    let id = try insert(article, hash: hash)
    try SearchTable(db).add(id, article.title, article.paragraphs.map(\.text))
    for event in coded.events {
      try EventTable(db).add(event, article: id)
      if let group = FoldGroup(event) { touched.insert(group) }
    }
    try CorrectionTable(db).apply(to: id, ArticleHash(hash), &touched)
    return .added
  }

  func article(_ id: ArticleID) throws -> Article? {
    guard
      let row = try StoredRow.fetchOne(
        db, sql: "select published, title, language, source from article where id = ?", arguments: [id.number]
      )
    else { return nil }
    guard let language = Article.Language(rawValue: row["language"]) else {
      throw DamagedRow(what: "article \(id.number) in an unknown language")
    }
    return Article(
      published: try StoredDate.read(row["published"]), title: StoredText.read(row["title"]),
      paragraphs: try paragraphs(id), language: language, source: StoredText.read(row["source"]))
  }

  func paragraphs(_ id: ArticleID) throws -> [Article.Paragraph] {
    let sql = "select part, text from paragraph where article = ? order by position"
    return try StoredRow.fetchAll(db.cachedStatement(sql: sql), arguments: [id.number]).map { row in
      guard let part = Article.Part(rawValue: row["part"]) else {
        throw DamagedRow(what: "article \(id.number) with an unknown part")
      }
      return Article.Paragraph(part: part, text: StoredText.read(row["text"]))
    }
  }

  /// The hash only finds candidates; the text itself decides, so that no collision loses an article.
  private func isStored(_ article: Article, hash: Int64) throws -> Bool {
    let sql = "select id from article where hash = ? and published is ?"
    let candidates = try Int64.fetchAll(
      db.cachedStatement(sql: sql), arguments: [hash, article.published?.iso])
    return try candidates.contains { candidate in
      try paragraphs(ArticleID(candidate)).map(\.text) == article.paragraphs.map(\.text)
    }
  }

  private func insert(_ article: Article, hash: Int64) throws -> ArticleID {
    let sql = "insert into article(hash, published, title, language, source, fold) values (?, ?, ?, ?, ?, ?)"
    try db.cachedStatement(sql: sql).execute(arguments: [
      hash, article.published?.iso, StoredText.write(article.title), article.language.rawValue,
      StoredText.write(article.source), foldVersion,
    ])
    let id = ArticleID(db.lastInsertedRowID)
    let statement = try db.cachedStatement(
      sql: "insert into paragraph(article, position, part, text) values (?, ?, ?, ?)")
    for (position, paragraph) in article.paragraphs.enumerated() {
      try statement.execute(arguments: [
        id.number, position, paragraph.part.rawValue, StoredText.write(paragraph.text),
      ])
    }
    return id
  }

  /// 64-bit FNV-1a of the published date and the text of the paragraphs.
  static func hash(_ article: Article) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    mix(article.published?.iso ?? "")
    for paragraph in article.paragraphs { mix(paragraph.text) }
    return Int64(bitPattern: hash)
  }
}
