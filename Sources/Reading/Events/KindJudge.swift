import Diplomacy
import Lexicons

/// Which of the acts of two states on one occasion gives the event its kind: the one named first and in the title, a visit
/// yielding to what was done in its course, an upgrade of relations standing above the paper that is signed.
struct KindJudge: Sendable {
  struct Candidate {
    /// The best act of its kind.
    let act: Act
    var marks: Marks<KindMark>
    var points = 0.0
  }
  private let balance: Balance<KindMark>

  init(_ weights: Weights) { balance = Balance(weights) }

  /// The act that names the kind, among the acts of the pair that is the news.
  func act(of news: Act, among acts: [Act], in scene: Scene) -> Act {
    let candidates = candidates(for: news, among: acts, in: scene)
    let best = candidates.max { $0.points < $1.points }
    return best?.act ?? news
  }

  func candidates(for news: Act, among acts: [Act], in scene: Scene) -> [Candidate] {
    let own = acts.filter { $0.sides.dyad == news.sides.dyad }
    let best = own.map(\.points).max() ?? 0
    let order = KindJudge.kindsInOrder(own)
    var kinds = KindCounts()
    for kind in order { kinds.add(kind) }
    var candidates: [Candidate] = []
    for (place, kind) in order.enumerated() {
      let alike = own.filter { $0.kind == kind }
      guard let act = alike.max(by: { $0.points < $1.points }), act.points > best - KindJudge.widest else {
        continue
      }
      var candidate = Candidate(act: act, marks: Marks())
      candidate.marks.set(KindMark.of(kind))
      candidate.marks.set(.points, max(-4, act.points - best) / 2)
      candidate.marks.set(.first, if: place == 0)
      candidate.marks.set(.second, if: place == 1)
      candidate.marks.set(.often, min(4, Double(alike.count - 1)) / 4)
      candidate.marks.set(.plain, Double(alike.map(\.plainness.level).max() ?? 0) / 10)
      let depths = alike.filter { scene.pages[$0.page].passage.part != .caption }.map {
        scene.pages[$0.page].depth
      }
      candidate.marks.set(.title, if: depths.contains(0))
      candidate.marks.set(.lead, if: depths.contains(1))
      mark(&candidate, kind, beside: kinds)
      candidate.points = balance.points(candidate.marks)
      candidates.append(candidate)
    }
    return candidates
  }

  /// Points below the best act beyond which another act of the pair is background.
  private static let widest = 5.0

  private static func kindsInOrder(_ acts: [Act]) -> [EventKind] {
    var order: [EventKind] = []
    for act in acts where !order.contains(act.kind) { order.append(act.kind) }
    return order
  }

  private func mark(_ candidate: inout Candidate, _ kind: EventKind, beside kinds: KindCounts) {
    let told = kinds.hasAny
    candidate.marks.set(
      .visitBesideAct, if: kind == .visit && told([.talks, .meeting, .agreement, .phoneCall]))
    candidate.marks.set(.actBesideVisit, if: [.talks, .meeting, .agreement].contains(kind) && told([.visit]))
    candidate.marks.set(.meetingBesideTalks, if: kind == .meeting && told([.talks]))
    candidate.marks.set(.talksBesideMeeting, if: kind == .talks && told([.meeting]))
    candidate.marks.set(
      .relationsBesideAct, if: kind == .relations && told([.agreement, .visit, .talks, .meeting]))
    candidate.marks.set(.aidBesideMeeting, if: kind == .aid && told([.meeting, .visit, .talks]))
    candidate.marks.set(.defenceBesideVisit, if: kind == .defence && told([.visit]))
    candidate.marks.set(.credentialsBesideMeeting, if: kind == .credentials && told([.meeting]))
    candidate.marks.set(.forceBesideProtest, if: kind == .incident && told([.protest]))
    candidate.marks.set(
      .protestBesideForce, if: kind == .protest && told([.incident, .sanction, .relations]))
    candidate.marks.set(.honourBesideVisit, if: kind == .commemoration && told([.visit, .meeting, .talks]))
    candidate.marks.set(.otherBesideRelations, if: kind == .other && told([.relations]))
    candidate.marks.set(.callBesideProtest, if: kind == .phoneCall && told([.protest]))
    candidate.marks.set(.mechanismBesideTalks, if: kind == .negotiation && told([.talks, .meeting, .visit]))
  }
}

/// What speaks for and against a kind, beside the points of its best act.
enum KindMark: Int, Mark {
  static let judge = "kind"

  case points, first, second, often, plain, title, lead
  case visitBesideAct, actBesideVisit, meetingBesideTalks, talksBesideMeeting, relationsBesideAct,
    aidBesideMeeting
  case defenceBesideVisit, credentialsBesideMeeting, forceBesideProtest, protestBesideForce, honourBesideVisit
  case callBesideProtest, mechanismBesideTalks, otherBesideRelations
  case phoneCall, talks, meeting, visit, message, agreement, negotiation, relations, credentials, defence, aid
  case protest, sanction, incident, commemoration, other

  /// The kinds stand last, in the order of `EventKind`.
  static func of(_ kind: EventKind) -> KindMark {
    KindMark(rawValue: phoneCall.rawValue + kind.place) ?? .other
  }
}
