import Diplomacy

/// How often each kind of act is named.
struct KindCounts {
  /// One for each kind, in a vector: dictionaries of them are made for every article.
  private var counts = SIMD16<UInt8>(repeating: 0)

  subscript(_ kind: EventKind) -> Int { Int(counts[kind.place]) }
  mutating func add(_ kind: EventKind) { if self[kind] < 255 { counts[kind.place] += 1 } }
  func hasAny(_ kinds: [EventKind]) -> Bool { kinds.contains { self[$0] > 0 } }
  var isEmpty: Bool { counts == SIMD16(repeating: 0) }
}

extension EventKind {
  /// Its place among the kinds, from 0, without looking through their list for every act.
  var place: Int {
    switch self {
    case .phoneCall: 0
    case .talks: 1
    case .meeting: 2
    case .visit: 3
    case .message: 4
    case .agreement: 5
    case .negotiation: 6
    case .relations: 7
    case .credentials: 8
    case .defence: 9
    case .aid: 10
    case .protest: 11
    case .sanction: 12
    case .incident: 13
    case .commemoration: 14
    case .other: 15
    }
  }
}
