import Diplomacy
import Lexicons

/// A sentence is a statement when it has a word for an act of speech with a speaker before it: a side, or both. Both
/// speak when a word for both ("hai bên") or the two sides joined by "and" are what acts; such a sentence is never one
/// side's. What one side proposes for both to do is that side's. A clause without a speaker goes on with the one before,
/// in its sentence or, behind a word such as "ông", in the sentence before; without one nobody is charged with it.
struct StatementJudge {
  let page: Scene.Page
  let parties: Parties
  let words: CloseWords

  private var passage: Passage { page.passage }

  private struct Cue {
    let act: Statement.Act
    let words: Range<Int>
  }

  var statements: [Statement] {
    let found = words.speech.findings(in: passage.words)
    guard found.contains(where: { if case .act = $0.value { true } else { false } }) else { return [] }
    var statements: [Statement] = []
    var before: Statement.Speaker?
    let last = Int(passage.sentences.last ?? 0)
    for sentence in 0...last {
      let range = passage.words(ofSentence: sentence)
      let own = found.filter { range.contains($0.words.lowerBound) }
      let told = SentenceReading(judge: self, range: range, found: own, before: before)
      for one in told.statements where !statements.contains(where: { $0.isSame(as: one) }) {
        statements.append(one)
      }
      before = told.speaker
    }
    return statements
  }

  /// One sentence from left to right.
  private struct SentenceReading {
    let judge: StatementJudge
    let range: Range<Int>
    let found: [(value: SpeechWord, words: Range<Int>)]
    private(set) var statements: [Statement] = []
    /// Who spoke last, for a following sentence that goes on.
    private(set) var speaker: Statement.Speaker?

    init(
      judge: StatementJudge, range: Range<Int>, found: [(value: SpeechWord, words: Range<Int>)],
      before: Statement.Speaker?
    ) {
      self.judge = judge
      self.range = range
      self.found = found
      var start = range.lowerBound
      var current = goesOn(from: before)
      var isSubordinate = false
      for item in found {
        guard case .act(let act) = item.value else { continue }
        let cue = Cue(act: act, words: item.words)
        let clause = start..<item.words.lowerBound
        isSubordinate = start > range.lowerBound && !judge.hasBreak(clause)
        start = item.words.upperBound
        // "đề nghị hai bên nhất trí": said of both, not by both.
        if isSubordinate || judge.isUnsaid(cue, clause) { continue }
        switch judge.subject(clause, cue, passives: passives(before: item.words)) {
        case .speaker(let found): current = found
        case .stranger: current = nil
        case .nobody: break
        }
        guard let speaker = current.map({ judge.joined($0, cue) }) else { continue }
        let done = judge.act(cue, of: speaker)
        statements.append(
          Statement(
            speaker: speaker, act: done, span: judge.passage.span(range),
            cue: judge.passage.span(cue.words)))
        self.speaker = speaker
      }
      if speaker == nil { speaker = judge.lastSpeaker(in: range) ?? current }
    }

    /// A sentence that opens with a word for the speaker before.
    private func goesOn(from before: Statement.Speaker?) -> Statement.Speaker? {
      guard let before, let first = found.first, first.words.lowerBound - range.lowerBound <= 2 else {
        return nil
      }
      switch first.value {
      case .one: return before == .both ? nil : before
      case .several: return .both
      case .act, .passive, .none: return nil
      }
    }

    private func passives(before cue: Range<Int>) -> [Range<Int>] {
      found.filter { $0.value == .passive && $0.words.upperBound <= cue.lowerBound }.map(\.words)
    }
  }

  // MARK: who speaks

  private enum Subject {
    case speaker(Statement.Speaker)
    /// A third country.
    case stranger
    case nobody
  }

  /// Who stands before the word of the act, in its clause.
  private func subject(_ clause: Range<Int>, _ cue: Cue, passives: [Range<Int>]) -> Subject {
    let sides = page.sides.filter { clause.contains($0.words.lowerBound) }
    let turned = passives.last { clause.contains($0.lowerBound) }
    if let turned {
      // Who acts stands between: "được Thủ tướng Lào mời"; or behind: "was welcomed by".
      let agents = sides.filter { $0.words.lowerBound >= turned.upperBound }
      if let agent = agents.last { return side(agent) }
      let isClose = cue.words.lowerBound - turned.upperBound <= 1
      if isClose { return agentBehind(cue) }
    }
    let both = bothWords(in: clause).last
    let free = sides.filter { !isAside($0, in: clause) }
    guard let nearest = free.last else { return both == nil ? .nobody : .speaker(.both) }
    if let both, both.lowerBound >= nearest.words.upperBound { return .speaker(.both) }
    if let other = free.dropLast().last(where: { $0.country != nearest.country }),
      areJoined(other, nearest)
    {
      let pair = Set([other.country, nearest.country])
      return pair == Set(parties.both) ? .speaker(.both) : .stranger
    }
    return side(nearest)
  }

  private func side(_ side: SideMention) -> Subject {
    parties.contains(side.country) ? .speaker(.side(side.country)) : .stranger
  }

  private func agentBehind(_ cue: Cue) -> Subject {
    let next = cue.words.upperBound
    guard passage.signal(.by, at: next) != nil,
      let agent = page.sides.first(where: { $0.words.lowerBound > next }),
      agent.words.lowerBound - next <= 3
    else { return .stranger }
    return side(agent)
  }

  /// Not what acts: with whom, where, of whom, or set off by a comma before the one that does.
  private func isAside(_ side: SideMention, in clause: Range<Int>) -> Bool {
    let start = side.words.lowerBound
    if side.isSited { return true }
    for signal in [Meaning.Signal.toward, .of, .about, .place, .by]
    where passage.signal(signal, before: start) != nil && start > clause.lowerBound {
      return true
    }
    return false
  }

  private func areJoined(_ one: SideMention, _ other: SideMention) -> Bool {
    let gap = one.words.upperBound..<max(one.words.upperBound, other.words.lowerBound)
    if one.isPaired && other.isPaired { return true }
    return gap.count <= 4 && gap.contains { passage.signal(.and, at: $0) != nil }
  }

  private func bothWords(in clause: Range<Int>) -> [Range<Int>] {
    clause.compactMap { passage.signal(.both, at: $0) }.filter { both in
      // "quan hệ song phương", "cuộc gặp giữa hai bên", "nhân dân hai nước": not who acts.
      isWhoActs(both)
        && [Meaning.Signal.between, .of, .toward, .about].allSatisfy {
          passage.signal($0, before: both.lowerBound) == nil
        }
    }
  }

  /// A word for both that opens its clause, or stands behind a comma or "and".
  private func isWhoActs(_ both: Range<Int>) -> Bool {
    let before = both.lowerBound - 1
    guard before >= 0, passage.sentences[before] == passage.sentences[both.lowerBound] else { return true }
    if passage.sign(at: before) != 0 { return true }
    return passage.words[both.lowerBound].isCapital || isSmall(before)
      || passage.signal(.and, before: both.lowerBound) != nil
  }

  /// A short word that opens a clause: "the two sides", "khi hai bên".
  private func isSmall(_ index: Int) -> Bool {
    passage.words[index].bytes.count <= 3 && !passage.words[index].isCapital
      || index == 0 || passage.sentences[index - 1] != passage.sentences[index]
      || passage.sign(at: index - 1) == 44
  }

  /// Agreed by one with the other is agreed by both.
  private func joined(_ speaker: Statement.Speaker, _ cue: Cue) -> Statement.Speaker {
    guard cue.act == .agreed, case .side(let country) = speaker,
      let other = parties.both.first(where: { $0 != country }),
      let with = passage.signal(.toward, at: cue.words.upperBound)
    else { return speaker }
    let isNext = page.sides.contains {
      $0.country == other && $0.words.lowerBound == with.upperBound && !isOwned($0)
    }
    return isNext ? .both : speaker
  }

  private func isOwned(_ side: SideMention) -> Bool {
    passage.signal(.of, at: side.words.upperBound) != nil
  }

  /// What one proposes to the other alone, it asks of it.
  private func act(_ cue: Cue, of speaker: Statement.Speaker) -> Statement.Act {
    guard cue.act == .proposed, case .side(let country) = speaker else { return cue.act }
    let isAsked = page.sides.contains {
      $0.words.lowerBound == cue.words.upperBound && $0.country != country && parties.contains($0.country)
    }
    return isAsked ? .asked : .proposed
  }

  /// The last party that the sentence has as who acts, though it says nothing.
  private func lastSpeaker(in range: Range<Int>) -> Statement.Speaker? {
    let sides = page.sides.filter { range.contains($0.words.lowerBound) && !isAside($0, in: range) }
    guard let first = sides.first, sides.allSatisfy({ $0.country == first.country }),
      parties.contains(first.country), bothWords(in: range).isEmpty
    else { return nil }
    return .side(first.country)
  }

  // MARK: clauses

  /// A comma, a semicolon or "and" parts two acts of one sentence.
  private func hasBreak(_ clause: Range<Int>) -> Bool {
    clause.contains { index in
      [44, 59, 58].contains(passage.sign(at: index)) || passage.signal(.and, at: index) != nil
    }
  }

  /// Denied, or only thought of: "không nhất trí", "will propose".
  private func isUnsaid(_ cue: Cue, _ clause: Range<Int>) -> Bool {
    let start = max(clause.lowerBound, cue.words.lowerBound - 3)
    return (start..<cue.words.lowerBound).contains { index in
      passage.signal(.negated, at: index) != nil || passage.signal(.future, at: index) != nil
    }
  }
}

extension Statement {
  fileprivate func isSame(as other: Statement) -> Bool {
    speaker == other.speaker && act == other.act && span == other.span
  }
}
