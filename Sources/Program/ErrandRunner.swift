import Glibc
import Model
import Text

/// Runs another program on the terminal, without a shell, and waits for its end. The terminal must have been lent.
package enum ErrandRunner {
  /// Answers with a sentence when the program could not be run or ended with an error.
  package static func run(_ errand: Errand, _ say: Catalogue = .english) -> Phrase? {
    defer { if let input = errand.input { unlink(input) } }
    let name = visible(errand.arguments.first ?? "")
    var child: pid_t = 0
    let problem = spawn(errand, &child, isQuiet: false)
    guard problem == 0 else {
      return problem == ENOENT
        ? "There is no program \(name). Give one that is on the PATH."
        : "\(name) could not be run: \(String(cString: strerror(problem)))."
    }
    let status = statusAtEnd(of: child)
    if errand.waits { awaitEnter(say) }
    // A program that a key ended (as Ctrl-C ends one) did what was wanted.
    // A shell tells it by a number above 128.
    let code = (status >> 8) & 0xFF
    return code == 0 || code > 128 || status & 0x7F != 0 ? nil : "\(name) ended with status \(code)."
  }

  /// Runs a program that neither reads the keyboard nor shows anything; false when it could not do its work.
  static func runQuietly(_ errand: Errand) -> Bool {
    defer { if let input = errand.input { unlink(input) } }
    var child: pid_t = 0
    return spawn(errand, &child, isQuiet: true) == 0 && statusAtEnd(of: child) == 0
  }

  private static func spawn(_ errand: Errand, _ child: inout pid_t, isQuiet: Bool) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input = errand.input { posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0) }
    for output: Int32 in isQuiet ? [1, 2] : [] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The program begins with the signals of a fresh one, whatever this process ignores or handles.
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let words = errand.arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    return posix_spawnp(&child, errand.arguments[0], &actions, &attributes, words, environ)
  }

  /// The status as `waitpid` gives it. Where the program is stopped by Ctrl-Z, this process stops with it, so that the
  /// shell has the terminal; both go on together.
  private static func statusAtEnd(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WUNTRACED)
      if ended < 0, errno == EINTR { continue }
      guard ended == child, status & 0xFF == 0x7F else { return ended == child ? status : 0 }
      raise(SIGSTOP)
    }
  }

  private static func awaitEnter(_ say: Catalogue) {
    let words = Array(("\n" + say("Enter goes back to dyad.") + " ").utf8)
    guard write(1, words, words.count) > 0 else { return }
    var byte: UInt8 = 0
    while true {
      let count = read(0, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count <= 0 || byte == 0x0A || byte == 0x0D { return }
    }
  }
}

/// What a reader wrote as a command: words parted by blanks, with quotation marks and backslashes as in a shell, and
/// nothing else of a shell: no variables, no pipes, no wildcards.
package enum CommandWords {
  /// Nil where a quotation mark is not closed.
  package static func split(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return quote == nil && !isEscaped ? words : nil
  }
}
