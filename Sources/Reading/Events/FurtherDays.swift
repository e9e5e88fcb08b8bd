import Diplomacy

/// What the same two states did, or will do, on another day is another event, where a sentence of its own gives it that day:
/// the talks of tomorrow beside today's meeting. The stretch of a visit is the frame of what is done in its course.
struct FurtherDays {
  let scene: Scene
  let acts: [Act]
  let days: DayJudge
  /// Points of an act from which it may be an event of its own.
  let least: Double

  /// Days before and after the report within which another day is news.
  private static let reach = -12...60

  /// Acts whose day is asked for: a report of megabytes has thousands that would do.
  private static let most = 12

  /// The best of them, nil where there is none.
  func act(beside news: Act, _ told: [Event]) -> Act? {
    guard let reported = scene.reported else { return nil }
    let ranked = acts.filter { $0.sides.dyad == news.sides.dyad && $0.points >= least && isMet($0) }
      .sorted { $0.points > $1.points }
    return ranked.prefix(FurtherDays.most).first { act in
      guard let day = days.day(of: act), isItsOwn(day, act), day.date.end == nil,
        day.date.date.precision == .day,
        FurtherDays.reach.contains(day.date.date.earliest.ordinal - reported.latest.ordinal)
      else { return false }
      return !told.contains { $0.parties.dyad == act.sides.dyad && $0.date == day.date.date }
    }
  }

  /// Acts that take an hour of a day, told with neither an old date nor a word of looking back.
  private func isMet(_ act: Act) -> Bool {
    switch act.kind {
    case .talks, .meeting, .phoneCall, .agreement, .negotiation:
      act.sides.found > 0 && !act.marks.values.contains { $0.mark == .background || $0.mark == .dayOld }
    case .visit, .message, .relations, .credentials, .defence, .aid, .protest, .sanction, .incident,
      .commemoration, .other:
      false
    }
  }

  private func isItsOwn(_ day: DayJudge.Candidate, _ act: Act) -> Bool {
    day.page == act.page && scene.pages[day.page].passage.sentence(of: day.date.words) == act.sentence
  }
}
