/// The known name that a mistyped one most likely meant; nil where none is close (more than a third of it differs).
package func nearestName(to typed: String, among names: [String]) -> String? {
  let best = names.map { (name: $0, edits: edits(typed, $0)) }.min { $0.edits < $1.edits }
  guard let best, best.edits * 3 <= best.name.count else { return nil }
  return best.name
}

/// Letters to put in, take out or change to get from one word to the other.
private func edits(_ one: String, _ other: String) -> Int {
  let other = Array(other)
  var line = Array(0...other.count)
  for (row, letter) in one.prefix(64).enumerated() {
    var diagonal = line[0]
    line[0] = row + 1
    for (column, target) in other.enumerated() {
      let change = diagonal + (letter == target ? 0 : 1)
      diagonal = line[column + 1]
      line[column + 1] = min(change, diagonal + 1, line[column] + 1)
    }
  }
  return line[other.count]
}
