import Glibc
import TOMLKit
import Text

/// A small file in the state folder, for this reader alone. It is replaced as a whole, so that of several instances the
/// last one to write is remembered, and none sees a half of another's.
struct StateFile: Sendable {
  /// Of the form of these files; one of a newer dyad is left alone.
  static let version = 1

  let path: String

  enum Content {
    /// There is none, or it cannot be read.
    case none
    case table(TOMLTable)
    case damaged, newer
  }

  func read() -> Content {
    guard access(path, F_OK) == 0 else { return .none }
    guard let text = TextFile.text(at: path), let table = try? TOMLTable(string: text),
      let version = table["version"]?.int
    else { return .damaged }
    return version > StateFile.version ? .newer : .table(table)
  }

  private var isFile: Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Each line is a name and its value in TOML. What a newer dyad wrote stays.
  func write(_ heading: String, _ lines: [(name: String, value: String)]) throws(HandingProblem) {
    switch read() {
    case .newer: return
    // What somebody wrote by hand is not thrown away for a slip.
    case .damaged: if isFile { rename(path, path + ".damaged") }
    case .none, .table: break
    }
    guard makeFolder() else { return }
    let draft = try DraftFile(replacing: path, isPrivate: true)
    do throws(HandingProblem) {
      let named = [("version", "\(StateFile.version)")] + lines.map { ($0.name, $0.value) }
      try draft.write("# " + heading + "\n" + named.map { $0 + " = " + $1 + "\n" }.joined())
      try draft.keep()
    } catch {
      draft.discard()
      throw error
    }
  }

  /// Reads and writes while no other instance does: the folder is locked. Whoever cannot have it within a fifth of a
  /// second goes on without: leaving never hangs on another program.
  func alone(_ work: () throws(HandingProblem) -> Void) throws(HandingProblem) {
    guard makeFolder() else { return }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let lock = open(folder, O_RDONLY | O_CLOEXEC)
    defer { if lock >= 0 { close(lock) } }
    for _ in 0..<100 where lock >= 0 {
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { break }
      usleep(2_000)
    }
    try work()
  }

  /// False where the home is not there: nothing is made at the root of all folders.
  private func makeFolder() -> Bool {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      let isBelowRoot = folder.isEmpty
      folder += "/" + part
      if isBelowRoot { if access(folder, F_OK) != 0 { return false } } else { mkdir(folder, 0o700) }
    }
    return true
  }
}

/// Values as TOML has them.
enum StateValue {
  static func text(_ text: String) -> String { ConfigLines.quoted(text) }
  static func texts(_ texts: [String]) -> String {
    "[" + texts.map { self.text($0) }.joined(separator: ", ") + "]"
  }
  static func numbers(_ numbers: [Int]) -> String {
    "[" + numbers.map(String.init).joined(separator: ", ") + "]"
  }
}

extension TOMLTable {
  func texts(_ name: String) -> [String] { self[name]?.array?.compactMap { $0.string } ?? [] }
  func numbers(_ name: String) -> [Int] { self[name]?.array?.compactMap { $0.int } ?? [] }

  /// One of the raw values; nil for a word that is none.
  func word<Word: RawRepresentable>(_ name: String, _: Word.Type = Word.self) -> Word?
  where Word.RawValue == String {
    self[name]?.string.flatMap { Word(rawValue: $0) }
  }
}
