import Diplomacy
import Text

// Who said what, below the report: folded to one line, or the sentences under their speakers.
extension DetailText {
  var said: [DetailLine] {
    guard let statements = reading?.statements, !statements.isEmpty else { return [] }
    let count = statements.count == 1 ? say("1 statement") : say("%1 statements", "\(statements.count)")
    guard options.showsStatements else { return [head(say("said") + " " + count), .blank] }
    let speakers: [Statement.Speaker] = [.both] + record.event.parties.both.map { .side($0) }
    let others = statements.map(\.speaker).filter { !speakers.contains($0) }
    let all = others.reduce(into: speakers) { if !$0.contains($1) { $0.append($1) } }
    return [head(say("said") + " " + count)] + all.flatMap { block(of: $0, statements) } + [.blank]
  }

  private func head(_ text: String) -> DetailLine {
    var line = label(text)
    line.part = .statements
    return line
  }

  private func block(of speaker: Statement.Speaker, _ statements: [Statement]) -> [DetailLine] {
    let own = statements.filter { $0.speaker == speaker }
    guard !own.isEmpty else { return [] }
    return [line([StyledRun(" " + name(speaker), role(speaker))])] + own.flatMap(lines)
  }

  private func name(_ speaker: Statement.Speaker) -> String {
    switch speaker {
    case .both: say("both sides")
    case .side(let country): names.name(country)
    }
  }

  private func role(_ speaker: Statement.Speaker) -> TextRole {
    guard case .side(let country) = speaker else { return .heading }
    let parties = record.event.parties
    return country == parties.first ? .firstParty : country == parties.second ? .secondParty : .country
  }

  /// The act in a column of its own, or above the sentence where there is no room beside.
  private func lines(_ statement: Statement) -> [DetailLine] {
    let sentence = record.article.words(statement.span) ?? ""
    let act = name(statement.act)
    let isStacked = textWidth < 40
    let start = isStacked ? 4 : 12
    let parts = split(sentence, width: max(1, textWidth - start))
    let blank = String(repeating: " ", count: start)
    let body = parts.map { line([StyledRun(blank + $0, .text)]) }
    if isStacked { return [line([StyledRun("  " + act, .kind)])] + body }
    let column = "  " + act + String(repeating: " ", count: max(1, start - 2 - cellWidth(act)))
    let first = line([StyledRun(column, .kind), StyledRun(parts.first ?? "", .text)])
    return [first] + body.dropFirst()
  }

  private func name(_ act: Statement.Act) -> String {
    switch act {
    case .agreed: say("agreed")
    case .proposed: say("proposed")
    case .affirmed: say("affirmed")
    case .asked: say("asked")
    case .invited: say("invited")
    case .accepted: say("accepted")
    case .noted: say("noted")
    case .welcomed: say("welcomed")
    case .opposed: say("opposed")
    }
  }
}
