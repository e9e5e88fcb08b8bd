import Diplomacy
import Lexicons

/// Who acts stands before the word of the act, the other side behind it; "giữa" and a genitive put both behind; a side the
/// sentence does not name is the one the article is about.
struct SideBinder {
  let passage: Passage
  let sides: [SideMention]
  let focus: Focus

  func inside(_ sentence: Range<Int>) -> [SideMention] {
    sides.filter { sentence.contains($0.words.lowerBound) }
  }

  /// `inside` are the sides of the sentence.
  func bind(
    _ cue: Range<Int>, sentence: Range<Int>, inside: [SideMention], kind: EventKind
  ) -> BoundSides? {
    let before = inside.filter { $0.words.upperBound <= cue.lowerBound }.reversed() as [SideMention]
    let after = inside.filter { $0.words.lowerBound >= cue.upperBound }
    if let pair = paired(inside, cue) { return bound(pair.0, pair.1, isPaired: true) }
    if isDoneByBoth(kind), isOfTheTwo(cue, sentence) {
      if let pair = joined(inside) { return bound(pair.0, pair.1) }
      let plain = inside.filter { !$0.isSited }
      if distinct(plain) == nil {
        return completed(plain.first, stands: false)
      }
    }
    // "chuyến thăm Trung Quốc của Ngoại trưởng Đức": the owner of the act stands last.
    if kind == .visit, let two = distinct(after), two.0.level == nil,
      two.0.words.lowerBound - cue.upperBound < 3,
      passage.signal(.of, at: two.0.words.upperBound) != nil
    {
      return bound(two.1, two.0)
    }
    let next = cue.upperBound
    let isOpened = (next...next + 2).contains {
      passage.signal(.between, at: $0) != nil || passage.signal(.of, at: $0) != nil
    }
    if isOpened, let two = distinct(after) { return bound(two.0, two.1) }
    let lands = kind == .visit || kind == .defence || kind == .relations
    let free = { (list: [SideMention]) in list.filter { !$0.isSited || isSentTo($0, kind) } }
    // "Đại sứ Anh bị Iran triệu": who acts stands behind the word of the passive.
    if let two = distinct(free(before)), passage.signal(.by, before: two.0.words.lowerBound) != nil {
      return bound(two.0, two.1)
    }
    if isMutual(kind), let two = distinct(free(before)),
      free(after).first.map({ isAddressed($0, cue) }) != true
    {
      return bound(two.1, two.0)
    }
    if let object = (lands ? after : free(after)).first ?? (lands ? landing(cue, sentence) : nil),
      let subject = subject(of: kind, in: free(before), towards: object)
    {
      return isTurned(cue) ? bound(object, subject) : bound(subject, object)
    }
    if let two = facing(free(before), kind) { return bound(two.1, two.0) }
    if let two = facing(free(after), kind) { return bound(two.0, two.1) }
    if let subject = before.first, let object = after.first(where: { $0.country != subject.country }) {
      return bound(subject, object)
    }
    if let two = distinct(free(inside)) ?? distinct(inside) { return bound(two.0, two.1) }
    return completed(free(before).first ?? free(after).first ?? inside.first, stands: before.isEmpty)
  }

  /// "hai bộ trưởng hội đàm", "cuộc gặp giữa lãnh đạo hai nước": who acts is told, but not by name.
  private func isOfTheTwo(_ cue: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let near = max(sentence.lowerBound, cue.lowerBound - 6)..<min(sentence.upperBound, cue.upperBound + 8)
    return passage.findings(in: near).contains {
      guard $0.meaning == .signal(.theTwo) else { return false }
      let end = $0.words.upperBound
      return end <= cue.lowerBound
        ? cue.lowerBound - end < 4 : passage.signal(.toward, before: $0.words.lowerBound) == nil
    }
  }

  /// "Nga và Thổ Nhĩ Kỳ", "Việt - Trung": two that stand together.
  private func joined(_ inside: [SideMention]) -> (SideMention, SideMention)? {
    let plain = inside.filter { !$0.isSited }
    for (one, other) in zip(plain, plain.dropFirst()) where one.country != other.country {
      if one.isPaired && other.isPaired || isListed(one, other) { return (one, other) }
    }
    return nil
  }

  /// Who arrives in a city arrives in the state it lies in: "cập cảng Đà Nẵng".
  private func landing(_ cue: Range<Int>, _ sentence: Range<Int>) -> SideMention? {
    for finding in passage.findings(in: cue.upperBound..<min(sentence.upperBound, cue.upperBound + 4)) {
      if case .place(let country?) = finding.meaning {
        return SideMention(placeIn: country, words: finding.words)
      }
    }
    return nil
  }

  /// "gửi điện mừng tới Lào": a message goes to a government, not to a place.
  private func isSentTo(_ side: SideMention, _ kind: EventKind) -> Bool {
    kind == .message && passage.signal(.toward, before: side.words.lowerBound) != nil
  }

  private func isMutual(_ kind: EventKind) -> Bool {
    switch kind {
    case .phoneCall, .talks, .meeting, .negotiation, .agreement: true
    default: false
    }
  }

  private func isDoneByBoth(_ kind: EventKind) -> Bool {
    switch kind {
    case .phoneCall, .talks, .meeting, .negotiation, .agreement, .visit, .relations, .defence, .commemoration,
      .protest, .sanction, .incident, .other:
      true
    case .message, .credentials, .aid: false
    }
  }

  /// The side stands right behind the act, or behind a word for "with" before any comma.
  private func isAddressed(_ side: SideMention, _ cue: Range<Int>) -> Bool {
    let gap = side.words.lowerBound - cue.upperBound
    guard gap > 2 else { return true }
    let isParted = (cue.upperBound..<side.words.lowerBound).contains { passage.sign(at: $0) == 44 }
    return !isParted && gap < 9 && passage.signal(.toward, before: side.words.lowerBound) != nil
  }

  /// The nearest before; of an act that people do, the nearest holder of an office.
  private func subject(of kind: EventKind, in before: [SideMention], towards object: SideMention)
    -> SideMention?
  {
    let others = before.filter { $0.country != object.country }
    switch kind {
    case .visit, .meeting, .talks, .phoneCall, .message:
      return others.first { $0.level != nil } ?? others.first
    default: return others.first
    }
  }

  /// "Mỹ - Triều hội đàm", "quan hệ Việt - Trung": a pair beside the act.
  private func paired(_ inside: [SideMention], _ cue: Range<Int>) -> (SideMention, SideMention)? {
    for (one, other) in zip(inside, inside.dropFirst()) where one.isPaired && other.isPaired {
      guard other.words == one.words || other.words.lowerBound == one.words.upperBound + 1 else { continue }
      let gap =
        one.words.lowerBound >= cue.upperBound
        ? one.words.lowerBound - cue.upperBound : cue.lowerBound - other.words.upperBound
      if (0...3).contains(gap) { return (one, other) }
    }
    return nil
  }

  private func distinct(_ list: [SideMention]) -> (SideMention, SideMention)? {
    guard let one = list.first, let other = list.first(where: { $0.country != one.country }) else {
      return nil
    }
    return (one, other)
  }

  /// "Peru and Laos presented credentials": those listed together face a third; two acting together face each other.
  private func facing(_ list: [SideMention], _ kind: EventKind) -> (SideMention, SideMention)? {
    guard let one = list.first, !isMutual(kind) else { return distinct(list) }
    var listed = one
    for side in list.dropFirst() where side.country != one.country {
      guard isListed(listed, side) else { return (one, side) }
      listed = side
    }
    return distinct(list)
  }

  /// Nothing but a comma or a word for "and" stands between the two.
  private func isListed(_ one: SideMention, _ other: SideMention) -> Bool {
    let gap =
      one.words.lowerBound < other.words.lowerBound
      ? one.words.upperBound..<max(one.words.upperBound, other.words.lowerBound)
      : other.words.upperBound..<max(other.words.upperBound, one.words.lowerBound)
    return !gap.isEmpty && gap.count <= 3
      && gap.allSatisfy { passage.sign(at: $0) == 44 || passage.signal(.and, at: $0) != nil }
  }

  /// "was summoned by Iran": the actor stands behind.
  private func isTurned(_ cue: Range<Int>) -> Bool {
    (cue.upperBound...cue.upperBound + 1).contains { passage.signal(.by, at: $0) != nil }
  }

  private func bound(_ one: SideMention, _ other: SideMention, isPaired: Bool = false) -> BoundSides {
    BoundSides(
      actor: one.country, counterpart: other.country, actorMention: one, counterpartMention: other,
      isPaired: isPaired)
  }

  private func completed(_ one: SideMention?, stands behind: Bool) -> BoundSides? {
    guard let one else {
      guard let first = focus.first(), let second = focus.first(except: first) else { return nil }
      return BoundSides(
        actor: first, counterpart: second, actorMention: nil, counterpartMention: nil, isPaired: false)
    }
    guard let other = focus.first(except: one.country) else { return nil }
    return behind
      ? BoundSides(
        actor: other, counterpart: one.country, actorMention: nil, counterpartMention: one, isPaired: false)
      : BoundSides(
        actor: one.country, counterpart: other, actorMention: one, counterpartMention: nil, isPaired: false)
  }
}
