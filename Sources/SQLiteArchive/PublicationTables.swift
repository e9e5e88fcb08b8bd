import GRDB

/// The order of events by the day their report was published, kept beside the order of event numbers. Triggers write it
/// wherever an event comes, goes, or is led by another.
///   publication        number, made like that of an event of the day of publication (`EventNumber`), and its event
///   published_count    events and reports by month of publication, parties, kind and level; month 0 for a year alone,
///                      year 0 for no date
enum PublicationTables {
  /// Creates the tables and fills them from the events there are.
  static func create(_ db: Database) throws {
    try db.execute(sql: tables)
    try db.execute(
      sql: """
        insert into publication(number, event)
        select (block << 20) + row_number() over (partition by block order by id) - 1, id
        from (select event.id as id, \(block) as block from event join article on article.id = event.article);
        insert into published_count
        select \(year), \(month), min(first, second), max(first, second), kind, level, sum(lead is null), count(*)
        from event join article on article.id = event.article group by 1, 2, 3, 4, 5, 6;
        """)
    try db.execute(sql: triggers)
  }

  /// One sentence per finding; none when the order agrees with the events.
  static func findings(_ db: Database) throws -> [String] {
    let strayed = try Int.fetchOne(
      db,
      sql: """
        select count(*) from (
          select event.id, \(block) as block from event join article on article.id = event.article
          except select event, number >> 20 from publication)
        """)
    let rows = try Int.fetchOne(
      db, sql: "select (select count(*) from publication) <> (select count(*) from event)")
    let counted = try Int.fetchOne(
      db,
      sql: """
        with counted as (
          select \(year), \(month), min(first, second), max(first, second), kind, level, sum(lead is null), count(*)
          from event join article on article.id = event.article group by 1, 2, 3, 4, 5, 6),
        kept as (select * from published_count where reports <> 0)
        select (select count(*) from (select * from counted except select * from kept))
          + (select count(*) from (select * from kept except select * from counted))
        """)
    var findings: [String] = []
    if strayed != 0 || rows != 0 {
      findings.append("The order of publication does not agree with the events.")
    }
    if counted != 0 { findings.append("The counts by month of publication do not agree with the events.") }
    return findings
  }

  private static let tables = """
    create table publication(number integer primary key, event integer not null unique);
    create table published_count(
      year integer not null, month integer not null, first text not null, second text not null,
      kind text not null, level text not null, events integer not null, reports integer not null,
      primary key(year, month, first, second, kind, level)) without rowid;
    """

  /// The block of an article's day: 0 for none, the first day of a month or year.
  private static let block = """
    coalesce(cast(julianday(published || substr('-01-01', length(published) - 3)) - 1721424.5 as integer), 0)
    """
  private static let year = "coalesce(cast(substr(published, 1, 4) as integer), 0)"
  private static let month = "coalesce(cast(substr(published, 6, 2) as integer), 0)"

  private static var triggers: String {
    func count(_ row: String, _ events: String, _ reports: String) -> String {
      """
      insert into published_count
      select \(year), \(month), min(\(row).first, \(row).second), max(\(row).first, \(row).second), \(row).kind,
        \(row).level, \(events), \(reports)
      from article where id = \(row).article
      on conflict do update set events = events + excluded.events, reports = reports + excluded.reports;
      """
    }
    return """
      create trigger event_published after insert on event begin
        insert into publication(number, event)
        select coalesce(
          (select max(number) + 1 from publication where number >= block << 20 and number < (block + 1) << 20),
          block << 20), new.id
        from (select \(block) as block from article where id = new.article);
        \(count("new", "new.lead is null", "1"))
      end;
      create trigger event_unpublished after delete on event begin
        delete from publication where event = old.id;
        \(count("old", "-(old.lead is null)", "-1"))
      end;
      create trigger event_led after update of lead on event when (old.lead is null) <> (new.lead is null) begin
        \(count("new", "(new.lead is null) - (old.lead is null)", "0"))
      end;
      """
  }
}
