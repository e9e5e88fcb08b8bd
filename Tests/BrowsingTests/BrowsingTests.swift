import Glibc
import Support
import Testing

private let environment = [
  "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
  "XDG_CONFIG_HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent",
]

/// The program on the built-in sample, once its first screen stands.
private func started(
  _ more: [String: String] = [:], columns: Int = 100, rows: Int = 30, terminal: String = "xterm-256color"
) throws -> PseudoTerminal {
  let path = try #require(builtProgram())
  var environment = environment.merging(more) { $1 }
  environment["TERM"] = terminal
  let program = try #require(
    PseudoTerminal(path, environment: environment, columns: columns, rows: rows))
  try #require(program.waitFor(text: "? help"), "\(program.screen.text)")
  return program
}

private func expectTerminalGivenBack(_ program: PseudoTerminal) {
  #expect(program.isCooked)
  #expect(!program.screen.isAlternate)
  #expect(program.screen.isCursorShown)
  #expect(!program.screen.isPasteReported)
  #expect(program.screen.unknown.isEmpty, "\(program.screen.unknown)")
}

@Suite struct BrowsingTests {
  @Test func theSampleIsShownAndQEndsIt() throws {
    let program = try started()
    #expect(program.waitFor(text: "129"), "\(program.screen.text)")
    #expect(program.waitFor(text: "VN-KR"), "\(program.screen.text)")
    #expect(!program.isCooked)
    program.type("q")
    #expect(program.waitForEnd() == .exited(0))
    expectTerminalGivenBack(program)
  }

  @Test func aFewKeysLeaveOnlyKorea() throws {
    let program = try started()
    program.type("ckr\r")
    #expect(
      program.waitFor(text: "of 129"),
      "\(program.screen.text)")
    #expect(
      program.waitFor { !$0.text.contains("VN-US") && $0.text.contains("VN-KR") }, "\(program.screen.text)")
    program.type("0")
    #expect(
      program.waitFor { !$0.text.contains("of 129") && $0.text.contains("129 events") },
      "\(program.screen.text)")
  }

  @Test func anySizeIsSurvived() throws {
    let program = try started()
    let before = program.screen.lines.first
    for (columns, rows) in [(1, 1), (200, 60), (2, 1), (1, 40), (13, 5), (80, 24), (100, 30)] {
      program.resize(columns: columns, rows: rows)
      program.type("j")
      program.type("k")
    }
    #expect(program.waitFor { $0.lines.first == before }, "\(program.screen.text)")
    program.type("q")
    #expect(program.waitForEnd() == .exited(0))
    expectTerminalGivenBack(program)
  }

  @Test func wideAndMarkedLettersKeepTheirColumns() throws {
    let program = try started()
    let whole = program.screen.lines
    program.type("jjjjkkkk")
    #expect(program.waitFor { $0.lines.dropLast(2) == whole.dropLast(2) }, "\(program.screen.text)")
    program.type("\u{C}")
    #expect(program.waitFor { $0.lines == program.screen.lines })
  }

  @Test func anotherProgramMayStopAndContinueIt() throws {
    let program = try started()
    program.send(signal: SIGSTOP)
    #expect(program.waitForStop() == .stopped(bySignal: SIGSTOP))
    program.resize(columns: 60, rows: 20)
    program.goOn()
    #expect(program.waitFor { $0.isAlternate && $0.text.contains("dyad") && !program.isCooked })
    program.type("q")
    #expect(program.waitForEnd() == .exited(0))
    expectTerminalGivenBack(program)
  }

  @Test func theKeyThatStopsGivesTheTerminalBackMeanwhile() throws {
    let shell = try #require(
      PseudoTerminal(
        "/bin/bash", ["--norc", "--noprofile", "-i"], environment: environment.merging(["PS1": "$ "]) { $1 },
        columns: 100,
        rows: 30))
    try #require(shell.waitFor(text: "$"))
    let path = try #require(builtProgram())
    shell.type("'\(path)'\r")
    #expect(shell.waitFor { $0.isAlternate && $0.text.contains("VN-KR") }, "\(shell.screen.text)")
    shell.type("\u{1A}")
    #expect(
      shell.waitFor { !$0.isAlternate && $0.isCursorShown && $0.text.contains("Stopped") },
      "\(shell.screen.text)")
    shell.resize(columns: 70, rows: 20)
    shell.type("fg\r")
    #expect(shell.waitFor { $0.isAlternate && $0.text.contains("events") }, "\(shell.screen.text)")
    shell.type("q")
    #expect(shell.waitFor { !$0.isAlternate }, "\(shell.screen.text)")
    shell.type("echo status=$?\r")
    #expect(shell.waitFor(text: "status=0"), "\(shell.screen.text)")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalToEndIsObeyedAtOnce(signal: Int32) throws {
    let program = try started()
    let took = ContinuousClock().measure {
      program.send(signal: signal)
      #expect(program.waitForEnd() == .exited(0))
    }
    #expect(took < .milliseconds(500))
    expectTerminalGivenBack(program)
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT])
  func aCrashStillGivesTheTerminalBack(signal: Int32) throws {
    let program = try started()
    program.send(signal: signal)
    #expect(program.waitForEnd() == .killed(bySignal: signal))
    expectTerminalGivenBack(program)
  }

  @Test func aLostTerminalEndsIt() throws {
    let program = try started()
    program.hangUp()
    #expect(program.waitForEnd(milliseconds: 1000) == .exited(0))
  }

  @Test func anIdleScreenTakesNoProcessorTime() throws {
    let program = try started()
    _ = program.waitFor(milliseconds: 300) { _ in false }
    let before = program.processorTicks
    _ = program.waitFor(milliseconds: 500) { _ in false }
    #expect(program.processorTicks == before)
  }

  @Test func aPasteIsNeverReadAsKeys() throws {
    let program = try started()
    program.type("\u{1B}[200~qqQ\u{1B}[201~")
    program.type("j")
    _ = program.waitFor(milliseconds: 200) { _ in false }
    #expect(program.state == .running)
    program.type("\u{1B}")
    _ = program.waitFor(milliseconds: 100) { _ in false }
    program.type("q")
    #expect(program.waitForEnd() == .exited(0))
  }

  @Test func whereThereIsNoTerminalASentenceSaysSo() throws {
    let path = try #require(builtProgram())
    let run = try #require(PipedRun(path, environment: environment))
    #expect(run.state == .exited(2))
    #expect(run.output.contains("terminal"), "\(run.output)")
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test(arguments: ["no-such-terminal", "dumb", ""])
  func anUnknownTerminalIsRefusedInASentence(terminal: String) throws {
    var environment = environment
    environment["TERM"] = terminal
    let path = try #require(builtProgram())
    let program = try #require(PseudoTerminal(path, environment: environment))
    #expect(program.waitForEnd() == .exited(2))
    #expect(program.screen.text.contains("TERM"), "\(program.screen.text)")
    #expect(program.isCooked)
  }

  @Test(arguments: [false, true]) func coloursAreLeftOutOnRequest(isAsked: Bool) throws {
    let program = try started(isAsked ? ["NO_COLOR": "1"] : [:])
    #expect(program.screen.hadColours == !isAsked)
    program.type("q")
    #expect(program.waitForEnd() == .exited(0))
  }

  @Test func aTerminalWithoutColoursIsEnough() throws {
    let program = try started(terminal: "vt100")
    program.type("q")
    #expect(program.waitForEnd() == .exited(0))
    #expect(program.isCooked)
  }
}
