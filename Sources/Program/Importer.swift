import Archive
import Diplomacy
import Reading
import Text

/// How far an import has come.
package struct ImportProgress: Sendable, Hashable {
  /// Files found before the import began; nil where the paths come from standard input.
  package var files: Int?
  package var read = 0
  package var added = 0
  package var alreadyThere = 0
  package var rejected = 0
  package init() {}
}

package struct ImportSummary: Sendable, Hashable {
  package var progress = ImportProgress()
  /// One sentence per file that was not read.
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
    Importer.read(paths: paths) { item in
      guard summary.failure == nil else { return }
      switch item {
      case .problem(let sentence):
        summary.problems.append(sentence)
        summary.progress.rejected += 1
      case .article(let article):
        summary.progress.read += 1
        batch.append(CodedArticle(article: article, events: code(article)))
        if batch.count >= batchSize {
          store(&batch, &summary)
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
    case problem(String)
  }

  /// Reads every report below the paths in order, one at a time.
  package static func read(paths: [String], _ visit: (Item) -> Void) {
    let reader = ArticleReader()
    FileWalker().walk(paths.map { PathBytes($0) }) { found in
      switch found {
      case .problem(let problem): visit(.problem(problem.sentence))
      case .file(let path):
        do throws(ReadingProblem) {
          let bytes = try ReportFile.bytes(at: path, name: path.shown)
          visit(
            .article(
              try reader.read(
                bytes, source: String(decoding: path.baseName.bytes, as: UTF8.self), path: path.shown
              ).article))
        } catch {
          visit(.problem(error.sentence))
        }
      }
    }
  }
}
