import Glibc
import Support
import Testing

@Suite struct CorrectingOnATerminalTests {
  private static let report = """
     date 2026-01-30 Tổng Bí thư Tô Lâm điện đàm với Tổng thống Hàn Quốc Lee Jae Myung

    Chiều 30/1, Tổng Bí thư Tô Lâm đã điện đàm với Tổng thống Hàn Quốc Lee Jae Myung.
    """

  /// A folder with one report and the environment in which its archive is the usual one; removed after the body.
  private func withArchive(_ body: (String, [String: String]) throws -> Void) throws {
    var template = Array("/tmp/dyad-correcting-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let file = open(folder + "/report.txt", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    _ = Array(CorrectingOnATerminalTests.report.utf8).withUnsafeBytes {
      write(file, $0.baseAddress, $0.count)
    }
    close(file)
    defer { _ = PipedRun("/bin/rm", ["-r", folder], environment: [:]) }
    let environment = [
      "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "HOME": folder, "XDG_CONFIG_HOME": folder,
      "XDG_DATA_HOME": folder,
    ]
    let path = try #require(builtProgram())
    let run = try #require(PipedRun(path, ["import", folder + "/report.txt"], environment: environment))
    try #require(run.state == .exited(0), "\(run.output)")
    try body(path, environment)
  }

  @Test func aKindIsCorrectedUndoneAndCorrectedForGood() throws {
    try withArchive { path, environment in
      let program = try #require(PseudoTerminal(path, environment: environment, columns: 110, rows: 30))
      try #require(program.waitFor(text: "Phone call"), "\(program.screen.text)")
      program.type("i")
      #expect(
        program.waitFor { $0.text.contains("Why this event?") && $0.text.contains("rule:") },
        "\(program.screen.text)")
      program.type("etalks\r")
      #expect(program.waitFor(text: "corrected, was phone call"), "\(program.screen.text)")
      #expect(program.waitFor(text: "◆ talks"), "\(program.screen.text)")
      program.type("u")
      #expect(program.waitFor(text: "Undone: kind is phone call again"), "\(program.screen.text)")
      #expect(
        program.waitFor { $0.text.contains("○ call") && !$0.text.contains("corrected") },
        "\(program.screen.text)")
      program.type("\u{12}")
      #expect(program.waitFor(text: "corrected, was phone call"), "\(program.screen.text)")
      program.type("Q")
      #expect(program.waitForEnd() == .exited(0))

      let again = try #require(PseudoTerminal(path, environment: environment, columns: 110, rows: 30))
      #expect(again.waitFor(text: "kind corrected, was phone call"), "\(again.screen.text)")
      again.type("ix")
      #expect(again.waitFor(text: "No events yet"), "\(again.screen.text)")
      again.type("u")
      #expect(again.waitFor(text: "Undone: it is an event again."), "\(again.screen.text)")
      again.type("q")
      #expect(again.waitForEnd() == .exited(0))

      let list = try #require(PipedRun(path, ["corrections"], environment: environment))
      #expect(list.state == .exited(0))
      #expect(list.output.contains("\"was\": \"phone-call\", \"now\": \"talks\"}"), "\(list.output)")
      #expect(list.output.split(separator: "\n").count == 1)
    }
  }

  @Test func theSampleIsCorrectedForTheSession() throws {
    let environment = [
      "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
      "XDG_CONFIG_HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent",
    ]
    let path = try #require(builtProgram())
    let program = try #require(PseudoTerminal(path, environment: environment, columns: 110, rows: 30))
    try #require(program.waitFor(text: "129 events"), "\(program.screen.text)")
    program.type("ix")
    #expect(program.waitFor(text: "128 events"), "\(program.screen.text)")
    program.type("u")
    #expect(program.waitFor(text: "129 events"), "\(program.screen.text)")
    program.type("q")
    #expect(program.waitForEnd() == .exited(0))
  }
}
