import Glibc
import Support
import Testing

/// Ways of finding and driving, on a real terminal and through a pipe.
@Suite struct FindingWaysTests {
  private func inFolder(_ body: (PseudoTerminal, String) throws -> Void) throws {
    var template = Array("/tmp/dyad-finding-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { _ = PipedRun("/bin/rm", ["-r", folder], environment: [:]) }
    let environment = [
      "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "HOME": folder, "XDG_CONFIG_HOME": folder,
      "XDG_DATA_HOME": folder, "XDG_STATE_HOME": folder,
    ]
    let path = try #require(builtProgram())
    let program = try #require(PseudoTerminal(path, environment: environment, columns: 110, rows: 30))
    try #require(program.waitFor(text: "129 events"), "\(program.screen.text)")
    try body(program, folder)
  }

  @Test func keysTypedAheadWaitForTheListTheyPickFrom() throws {
    try inFolder { program, _ in
      program.type("pputin\r1")
      // The picker itself may never be painted: all of it can be done before the first picture.
      #expect(
        program.waitFor { $0.text.contains("Vladimir Putin ×") && $0.text.contains("[1 VN") },
        "\(program.screen.text)")
    }
  }

  @Test func altAndShiftKeysArrive() throws {
    try inFolder { program, _ in
      program.type("/viet nam\u{1B}b\u{1B}d")
      // A screen may have come in part: the prompt is drawn last, and Esc before a letter would be Alt.
      #expect(
        program.waitFor { $0.text.contains("“viet ” (trying)") && $0.text.contains("/viet ") },
        "\(program.screen.text)")
      program.type("\u{1B}")
      #expect(
        program.waitFor { !$0.text.contains("(trying)") && $0.text.contains("? help") },
        "\(program.screen.text)")
      program.type(":sort \t")
      #expect(program.waitFor(text: ":sort newest"), "\(program.screen.text)")
      program.type("\u{1B}[Z")
      #expect(program.waitFor(text: ":sort kind"), "\(program.screen.text)")
      for (home, end) in [("[H", "[F"), ("OH", "OF"), ("[1~", "[4~"), ("[7~", "[8~")] {
        program.type("\u{1B}" + home + "x")
        #expect(program.waitFor(text: ":xsort kind"), "\(program.screen.text)")
        program.type("\u{7F}\u{1B}" + end + "y")
        #expect(program.waitFor(text: ":sort kindy"), "\(program.screen.text)")
        program.type("\u{7F}")
        #expect(program.waitFor { !$0.text.contains("kindy") }, "\(program.screen.text)")
      }
    }
  }

  @Test func aMacroIsRecordedAndRun() throws {
    try inFolder { program, _ in
      program.type(":record a\r")
      #expect(program.waitFor(text: "recording a"), "\(program.screen.text)")
      program.type("5O")
      #expect(program.waitFor(text: "15 of 129"), "\(program.screen.text)")
      program.type(":record\r")
      #expect(program.waitFor(text: "Macro a is kept"), "\(program.screen.text)")
      program.type("X,aj")
      #expect(
        program.waitFor { $0.text.contains("15 of 129") && !$0.text.contains("by event date ↑") },
        "\(program.screen.text)")
    }
  }

  @Test func aClickSelectsARowOnceTheMouseIsOn() throws {
    try inFolder { program, _ in
      program.type(":mouse on\r")
      #expect(program.waitFor(text: "Clicks select"), "\(program.screen.text)")
      program.type("\u{1B}[<0;10;9M")
      #expect(
        program.waitFor { screen in screen.lines.indices.contains(8) && screen.lines[8].hasPrefix("▌") },
        "\(program.screen.text)")
    }
  }

  @Test func plainModeWorksOnAPipe() throws {
    let path = try #require(builtProgram())
    let script = "printf '%s\\n' '/điện đàm' 5 Enter quit | '\(path)' --plain"
    let environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "dumb"]
    let run = try #require(PipedRun("/bin/sh", ["-c", script], environment: environment))
    #expect(run.state == .exited(0))
    #expect(run.output.contains("4 of 129 events, newest first, only “điện đàm”, KR.\n"), "\(run.output)")
    #expect(run.output.contains("\nNgày 30/1/2026, Tổng Bí thư Tô Lâm điện đàm"), "\(run.output)")
    #expect(!run.output.contains("\u{1B}"))
  }
}
