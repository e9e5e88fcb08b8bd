import Diplomacy
import Text

/// Lays the card out: the two people, the two offices, what is open between the pair.
struct LastMetText {
  let answer: LastMet
  let event: EventID
  let today: CalendarDay
  let names: any CountryNaming
  let width: Int
  let say: Catalogue

  private typealias Line = LastMetState.Line
  private var question: LastMetQuestion { answer.question }
  private static let labelWidth = 10
  /// Open promises that are listed.
  private static let mostPromises = 12

  var lines: [LastMetState.Line] {
    var lines: [Line] = []
    if let people = answer.people, let filter = question.people {
      lines += block(people, filter, title: peopleTitle)
      if let afar = answer.afar, afar.total > 0, let filter = question.afar {
        let last = afar.rows.first?.date.map { Wording.short($0, say) } ?? say("no date")
        lines.append(
          line(say("afar"), say("calls, messages: %1, the last %2", "\(afar.total)", last), .filter(filter))
        )
      }
      lines.append(blank)
    }
    let offices = say("Offices: %1", Wording.name(question.level, say))
    lines += block(answer.offices, question.offices, title: [StyledRun(offices, .heading)])
    return lines + openPromises
  }

  private var peopleTitle: [StyledRun] {
    [
      StyledRun(visible(question.first?.name ?? ""), .firstParty), StyledRun(" – ", .text),
      StyledRun(visible(question.second?.name ?? ""), .secondParty),
    ]
  }

  // MARK: meetings

  private func block(_ meetings: Meetings, _ filter: Filter, title: [StyledRun]) -> [Line] {
    var lines = [Line(line: DetailLine(runs: [StyledRun(" ", .text)] + title), target: nil)]
    guard let last = meetings.rows.first else {
      return lines + [line(say("last met"), say("not in this record"), nil)]
    }
    lines.append(line(say("last met"), dated(last), .event(last.id), mark: isHere(last)))
    if let record = meetings.last {
      let place = [
        record.event.place?.name, (record.event.place?.country ?? record.event.host).map(names.name),
      ]
      .compactMap { $0 }.joined(separator: ", ")
      if !place.isEmpty { lines.append(line(say("place"), place, nil)) }
      lines.append(line(say("level"), Wording.name(record.event.level, say), nil))
      for (commitment, status) in record.own.judged(record.event.commitments) {
        let mark = status == .open ? "" : Wording.name(status, say)
        lines.append(line(say("agreed"), visible(commitment.text), .event(last.id), mark: mark))
      }
    }
    for row in meetings.rows.dropFirst() {
      lines.append(line(say("before"), dated(row), .event(row.id), mark: isHere(row)))
    }
    let often = meetings.total == 1 ? say("1 meeting") : say("%1 meetings", "\(meetings.total)")
    let since = meetings.total > 1 ? meetings.since.map { say(", since %1", "\($0.year)") } ?? "" : ""
    return lines + [line(say("how often"), often + since, .filter(filter))]
  }

  private func isHere(_ row: TimelineRow) -> String { row.id == event ? say("this event") : "" }

  private func dated(_ row: TimelineRow) -> String {
    (row.date.map { Wording.short($0, say) } ?? say("no date")) + "  "
      + Wording.name(row.kind, say).lowercased() + "  "
      + visible(row.headline)
  }

  // MARK: promises

  private var openPromises: [Line] {
    let unsettled = answer.promises.list.filter { $0.status == .open }
    let shown = unsettled.prefix(LastMetText.mostPromises)
    guard !shown.isEmpty else { return [] }
    let title = say(
      "Open between %1 and %2", question.parties.first.code, question.parties.second.code)
    let heading = Line(line: DetailLine(runs: [StyledRun(" " + title, .heading)]), target: nil)
    return [blank, heading]
      + shown.map { promise in
        let isOverdue = promise.commitment.due.map { $0.latest < today } ?? false
        let due = promise.commitment.due?.iso ?? say("no day")
        return line(
          due, visible(promise.commitment.text), .event(promise.event), mark: isOverdue ? say("overdue") : "")
      }
  }

  // MARK: lines

  private var blank: Line { Line(line: .blank, target: nil) }

  private func line(
    _ label: String, _ text: String, _ target: LastMetState.Target?, mark: String = ""
  ) -> Line {
    let gap = String(repeating: " ", count: max(1, LastMetText.labelWidth + 1 - cellWidth(label)))
    let room = width - LastMetText.labelWidth - 5 - (mark.isEmpty ? 0 : cellWidth(mark) + 2)
    return Line(
      line: DetailLine(
        runs: [StyledRun("  " + label + gap, .dim), StyledRun(cut(text, width: max(1, room)), .text)],
        right: mark.isEmpty ? [] : [StyledRun(mark, .accent)]), target: target)
  }
}
