import Archive
import Diplomacy
import Reading
import Text

/// How far an import has come.
package struct ImportProgress: Sendable, Hashable {
  /// Files found before the import began; nil where the paths come from standard input.
  package var files: Int?
  /// Files of them that are behind; one may hold many reports.
  package var filesRead = 0
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
}

/// Walks paths, reads reports, codes their events and hands them to an archive in batches.
package struct Importer: Sendable {
  private let code: @Sendable (Article) -> [Event]
  private let archive: any EventArchive
  /// Articles of one transaction.
  private let batchSize: Int
  /// Bytes of text of one transaction, and thereby of what waits in memory.
  private static let batchBytes = 16 << 20

  package init(
    archive: any EventArchive, batchSize: Int = 1000, code: @escaping @Sendable (Article) -> [Event]
  ) {
    self.archive = archive
    self.batchSize = batchSize
    self.code = code
  }

  /// `progressed` is called after every stored batch; a failing archive ends the import, a bad file does not.
  package func run(paths: [String], progressed: (ImportProgress) -> Void = { _ in }) -> ImportSummary {
    var summary = ImportSummary()
    summary.progress.files = Importer.count(paths)
    var batch: [CodedArticle] = []
    var bytes = 0
    Importer.read(paths: paths) { item in
      guard summary.failure == nil else { return }
      switch item {
      case .fileRead: summary.progress.filesRead += 1
      case .problem(let sentence, let reports):
        summary.problems.append(sentence)
        summary.progress.rejected += reports
      case .article(let article):
        summary.progress.read += 1
        batch.append(CodedArticle(article: article, events: code(article)))
        bytes += article.paragraphs.reduce(0) { $0 + $1.text.utf8.count }
        if batch.count >= batchSize || bytes >= Importer.batchBytes {
          store(&batch, &summary)
          bytes = 0
          progressed(summary.progress)
        }
      }
    }
    store(&batch, &summary)
    progressed(summary.progress)
    return summary
  }

  private func store(_ batch: inout [CodedArticle], _ summary: inout ImportSummary) {
    guard !batch.isEmpty, summary.failure == nil else { return }
    do throws(ArchiveProblem) {
      for outcome in try archive.add(batch) {
        if outcome == .added { summary.progress.added += 1 } else { summary.progress.alreadyThere += 1 }
      }
    } catch {
      summary.failure = error.sentence
    }
    batch = []
  }

  /// Files and problems below the paths, so that a bar can tell how much is left; a list on standard input is read once
  /// only and cannot be counted.
  private static func count(_ paths: [String]) -> Int? {
    guard !paths.contains("-") else { return nil }
    var count = 0
    FileWalker().walk(paths.map { PathBytes($0) }) { _ in count += 1 }
    return count
  }

  package enum Item: Sendable {
    case article(Article)
    /// Why a file was not read, or so many reports of one.
    case problem(String, reports: Int)
    /// A file is behind, whatever came of it.
    case fileRead
  }

  /// Reads every report below the paths in order, one at a time.
  package static func read(paths: [String], _ visit: (Item) -> Void) {
    FileWalker().walk(paths.map { PathBytes($0) }) { found in
      do throws(ReadingProblem) {
        switch found {
        case .problem(let problem): throw problem
        case .file(let path): try read(path, visit)
        }
      } catch {
        visit(.problem(error.sentence, reports: 1))
      }
      visit(.fileRead)
    }
  }

  private static func read(_ path: PathBytes, _ visit: (Item) -> Void) throws(ReadingProblem) {
    let source = String(decoding: path.baseName.bytes, as: UTF8.self)
    guard var stream = ReportStream(source: source, file: path.shown) else {
      let bytes = try ReportFile.bytes(at: path, name: path.shown)
      return visit(.article(try ArticleReader().read(bytes, source: source, path: path.shown).article))
    }
    try ReportFile.pieces(at: path, name: path.shown) { piece in
      stream.take(piece)
      drain(&stream, visit)
      return !stream.isOver
    }
    stream.end()
    drain(&stream, visit)
  }

  private static func drain(_ stream: inout ReportStream, _ visit: (Item) -> Void) {
    while let found = stream.next() {
      switch found {
      case .article(let article): visit(.article(article))
      case .problem(let problem): visit(.problem(problem.sentence, reports: 1))
      case .problems(let problem, let count): visit(.problem(problem.sentence, reports: count))
      }
    }
  }
}
