/// A tar file, given piece by piece: old and new headers, long names of GNU and of pax.
final class TarStream {
  private enum Part {
    case header
    /// Bytes of a member's text that are still to come, then those that fill the block.
    case content(left: Int, padding: Int, isWanted: Bool)
    /// A name that is too long for the header of its member.
    case longName(left: Int, padding: Int, isPax: Bool)
    case padding(left: Int)
    case over
  }

  private static let block = 512
  /// Bytes a name has at most; what is longer is no name.
  private static let longestName = 64 << 10

  private let file: String
  private let sink: any MemberSink
  private var part = Part.header
  /// A header that has not come whole.
  private var header: [UInt8] = []
  private var name: [UInt8] = []
  private var longName: [UInt8]?

  init(file: String, sink: any MemberSink) {
    self.file = file
    self.sink = sink
  }

  /// False once nothing of the file is wanted any more.
  func take(_ piece: ArraySlice<UInt8>) throws(UnpackingProblem) -> Bool {
    var rest = piece
    while !rest.isEmpty {
      switch part {
      case .header:
        let more = rest.prefix(TarStream.block - header.count)
        header += more
        rest = rest.dropFirst(more.count)
        if header.count == TarStream.block { try readHeader() }
      case .content(let left, let padding, let isWanted):
        let bytes = rest.prefix(left)
        rest = rest.dropFirst(bytes.count)
        let goesOn = isWanted && (bytes.isEmpty || sink.take(bytes))
        part = .content(left: left - bytes.count, padding: padding, isWanted: goesOn)
        if left == bytes.count { endContent(padding, goesOn) }
      case .longName(let left, let padding, let isPax):
        let bytes = rest.prefix(left)
        rest = rest.dropFirst(bytes.count)
        name += bytes
        part = .longName(left: left - bytes.count, padding: padding, isPax: isPax)
        if left == bytes.count { endName(padding, isPax) }
      case .padding(let left):
        let count = min(left, rest.count)
        rest = rest.dropFirst(count)
        part = count == left ? .header : .padding(left: left - count)
      case .over: return false
      }
    }
    return true
  }

  func end() throws(UnpackingProblem) {
    switch part {
    case .header where header.isEmpty: break
    case .over: break
    case .header, .content, .longName, .padding: throw .cutOff(file: file)
    }
  }

  private func endContent(_ padding: Int, _ isWanted: Bool) {
    if isWanted { sink.end() }
    part = padding > 0 ? .padding(left: padding) : .header
  }

  private func endName(_ padding: Int, _ isPax: Bool) {
    longName = isPax ? TarStream.paxPath(name) ?? longName : Array(name.prefix { $0 != 0 })
    name = []
    part = padding > 0 ? .padding(left: padding) : .header
  }

  private func readHeader() throws(UnpackingProblem) {
    defer { header = [] }
    if header.allSatisfy({ $0 == 0 }) {
      part = .over
      return
    }
    guard hasRightSum, let size = TarStream.number(header[124..<136]) else { throw .damaged(file: file) }
    let padding = (TarStream.block - size % TarStream.block) % TarStream.block
    switch header[156] {
    case UInt8(ascii: "L"), UInt8(ascii: "x"):
      guard size <= TarStream.longestName else { throw .damaged(file: file) }
      name = []
      part = .longName(left: size, padding: padding, isPax: header[156] == UInt8(ascii: "x"))
      if size == 0 { endName(padding, false) }
    case UInt8(ascii: "g"), UInt8(ascii: "K"), UInt8(ascii: "5"):
      if header[156] == UInt8(ascii: "5") { longName = nil }
      part = .content(left: size, padding: padding, isWanted: false)
      if size == 0 { endContent(padding, false) }
    default: begin(size, padding)
    }
  }

  /// A member whose header stands whole in `header`.
  private func begin(_ size: Int, _ padding: Int) {
    let name = MemberName(longName ?? headerName)
    longName = nil
    var isWanted = false
    if !name.isHidden, !name.isFolder {
      isWanted = sink.begin(name)
      let shown = "\(file), member \(name.shown)"
      if isWanted, let problem = problem(name, shown) {
        sink.fail(problem)
        isWanted = false
      }
    }
    part = .content(left: size, padding: padding, isWanted: isWanted)
    if size == 0 { endContent(padding, isWanted) }
  }

  private func problem(_ name: MemberName, _ shown: String) -> UnpackingProblem? {
    if name.leadsOut { return .leadsOut(file: shown) }
    switch header[156] {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): return nil
    case UInt8(ascii: "1"), UInt8(ascii: "2"): return .link(file: shown)
    default: return .special(file: shown)
    }
  }

  private var headerName: [UInt8] {
    let name = header[0..<100].prefix { $0 != 0 }
    let prefix = header[345..<500].prefix { $0 != 0 }
    // GNU keeps other things there.
    let isPosix = header[257..<263].elementsEqual("ustar\0".utf8)
    return prefix.isEmpty || !isPosix ? Array(name) : prefix + [UInt8(ascii: "/")] + name
  }

  private var hasRightSum: Bool {
    let sum = header.enumerated().reduce(0) { sum, byte in
      sum + ((148..<156).contains(byte.offset) ? 32 : Int(byte.element))
    }
    return TarStream.number(header[148..<156]) == sum
  }

  /// Octal digits, or GNU's big numbers behind a set bit; nil for what is neither.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    if let first = field.first, first & 0x80 != 0 {
      guard first == 0x80, field.dropFirst().dropLast(7).allSatisfy({ $0 == 0 }) else { return nil }
      return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
    }
    let digits = field.drop { $0 == 32 }.prefix { $0 != 32 && $0 != 0 }
    return digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }

  /// The path among the records of pax: `27 path=some/long/name` and a line end.
  private static func paxPath(_ records: [UInt8]) -> [UInt8]? {
    for record in records.split(separator: 10) {
      guard let blank = record.firstIndex(of: 32) else { continue }
      let entry = record[(blank + 1)...]
      if entry.starts(with: "path=".utf8) { return Array(entry.dropFirst(5)) }
    }
    return nil
  }
}
