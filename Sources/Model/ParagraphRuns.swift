import Diplomacy

/// Cuts stretches of a paragraph into runs by its marks and matches. A long report laid out in a narrow pane has
/// thousands of lines, and a search of one letter thousands of matches: a line looks only at those that reach into it.
struct ParagraphRuns {
  private let bytes: [UInt8]
  private let base: TextRole
  /// In order, none beginning in another; the matches too.
  private let marks: [TextMark]
  private let matches: [Range<Int>]
  private let parties: Parties
  private let pointed: [Range<Int>]

  init(
    bytes: [UInt8], base: TextRole, marks: [TextMark], matches: [Range<Int>], parties: Parties,
    pointed: [Range<Int>]
  ) {
    self.bytes = bytes
    self.base = base
    self.marks = marks.sorted { $0.span.bytes.lowerBound < $1.span.bytes.lowerBound }
    self.matches = ParagraphRuns.merged(matches)
    self.parties = parties
    self.pointed = pointed
  }

  func runs(_ range: Range<Int>) -> [StyledRun] {
    let marks = within(self.marks, range) { $0.span.bytes }
    let matches = within(self.matches, range) { $0 }
    let pointed = self.pointed.filter { $0.overlaps(range) }
    var borders: Set<Int> = [range.lowerBound, range.upperBound]
    for stretch in marks.map(\.span.bytes) + matches + pointed {
      for border in [stretch.lowerBound, stretch.upperBound] where range.contains(border) {
        borders.insert(border)
      }
    }
    let sorted = borders.sorted()
    return zip(sorted, sorted.dropFirst()).map { start, end in
      let marked = marks.first { $0.span.bytes.contains(start) }.map { textRole($0.role) } ?? base
      let role = pointed.contains { $0.contains(start) } ? .evidence : marked
      return StyledRun(
        String(decoding: bytes[start..<end], as: UTF8.self), role,
        isMatch: matches.contains { $0.contains(start) })
    }
  }

  /// Matches of several searches as stretches that do not overlap.
  private static func merged(_ matches: [Range<Int>]) -> [Range<Int>] {
    matches.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, match in
      if let last = merged.last, match.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, match.upperBound)
      } else {
        merged.append(match)
      }
    }
  }

  /// Those of ordered stretches, none beginning in another, that reach into the range.
  private func within<Stretch>(
    _ stretches: [Stretch], _ range: Range<Int>, _ bytes: (Stretch) -> Range<Int>
  ) -> ArraySlice<Stretch> {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if bytes(stretches[middle]).upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return stretches[low...].prefix { bytes($0).lowerBound < range.upperBound }
  }

  private func textRole(_ role: TextMark.Role) -> TextRole {
    switch role {
    case .country(let country):
      country == parties.first ? .firstParty : country == parties.second ? .secondParty : .country
    case .person: .person
    case .date: .date
    case .sum: .sum
    }
  }
}
