import Archive
import Diplomacy

/// What any archive must do, whatever it is made of. Each check makes fresh archives and returns its complaints in
/// words; none means that the promise is kept.
package struct ArchiveContract: Sendable {
  package struct Check: Sendable, CustomStringConvertible {
    package let name: String
    let run: @Sendable (inout ArchiveComplaints, any EventArchive) throws -> Void
    package var description: String { name }
  }

  private let make: @Sendable () throws -> any EventArchive

  package init(make: @escaping @Sendable () throws -> any EventArchive) { self.make = make }

  package func complaints(_ check: Check) throws -> [String] {
    var complaints = ArchiveComplaints()
    try check.run(&complaints, try make())
    return complaints.all
  }

  package static let checks: [Check] =
    basicChecks + foldChecks + correctionChecks + glanceChecks + ownWorkChecks + viewChecks

  private static let basicChecks: [Check] = [
    Check(name: "an article is added once") { complaints, archive in
      let one = SampleReport("2024-03-05", "KR").coded
      complaints.expect(try archive.add([one, one]), [.added, .alreadyThere], "twice in a batch")
      complaints.expect(try archive.add([one]), [.alreadyThere], "again")
      complaints.expect(try archive.count(.everything), 1, "events")
      complaints.expect(try archive.articles(), 1, "articles")
      let renamed = SampleReport("2024-03-05", "KR", source: "other.txt").coded
      complaints.expect(try archive.add([renamed]), [.alreadyThere], "under another name")
      let redated = SampleReport("2024-03-05", "KR", published: "2024-03-07").coded
      complaints.expect(
        try archive.holds([redated.article, renamed.article]), [false, true], "what it holds")
      complaints.expect(try archive.add([redated]), [.added], "of another day")
    },
    Check(name: "an article without events is kept") { complaints, archive in
      let bare = CodedArticle(article: SampleReport("2024-03-05", "KR").coded.article, events: [])
      complaints.expect(try archive.add([bare]), [.added], "outcome")
      complaints.expect(try archive.articles(), 1, "articles")
      complaints.expect(try archive.count(.everything), 0, "events")
    },
    Check(name: "a record comes back whole") { complaints, archive in
      let report = SampleReport.full
      _ = try archive.add([report])
      let id = try archive.window(.everything, order: .newestFirst, anchor: .start, rows: 1).rows.first?.id
      let record = try id.flatMap { try archive.record($0) }
      complaints.expect(record?.article, report.article, "article")
      complaints.expect(record?.event, report.events.first, "event")
      complaints.expect(try archive.record(EventID(7)) == nil, true, "no record of an unknown number")
    },
    Check(name: "windows are anchored in both orders") { complaints, archive in
      _ = try archive.add(
        (1...20).map { SampleReport(SampleReport.day($0), $0 % 2 == 0 ? "KR" : "JP").coded })
      _ = try archive.add([SampleReport(nil, "KR").coded])
      try ArchiveContract.checkWindows(&complaints, archive)
    },
    Check(name: "an anchor of days leads to what is shown first in them") { complaints, archive in
      try ArchiveContract.checkSpans(&complaints, archive)
    },
    Check(name: "a folded and sorted timeline is the plain one in groups") { complaints, archive in
      try ArchiveContract.checkArrangements(&complaints, archive)
    },
    Check(name: "the order of publication") { complaints, archive in
      try ArchiveContract.checkPublication(&complaints, archive)
    },
    Check(name: "an anchor that is filtered out leads to the nearest kept event") { complaints, archive in
      _ = try archive.add(
        [1, 9, 10, 20].map { SampleReport(SampleReport.day($0), $0 == 9 ? "JP" : "KR").coded })
      let japan = Filter([.country(SampleReport.country("JP"))])
      let korea = Filter([.country(SampleReport.country("KR"))])
      let hidden = try archive.window(japan, order: .newestFirst, anchor: .start, rows: 1).rows.first?.id
      for order in TimelineOrder.allCases {
        let window = try archive.window(korea, order: order, anchor: .event(hidden ?? EventID(0)), rows: 3)
        complaints.expect(window.anchored, 1, "\(order)")
        let nearest = window.rows.indices.contains(1) ? window.rows[1].date?.day : nil
        complaints.expect(nearest, 10, "\(order) day")
      }
    },
    Check(name: "clauses of a facet are alternatives, facets all apply, exclusions always") {
      complaints, archive in
      try ArchiveContract.checkFilters(&complaints, archive)
    },
    Check(name: "alternatives and what is asked of details and reports") { complaints, archive in
      try ArchiveContract.checkLanguage(&complaints, archive)
    },
    Check(name: "words are found with and without marks") { complaints, archive in
      try ArchiveContract.checkWords(&complaints, archive)
    },
    Check(name: "the best match comes first on demand") { complaints, archive in
      try ArchiveContract.checkBest(&complaints, archive)
    },
    Check(name: "months and facets count what the filter keeps") { complaints, archive in
      try ArchiveContract.checkCounts(&complaints, archive)
    },
    Check(name: "neighbours are the next events of the dyad") { complaints, archive in
      _ = try archive.add([1, 5, 9].map { SampleReport(SampleReport.day($0), $0 == 5 ? "JP" : "KR").coded })
      let rows = try archive.window(.everything, order: .oldestFirst, anchor: .start, rows: 3).rows
      guard rows.count == 3 else { return complaints.complain("three rows") }
      complaints.expect(try archive.neighbour(of: rows[0].id, later: true, .events), rows[2].id, "later")
      complaints.expect(try archive.neighbour(of: rows[2].id, later: false, .events), rows[0].id, "earlier")
      complaints.expect(try archive.neighbour(of: rows[2].id, later: true, .events), nil, "after the last")
      complaints.expect(try archive.neighbour(of: rows[1].id, later: false, .events), nil, "alone")
      complaints.expect(try archive.neighbour(of: EventID(3), later: true, .events), nil, "unknown")
    },
    Check(name: "an empty archive answers") { complaints, archive in
      complaints.expect(try archive.add([]), [], "no batch")
      let anchors: [TimelineAnchor] = [
        .start, .end, .position(9), .event(EventID(1)), .day(SampleReport.calendarDay),
        .span(SampleReport.calendarDay, SampleReport.calendarDay), .group(.undated, after: 0),
      ]
      for anchor in anchors {
        let window = try archive.window(.everything, order: .newestFirst, anchor: anchor, rows: 5)
        complaints.expect(window.rows.isEmpty && window.total == 0, true, "\(anchor)")
      }
      complaints.expect(try archive.months(.everything), [], "months")
      for facet in Facet.allCases {
        complaints.expect(try archive.facet(facet, .everything, limit: 9), [], "\(facet)")
      }
    },
  ]
}

/// Collects what an archive did otherwise than promised.
package struct ArchiveComplaints {
  package private(set) var all: [String] = []

  mutating func complain(_ text: String) { all.append(text) }

  mutating func expect<Value: Equatable>(_ found: Value, _ wanted: Value, _ what: String) {
    if found != wanted { all.append("\(what): \(found) instead of \(wanted)") }
  }
}
