import Commands
import Diplomacy
import Testing

@testable import Model

@Suite struct LastMetTests {
  @Test func theCardIsAboutTheFirstNamedOfEachSide() {
    var desk = StandIn()
    desk.press(.lastMet)
    let question = desk.state.card?.question
    #expect(question?.parties == desk.state.detail.record?.event.parties)
    #expect(question?.first?.name == "Nguyễn Văn Mẫu")
    #expect(question?.second == nil && question?.people == nil)
    #expect(desk.state.context == .view && desk.state.card?.isFilled == true)
  }

  @Test func aLineOfTheCardOpensItsEvent() {
    var desk = StandIn()
    desk.press(.lastMet, .moveDown)
    guard case .event(let id)? = desk.state.card?.target else { return #expect(Bool(false), "an event") }
    desk.press(.openCell)
    #expect(desk.state.card == nil && desk.state.timeline.selected?.id == id)
  }

  @Test func howOftenOpensAllMeetings() {
    var desk = StandIn()
    desk.press(.lastMet, .last)
    guard case .filter(let filter)? = desk.state.card?.target else { return #expect(Bool(false), "a filter") }
    desk.press(.openCell)
    #expect(desk.state.filter == filter)
    #expect(Set(filter.kinds) == Set(LastMetQuestion.meetings))
  }

  @Test func theCardIsClosedByItsKeyAndByWhatIsDoneElsewhere() {
    var desk = StandIn()
    desk.press(.lastMet, .lastMet)
    #expect(desk.state.card == nil && desk.state.view == .timeline && desk.quits == 0)
    let before = desk.state.timeline.selected?.id
    desk.press(.lastMet, .nextEvent)
    #expect(desk.state.card == nil && desk.state.timeline.selected?.id != before)
  }

  @Test func peopleAreAskedForTogether() {
    let lan = Person(name: "Lan", title: "", country: .vietNam)
    let kim = Person(name: "Kim", title: "", country: Country("KR")!)
    let question = LastMetQuestion(
      parties: Parties(.vietNam, kim.country)!, first: lan, second: kim, level: .minister)
    #expect(question.people?.people == ["Lan"])
    #expect(question.people?.contains(.init(.either([[.person("Kim")]]))) == true)
    #expect(question.offices.levels == [.minister])
  }
}

@Suite struct ComparisonTests {
  private func compared() -> StandIn {
    var desk = StandIn()
    desk.press(.nextView, .moveDown, .markCell, .moveDown, .markCell, .compareCells)
    return desk
  }

  @Test func twoMarkedPairsAreCompared() {
    let desk = compared()
    let comparison = desk.state.views.comparison
    #expect(comparison?.isFilled == true && comparison?.sides.count == 2)
    #expect(comparison?.lines.items.first?.counts == [30, 30])
    for group in ["level", "kind"] {
      #expect(comparison?.lines.items.contains { $0.group == group } == true)
    }
    let axis = comparison?.axis(columns: 60)
    #expect(axis?.from == "2015" && axis?.to == "2019" && axis?.isMonths == false)
    #expect(axis?.bars.map { $0.reduce(0, +) } == [30, 30])
    #expect(comparison?.axis(columns: 2)?.bars.map { $0.reduce(0, +) } == [30, 30])
  }

  @Test func twoYearsAreLaidUponEachOtherMonthByMonth() {
    var desk = StandIn()
    desk.press(.nextView, .viewLeft, .markCell, .viewLeft, .compareCells)
    let axis = desk.state.views.comparison?.axis(columns: 60)
    #expect(axis?.isMonths == true && axis?.bars.allSatisfy { $0.count == 12 } == true)
    #expect(desk.state.views.comparison?.sides.map(\.label) == ["2019", "2018"])
  }

  @Test func eachNumberOpensItsEvents() {
    var desk = compared()
    desk.press(.moveDown, .viewRight)
    let filter = desk.state.views.comparison?.chosen
    desk.press(.openCell)
    #expect(desk.state.view == .timeline && desk.state.filter == filter)
    #expect(desk.state.filter.dyads.count == 1 && desk.state.filter.levels.count == 1)
  }

  @Test func aThirdMarkTakesThePlaceOfTheFirst() {
    var desk = StandIn()
    desk.press(.nextView, .compareCells)
    #expect(desk.state.views.comparison == nil)
    desk.press(.moveDown, .markCell, .moveDown, .markCell, .moveDown, .markCell)
    #expect(desk.state.views.grid.marked.count == 2)
    desk.press(.markCell)
    #expect(desk.state.views.grid.marked.count == 1)
  }

  @Test func theComparisonFollowsTheFilterAndGoesBackToTheGrid() {
    var desk = compared()
    desk.press(.countReports)
    #expect(desk.state.views.comparison?.isFilled == true)
    desk.press(.back)
    #expect(desk.state.views.comparison == nil && desk.state.view == .dyadYears)
  }
}
