import Archive
import GRDB

/// The tables, made and changed only by named migrations.
enum Schema {
  enum State { case ready, newer, foreign }

  /// "dyad" in ASCII, in the header of the file.
  private static let applicationID = 0x6479_6164

  /// `progressed` hears of the work on an older archive.
  static func prepare(
    _ database: any DatabaseWriter, _ progressed: @escaping @Sendable (ArchiveProgress) -> Void
  ) throws -> State {
    let state = try database.read(state)
    guard state == .ready else { return state }
    if try database.read(migrator.hasCompletedMigrations) { return .ready }
    let migrator = migrator(progressed)
    do {
      try migrator.migrate(database)
    } catch {
      // Another process may have made the tables between our look and our turn.
      guard try database.read(migrator.hasCompletedMigrations) else { throw error }
    }
    return .ready
  }

  private static func state(_ db: Database) throws -> State {
    let tables = try Int.fetchOne(
      db, sql: "select count(*) from sqlite_master where name not like '%grdb_migrations%'")
    let mark = try Int.fetchOne(db, sql: "pragma application_id")
    if tables != 0 && mark != applicationID { return .foreign }
    return try migrator.hasBeenSuperseded(db) ? .newer : .ready
  }

  private static let migrator = migrator { _ in }

  private static func migrator(_ progressed: @escaping @Sendable (ArchiveProgress) -> Void)
    -> DatabaseMigrator
  {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("first tables") { db in
      try db.execute(sql: "pragma application_id = \(applicationID)")
      try db.execute(sql: firstTables)
    }
    migrator.registerMigration("reports of one event") { db in try db.execute(sql: folds) }
    migrator.registerMigration("corrections") { db in try db.execute(sql: corrections) }
    migrator.registerMigration("terms and tallies") { db in
      try db.execute(sql: tallies)
      try OlderRows(db, progressed).move()
    }
    migrator.registerMigration("order of publication") { db in try PublicationTables.create(db) }
    migrator.registerMigration("ranks of terms") { db in
      try db.execute(sql: ranks)
      try ArchiveIdentity.mark(db)
    }
    migrator.registerMigration("names of people") { db in try PersonNames(db).create() }
    OwnTable.register(&migrator)
    // Rows stay as they are: each tells by its length whether it is packed. The name keeps older programs away.
    migrator.registerMigration("packed texts") { _ in }
    return migrator
  }

  /// Dates are ISO 8601 as exact as known; kinds, levels and the like are the words of the exchange format.
  /// `event.id` is described at `EventNumber`; `event_country.party` is 1 for a party, 0 for a country only named.
  private static let firstTables = """
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
    create table event_dyad(
      dyad text not null, id integer not null, primary key(dyad, id)) without rowid;
    create table event_person(
      name text not null, id integer not null, country text not null,
      primary key(name, id, country)) without rowid;
    """

  /// `event.lead` and `role` are described at `FoldTable` and `KeyRole`. The partial indexes hold what is counted as an
  /// event; `upkeep` has the version of each rule by which rows were derived.
  private static let folds = """
    alter table event add column lead integer;
    alter table event_country add column role integer not null default 0;
    alter table event_dyad add column role integer not null default 0;
    alter table event_person add column role integer not null default 0;
    create index event_lead on event(lead);
    create index event_leading_kind on event(kind) where lead is null;
    create index event_leading_level on event(level) where lead is null;
    create table upkeep(name text primary key, version integer not null) without rowid;
    """

  /// `first` to `nth` name the event as coded; `date` is empty for none, so that the key is unique. `coded_event` holds
  /// each corrected event as it was coded, in the columns of `event` and `event_detail`; `now` is its number today, null
  /// while it is no event.
  private static let corrections = """
    create table correction(
      id integer primary key, hash integer not null, first text not null, second text not null,
      date text not null, kind text not null, nth integer not null, field text not null, was text not null,
      now text not null, source text not null, published text, title text not null,
      unique(hash, first, second, date, kind, nth, field));
    create table coded_event(
      id integer primary key, article integer not null, date text, end text, kind text not null, subkind text,
      status text not null, level text not null, first text not null, second text not null,
      json text not null, now integer);
    create index coded_event_article on coded_event(article);
    create index coded_event_now on coded_event(now);
    """

  /// Every event stands in `posting` at each of its terms, under its class (kind and level), in the order of numbers.
  /// `tally` counts a term by year and month, `total` counts it in all; their cells are described at `TallyCells`.
  /// `text_piece.id` is article << 16 | number of the piece; `article.parts` tells how the pieces make paragraphs.
  private static let tallies = """
    create table term(
      id integer primary key, facet text not null, value text not null, country text not null,
      unique(facet, value, country));
    create table class(
      id integer primary key, kind text not null, level text not null, unique(kind, level));
    create table posting(
      term integer not null, class integer not null, id integer not null, role integer not null,
      primary key(term, class, id)) without rowid;
    create table tally(id integer primary key, cells blob not null);
    create table total(id integer primary key, cells blob not null);
    create table text_piece(id integer primary key, bytes blob not null);
    create table detail(id integer primary key, packed blob not null);
    alter table article add column length integer not null default 0;
    alter table article add column parts text not null default '';
    alter table article drop column fold;
    alter table coded_event rename column json to packed;
    insert into upkeep(name, version) values ('commits', 0);
    """
  /// How many events and reports a term has in all, so that the most frequent are found without the others: those met
  /// less than `FacetQuery.leastRanked` times are many, and are not ranked. `search_words` has the words of the index.
  private static let ranks = """
    alter table term add column events integer not null default 0;
    alter table term add column reports integer not null default 0;
    create index term_rank on term(facet, max(events, reports)) where max(events, reports) >= 4;
    create virtual table search_words using fts5vocab(search, instance);
    """
}
