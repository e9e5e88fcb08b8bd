// How well the events read out of articles agree with those a person wrote down.
//
// gold, predictions (AnnotationFile) -> paired by source -> one ArticleComparison each -> ScoreTable -> ScoreReport
//
// Within an article the events are paired one to one (EventAlignment); pairs that share no party stay apart. Every
// line below is precision, recall and F1 over all articles together, counting:
//
//   bilateral      articles with at least one event
//   dyad           paired events with the same two parties
//   date, kind, level, status   paired events that agree in the field, of all events
//   host           likewise, where either side names one
//   place-country  the country of the place, likewise
//   subkind        only where gold has one
//   topics         the topics of paired events
//   people         the names of an article, without case, marks and punctuation; "Trump" is "Donald Trump" (NameKey)
//   commitments    amount (within half a percent), due date and currency of what is promised in an article
//   mentions       the dates of other acts an article refers to
//   TRIPLE         parties, date and kind all together: the number to watch
//
// Two plain shares follow: articles whose publication date and whose language were read as in gold.

/// One line of the table, in its order; the raw value is its name.
package enum ScoreLine: String, CaseIterable, Sendable {
  case bilateral, dyad, date, kind, level, status, host
  case placeCountry = "place-country"
  case subkind, topics, people, commitments, mentions
  case triple = "TRIPLE"
}

/// The figures of a set of articles, and where they fall short. See the top of the file for what each line means.
package struct ScoreTable: Hashable, Sendable {
  /// Something in which an article differs from gold.
  package struct Difference: Hashable, Sendable {
    package let source: String
    /// The name of the line, or what else differs: `article`, `event`, `published`.
    package let subject: String
    package let text: String
  }

  package private(set) var differences: [Difference] = []
  /// The share of gold's articles with the right publication date, 0 to 1.
  package let published: Double
  /// The share of gold's articles with the right language, 0 to 1.
  package let language: Double
  /// How many predicted articles gold does not know; they are left out.
  package let strangers: Int
  private var tallies: [ScoreLine: Tally] = [:]

  /// An article gold has and `predictions` lacks counts as one without events.
  package init(gold: [String: AnnotatedArticle], predictions: [String: AnnotatedArticle]) {
    var published = 0
    var language = 0
    for (source, article) in gold.sorted(by: { $0.key < $1.key }) {
      let comparison = ArticleComparison(gold: article, prediction: predictions[source])
      for (line, tally) in comparison.tallies { tallies[line, default: Tally()].add(tally) }
      differences += comparison.differences.map {
        Difference(source: source, subject: $0.subject, text: $0.text)
      }
      published += comparison.hasPublished ? 1 : 0
      language += comparison.hasLanguage ? 1 : 0
    }
    let count = Double(max(1, gold.count))
    self.published = Double(published) / count
    self.language = Double(language) / count
    strangers = predictions.keys.count { gold[$0] == nil }
  }

  package func tally(_ line: ScoreLine) -> Tally { tallies[line] ?? Tally() }
}
