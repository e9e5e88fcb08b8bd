import Commands
import Comparing
import Diplomacy
import Testing
import Text

@testable import Model

/// A browser whose studies are answered by hand.
private struct Desk {
  var browser = StandIn()

  var state: BrowserState { browser.state }

  mutating func press(_ commands: Command...) { for command in commands { browser.press(command) } }

  static func record(_ id: Int64, _ texts: [String]) -> EventRecord {
    let paragraphs = texts.map { Article.Paragraph(part: .body, text: $0) }
    let article = Article(
      published: nil, title: "", paragraphs: paragraphs, language: .vietnamese, source: "made-up.txt")
    let event = Event(
      date: PartialDate(year: 2020 + Int(id)), kind: .talks, level: .minister,
      parties: Parties(.vietNam, Country("KR")!)!)
    return EventRecord(
      id: EventID(id), event: event, article: article, marks: [],
      coded: CodedEvent(event, of: ArticleHash(id), nth: 0))
  }

  static func texts(_ left: [String], _ right: [String]) -> ComparedTexts {
    func paragraphs(_ texts: [String]) -> [ComparedParagraph] {
      texts.enumerated().map { ComparedParagraph(place: $0.offset, text: $0.element) }
    }
    return ComparedTexts(
      left: record(1, left), right: record(2, right),
      comparison: TextComparison(paragraphs(left), paragraphs(right))!)
  }

  /// Asks for a comparison and answers it.
  mutating func compare(_ left: [String], _ right: [String]) {
    let effects = browser.state.obey(.compareTexts)
    guard case .study(.compare(let order))? = effects.first else { return }
    _ = browser.state.hear(
      .studied(.comparison(generation: order.generation, Desk.texts(left, right))))
  }

  mutating func hear(_ studied: Studied) { browser.answer(browser.state.hear(.studied(studied))) }

  /// The text of the lines of one side.
  func lines(_ side: KeyPath<CompareState.Line, CompareState.Half?>) -> [String] {
    (state.compare?.lines ?? []).map { $0[keyPath: side]?.runs.map(\.text).joined() ?? "" }
  }
}

@Suite struct CompareTests {
  private static let left = ["Mục tiêu là 100 tỷ USD vào năm tới.", "Đoạn này chỉ có ở bản cũ thôi."]
  private static let right = ["Mục tiêu là 150 tỷ USD vào năm tới.", "Bên kia thêm một điều khác hẳn."]

  @Test func theEventAtHandIsComparedWithThePreviousOfItsPair() {
    var desk = Desk()
    let effects = desk.browser.state.obey(.compareTexts)
    let order = ComparisonOrder(
      generation: 1, event: desk.state.detail.record!.id, other: nil)
    #expect(effects == [.study(.compare(order))])
  }

  @Test func whatDiffersStandsInBrackets() {
    var desk = Desk()
    desk.compare(Self.left, Self.right)
    #expect(desk.lines(\.left).contains("Mục tiêu là [100] tỷ USD vào năm tới."))
    #expect(desk.lines(\.right).contains("Mục tiêu là [150] tỷ USD vào năm tới."))
    #expect(desk.lines(\.left).contains("‹Đoạn này chỉ có ở bản cũ thôi›."))
    #expect(desk.state.context == .compare)
  }

  @Test func nGoesFromChangeToChangeAndBack() {
    var desk = Desk()
    desk.compare(Self.left, Self.right)
    desk.press(.nextMatch)
    #expect(desk.state.compare?.change == 0)
    desk.press(.nextMatch)
    #expect(desk.state.compare?.change == 1)
    #expect(desk.state.compare?.side == .left)
    desk.press(.nextMatch)
    #expect(desk.state.compare?.side == .right)
    desk.press(.nextMatch)
    #expect(desk.state.notice?.text == "No further change.")
    desk.press(.previousMatch)
    #expect(desk.state.compare?.change == 1)
  }

  @Test func aLateAnswerOpensNothing() {
    var desk = Desk()
    _ = desk.browser.state.obey(.compareTexts)
    desk.hear(.comparison(generation: 0, Desk.texts(Self.left, Self.right)))
    #expect(desk.state.compare == nil)
  }

  @Test func escClosesAndAFilterKeyClosesAndActs() {
    var desk = Desk()
    desk.compare(Self.left, Self.right)
    desk.press(.leave)
    #expect(desk.state.compare == nil)
    desk.compare(Self.left, Self.right)
    desk.press(.slot1)
    #expect(desk.state.compare == nil)
    #expect(desk.state.filter.countries.map(\.code) == ["KR"])
  }

  @Test func helpLiesOverItAndGivesItBack() {
    var desk = Desk()
    desk.compare(Self.left, Self.right)
    desk.press(.help)
    #expect(!desk.state.showsWording)
    desk.press(.leave)
    #expect(desk.state.showsWording)
  }

  @Test func swappingKeepsTheTextUnderTheCursor() {
    var desk = Desk()
    desk.compare(Self.left, Self.right)
    #expect(desk.state.compare?.record.id == EventID(2))
    desk.press(.swapTexts)
    #expect(desk.state.compare?.record.id == EventID(2))
    #expect(desk.state.compare?.texts.left.id == EventID(2))
    #expect(desk.lines(\.left).contains("Mục tiêu là [150] tỷ USD vào năm tới."))
  }

  @Test func inANarrowWindowOneTextIsShownAtATime() {
    var desk = Desk()
    desk.browser.resize(50, 24)
    desk.compare(Self.left, Self.right)
    #expect(desk.lines(\.left).joined().isEmpty)
    desk.press(.leftText)
    #expect(desk.lines(\.right).joined().isEmpty)
    #expect(desk.lines(\.left).joined().contains("[100]"))
    desk.press(.nextMatch, .nextMatch, .nextMatch, .rightText)
    #expect(desk.lines(\.right).joined().contains("[150]"))
  }

  @Test func enterOpensTheTextAtTheChange() {
    var desk = Desk()
    let events = desk.browser.events
    let earlier = events[events.count - 1 - 4].id
    var texts = Desk.texts(Self.left, Self.right)
    texts = ComparedTexts(
      left: desk.browser.record(earlier)!, right: texts.right, comparison: texts.comparison)
    guard case .study(.compare(let order))? = desk.browser.state.obey(.compareTexts).first else { return }
    desk.hear(.comparison(generation: order.generation, texts))
    desk.press(.nextMatch, .leftText, .openText)
    #expect(desk.state.compare == nil)
    #expect(desk.state.timeline.selected?.id == earlier)
    #expect(desk.state.focus == .detail)
    #expect(desk.state.detail.pointed.map(\.paragraph) == [0])
  }

  @Test func aTrailFollowsTheChangeAtTheCursor() {
    var desk = Desk()
    desk.compare(Self.left, Self.right)
    desk.press(.nextMatch, .leftText)
    let effects = desk.browser.state.obey(.trail)
    guard case .study(.trail(let order))? = effects.first else {
      Issue.record("no trail")
      return
    }
    #expect(order.phrase == "100")
  }
}

@Suite struct TrailTests {
  private func trail(_ desk: Desk) -> Trail {
    let pair = Parties(.vietNam, Country("KR")!)!
    let other = Parties(.vietNam, Country("JP")!)!
    func step(_ index: Int, _ parties: Parties, _ text: String, _ place: Range<Int>?) -> Trail.Step {
      Trail.Step(
        event: desk.browser.events[index].id, date: desk.browser.events[index].date, kind: .talks,
        parties: parties, text: text, place: place.map { TextSpan(paragraph: 1, bytes: $0) })
    }
    return Trail(
      phrase: "hai bên", dyad: pair.dyad,
      steps: [
        step(0, pair, "Hai bên gặp", 0..<8), step(1, other, "Hai bên họp", 0..<8),
        step(4, pair, "Tin khác", nil), step(8, pair, "Khi hai bên ký", 4..<12),
      ], unread: 0)
  }

  @Test func wordsAreChosenInTheArticleAndFollowed() {
    var desk = Desk()
    desk.press(.openArticle, .trail)
    #expect(desk.state.detail.isChoosingPhrase)
    #expect(desk.state.detail.phraseText == "Sự")
    desk.press(.widenList, .widenList)
    #expect(desk.state.detail.phraseText == "Sự kiện số")
    desk.press(.nextReference)
    #expect(desk.state.detail.phraseText == "kiện số 119")
    desk.press(.nextReference)
    #expect(desk.state.detail.phraseText == "chữ0x0 chữ0x1 chữ0x2")
    desk.press(.moveDown)
    #expect(desk.state.detail.phrase?.paragraph == 1)
    desk.press(.narrowList, .narrowList, .focusTimeline)
    let chosen = desk.state.detail.phraseText!
    let effects = desk.browser.state.obey(.references)
    guard case .study(.trail(let order))? = effects.first else {
      Issue.record("no trail")
      return
    }
    #expect(order.phrase == chosen)
    #expect(!desk.state.detail.isChoosingPhrase)
  }

  @Test func escGivesTheChoiceUpAndOtherKeysAct() {
    var desk = Desk()
    desk.press(.openArticle, .trail, .leave)
    #expect(!desk.state.detail.isChoosingPhrase)
    #expect(desk.state.focus == .detail)
    desk.press(.trail, .slot1)
    #expect(!desk.state.detail.isChoosingPhrase)
    #expect(desk.state.filter.countries.count == 1)
  }

  @Test func theTrailCountsUsesAndWhatDroppedThem() {
    var desk = Desk()
    desk.press(.openArticle, .trail, .trail)
    desk.hear(.trail(generation: 1, trail(desk)))
    let shown = desk.state.trail!
    #expect(shown.uses == (2, 3))
    #expect(shown.drops == 1)
    #expect(shown.lines.map(\.words) == ["Hai bên", "", "hai bên"])
    #expect(shown.lines.map(\.before) == ["", "", "Khi "])
    desk.press(.rightText)
    #expect(desk.state.trail?.lines.count == 4)
    desk.press(.leftText, .nextMatch)
    #expect(desk.state.trail?.current?.place == nil)
  }

  @Test func enterOpensTheReportAtTheWords() {
    var desk = Desk()
    desk.press(.openArticle, .trail, .trail)
    desk.hear(.trail(generation: 1, trail(desk)))
    desk.press(.last, .openText)
    #expect(desk.state.trail == nil)
    #expect(desk.state.timeline.selected?.id == desk.browser.events[8].id)
    #expect(desk.state.detail.pointed == [TextSpan(paragraph: 1, bytes: 4..<12)])
    desk.press(.jumpBack)
    #expect(desk.state.timeline.selected?.id == desk.browser.events.last?.id)
  }
}

@Suite struct CloseReadingTests {
  private func reading(_ desk: Desk) -> CloseReading {
    let record = desk.state.detail.record!
    let parties = record.event.parties
    let sentence = TextSpan(paragraph: 1, bytes: 0..<20)
    return CloseReading(
      statements: [
        Statement(speaker: .both, act: .agreed, span: sentence, cue: sentence),
        Statement(speaker: .side(parties.second), act: .asked, span: sentence, cue: sentence),
      ], asides: [12],
      references: [
        Reference(.person(record.event.people[0]), at: TextSpan(paragraph: 2, bytes: 0..<6)),
        Reference(
          .event(record.event.mentions[0], desk.browser.events[3].id),
          at: TextSpan(paragraph: 1, bytes: 0..<6)),
        Reference(.commitment(record.event.commitments[0]), at: nil),
      ])
  }

  private func desk() -> Desk {
    var desk = Desk()
    desk.press(.openArticle)
    desk.hear(.closely(desk.state.detail.record!.id, reading(desk)))
    return desk
  }

  private func text(_ desk: Desk) -> String {
    desk.state.detail.lines.map { $0.runs.map(\.text).joined() }.joined(separator: "\n")
  }

  @Test func statementsAreFoldedUntilAskedFor() {
    var desk = desk()
    #expect(text(desk).contains("2 statements"))
    #expect(!text(desk).contains("agreed"))
    desk.press(.statements)
    let shown = text(desk)
    let both = shown.range(of: "both sides")!.lowerBound
    #expect(shown.range(of: "agreed")!.lowerBound > both)
    #expect(shown.range(of: "asked")!.lowerBound > shown.range(of: "agreed")!.lowerBound)
    desk.press(.statements)
    #expect(!text(desk).contains("agreed"))
  }

  @Test func theReadingOfAnotherRecordIsDropped() {
    var desk = desk()
    let old = reading(desk)
    let id = desk.state.detail.record!.id
    desk.press(.nextEvent)
    desk.hear(.closely(id, old))
    #expect(desk.state.detail.reading == nil)
  }

  @Test func paragraphsHaveNumbersAndCaptionsCanBeHidden() {
    var desk = desk()
    #expect(text(desk).contains("▏"))
    desk.press(.captions)
    #expect(!text(desk).contains("▏"))
    desk.press(.paragraphNumbers)
    #expect(text(desk).contains("   1 Sự kiện") || text(desk).contains("  1 Sự kiện"))
    #expect(text(desk).contains("  2 chữ0x0"))
  }

  @Test func referencesAreGoneThroughInTheOrderOfTheText() {
    var desk = desk()
    desk.press(.nextReference)
    #expect(desk.state.detail.pointed == [TextSpan(paragraph: 1, bytes: 0..<6)])
    desk.press(.nextReference)
    #expect(desk.state.detail.pointed == [TextSpan(paragraph: 2, bytes: 0..<6)])
    desk.press(.nextReference)
    #expect(desk.state.detail.pointed == [TextSpan(paragraph: 1, bytes: 0..<6)])
    desk.press(.references)
    #expect(desk.state.picker?.highlighted == 1)
  }

  @Test func anEarlierEventIsOpenedAndAPersonsEventsAreKept() {
    var desk = desk()
    desk.press(.nextReference, .references, .accept)
    #expect(desk.state.timeline.selected?.id == desk.browser.events[3].id)
    var other = self.desk()
    other.press(.references, .accept)
    #expect(other.state.filter.people == ["Nguyễn Văn Mẫu"])
  }

  @Test func whatTheRecordLacksIsSaid() {
    var desk = desk()
    desk.press(.references, .pickNext, .pickNext, .accept)
    #expect(desk.state.notice?.text == "The words of this promise were not found in the report.")
  }
}
