import Diplomacy
import Lexicons

/// The subjects of the act are what its own paragraphs speak of; a word far from the act must be said more than once.
struct TopicJudge {
  struct Candidate {
    let topic: Topic
    /// The words that first name it.
    let span: TextSpan
    var marks: Marks<TopicMark>
    var points = 0.0
  }
  private let scene: Scene
  private let measure: Measure<TopicMark>

  init(_ scene: Scene, _ measure: Measure<TopicMark>) {
    self.scene = scene
    self.measure = measure
  }

  /// In the order of the list of topics.
  func topics(of act: Act) -> [Candidate] { candidates(for: act).filter { $0.points >= measure.least } }

  /// Paragraphs from the head in which subjects of the act are named.
  private static let deepest = 12

  func candidates(for act: Act) -> [Candidate] {
    var tallies: [Topic: Tally] = [:]
    for (index, page) in scene.pages.enumerated()
    where page.passage.part != .caption && page.depth <= TopicJudge.deepest {
      for finding in page.passage.findings {
        guard case .topic(let topic) = finding.meaning else { continue }
        let isActPage = index == act.page
        let isActSentence = isActPage && page.passage.sentence(of: finding.words) == act.sentence
        tallies[topic, default: Tally(span: page.passage.span(finding.words))]
          .count(depth: page.depth, isActPage: isActPage, isActSentence: isActSentence)
      }
    }
    return Topic.allCases.compactMap { topic in
      guard let tally = tallies[topic] else { return nil }
      var candidate = Candidate(topic: topic, span: tally.span, marks: tally.marks)
      candidate.marks.set(TopicMark.of(topic))
      candidate.marks.set(.ofMessage, if: act.kind == .message)
      candidate.marks.set(
        .ofMeeting, if: [.talks, .meeting, .phoneCall, .visit, .negotiation].contains(act.kind))
      candidate.points = measure.balance.points(candidate.marks)
      return candidate
    }
  }

  /// Where and how often a subject is named.
  private struct Tally {
    let span: TextSpan
    private var title = false
    private var lead = false
    private var sentence = false
    private var page = false
    private var times = 0.0

    init(span: TextSpan) { self.span = span }

    mutating func count(depth: Int, isActPage: Bool, isActSentence: Bool) {
      if depth == 0 { title = true }
      if depth == 1 { lead = true }
      if isActPage { page = true }
      if isActSentence { sentence = true }
      times += 1
    }

    var marks: Marks<TopicMark> {
      var marks = Marks<TopicMark>()
      marks.set(.any)
      marks.set(.title, if: title)
      marks.set(.lead, if: lead)
      marks.set(.actSentence, if: sentence)
      marks.set(.actParagraph, if: page)
      marks.set(.often, min(6, times - 1) / 6)
      marks.set(.again, if: times > 1)
      return marks
    }
  }
}

/// What speaks for and against a subject's being one of the act.
enum TopicMark: Int, LimitedMark {
  static let judge = "topic"
  static let limit = "topics.least"

  case any, title, lead, actSentence, actParagraph, often, again, ofMessage, ofMeeting
  case political, economy, defence, security, maritime, border, nuclear, conflict, energy, environment,
    agriculture
  case technology, education, culture, health, transport, migration, consular, disaster, aid, legacy, rights
  case multilateral

  /// The topics stand in the order of `Topic`.
  static func of(_ topic: Topic) -> TopicMark {
    let place = Topic.allCases.firstIndex(of: topic) ?? 0
    return TopicMark(rawValue: TopicMark.political.rawValue + place) ?? .any
  }
}
