/// Unpacks a file of any form into a sink.
package struct Unpacker {
  private static let piece = 256 << 10

  private let source: any ByteSource
  private let file: String
  private let name: String

  /// `name` is the base name of the file, `file` what a problem calls it.
  package init(_ source: any ByteSource, name: String, file: String) {
    self.source = source
    self.name = name
    self.file = file
  }

  package func unpack(_ form: PackedForm, into sink: any MemberSink) {
    do throws(UnpackingProblem) {
      switch form {
      case .zip:
        var archive = ZipArchive(source, file: file, sink: sink)
        try archive.read()
      case .tar:
        let tar = TarStream(file: file, sink: sink)
        if try pieces({ piece throws(UnpackingProblem) in try tar.take(piece) }) { try tar.end() }
      case .gzip: try gunzip(sink)
      }
    } catch {
      sink.fail(error)
    }
  }

  /// What stands inside a gzip file is a report, a file of many, or a tar file.
  private func gunzip(_ sink: any MemberSink) throws(UnpackingProblem) {
    let gzip = GzipStream(file: file)
    let inside = InsideOfGzip(name: PackedForm.nameInside(name), file: file, sink: sink)
    let isWanted = try pieces { piece throws(UnpackingProblem) in
      try gzip.take(piece) { bytes throws(UnpackingProblem) in try inside.take(bytes) }
    }
    guard isWanted else { return }
    try gzip.end()
    try inside.end()
    if gzip.hasTrailing { throw .trailing(file: file) }
  }

  /// Reads the file piece by piece until it ends or no more is wanted: then false.
  private func pieces(
    _ take: (ArraySlice<UInt8>) throws(UnpackingProblem) -> Bool
  ) throws(UnpackingProblem) -> Bool {
    var place = 0
    while true {
      let piece = try source.bytes(at: place, count: Unpacker.piece)
      if piece.isEmpty { return true }
      place += piece.count
      guard try take(piece[...]) else { return false }
    }
  }
}

/// The bytes out of a gzip file: members of a tar file where they begin like one, else the one text.
private final class InsideOfGzip {
  private enum Content {
    case unknown([UInt8])
    case text
    case tar(TarStream)
  }

  private let name: String
  private let file: String
  private let sink: any MemberSink
  private var content = Content.unknown([])

  init(name: String, file: String, sink: any MemberSink) {
    self.name = name
    self.file = file
    self.sink = sink
  }

  func take(_ bytes: ArraySlice<UInt8>) throws(UnpackingProblem) -> Bool {
    switch content {
    case .text: return sink.take(bytes)
    case .tar(let tar): return try tar.take(bytes)
    case .unknown(let before):
      let head = before + bytes
      guard head.count >= PackedForm.headLength else {
        content = .unknown(head)
        return true
      }
      return try open(head)
    }
  }

  private func open(_ head: [UInt8]) throws(UnpackingProblem) -> Bool {
    if PackedForm(head: head[...]) == .tar {
      let tar = TarStream(file: file, sink: sink)
      content = .tar(tar)
      return try tar.take(head[...])
    }
    content = .text
    return sink.begin(MemberName(name.utf8, isAlone: true)) && (head.isEmpty || sink.take(head[...]))
  }

  func end() throws(UnpackingProblem) {
    if case .unknown(let head) = content, try !open(head) { return }
    switch content {
    case .tar(let tar): try tar.end()
    case .text: sink.end()
    case .unknown: break
    }
  }
}
