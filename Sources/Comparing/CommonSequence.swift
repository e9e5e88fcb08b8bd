/// The longest run of numbers two lists have in common, in order. Numbers that occur once in both are brought together
/// first, as a reader would; what lies between is compared in full up to a limit of work.
struct CommonSequence {
  /// Places of the common numbers in both lists, rising in both.
  private(set) var pairs: [(left: Int, right: Int)] = []
  private let left: [Int32]
  private let right: [Int32]

  /// Cells of the largest table that is filled: about 4 ms of work and 4 MB.
  private static let largestTable = 1 << 20

  init(_ left: [Int32], _ right: [Int32]) {
    self.left = left
    self.right = right
    align(left.indices, right.indices)
  }

  private mutating func align(_ one: Range<Int>, _ other: Range<Int>) {
    var (start, end) = ((one.lowerBound, other.lowerBound), (one.upperBound, other.upperBound))
    while start.0 < end.0, start.1 < end.1, left[start.0] == right[start.1] {
      pairs.append((start.0, start.1))
      start = (start.0 + 1, start.1 + 1)
    }
    var tail: [(left: Int, right: Int)] = []
    while start.0 < end.0, start.1 < end.1, left[end.0 - 1] == right[end.1 - 1] {
      end = (end.0 - 1, end.1 - 1)
      tail.append((end.0, end.1))
    }
    alignInner(start.0..<end.0, start.1..<end.1)
    pairs += tail.reversed()
  }

  private mutating func alignInner(_ one: Range<Int>, _ other: Range<Int>) {
    guard !one.isEmpty, !other.isEmpty else { return }
    if one.count * other.count <= CommonSequence.largestTable { return fillTable(one, other) }
    let anchors = UniqueAnchors(left[one], right[other]).pairs
    guard !anchors.isEmpty else { return }
    var start = (one.lowerBound, other.lowerBound)
    for anchor in anchors {
      align(start.0..<anchor.left, start.1..<anchor.right)
      pairs.append(anchor)
      start = (anchor.left + 1, anchor.right + 1)
    }
    align(start.0..<one.upperBound, start.1..<other.upperBound)
  }

  /// The longest common subsequence by a table; a number paired with the next of the same kind beats one that leaps.
  private mutating func fillTable(_ one: Range<Int>, _ other: Range<Int>) {
    let width = other.count + 1
    var table = [Int32](repeating: 0, count: (one.count + 1) * width)
    for row in stride(from: one.count - 1, through: 0, by: -1) {
      for column in stride(from: other.count - 1, through: 0, by: -1) {
        let at = row * width + column
        table[at] =
          left[one.lowerBound + row] == right[other.lowerBound + column]
          ? table[at + width + 1] + 1 : max(table[at + width], table[at + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < one.count, column < other.count {
      let at = row * width + column
      if left[one.lowerBound + row] == right[other.lowerBound + column] {
        pairs.append((one.lowerBound + row, other.lowerBound + column))
        (row, column) = (row + 1, column + 1)
      } else if table[at + width] >= table[at + 1] {
        row += 1
      } else {
        column += 1
      }
    }
  }
}

/// Numbers that occur once in both lists and keep their order.
struct UniqueAnchors {
  let pairs: [(left: Int, right: Int)]

  init(_ left: ArraySlice<Int32>, _ right: ArraySlice<Int32>) {
    let (one, other) = (UniqueAnchors.singles(left), UniqueAnchors.singles(right))
    let common = one.compactMap { number, place in other[number].map { (left: place, right: $0) } }
    pairs = UniqueAnchors.rising(common.sorted { $0.left < $1.left })
  }

  private static func singles(_ list: ArraySlice<Int32>) -> [Int32: Int] {
    var places: [Int32: Int] = [:]
    var again: Set<Int32> = []
    for place in list.indices where places.updateValue(place, forKey: list[place]) != nil {
      again.insert(list[place])
    }
    for number in again { places[number] = nil }
    return places
  }

  /// The longest part whose right places rise, by the ends of runs of each length.
  private static func rising(_ pairs: [(left: Int, right: Int)]) -> [(left: Int, right: Int)] {
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: pairs.count)
    for index in pairs.indices {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].right < pairs[index].right { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chain: [(left: Int, right: Int)] = []
    var at = ends.last
    while let index = at {
      chain.append(pairs[index])
      at = before[index]
    }
    return chain.reversed()
  }
}
