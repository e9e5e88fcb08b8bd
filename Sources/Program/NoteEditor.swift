import Glibc
import Model
import Text

/// Lets the reader write a note in an editor of their own, through a temporary file; no shell looks at anything.
struct NoteEditor {
  enum Outcome {
    case written(String)
    /// The editor was left without a change.
    case left
    case failed(Phrase)
  }

  /// The editor and its arguments.
  private let command: [String]

  init(command: [String]) { self.command = command }

  /// $VISUAL, else $EDITOR, else vi.
  static func ofThisProcess() -> NoteEditor {
    for name in ["VISUAL", "EDITOR"] {
      if let value = getenv(name), let words = CommandWords.split(String(cString: value)), !words.isEmpty {
        return NoteEditor(command: words)
      }
    }
    return NoteEditor(command: ["vi"])
  }

  /// The terminal must have been lent.
  func edit(_ note: String, _ say: Catalogue) -> Outcome {
    do throws(HandingProblem) {
      let file = try DraftFile.temporary()
      defer { file.discard() }
      try file.write(note.isEmpty ? "" : note + "\n")
      try file.close()
      let errand = Errand(arguments: command + [file.path], input: nil, waits: false)
      if let problem = ErrandRunner.run(errand, say) { return .failed(problem) }
      return outcome(at: file.path, before: note)
    } catch {
      return .failed(error.phrase)
    }
  }

  private func outcome(at path: String, before: String) -> Outcome {
    guard let text = TextFile.text(at: path) else {
      return .failed("The note cannot be read as text; nothing was changed.")
    }
    var written = normalized(text)
    while written.last?.isWhitespace == true { written.removeLast() }
    return written == before ? .left : .written(written)
  }
}
