import Diplomacy
import Lexicons

/// What the article as a whole says about every act in it: sport, courts, companies and home affairs use the words of
/// diplomacy without being it; analysis and round-ups name many acts and report none.
struct ArticleMarks {
  private let marks: [(ActMark, Double)]
  /// The states of the title in order.
  let titleSides: [Country]

  init(_ scene: Scene) {
    var counts = [Int](repeating: 0, count: Meaning.Signal.allCases.count)
    var offices = 0
    var titleSides: [Country] = []
    var leadSides: [Country] = []
    var titleSignals = Signals()
    var isAsking = false
    var words = 0
    for page in scene.pages.prefix(12) where page.depth < 6 {
      for finding in page.passage.findings {
        guard case .signal(let signal) = finding.meaning else { continue }
        counts[signal.rawValue] += 1
        if page.depth == 0 { titleSignals.insert(signal) }
      }
      offices += page.people.count
      words += page.passage.words.count
      if page.depth == 0 {
        titleSides.addNew(page.sides)
        isAsking = isAsking || page.passage.words.contains { $0.sign == 63 }
      }
      if page.depth == 1 { leadSides.addNew(page.sides) }
    }
    self.titleSides = titleSides
    let count = { (signal: Meaning.Signal) in Double(counts[signal.rawValue]) }
    let bytes = scene.article.paragraphs.reduce(0) { $0 + $1.text.utf8.count }
    marks = [
      (.away, min(6, count(.away)) / 6), (.farAway, count(.away) > 8 ? 1 : 0),
      (.awayDense, min(1, count(.away) * 12 / Double(max(20, words)))),
      (.domestic, min(5, count(.domestic)) / 5), (.analysis, min(5, count(.analysis)) / 5),
      (.roundup, titleSignals.contains(.roundup) ? 1 : 0),
      (.titleQuestion, isAsking || titleSignals.contains(.question) ? 1 : 0),
      (.offices, min(6, Double(offices)) / 6), (.authorities, min(6, count(.authority)) / 6),
      (.forum, min(4, count(.forum)) / 4), (.speeches, min(6, count(.speech)) / 6),
      (.courtesy, min(8, count(.courtesy)) / 8), (.courteous, count(.courtesy) > 1 ? 1 : 0),
      (.titleSides, min(2, Double(titleSides.count)) / 2), (.leadSides, min(2, Double(leadSides.count)) / 2),
      (.shortText, bytes < 900 ? 1 : 0), (.longText, bytes > 5000 ? 1 : 0),
    ]
  }

  func mark(_ act: inout Act) { for (mark, value) in marks { act.marks.set(mark, value) } }
}

extension [Country] {
  /// Appends the countries that are not there yet.
  mutating func addNew(_ sides: [SideMention]) {
    for side in sides where !contains(side.country) { append(side.country) }
  }
}
