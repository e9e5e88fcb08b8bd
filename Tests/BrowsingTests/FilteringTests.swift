import Glibc
import Support
import Testing

@Suite struct FilteringOnATerminalTests {
  /// A folder of its own for the config, removed after the body.
  private func inFolder(_ body: (PseudoTerminal, String) throws -> Void) throws {
    var template = Array("/tmp/dyad-filtering-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { _ = PipedRun("/bin/rm", ["-r", folder], environment: [:]) }
    let environment = [
      "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "HOME": folder, "XDG_CONFIG_HOME": folder,
      "XDG_DATA_HOME": folder,
    ]
    let path = try #require(builtProgram())
    let program = try #require(PseudoTerminal(path, environment: environment, columns: 110, rows: 30))
    try #require(program.waitFor(text: "129 events"), "\(program.screen.text)")
    try body(program, folder)
  }

  @Test func aFilterIsWrittenLiveMendedAndGivenBack() throws {
    try inFolder { program, _ in
      program.type("Fcountry:korea")
      #expect(program.waitFor(text: "may be North Korea (KP) or South Korea (KR)"), "\(program.screen.text)")
      program.type("\u{17}country:\"hàn quốc\" kind:call")
      #expect(
        program.waitFor { $0.text.contains("of 129") && !$0.text.contains("◆ talks") },
        "\(program.screen.text)")
      program.type("\r")
      #expect(program.waitFor(text: "phone call ×"), "\(program.screen.text)")
      program.type("F -date:2026\u{1B}")
      #expect(
        program.waitFor { $0.text.contains("phone call ×") && $0.text.contains("? help") },
        "\(program.screen.text)")
      program.type("X")
      #expect(program.waitFor(text: "129 events"), "\(program.screen.text)")
    }
  }

  @Test func aFilterIsSavedCountedAndChosen() throws {
    try inFolder { program, _ in
      program.type("f")
      #expect(program.waitFor(text: "No filter is saved yet"), "\(program.screen.text)")
      program.type("\u{1B}")
      #expect(program.waitFor(text: "? help"), "\(program.screen.text)")
      program.type("5")
      #expect(program.waitFor(text: "15 of 129"), "\(program.screen.text)")
      program.type("BHàn Quốc\r")
      #expect(program.waitFor(text: "Saved: Hàn Quốc"), "\(program.screen.text)")
      program.type("X")
      #expect(program.waitFor(text: "129 events"), "\(program.screen.text)")
      program.type("f")
      #expect(
        program.waitFor { $0.text.contains("Saved filter:") && $0.text.contains("15") },
        "\(program.screen.text)")
      program.type("han\r")
      #expect(program.waitFor(text: "15 of 129"), "\(program.screen.text)")
      program.type("q")
      #expect(program.waitForEnd() == .exited(0))
    }
  }
}
