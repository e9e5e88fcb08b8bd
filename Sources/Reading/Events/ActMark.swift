import Diplomacy

/// What speaks for and against an act's being the news.
enum ActMark: Int, Mark {
  static let judge = "act"

  case any
  // How plainly it is named.
  case plain, veryPlain, wording
  // Where it stands.
  case title, lead, third, fourth, deeper, caption, firstSentence, first, repeated, kindInTitle,
    otherKindInTitle
  // Whom it has.
  case threeSides, manySides, bothSides, oneSide, noSide, pair, oneOffice, bothOffices, oneName, bothNames,
    sited, seat
  case actorNear, counterpartNear, opens, topPair, topOne, share, forumSide, bothWord, authority, homeSide
  // How it is meant.
  case future, past, unreal, negated, background, cancelled, speech, attends, quoted, question
  // How it stands in its sentence, and who opens the sentence and the title.
  case framingVisit, setting, afterIt, beforeIt, aboutIt, nominal, unrealTold
  case sideOpens, strangerOpens, sideOpensTitle, strangerOpensTitle, strangersInTitle, dayBeside, echoed
  // When.
  case noHeader, dayNear, dayToday, dayOld, dayAhead
  // The article as a whole.
  case away, awayDense, farAway, domestic, analysis, roundup, titleQuestion, offices, authorities, forum,
    speeches, courtesy, courteous, titleSides
  case leadSides, shortText, longText
  // Beside other acts.
  case actorInTitle, counterpartInTitle, dyadInTitle, dyadInLead, together
  case visitBesideAct, actBesideVisit, meetingBesideTalks, forceBesideProtest, protestBesideForce
  // The kinds themselves.
  case phoneCall, talks, meeting, visit, message, agreement, negotiation, relations, credentials, defence, aid
  case protest, sanction, incident, commemoration, other

  /// The kinds stand last, in the order of `EventKind`.
  static func of(_ kind: EventKind) -> ActMark {
    ActMark(rawValue: phoneCall.rawValue + kind.place) ?? .other
  }
}
