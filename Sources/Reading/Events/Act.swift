import Diplomacy
import Lexicons

/// An act the article may report: the words that name it, who acts, towards whom.
struct Act {
  let kind: EventKind
  let subkind: Subkind?
  /// Index into the scene's pages.
  let page: Int
  let words: Range<Int>
  let sentence: Int
  let plainness: Plainness
  let sides: BoundSides
  /// What speaks for and against its being the news.
  var marks: Marks<ActMark>
  var points = 0.0
}

/// The two sides of an act and where they were found.
struct BoundSides {
  let actor: Country
  let counterpart: Country
  /// The words of either side; nil where the article as a whole supplies it.
  let actorMention: SideMention?
  let counterpartMention: SideMention?
  let isPaired: Bool

  var found: Int { (actorMention == nil ? 0 : 1) + (counterpartMention == nil ? 0 : 1) }
  var dyad: Dyad? { Dyad(actor, counterpart) }
}
