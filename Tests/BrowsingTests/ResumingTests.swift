import Glibc
import Support
import Testing

/// Sessions one after the other on a real terminal, with a home of their own.
@Suite struct ResumingTests {
  private func inHome(_ body: (Home) throws -> Void) throws {
    let home = try #require(Home())
    defer { home.remove() }
    try body(home)
  }

  /// A home folder and the program in it.
  private struct Home {
    let folder: String

    init?() {
      var template = Array("/tmp/dyad-home-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { return nil }
      folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    var state: String { folder + "/state/dyad" }

    func remove() { _ = PipedRun("/bin/rm", ["-r", folder], environment: [:]) }

    private func names(_ folder: String) -> [String] {
      guard let listing = opendir(folder) else { return [] }
      defer { closedir(listing) }
      var names: [String] = []
      while let entry = readdir(listing) {
        names.append(
          withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
          })
      }
      return names.filter { $0 != "." && $0 != ".." }.sorted()
    }

    var sessions: [String] { names(state).filter { $0.hasPrefix("session-") } }

    func start(_ arguments: String...) throws -> PseudoTerminal {
      let environment = [
        "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "HOME": folder,
        "XDG_STATE_HOME": folder + "/state",
      ]
      let path = try #require(builtProgram())
      let program = try #require(
        PseudoTerminal(path, arguments, environment: environment, columns: 100, rows: 30))
      try #require(
        program.waitFor { $0.text.contains("129") && $0.lines.last != "" }, "\(program.screen.text)")
      return program
    }
  }

  private func body(_ program: PseudoTerminal) -> [String] { Array(program.screen.lines.dropLast()) }

  @Test func theTourEndsWhereItIsTakenUpAgain() throws {
    try inHome { home in
      let program = try home.start()
      program.type("1")
      #expect(program.waitFor(text: "114 of 129 events"), "\(program.screen.text)")
      program.type("=")
      #expect(program.waitFor(text: "VN-CN ×"), "\(program.screen.text)")
      program.type("\r ")
      #expect(program.waitFor(text: "h timeline"), "\(program.screen.text)")
      program.type("H")
      #expect(program.waitFor(text: "Last met"), "\(program.screen.text)")
      program.type("q")
      #expect(program.waitFor { !$0.text.contains("Last met") }, "\(program.screen.text)")
      program.type("m")
      #expect(program.waitFor(text: "Marked. Without an archive"), "\(program.screen.text)")
      program.type("V")
      #expect(program.waitFor(text: "compare VN-CN"), "\(program.screen.text)")
      program.type("q")
      #expect(program.waitFor { !$0.text.contains("compare VN-CN") }, "\(program.screen.text)")
      program.type("*>*")
      #expect(program.waitFor(text: "trail in VN-CN"), "\(program.screen.text)")
      program.type("q")
      #expect(program.waitFor(text: "h timeline"), "\(program.screen.text)")
      program.type("s" + home.folder + "/pair.md\r")
      #expect(program.waitFor(text: "events saved in"), "\(program.screen.text)")
      #expect(access(home.folder + "/pair.md", R_OK) == 0)
      let left = body(program)
      program.type("Q")
      #expect(program.waitForEnd() == .exited(0))

      let again = try home.start()
      #expect(again.screen.lines.last?.contains("Where you left: ") == true, "\(again.screen.text)")
      #expect(
        again.screen.lines.last?.contains("VN-CN; --fresh starts anew.") == true, "\(again.screen.text)")
      // The sample forgets what was read and marked.
      let signs: (String) -> String = { $0.replacing("∙", with: " ").replacing("»", with: " ") }
      #expect(
        again.waitFor { $0.lines.dropLast().map(signs) == left.map(signs) }, "\(again.screen.text)")
      again.type("Q")
      #expect(again.waitForEnd() == .exited(0))

      let fresh = try home.start("--fresh")
      #expect(fresh.waitFor(text: "129 events  by event date"), "\(fresh.screen.text)")
      #expect(fresh.screen.text.contains("? help") && !fresh.screen.text.contains("Where you left"))
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalKeepsThePlace(signal: Int32) throws {
    try inHome { home in
      let program = try home.start()
      program.type("5")
      #expect(program.waitFor(text: "15 of 129"), "\(program.screen.text)")
      program.type("jjj")
      #expect(program.waitFor(text: "23 June 2023"), "\(program.screen.text)")
      _ = program.waitFor(milliseconds: 200) { _ in false }
      let left = body(program)
      program.send(signal: signal)
      #expect(program.waitForEnd() == .exited(0))
      let again = try home.start()
      #expect(again.waitFor { Array($0.lines.dropLast()) == left }, "\(again.screen.text)")
    }
  }

  @Test func aLostTerminalKeepsThePlace() throws {
    try inHome { home in
      let program = try home.start()
      program.type("5jjj")
      #expect(program.waitFor(text: "15 of 129"))
      program.hangUp()
      #expect(program.waitForEnd(milliseconds: 2000) == .exited(0))
      #expect(try home.start().screen.text.contains("15 of 129"))
    }
  }

  @Test func evenAKilledSessionIsKeptAMomentAfterItsLastKey() throws {
    try inHome { home in
      let program = try home.start()
      program.type("5jjj")
      #expect(program.waitFor(text: "15 of 129"))
      _ = program.waitFor(milliseconds: 20_000) { _ in !home.sessions.isEmpty }
      _ = program.waitFor(milliseconds: 200) { _ in false }
      program.send(signal: SIGKILL)
      #expect(program.waitForEnd() == .killed(bySignal: SIGKILL))
      #expect(try home.start().screen.text.contains("15 of 129"))
    }
  }

  @Test func ofTwoInstancesTheLastToLeaveIsRemembered() throws {
    try inHome { home in
      let (one, other) = (try home.start(), try home.start())
      one.type("5")
      other.type("8")
      #expect(one.waitFor(text: "15 of 129") && other.waitFor(text: "JP ×"))
      other.type("Q")
      #expect(other.waitForEnd() == .exited(0))
      one.type("Q")
      #expect(one.waitForEnd() == .exited(0))
      #expect(try home.start().screen.text.contains("15 of 129"))
      #expect(home.sessions.count == 1)
    }
  }

  @Test func aDamagedSessionIsPassedByInASentence() throws {
    try inHome { home in
      let program = try home.start()
      program.type("5Q")
      #expect(program.waitForEnd() == .exited(0))
      let file = try #require(fopen(home.state + "/" + home.sessions[0], "w"))
      fputs("version = 1\nfilter = \"", file)
      fclose(file)
      let again = try home.start()
      #expect(again.screen.text.contains("is damaged and is not taken up"), "\(again.screen.text)")
      #expect(again.screen.text.contains("129 events  by event date"), "\(again.screen.text)")
    }
  }

  @Test func pinsHistoriesAndTheThemeStay() throws {
    try inHome { home in
      let program = try home.start()
      program.type("clao")
      #expect(program.waitFor(text: "LA"))
      program.type("\u{1B}2")
      #expect(program.waitFor(text: "is pinned to slot 2"), "\(program.screen.text)")
      program.type("\u{3}")
      #expect(
        program.waitFor { $0.text.contains("2*LA") && $0.text.contains("? help") }, "\(program.screen.text)")
      program.type("/hội đàm\r")
      #expect(program.waitFor(text: "“hội đàm”"), "\(program.screen.text)")
      program.type(":theme day\r")
      #expect(program.waitFor(text: "Theme: day"))
      program.type("XQ")
      #expect(program.waitForEnd() == .exited(0))

      let again = try home.start("--fresh")
      #expect(again.screen.text.contains("2*LA"), "\(again.screen.text)")
      again.type("/\u{10}")
      #expect(again.waitFor(text: "/hội đàm"), "\(again.screen.text)")
      again.type("\u{3}:the\u{12}")
      #expect(again.waitFor(text: ":theme day"), "\(again.screen.text)")
    }
  }
}
