import Diplomacy
import Lexicons

/// Reads out of a report what its event does not hold: who said what, and which paragraphs are no wording. Pure.
package struct CloseReader: Sendable {
  package init() {}

  /// In the order of the text. Only the two parties speak; titles and asides say nothing.
  package func statements(in article: Article, between parties: Parties) -> [Statement] {
    pages(of: article, between: parties).flatMap(\.statements)
  }

  private func pages(
    of article: Article, between parties: Parties
  ) -> [(passage: Passage, statements: [Statement])] {
    guard let scene = Scene(article) else { return [] }
    let asides = asides(in: article)
    let words = CloseWords.of(article.language)
    return scene.pages.filter { !asides.contains($0.passage.index) && $0.passage.part != .title }.map {
      page in
      (page.passage, StatementJudge(page: page, parties: parties, words: words).statements)
    }
  }

  /// Phrases one of which every report has that tells of an invitation, in any language.
  package static let invitingWords = CloseWords.vietnamese.inviting + CloseWords.english.inviting

  /// Who was invited to visit, and who has accepted. What is not of a visit, as an invitation to invest, is left out.
  package func invitations(in article: Article, between parties: Parties) -> [Invitation] {
    var invitations: [Invitation] = []
    for (passage, statements) in pages(of: article, between: parties) {
      for one in statements where one.act == .invited || one.act == .accepted {
        for side in parties.both where one.speaker == .side(side) || one.speaker == .both {
          let other = side == parties.first ? parties.second : parties.first
          let isAccepted = one.act == .accepted
          let (guest, host) = isAccepted ? (side, other) : (other, side)
          let isKnown = isAccepted && invitations.contains { $0.guest == guest && $0.host == host }
          guard isKnown || passage.tellsOfVisit(in: one.span.bytes) else { continue }
          invitations.append(Invitation(guest: guest, host: host, isAccepted: isAccepted, span: one.span))
        }
      }
    }
    return invitations
  }

  /// Captions, bylines and boilerplate, by their place in the article.
  package func asides(in article: Article) -> Set<Int> {
    let judge = AsideJudge(language: article.language)
    let last = article.paragraphs.lastIndex { $0.part != .caption } ?? -1
    return Set(
      article.paragraphs.indices.filter { index in
        judge.isAside(article.paragraphs[index], isLast: index == last, isFirst: index == 0)
      })
  }
}

extension Passage {
  /// Whether the stretch has a word for a visit.
  fileprivate func tellsOfVisit(in bytes: Range<Int>) -> Bool {
    findings.contains { finding in
      guard case .cue(.visit, _, _) = finding.meaning else { return false }
      return bytes.contains(words[finding.words.lowerBound].bytes.lowerBound)
    }
  }
}
