/// A gzip file, given piece by piece: its members, for gzip may have many, are one text.
final class GzipStream {
  private let file: String
  private let inflater: Inflater
  private var allowance: Allowance
  /// Inside a member, its header included.
  private var isInside = true
  /// Bytes that are none of gzip's stand behind the last member; they are left out.
  private(set) var hasTrailing = false
  /// The first byte of what may be the next member, where it came alone.
  private var held: [UInt8] = []

  init(file: String) {
    self.file = file
    inflater = Inflater(.gzip, file: file)
    allowance = Allowance(file: file)
  }

  /// False where the taker wants no more.
  func take(
    _ piece: ArraySlice<UInt8>, _ give: (ArraySlice<UInt8>) throws(UnpackingProblem) -> Bool
  ) throws(UnpackingProblem) -> Bool {
    allowance.goesIn(piece.count)
    var rest = held.isEmpty ? piece : (held + piece)[...]
    held = []
    while !rest.isEmpty, !hasTrailing {
      if !isInside, !beginMember(&rest) { continue }
      let outcome = try inflater.take(rest) { bytes throws(UnpackingProblem) in
        try allowance.comesOut(bytes.count)
        return try give(bytes)
      }
      switch outcome {
      case .needsMore: return true
      case .unwanted: return false
      case .ended(let left):
        rest = rest.suffix(left)
        isInside = false
      }
    }
    return true
  }

  /// Looks at what stands between members: zeros fill up a tape; anything else is none of gzip's.
  private func beginMember(_ rest: inout ArraySlice<UInt8>) -> Bool {
    rest = rest.drop { $0 == 0 }
    if rest.isEmpty { return false }
    if rest.count == 1, rest.first == 0x1F {
      held = Array(rest)
      rest = []
      return false
    }
    hasTrailing = !rest.starts(with: [0x1F, 0x8B])
    if hasTrailing { return false }
    inflater.begin()
    isInside = true
    return true
  }

  /// Nothing more comes.
  func end() throws(UnpackingProblem) {
    if isInside { throw .cutOff(file: file) }
    if !held.isEmpty { hasTrailing = true }
  }
}
