import CPseudoTerminal
import Glibc

/// How a program stands.
package enum ProgramState: Hashable, Sendable {
  case running
  case exited(Int32)
  case killed(bySignal: Int32)
  case stopped(bySignal: Int32)
}

/// A program running on a pseudo terminal of its own, with the screen it has drawn so far.
package final class PseudoTerminal {
  package fileprivate(set) var screen: ScreenEmulator
  package fileprivate(set) var state = ProgramState.running
  fileprivate let process: pid_t
  fileprivate var master: Int32
  fileprivate let slave: Int32

  /// Nil when the program cannot be started. The environment is all that the program gets.
  package init?(
    _ path: String, _ arguments: [String] = [], environment: [String: String], columns: Int = 80,
    rows: Int = 24
  ) {
    var (master, slave): (Int32, Int32) = (-1, -1)
    process = withCStrings([path] + arguments) { arguments in
      withCStrings(environment.map { "\($0)=\($1)" }) { environment in
        pt_start(path, arguments, environment, Int32(rows), Int32(columns), &master, &slave)
      }
    }
    self.master = master
    self.slave = slave
    screen = ScreenEmulator(columns: columns, rows: rows)
    if process < 0 { return nil }
  }

  deinit {
    if isAlive {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    if master >= 0 { close(master) }
    if slave >= 0 { close(slave) }
  }

  fileprivate var isAlive: Bool {
    switch state {
    case .running, .stopped: true
    case .exited, .killed: false
    }
  }

  /// Types bytes as a hand or a terminal would send them.
  package func type(_ text: String) { type(Array(text.utf8)) }

  package func type(_ bytes: [UInt8]) {
    var sent = 0
    let deadline = Deadline(milliseconds: 2000)
    while sent < bytes.count, !deadline.hasPassed {
      let count = bytes[sent...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { sent += count } else { read(milliseconds: 5) }
    }
  }

  package func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    _ = pt_resize(master, Int32(rows), Int32(columns))
  }

  package func send(signal: Int32) { kill(process, signal) }

  /// The terminal goes away, as when its window is closed. Nothing can be typed or read any more.
  package func hangUp() {
    close(master)
    master = -1
  }

  /// Reads what the program draws until the screen satisfies the predicate; false when that takes too long.
  package func waitFor(milliseconds: Int = 30000, _ predicate: (ScreenEmulator) -> Bool) -> Bool {
    let deadline = Deadline(milliseconds: milliseconds)
    while !predicate(screen) {
      if deadline.hasPassed { return false }
      read(milliseconds: 10)
    }
    return true
  }

  package func waitFor(text: String, milliseconds: Int = 30000) -> Bool {
    waitFor(milliseconds: milliseconds) { $0.text.contains(text) }
  }
}

extension PseudoTerminal {
  /// Reads on until the program has ended, however it did.
  package func waitForEnd(milliseconds: Int = 30000) -> ProgramState {
    wait(milliseconds: milliseconds) {
      switch $0 {
      case .exited, .killed: true
      case .running, .stopped: false
      }
    }
  }

  /// Reads on until the program has stopped or ended.
  package func waitForStop(milliseconds: Int = 30000) -> ProgramState {
    wait(milliseconds: milliseconds) { $0 != .running }
  }

  private func wait(milliseconds: Int, until isOver: (ProgramState) -> Bool) -> ProgramState {
    let deadline = Deadline(milliseconds: milliseconds)
    refreshState()
    while !isOver(state), !deadline.hasPassed {
      read(milliseconds: 5)
      refreshState()
    }
    read(milliseconds: 0)
    return state
  }

  /// Continues a stopped program.
  package func goOn() {
    state = .running
    send(signal: SIGCONT)
  }

  /// Whether the terminal echoes and edits lines, as a shell expects to find it.
  package var isCooked: Bool { pt_is_cooked(slave) }

  /// Processor time used by the program so far, in clock ticks (a hundredth of a second); nil once it is gone.
  package var processorTicks: Int? {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    let fields = String(decoding: bytes[..<count], as: UTF8.self).split(separator: ")").last?.split(
      separator: " ")
    guard let fields, fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else {
      return nil
    }
    return user + system
  }

  private func refreshState() {
    guard isAlive else { return }
    var value: Int32 = 0
    switch pt_state(process, &value) {
    case 1: state = .exited(value)
    case 2: state = .killed(bySignal: value)
    case 3: state = .stopped(bySignal: value)
    default: break
    }
  }

  private func read(milliseconds: Int) {
    guard master >= 0, pt_wait_readable(master, Int32(milliseconds)) == 1 else {
      if milliseconds > 0 { usleep(1000) }
      return
    }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    var count = Glibc.read(master, &bytes, bytes.count)
    while count > 0 {
      screen.feed(bytes[..<count])
      count = Glibc.read(master, &bytes, bytes.count)
    }
  }
}

/// What a program without a terminal said, and how it ended.
package struct PipedRun: Sendable {
  package let output: String
  package let state: ProgramState

  /// Runs a program with an empty standard input and both outputs in a pipe; killed when it takes too long.
  package init?(
    _ path: String, _ arguments: [String] = [], environment: [String: String], milliseconds: Int = 10_000
  ) {
    var pipe: Int32 = -1
    let process = withCStrings([path] + arguments) { arguments in
      withCStrings(environment.map { "\($0)=\($1)" }) { pt_start_piped(path, arguments, $0, &pipe) }
    }
    guard process > 0 else { return nil }
    defer { close(pipe) }
    let deadline = Deadline(milliseconds: milliseconds)
    var collected: [UInt8] = []
    var state = ProgramState.running
    while state == .running {
      if deadline.hasPassed { kill(process, SIGKILL) }
      _ = pt_wait_readable(pipe, 5)
      PipedRun.drain(pipe, into: &collected)
      var value: Int32 = 0
      switch pt_state(process, &value) {
      case 1: state = .exited(value)
      case 2: state = .killed(bySignal: value)
      default: break
      }
    }
    PipedRun.drain(pipe, into: &collected)
    output = String(decoding: collected, as: UTF8.self)
    self.state = state
  }

  private static func drain(_ pipe: Int32, into collected: inout [UInt8]) {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    var count = Glibc.read(pipe, &bytes, bytes.count)
    while count > 0 {
      collected += bytes[..<count]
      count = Glibc.read(pipe, &bytes, bytes.count)
    }
  }
}

/// Cells of a character as the C library, and so ncurses, counts them; -1 for what it does not print.
package func librarysWidth(of scalar: Unicode.Scalar) -> Int { Int(pt_width(scalar.value)) }

/// The program `dyad` of this build: it lies in the folder of the test program, or in one above it.
package func builtProgram(_ name: String = "dyad") -> String? {
  var buffer = [CChar](repeating: 0, count: 4096)
  var folders: [Substring] = []
  let count = readlink("/proc/self/exe", &buffer, buffer.count)
  if count > 0 {
    folders.append(Substring(String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)))
  }
  folders += CommandLine.arguments.filter { $0.contains("/") }.map { Substring($0) }
  for start in folders {
    var folder = start
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      let path = "\(folder)/\(name)"
      var facts = stat()
      if stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 { return path }
    }
  }
  return nil
}

private struct Deadline {
  private let end: ContinuousClock.Instant
  init(milliseconds: Int) { end = .now + .milliseconds(milliseconds) }
  var hasPassed: Bool { .now >= end }
}

/// Lends strings as a C array ended by NULL.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return (copies + [nil]).withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else {
      preconditionFailure("an array with an element has an address")
    }
    return body(base)
  }
}
