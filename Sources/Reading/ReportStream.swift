import Diplomacy
import Text

/// The reports of a file that holds many, given piece by piece: no more than one report is kept, however long the file.
/// Pure: whoever opens the file hands its bytes to `take` and asks `next` until it needs more.
package struct ReportStream {
  package enum Found: Sendable {
    case article(Article)
    case problem(ReadingProblem)
    /// Problems beyond those a file may name, with their number.
    case problems(ReadingProblem, count: Int)
  }

  private var format: any RecordFormat
  private let file: String
  private let source: String

  /// Bytes from the start of the next report on lie behind `start`.
  private var bytes: [UInt8] = []
  private var start = 0
  /// The line at `start`, from 1.
  private var line = 1
  private var isBegun = false
  private var isLast = false
  /// A line that is too long is passed over to its end.
  private var isSkipping = false
  /// A file that is refused as a whole is not looked at further.
  private var isRefused = false
  /// Bytes that have to be there before the report at `start` is tried again.
  private var wanted = 1
  private var articles = 0
  private var problems = 0

  /// Whether a file called so holds many reports.
  package static func takes(_ name: String) -> Bool { format(of: name) != nil }

  private static func format(of name: String) -> (any RecordFormat)? {
    let name = name.lowercased()
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return JSONLines() }
    return name.hasSuffix(".csv") ? CSVTable() : nil
  }

  /// Nil for a file that holds one report. `source` is its base name; problems name `file`.
  package init?(source: String, file: String) {
    guard let format = ReportStream.format(of: source) else { return nil }
    self.format = format
    self.source = source
    self.file = visible(file)
  }

  /// Whether nothing that could still come would be read.
  package var isOver: Bool { isRefused }

  package mutating func take(_ piece: some Collection<UInt8>) {
    guard !isRefused else { return }
    if start > 0 {
      bytes.removeSubrange(..<start)
      start = 0
    }
    bytes.append(contentsOf: piece)
  }

  package mutating func end() { isLast = true }

  /// Nil when more bytes are needed or, after the end, when all is told.
  package mutating func next() -> Found? {
    if let refusal = begin() { return .problem(refusal) }
    while isBegun, !isRefused, skipped(), start < bytes.count {
      guard isLast || bytes.count - start >= wanted else { return nil }
      switch format.take(bytes[start...], isLast: isLast) {
      case .needsMore:
        guard bytes.count - start > Limits.recordBytes else {
          wanted = min(2 * (bytes.count - start), Limits.recordBytes + 1)
          return nil
        }
        let at = line
        passLine()
        if let found = problem(.tooLong, at) { return found }
      case .nothing(let length): pass(length)
      case .record(let record, let length):
        let at = line
        pass(length)
        if let found = found(record, at) { return found }
      case .fault(let fault, let length):
        let at = line
        if length == .max { refuse() } else if let length { pass(length) } else { passLine() }
        if let found = problem(fault, at) { return found }
      }
    }
    return isLast ? last() : nil
  }

  /// Looks at the first bytes once there are enough of them.
  private mutating func begin() -> ReadingProblem? {
    guard !isBegun, isLast || bytes.count >= 512 else { return nil }
    isBegun = true
    let head = Array(bytes.prefix(512))
    if let name = ForeignFormat.encoding(of: head) {
      refuse()
      return .otherEncoding(file: file, name: name)
    }
    if let name = ForeignFormat.sealedName(of: head) {
      refuse()
      return .unreadFormat(file: file, name: name)
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    return nil
  }

  private mutating func refuse() {
    isRefused = true
    problems += 1
    bytes = []
    start = 0
  }

  private mutating func found(_ record: ReportRecord, _ line: Int) -> Found? {
    do throws(RecordFault) {
      let article = try record.article(place: "\(source):\(line)")
      articles += 1
      return .article(article)
    } catch {
      return problem(error, line)
    }
  }

  private mutating func problem(_ fault: RecordFault, _ line: Int) -> Found? {
    if !isRefused { problems += 1 }
    guard problems <= Limits.problemsOfAFile else { return nil }
    return .problem(.record(file: file, line: line, fault: fault))
  }

  /// What is to be said of the file as a whole.
  private mutating func last() -> Found? {
    let unnamed = problems - Limits.problemsOfAFile
    if unnamed > 0 {
      problems = Limits.problemsOfAFile
      return .problems(.moreRecords(file: file, count: unnamed), count: unnamed)
    }
    guard articles == 0, problems == 0 else { return nil }
    problems = 1
    return .problem(.empty(file: file))
  }

  private mutating func pass(_ length: Int) {
    line += bytes[start..<(start + length)].withUnsafeBufferPointer { bytes in
      bytes.reduce(0) { $0 &+ ($1 == 10 ? 1 : 0) }
    }
    start += length
    wanted = 1
  }

  private mutating func passLine() {
    isSkipping = true
    wanted = 1
  }

  /// False while the end of a line that is passed over has not come.
  private mutating func skipped() -> Bool {
    guard isSkipping else { return true }
    guard let end = bytes[start...].firstIndex(of: 10) else {
      start = bytes.count
      return false
    }
    start = end + 1
    line += 1
    isSkipping = false
    return true
  }
}
