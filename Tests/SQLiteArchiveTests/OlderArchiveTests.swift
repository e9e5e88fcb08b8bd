import Archive
import Diplomacy
import GRDB
import SQLiteArchive
import Support
import Testing

@Suite struct OlderArchiveTests {
  /// The tables of the first dyad, and those of the last one before the tallies, with two reports of one event.
  private static let firstTables = """
    pragma application_id = 1685676388;
    create table grdb_migrations(identifier text not null primary key);
    insert into grdb_migrations values ('first tables');
    create table article(
      id integer primary key, hash integer not null, published text, title text not null,
      language text not null, source text not null, fold integer not null);
    create index article_hash on article(hash);
    create table paragraph(
      article integer not null, position integer not null, part text not null, text text not null,
      primary key(article, position)) without rowid;
    create table event(
      id integer primary key, article integer not null, date text, end text, kind text not null, subkind text,
      status text not null, level text not null, first text not null, second text not null);
    create index event_article on event(article);
    create index event_kind on event(kind);
    create index event_level on event(level);
    create table event_detail(id integer primary key, json text not null);
    create table event_country(
      country text not null, party integer not null, id integer not null,
      primary key(country, party, id)) without rowid;
    create table event_dyad(dyad text not null, id integer not null, primary key(dyad, id)) without rowid;
    create table event_person(
      name text not null, id integer not null, country text not null, primary key(name, id, country)) without rowid;
    create virtual table search using fts5(text, content='', tokenize="unicode61 remove_diacritics 0");
    """

  private static let details = """
    {"host":"VN","people":[{"name":"Lan Mẫu","title":"Minister","country":"VN"}],"place":{"name":"Huế"},\
    "topics":["aid"],"commitments":[{"text":"ten","amount":10,"due":"2025"}],"mentions":[],\
    "mentionedCountries":["TH"],"evidence":[{"field":"kind","span":[0,0,3],"rule":"first"}]}
    """

  private func older(_ path: String, folded: Bool) throws {
    try DatabaseQueue(path: path).write { db in
      try db.execute(sql: OlderArchiveTests.firstTables)
      if folded {
        try db.execute(
          sql: """
            insert into grdb_migrations values ('reports of one event'), ('corrections');
            alter table event add column lead integer;
            create index event_lead on event(lead);
            create index event_leading_kind on event(kind) where lead is null;
            create index event_leading_level on event(level) where lead is null;
            create table upkeep(name text primary key, version integer not null) without rowid;
            insert into upkeep values ('fold', 1);
            create table correction(
              id integer primary key, hash integer not null, first text not null, second text not null,
              date text not null, kind text not null, nth integer not null, field text not null,
              was text not null, now text not null, source text not null, published text, title text not null,
              unique(hash, first, second, date, kind, nth, field));
            create table coded_event(
              id integer primary key, article integer not null, date text, end text, kind text not null,
              subkind text, status text not null, level text not null, first text not null,
              second text not null, json text not null, now integer);
            create index coded_event_article on coded_event(article);
            create index coded_event_now on coded_event(now);
            """)
      }
      let block = Int64(738_950) << 20
      for (number, text) in ["One", "Two and longer"].enumerated() {
        try db.execute(
          sql: """
            insert into article values (?1, ?1, '2024-03-05', ?2, 'en', 'old.txt', 1);
            """, arguments: [number + 1, text])
        try db.execute(
          sql: "insert into paragraph values (?, 0, 'title', ?)", arguments: [number + 1, text])
        try db.execute(
          sql: "insert into paragraph values (?, 1, 'body', 'Hội đàm.')", arguments: [number + 1])
        try db.execute(
          sql: """
            insert into event(id, article, date, kind, status, level, first, second)
            values (?, ?, '2024-03-05', 'talks', 'held', 'minister', 'VN', 'KR')
            """, arguments: [block + Int64(number), number + 1])
        try db.execute(
          sql: "insert into event_detail values (?, ?)",
          arguments: [block + Int64(number), OlderArchiveTests.details])
      }
    }
  }

  @Test(arguments: [false, true])
  func anArchiveOfOlderTablesIsFoldedCountedAndTakesCorrections(_ folded: Bool) throws {
    let folder = try PassingFolder()
    let path = folder.path + "/older.sqlite"
    try older(path, folded: folded)
    let archive = try DiskArchive(file: path)
    #expect(try archive.count(.everything) == 1)
    #expect(try archive.count(Filter.everything.counting(.reports)) == 2)
    #expect(try archive.count(Filter([.words("hội đàm")])) == 1)
    #expect(try archive.facet(.person, .everything, limit: 9).map(\.events) == [1])
    let rows = try archive.window(.everything, order: .newestFirst, anchor: .start, rows: 9).rows
    #expect(rows.map(\.reports) == [2])
    #expect(rows.first?.headline == "Two and longer")
    let record = try #require(try archive.record(rows[0].id))
    #expect(record.article.paragraphs.map(\.text) == ["Two and longer", "Hội đàm."])
    #expect(record.event.place?.name == "Huế")
    #expect(record.event.commitments.first?.amount == 10)
    #expect(record.event.evidence.first?.span.bytes == 0..<3)
    #expect(try archive.correct(record.coded, .level(.other)) != nil)
    #expect(try archive.count(Filter([.level(.other)])) == 1)
    #expect(try DiskArchive(file: path).corrections().count == 1)
  }

  @Test func correctionsReachAnArchiveThatImportsTheArticleLater() throws {
    let first = try DiskArchive.inMemory()
    let reports = [5, 6].map { SampleReport(SampleReport.day($0), "KR").coded }
    _ = try first.add(reports)
    let rows = try first.window(.everything, order: .newestFirst, anchor: .start, rows: 9).rows
    let record = try #require(try first.record(rows[0].id))
    _ = try first.correct(record.coded, .date(PartialDate(iso: "2024-03-05")))
    let second = try DiskArchive.inMemory()
    #expect(try second.take(try first.corrections()) == 0)
    _ = try second.add(reports)
    #expect(try second.count(.everything) == 1)
    #expect(try second.corrections().map(\.change) == (try first.corrections().map(\.change)))
  }

  @Test func aFailedCorrectionLeavesEverythingAsItWas() throws {
    let folder = try PassingFolder()
    let archive = try DiskArchive(file: folder.archive)
    _ = try archive.add([SampleReport.full])
    let rows = try archive.window(.everything, order: .newestFirst, anchor: .start, rows: 1).rows
    let record = try #require(try archive.record(rows[0].id))
    try DatabaseQueue(path: folder.archive).write { db in
      try db.execute(
        sql: "create trigger refusal before insert on coded_event begin select raise(abort, 'no'); end")
    }
    #expect(throws: ArchiveProblem.self) { try archive.correct(record.coded, .kind(.aid)) }
    #expect(try archive.record(rows[0].id) == record)
    #expect(try archive.corrections() == [])
  }
}
