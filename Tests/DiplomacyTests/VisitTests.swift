import Testing

@testable import Diplomacy

@Suite struct VisitTests {
  private let korea = Country("KR")!
  private let japan = Country("JP")!

  private func trace(
    _ stage: VisitStage, _ date: String?, from guest: Country, to host: Country, _ number: Int64 = 1
  ) -> VisitTrace {
    VisitTrace(
      stage: stage, event: EventID(number), guest: guest, host: host,
      date: date.flatMap { PartialDate(iso: $0) }, words: "")
  }

  private func course(_ traces: [VisitTrace], from guest: Country, to host: Country) -> VisitCourse? {
    VisitCourse.all(traces).first { $0.guest == guest && $0.host == host }
  }

  @Test func aVisitGoesFromInvitationToTheDayItIsHeld() {
    let steps: [VisitStage] = [.invited, .accepted, .dated, .visited]
    for count in 1...4 {
      let traces = steps.prefix(count).enumerated().map { index, stage in
        trace(stage, "2025-0\(index + 1)-10", from: .vietNam, to: korea)
      }
      #expect(course(traces, from: .vietNam, to: korea)?.stage == steps[count - 1])
      let other = course(traces, from: korea, to: .vietNam)
      #expect(other?.stage == nil && other?.returnsVisit == (count == 4))
    }
  }

  @Test func anInvitationAfterTheLastVisitBeginsAgain() {
    let held = trace(.visited, "2025-03-10", from: .vietNam, to: korea)
    let before = trace(.accepted, "2025-01", from: .vietNam, to: korea)
    let after = trace(.invited, "2025-06", from: .vietNam, to: korea)
    #expect(course([before, held], from: .vietNam, to: korea)?.stage == .visited)
    #expect(course([before, held], from: .vietNam, to: korea)?.next == nil)
    let again = course([after, before, held], from: .vietNam, to: korea)
    #expect(again?.stage == .invited && again?.next == after && again?.last == held && again?.visits == 1)
    let sameDay = trace(.invited, "2025-03-10", from: .vietNam, to: korea)
    #expect(course([held, sameDay], from: .vietNam, to: korea)?.next == nil)
  }

  @Test func actsOfAFewDaysAreOneVisit() {
    let days = ["2025-03-10", "2025-03-11", "2025-03-14", "2025-04-14", "2024", "2024"]
    let traces = days.map { trace(.visited, $0, from: korea, to: .vietNam) }
    #expect(course(traces, from: korea, to: .vietNam)?.visits == 3)
    let undated = [nil, nil].map { trace(.visited, $0, from: korea, to: .vietNam) }
    #expect(course(undated, from: korea, to: .vietNam)?.visits == 2)
  }

  @Test func whoeverCameFirstIsVisitedInReturn() {
    let traces = [
      trace(.visited, "2025-03-10", from: korea, to: .vietNam),
      trace(.visited, "2024-03-10", from: .vietNam, to: korea),
    ]
    #expect(course(traces, from: .vietNam, to: korea)?.returnsVisit == true)
    #expect(course(traces, from: korea, to: .vietNam)?.returnsVisit == false)
  }

  @Test func whatIsInSightComesFirst() {
    let courses = VisitCourse.all([
      trace(.visited, "2025-03-10", from: korea, to: .vietNam),
      trace(.invited, "2020-03-10", from: japan, to: .vietNam),
      trace(.dated, "2026-01", from: .vietNam, to: japan),
    ])
    #expect(courses.prefix(3).map(\.stage) == [.dated, .invited, .visited])
    #expect(courses.count == 4 && courses.last?.traces.isEmpty == true)
  }
}
