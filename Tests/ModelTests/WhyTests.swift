import Commands
import Diplomacy
import Testing
import Text

@testable import Model

/// A browser over three events whose first has words for its kind, and whose reports are two.
private struct Desk {
  var browser = StandIn(columns: 120, rows: 30)

  /// Shows a record in the place of the selected one.
  init(reports: Int = 1, evidence: [Evidence] = Desk.evidence, corrections: [FieldChange] = []) {
    guard let id = browser.state.timeline.selected?.id else { return }
    _ = browser.state.hear(
      .record(id, record(id, reports: reports, evidence: evidence, corrections: corrections)))
  }

  static let evidence = [
    Evidence(field: .kind, span: TextSpan(paragraph: 9, bytes: 0..<9), rule: "earliest act named"),
    Evidence(field: .kind, span: TextSpan(paragraph: 9, bytes: 9000..<9999), rule: "beyond the text"),
    Evidence(field: .date, span: TextSpan(paragraph: 99, bytes: 0..<4), rule: "no such paragraph"),
  ]

  func record(
    _ id: EventID, reports: Int = 1, evidence: [Evidence] = [], corrections: [FieldChange] = []
  ) -> EventRecord? {
    guard let first = browser.state.timeline.selected, let told = browser.record(first.id) else { return nil }
    var event = told.event
    event.evidence = evidence
    let list = (0..<reports).map { number in
      EventReport(
        id: EventID(first.id.number + Int64(number) * 1000), source: "\(number).txt", published: nil,
        title: "Report \(number)")
    }
    return EventRecord(
      id: id, event: event, article: told.article, marks: [], reports: list, coded: told.coded,
      corrections: corrections)
  }

  mutating func press(_ commands: Command...) { for command in commands { _ = browser.state.obey(command) } }

  func text(_ field: Evidence.Field) -> [String] {
    (browser.state.why?.lines ?? []).filter { $0.field == field }.map { line in
      (line.line.runs + line.line.right).map(\.text).joined()
    }
  }
}

@Suite struct WhyPanelTests {
  @Test func thePanelMovesByFieldsAndClosesWithoutDoingMore() {
    var desk = Desk()
    let selected = desk.browser.state.timeline.selected
    desk.press(.why)
    #expect(desk.browser.state.context == .why)
    #expect(desk.browser.state.why?.field == .parties)
    desk.press(.moveDown, .moveDown, .moveUp)
    #expect(desk.browser.state.why?.field == .kind)
    desk.press(.last)
    #expect(desk.browser.state.why?.field == .mentions)
    #expect(desk.browser.state.timeline.selected == selected)
    desk.press(.leave)
    #expect(desk.browser.state.why == nil && desk.browser.state.context == .timeline)
    desk.press(.why)
    #expect(desk.browser.state.why?.field == .mentions)
    desk.press(.back)
    #expect(desk.browser.state.why == nil && desk.browser.quits == 0)
  }

  @Test func eachFieldHasItsValueWordsAndRuleOrSaysThatThereAreNone() {
    var desk = Desk()
    desk.press(.why)
    let kind = desk.text(.kind)
    #expect(kind.contains { $0.contains("“") && $0.contains("paragraph 10") })
    #expect(kind.contains { $0.contains("rule: earliest act named") })
    #expect(desk.text(.level).contains { $0.contains("no words recorded") })
    #expect(desk.text(.host).count == 1 && desk.text(.host)[0].contains("none"))
    #expect(Set(desk.browser.state.why?.lines.map(\.field) ?? []) == Set(Evidence.Field.allCases))
    for columns in [120, 80, 40, 20, 3, 0] {
      desk.browser.resize(columns, 24)
      let width = desk.browser.state.layout.detail.size.columns
      let quotes = desk.text(.kind).filter { $0.contains("“") }
      #expect(width < 30 || quotes.allSatisfy { cellWidth($0) <= width })
    }
  }

  @Test func enterShowsTheWordsInTheReportAndEscTakesThemBack() {
    var desk = Desk()
    desk.press(.why, .moveDown, .showWords)
    let state = desk.browser.state
    #expect(state.why == nil && state.focus == .detail)
    let place = state.detail.lines.firstIndex { $0.runs.contains { $0.role == .evidence } }
    #expect(place.map { (state.detail.top..<state.detail.top + state.detail.height).contains($0) } == true)
    #expect(state.detail.top > 0)
    desk.press(.leave)
    #expect(desk.browser.state.detail.pointed.isEmpty)
    #expect(desk.browser.state.focus == .detail)
    desk.press(.why, .moveDown, .moveDown, .moveDown, .moveDown, .showWords)
    #expect(desk.browser.state.why != nil)
    #expect(desk.browser.state.notice != nil)
  }

  @Test func aCorrectedFieldSaysWhatItWas() throws {
    let change = try #require(FieldChange(was: .kind(.talks), now: .kind(.phoneCall)))
    var desk = Desk(corrections: [change])
    desk.press(.why)
    #expect(desk.text(.kind).contains { $0.contains("corrected, was talks") })
    let head = desk.browser.state.detail.lines.prefix(6).flatMap { $0.runs.map(\.text) }
    #expect(head.contains("kind corrected, was talks"))
  }
}

@Suite struct CorrectingTests {
  private func order(_ effects: [Effect]) throws -> CorrectionOrder {
    for case .correct(let order) in effects { return order }
    throw NothingOrdered()
  }
  private struct NothingOrdered: Error {}

  @Test func aKindIsCorrectedUndoneAndDoneAgain() throws {
    var desk = Desk()
    let record = try #require(desk.browser.state.detail.record)
    desk.press(.why, .correctKind)
    #expect(desk.browser.state.context == .picker)
    desk.browser.type("sanct")
    let made = try order(desk.browser.state.obey(.accept))
    #expect(made.event == record.coded && made.value == .kind(.sanction) && made.purpose == .correct)
    #expect(desk.browser.state.context == .why)
    let outcome = CorrectionOutcome(before: .kind(record.event.kind), id: record.id)
    let effects = desk.browser.state.hear(.corrected(made, outcome))
    #expect(Set(effects.map(\.name)).isSuperset(of: ["window", "months", "record", "record counts"]))
    #expect(desk.browser.state.notice?.text.contains("u undoes it") == true)
    let undone = try order(desk.browser.state.obey(.undo))
    #expect(undone.value == outcome.before && undone.purpose == .undo)
    #expect(Effect.correct(made).name != Effect.correct(undone).name)
    _ = desk.browser.state.hear(
      .corrected(undone, CorrectionOutcome(before: .kind(.sanction), id: record.id)))
    #expect(desk.browser.state.notice?.text.hasPrefix("Undone: kind is") == true)
    #expect(desk.browser.state.obey(.undo).isEmpty)
    let redone = try order(desk.browser.state.obey(.redo))
    #expect(redone.value == .kind(.sanction) && redone.purpose == .redo)
  }

  @Test func whatFailsIsSaidAndCanBeTriedAgain() throws {
    var desk = Desk()
    desk.press(.why)
    let made = try order(desk.browser.state.obey(.notAnEvent))
    _ = desk.browser.state.hear(.notCorrected(made, "It may only be read."))
    #expect(desk.browser.state.notice == Notice(text: "It may only be read.", isWarning: true))
    #expect(desk.browser.state.obey(.undo).isEmpty)
    _ = desk.browser.state.hear(.corrected(made, CorrectionOutcome(before: .event(true), id: nil)))
    #expect(desk.browser.state.why == nil)
    let undone = try order(desk.browser.state.obey(.undo))
    _ = desk.browser.state.hear(.notCorrected(undone, "It may only be read."))
    let retried = try order(desk.browser.state.obey(.undo))
    #expect(retried.value == .event(true))
    _ = desk.browser.state.hear(.unknownEvent(retried))
    #expect(desk.browser.state.notice?.isWarning == true)
    #expect(desk.browser.state.obey(.undo).isEmpty)
  }

  @Test func aDateIsTypedAndAWrongOneStaysToBeMended() throws {
    var desk = Desk()
    desk.press(.why, .correctDate)
    #expect(desk.browser.state.context == .prompt)
    desk.press(.deleteToStart)
    desk.browser.type("2025-02-30")
    #expect(desk.browser.state.obey(.accept).isEmpty)
    #expect(desk.browser.state.notice?.isWarning == true && desk.browser.state.prompt != nil)
    desk.press(.deleteToStart)
    #expect(desk.browser.state.notice == nil)
    desk.browser.type("2025-02")
    let made = try order(desk.browser.state.obey(.accept))
    #expect(made.value == .date(PartialDate(iso: "2025-02")))
    desk.press(.correctDate, .cancel)
    #expect(desk.browser.state.context == .why && desk.browser.state.filter.isEmpty)
  }

  @Test func anotherCountryTakesThePlaceOfThePartyThatTabChooses() throws {
    var desk = Desk()
    let parties = try #require(desk.browser.state.detail.record?.event.parties)
    desk.browser.press(.why, .correctCountry)
    desk.browser.type("us")
    let second = desk.browser.state.obey(.accept)
    let china = Country("US")!
    #expect(try order(second).value == .parties(Parties(parties.first, china)!))
    desk.browser.press(.correctCountry, .pickAdd)
    desk.browser.type("us")
    #expect(try order(desk.browser.state.obey(.accept)).value == .parties(Parties(china, parties.second)!))
    desk.browser.press(.correctCountry)
    desk.browser.type("vn")
    #expect(desk.browser.state.obey(.accept).isEmpty)
    #expect(desk.browser.state.notice != nil)
  }

  @Test func theValueThatStandsIsNoCorrection() throws {
    var desk = Desk()
    desk.press(.why, .correctLevel)
    let level = try #require(desk.browser.state.detail.record?.event.level)
    desk.browser.type(Wording.name(level, .english))
    #expect(desk.browser.state.obey(.accept).isEmpty)
    #expect(desk.browser.state.notice?.text.hasSuffix("already.") == true)
  }

  @Test func enterAloneInACorrectionChangesNothing() throws {
    for command in [Command.correctKind, .correctLevel, .correctCountry] {
      var desk = Desk()
      desk.press(.why)
      desk.browser.press(command)
      #expect(desk.browser.state.obey(.accept).isEmpty, "\(command)")
      #expect(desk.browser.state.notice?.text.hasSuffix("already.") == true)
      desk.browser.press(command)
      desk.browser.type("x")
      desk.browser.press(.deleteBack)
      #expect(desk.browser.state.obey(.accept).isEmpty, "\(command) after typing")
    }
    var desk = Desk()
    desk.press(.why)
    desk.browser.press(.correctCountry, .pickAdd)
    #expect(desk.browser.state.obey(.accept).isEmpty)
  }

  @Test func correctionsOfEarlierDaysCanBeUndone() throws {
    let browser = StandIn()
    let record = try #require(browser.state.detail.record)
    let change = try #require(FieldChange(was: .event(true), now: .event(false)))
    let kept = Correction(event: record.coded, change: change, source: "", published: nil, title: "")
    var state = BrowserState(
      slots: [], names: FewNames(), keymap: .defaults, isSample: false, allEvents: 0, kept: [kept])
    #expect(try order(state.obey(.undo)).value == .event(true))
  }
}

@Suite struct ReportsTests {
  @Test func theReportsOfAnEventAreSteppedThrough() throws {
    var desk = Desk(reports: 2)
    let first = try #require(desk.browser.state.timeline.selected?.id)
    let second = EventID(first.number + 1000)
    #expect(desk.browser.state.obey(.nextReport) == [.loadRecord(second)])
    _ = desk.browser.state.hear(.record(second, desk.record(second, reports: 2)))
    #expect(desk.browser.state.detail.record?.id == second)
    #expect(desk.browser.state.timeline.selected?.id == first)
    #expect(desk.browser.state.obey(.nextReport) == [.loadRecord(first)])
    desk.press(.openArticle, .chooseReport, .pickNext)
    #expect(desk.browser.state.picker?.shown.count == 2)
    desk.press(.accept, .focusTimeline, .moveDown)
    _ = desk.browser.state.hear(.record(second, desk.record(second, reports: 2)))
    #expect(desk.browser.state.detail.record?.id != desk.browser.state.timeline.selected?.id)
  }

  @Test func oneReportIsNoList() {
    var desk = Desk()
    #expect(desk.browser.state.obey(.nextReport).isEmpty)
    #expect(desk.browser.state.obey(.chooseReport).isEmpty)
    #expect(desk.browser.state.picker == nil && desk.browser.state.notice != nil)
  }

  @Test func countingReportsAsksForAllCountsAnew() {
    var browser = StandIn()
    let asked = browser.state.obey(.countReports)
    #expect(browser.state.counting == .reports)
    #expect(asked.contains(.countRecord(.reports)))
    #expect(
      asked.contains(.loadMonths(Filter.everything.counting(.reports), generation: browser.state.generation)))
    let country = browser.state.slots[0].country
    _ = browser.state.hear(
      .recordCounts(.reports, all: 140, [FacetCount(value: .country(country), events: 40)]))
    #expect(browser.state.allEvents == 140 && browser.state.slots[0].events == 40)
    _ = browser.state.obey(.countReports)
    _ = browser.state.hear(.recordCounts(.reports, all: 999, []))
    #expect(browser.state.allEvents == 140)
  }
}
