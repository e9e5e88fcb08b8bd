import Diplomacy
import Reading
import Text
import Unpacking

/// Makes articles of the bytes of files, packed or not: one report a member, or many where its name says so. Holds one
/// report at a time.
final class ReportSink: MemberSink {
  private enum Content {
    case none
    case text([UInt8])
    case stream(ReportStream)
  }

  private let file: String
  private let isPacked: Bool
  private let isStopped: () -> Bool
  private let visit: (Importer.Item) -> Void
  private var content = Content.none
  private var isBegun = false
  /// What the member under way is called, as articles have it and as problems have it.
  private var source = ""
  private var shown = ""
  private var problems = 0
  private var members = 0

  /// `file` is what a problem calls the whole.
  init(
    file: String, isPacked: Bool, isStopped: @escaping () -> Bool, _ visit: @escaping (Importer.Item) -> Void
  ) {
    self.file = file
    self.isPacked = isPacked
    self.isStopped = isStopped
    self.visit = visit
  }

  func begin(_ name: MemberName) -> Bool {
    members += 1
    isBegun = false
    source = name.baseName
    shown = name.isAlone ? file : "\(file), member \(name.shown)"
    content = ReportStream(source: source, file: shown).map { .stream($0) } ?? .text([])
    return !isStopped()
  }

  func take(_ bytes: ArraySlice<UInt8>) -> Bool {
    if isStopped() { return false }
    if !isBegun, isPacked, PackedForm(head: bytes) != nil {
      fail(.nested(file: shown))
      return false
    }
    isBegun = true
    switch content {
    case .none: return false
    case .text(var text):
      // The array is changed in place, not copied.
      content = .none
      text += bytes
      guard text.count <= Limits.fileBytes else { return refuse(.tooLargeInside(file: shown)) }
      content = .text(text)
      return true
    case .stream(var stream):
      content = .none
      stream.take(bytes)
      drain(&stream)
      content = .stream(stream)
      return !stream.isOver
    }
  }

  func end() {
    defer { content = .none }
    switch content {
    case .none: break
    case .text(let text):
      if let form = PackedForm(name: source) { return fail(.misnamed(file: shown, form: form)) }
      do throws(ReadingProblem) {
        visit(.article(try ArticleReader().read(text, source: source, path: shown).article))
      } catch {
        _ = refuse(error)
      }
    case .stream(var stream):
      stream.end()
      drain(&stream)
    }
  }

  func fail(_ problem: UnpackingProblem) {
    content = .none
    tell(problem.phrase, reports: 1)
  }

  /// To be called behind the last member.
  func close() {
    if problems > Limits.problemsOfAFile {
      let count = problems - Limits.problemsOfAFile
      visit(.problem(ReadingProblem.moreRecords(file: file, count: count).phrase, reports: count))
    }
    if isPacked, members == 0, problems == 0, !isStopped() { _ = refuse(.empty(file: file)) }
  }

  private func refuse(_ problem: ReadingProblem) -> Bool {
    content = .none
    tell(problem.phrase, reports: 1)
    return false
  }

  private func drain(_ stream: inout ReportStream) {
    while let found = stream.next() {
      switch found {
      case .article(let article): visit(.article(article))
      case .problem(let problem): tell(problem.phrase, reports: 1)
      case .problems(let problem, let count): tell(problem.phrase, reports: count)
      }
    }
  }

  /// What is wrong with a file is told as far as it helps, and then counted.
  private func tell(_ sentence: Phrase, reports: Int) {
    if isPacked { problems += reports }
    if !isPacked || problems <= Limits.problemsOfAFile { visit(.problem(sentence, reports: reports)) }
  }
}
