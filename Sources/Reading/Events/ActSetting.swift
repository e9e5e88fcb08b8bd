import Diplomacy
import Lexicons

/// What the sentence and the place of an act say about it.
struct ActSetting {
  let scene: Scene
  let focus: Focus
  let page: Scene.Page
  /// The words of its sentence.
  let sentence: Range<Int>

  func mark(_ act: inout Act) {
    act.marks.set(.any)
    act.marks.set(ActMark.of(act.kind))
    act.marks.set(.plain, Double(act.plainness.level) / 10)
    act.marks.set(.wording, Double(act.plainness.surplus) / 10)
    act.marks.set(.veryPlain, if: act.plainness.level >= 8)
    markPlace(&act)
    markSides(&act)
    markMeaning(&act)
    markTime(&act)
  }

  private func markPlace(_ act: inout Act) {
    if page.passage.part == .caption {
      act.marks.set(.caption)
    } else {
      let places: [ActMark] = [.title, .lead, .third, .fourth]
      act.marks.set(page.depth < places.count ? places[page.depth] : .deeper)
    }
    act.marks.set(.firstSentence, if: act.sentence == 0)
    act.marks.set(.opens, if: act.words.lowerBound - sentence.lowerBound < 3)
  }

  private func markSides(_ act: inout Act) {
    let sides = act.sides
    let mentions = [sides.actorMention, sides.counterpartMention].compactMap { $0 }
    act.marks.set([.noSide, .oneSide, .bothSides][sides.found])
    act.marks.set(.pair, if: sides.isPaired)
    let offices = mentions.count { $0.level != nil }
    act.marks.set(.oneOffice, if: offices == 1)
    act.marks.set(.bothOffices, if: offices == 2)
    let names = mentions.count { $0.isNamed }
    act.marks.set(.oneName, if: names == 1)
    act.marks.set(.bothNames, if: names == 2)
    act.marks.set(.sited, if: mentions.contains { $0.isSited })
    act.marks.set(.seat, if: mentions.contains { $0.isSeat })
    if let actor = sides.actorMention {
      act.marks.set(.actorNear, if: (0...4).contains(act.words.lowerBound - actor.words.upperBound))
    }
    if let other = sides.counterpartMention {
      act.marks.set(.counterpartNear, if: (0...3).contains(other.words.lowerBound - act.words.upperBound))
    }
    var inside: [Country] = []
    for side in page.sides where sentence.contains(side.words.lowerBound) && !inside.contains(side.country) {
      inside.append(side.country)
    }
    act.marks.set(.threeSides, if: inside.count == 3)
    act.marks.set(.manySides, if: inside.count > 3)
    let ranks = (focus.rank(sides.actor), focus.rank(sides.counterpart))
    act.marks.set(.topPair, if: ranks.0 < 2 && ranks.1 < 2)
    act.marks.set(.topOne, if: ranks.0 == 0 || ranks.1 == 0)
    act.marks.set(.share, focus.share(sides.actor) + focus.share(sides.counterpart))
    act.marks.set(
      .forumSide, if: Country.organisations.contains { $0 == sides.actor || $0 == sides.counterpart })
    if let home = scene.lexicon.home {
      act.marks.set(.homeSide, if: sides.actor == home || sides.counterpart == home)
    }
  }

  private func markMeaning(_ act: inout Act) {
    var found = Signals()
    var isUnrealTold = false
    for finding in page.passage.findings(in: sentence) {
      guard case .signal(let signal) = finding.meaning else { continue }
      // A signal may share words with the act: "hủy chuyến" of "hủy chuyến thăm".
      let ahead = act.words.lowerBound - finding.words.upperBound
      let gap = finding.words.lowerBound < act.words.lowerBound ? max(0, ahead) : ahead
      switch signal {
      case .future, .unreal, .negated, .cancelled, .past:
        if (0...5).contains(gap) { found.insert(signal) }
        if signal == .unreal { isUnrealTold = true }
      case .background, .both, .authority: found.insert(signal)
      case .speech: if gap >= 0 { found.insert(signal) }
      case .attend: if (-12...0).contains(gap) { found.insert(signal) }
      default: break
      }
    }
    let marks: [(Meaning.Signal, ActMark)] = [
      (.future, .future), (.past, .past), (.unreal, .unreal), (.negated, .negated),
      (.background, .background),
      (.cancelled, .cancelled), (.speech, .speech), (.both, .bothWord), (.authority, .authority),
      (.attend, .attends),
    ]
    for (signal, mark) in marks { act.marks.set(mark, if: found.contains(signal)) }
    act.marks.set(.unrealTold, if: isUnrealTold && !found.contains(.unreal))
    act.marks.set(.question, if: page.passage.sign(at: sentence.upperBound - 1) == 63)
    act.marks.set(.quoted, if: isQuoted(act.words.lowerBound))
  }

  /// An odd number of quotation marks stands before the word in its sentence.
  private func isQuoted(_ index: Int) -> Bool {
    var quotes = 0
    for word in page.passage.words[sentence.lowerBound..<index] where word.sign == 34 || word.sign == 1 {
      if word.sign == 34 || word.bytes.count == 3 { quotes += 1 }
    }
    return quotes % 2 == 1
  }

  private func markTime(_ act: inout Act) {
    guard let published = scene.reported else { return act.marks.set(.noHeader) }
    var (near, spoken, old, ahead) = (false, false, false, false)
    for date in page.dates where sentence.contains(date.words.lowerBound) {
      let isBehind = published.earliest.ordinal - date.date.latest.ordinal <= 10
      let isBefore = date.date.earliest.ordinal <= published.latest.ordinal + 1
      if date.date.precision == .day, isBehind, isBefore { near = true }
      if date.isSpoken, date.date.precision == .day { spoken = true }
      if published.earliest.ordinal - date.date.latest.ordinal > 45 { old = true }
      if date.date.earliest.ordinal > published.latest.ordinal { ahead = true }
    }
    act.marks.set(.dayNear, if: near)
    act.marks.set(.dayToday, if: spoken)
    act.marks.set(.dayOld, if: old)
    act.marks.set(.dayAhead, if: ahead)
  }
}
