import Foundation
import Support
import Testing

@Suite struct HandingTests {
  private func started(_ more: [String: String] = [:]) throws -> PseudoTerminal {
    let path = try #require(builtProgram())
    var environment = [
      "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
      "XDG_CONFIG_HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent",
    ]
    environment.merge(more) { $1 }
    let program = try #require(PseudoTerminal(path, environment: environment, columns: 100, rows: 30))
    try #require(program.waitFor(text: "? help"), "\(program.screen.text)")
    return program
  }

  @Test func aCitationGoesToTheClipboardOfTheTerminal() throws {
    let program = try started()
    program.type("y")
    #expect(program.waitFor(text: "Copied: citation"), "\(program.screen.text)")
    let copied = program.screen.clipboard.flatMap { Data(base64Encoded: $0) }
    #expect(
      String(decoding: copied ?? Data(), as: UTF8.self).hasPrefix("Meeting, Vietnam – China, 2026-03-16: “"))
    #expect(program.screen.unknown.isEmpty, "\(program.screen.unknown)")
  }

  @Test func aCommandReadsTheReportAndTheTerminalComesBack() throws {
    let program = try started()
    program.type("|grep -c Trung\r")
    #expect(program.waitFor(text: "Enter goes back to dyad."), "\(program.screen.text)")
    #expect(!program.screen.isAlternate)
    program.type("\r")
    #expect(program.waitFor { $0.isAlternate && $0.text.contains("? help") }, "\(program.screen.text)")
    program.type("q")
    #expect(program.waitForEnd() == .exited(0))
    #expect(program.isCooked)
  }

  @Test func thePagerShowsTheReportAndCtrlCInItEndsNothingElse() throws {
    let program = try started(["PAGER": "sh -c 'head -c 60; echo; echo IT-READS; sleep 20'"])
    program.type("E")
    #expect(program.waitFor { !$0.isAlternate && $0.text.contains("IT-READS") }, "\(program.screen.text)")
    program.type("\u{03}")
    #expect(program.waitFor { $0.isAlternate && $0.text.contains("? help") }, "\(program.screen.text)")
    program.type("j")
    #expect(program.waitFor(text: "129 events"), "\(program.screen.text)")
  }

  @Test func aProgramThatIsNotThereIsTold() throws {
    let program = try started()
    program.type("|no-such-program -x\r")
    #expect(program.waitFor(text: "There is no program no-such-program"), "\(program.screen.text)")
  }
}
