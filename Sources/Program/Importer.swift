import Archive
import Diplomacy
import Model
import Reading
import Text
import Unpacking

/// How far an import has come.
package struct ImportProgress: Sendable, Hashable {
  /// Files found before the import began; nil where the paths come from standard input.
  package var files: Int?
  /// Files of them that are behind; one may hold many reports.
  package var filesRead = 0
  /// What all these files have, and what was read of it, packed as they lie there.
  package var bytes = 0
  package var bytesRead = 0
  /// Reports read.
  package var read = 0
  package var added = 0
  package var alreadyThere = 0
  package var rejected = 0
  package init() {}
}

package struct ImportSummary: Sendable, Hashable {
  package var progress = ImportProgress()
  /// One sentence per report or file that was not read.
  package var problems: [String] = []
  /// Why the archive stopped the import; nil when all was stored.
  package var failure: String?
  /// It was told to stop before the end; all that is counted is stored.
  package var isStopped = false
}

/// Walks paths, reads reports, codes their events and hands them to an archive in batches.
package struct Importer: Sendable {
  private let code: @Sendable (Article) -> [Event]
  private let archive: any EventArchive
  private let isStopped: @Sendable () -> Bool
  /// Articles of one transaction.
  private let batchSize: Int
  private let say: Catalogue
  /// Bytes of text of one transaction, and thereby of what waits in memory.
  private static let batchBytes = 16 << 20

  /// Once `isStopped` says so, the reports read so far are stored and nothing further is read. What is wrong is told in
  /// the language of the catalogue.
  package init(
    archive: any EventArchive, batchSize: Int = 1000, isStopped: @escaping @Sendable () -> Bool = { false },
    say: Catalogue = .english, code: @escaping @Sendable (Article) -> [Event]
  ) {
    self.archive = archive
    self.batchSize = batchSize
    self.say = say
    self.isStopped = isStopped
    self.code = code
  }

  /// Reports between two signs of life.
  private static let stride = 50

  /// `progressed` is called after every stored batch, and now and then while one is read; a failing archive ends the import, a bad file does not.
  package func run(paths: [String], progressed: (ImportProgress) -> Void = { _ in }) -> ImportSummary {
    let paths = paths.map { PathBytes($0) }
    return run(files: paths, measured: Importer.measure(paths), progressed)
  }

  func run(
    files paths: [PathBytes], measured: ImportProgress = ImportProgress(),
    _ progressed: (ImportProgress) -> Void = { _ in }
  ) -> ImportSummary {
    var summary = ImportSummary()
    summary.progress = measured
    let writer = BatchWriter(archive)
    var batch: [Article] = []
    var bytes = 0
    let ending = Ending()
    let isEnded = { [isStopped] in ending.isReached || isStopped() }
    Importer.read(files: paths, isStopped: isEnded) { item in
      guard summary.failure == nil else { return }
      defer { ending.isReached = summary.failure != nil }
      switch item {
      case .fileRead: summary.progress.filesRead += 1
      case .bytes(let count): summary.progress.bytesRead += count
      case .problem(let sentence, let reports):
        summary.problems.append(say(sentence))
        summary.progress.rejected += reports
      case .article(let article):
        summary.progress.read += 1
        batch.append(article)
        bytes += article.paragraphs.reduce(0) { $0 + $1.text.utf8.count }
        if batch.count >= batchSize || bytes >= Importer.batchBytes {
          let coded = coded(batch, &summary)
          if end(writer, &summary) { progressed(summary.progress) }
          if summary.failure == nil { writer.begin(coded) }
          batch = []
          bytes = 0
        } else if summary.progress.read.isMultiple(of: Importer.stride) {
          progressed(summary.progress)
        }
      }
    }
    let last = coded(batch, &summary)
    if end(writer, &summary) { progressed(summary.progress) }
    if summary.failure == nil, !last.isEmpty {
      writer.begin(last)
      _ = end(writer, &summary)
    }
    summary.isStopped = isStopped()
    progressed(summary.progress)
    return summary
  }

  /// Whether the archive failed: nothing further is read then.
  private final class Ending { var isReached = false }

  /// Only what is not there yet is coded: a second import goes on where the first stopped at the speed of reading. What
  /// the batch under way holds too, the archive will find.
  private func coded(_ batch: [Article], _ summary: inout ImportSummary) -> [CodedArticle] {
    if batch.isEmpty { return [] }
    do throws(ArchiveProblem) {
      let known = try archive.holds(batch)
      summary.progress.alreadyThere += known.count { $0 }
      return zip(batch, known).filter { !$1 }.map { CodedArticle(article: $0.0, events: code($0.0)) }
    } catch {
      summary.failure = say(error.phrase)
      return []
    }
  }

  /// Takes in what came of the batch under way; false where there was none, or where it failed.
  private func end(_ writer: BatchWriter, _ summary: inout ImportSummary) -> Bool {
    switch writer.end() {
    case nil: return false
    case .success(let outcomes)?:
      let added = outcomes.count { $0 == .added }
      summary.progress.added += added
      summary.progress.alreadyThere += outcomes.count - added
      return true
    case .failure(let problem)?:
      summary.failure = summary.failure ?? say(problem.phrase)
      return false
    }
  }

  /// Files below the paths and their bytes, so that a bar can tell how much is left; a list on standard input is read
  /// once only and cannot be counted.
  private static func measure(_ paths: [PathBytes]) -> ImportProgress {
    var progress = ImportProgress()
    guard !paths.contains(PathBytes("-")) else { return progress }
    var files = 0
    FileWalker().walk(paths) { found in
      files += 1
      if case .file(_, let stamp) = found { progress.bytes += stamp.size }
    }
    progress.files = files
    return progress
  }

  package enum Item: Sendable {
    case article(Article)
    /// Why a file or a member of one was not read, or so many reports of one.
    case problem(Phrase, reports: Int)
    /// Bytes that were read of a file, packed as they lie there.
    case bytes(Int)
    /// A file is behind, whatever came of it.
    case fileRead
  }

  /// Reads every report below the paths in order, one at a time. Once `isStopped` says so, no further one is read.
  package static func read(
    paths: [String], isStopped: @escaping () -> Bool = { false }, _ visit: (Item) -> Void
  ) {
    read(files: paths.map { PathBytes($0) }, isStopped: isStopped, visit)
  }

  private static func read(
    files paths: [PathBytes], isStopped: @escaping () -> Bool, _ visit: (Item) -> Void
  ) {
    withoutActuallyEscaping(visit) { visit in
      FileWalker(isStopped: isStopped).walk(paths) { found in
        do throws(ReadingProblem) {
          switch found {
          case .problem(let problem): throw problem
          case .file(let path, _): try read(path, isStopped, visit)
          }
        } catch {
          visit(.problem(error.phrase, reports: 1))
        }
        visit(.fileRead)
      }
    }
  }

  private static func read(
    _ path: PathBytes, _ isStopped: @escaping () -> Bool, _ visit: @escaping (Item) -> Void
  ) throws(ReadingProblem) {
    let name = String(decoding: path.baseName.bytes, as: UTF8.self)
    let file = try ReportFile(at: path, name: path.shown) { visit(.bytes($0)) }
    let sink = ReportSink(file: path.shown, isPacked: false, isStopped: isStopped, visit)
    let head = try file.read(at: 0, count: min(file.size, ReportFile.piece) + 1)
    if let form = PackedForm(head: head[...]) {
      let sink = ReportSink(file: path.shown, isPacked: true, isStopped: isStopped, visit)
      Unpacker(file, name: name, file: path.shown).unpack(form, into: sink)
      return sink.close()
    }
    if !ReportStream.takes(name), file.size > Limits.fileBytes {
      throw .tooLarge(file: path.shown, bytes: file.size)
    }
    guard sink.begin(MemberName(name.utf8, isAlone: true)) else { return }
    var (piece, place) = (head, 0)
    while !piece.isEmpty {
      guard sink.take(piece[...]) else { return sink.close() }
      place += piece.count
      piece = try file.read(at: place, count: ReportFile.piece)
    }
    sink.end()
    sink.close()
  }
}
