import Glibc
import Support
import Testing

/// What goes into the archive while it is in use, and what happens at the ends of the pipes.
@Suite struct IntakeTests {
  /// A folder of its own, removed after the body, with what a program needs.
  private func inFolder(_ body: (String, String, [String: String]) throws -> Void) throws {
    var template = Array("/tmp/dyad-intake-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { _ = PipedRun("/bin/rm", ["-r", folder], environment: [:]) }
    let environment = [
      "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "HOME": folder, "XDG_CONFIG_HOME": folder,
      "XDG_DATA_HOME": folder,
    ]
    try body(try #require(builtProgram()), folder, environment)
  }

  private func write(_ file: String, _ text: String) {
    let file = open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  private func call(_ day: Int) -> String {
    """
     date 2024-05-0\(day) Tổng Bí thư Tô Lâm điện đàm với Tổng thống Hàn Quốc

    Ngày \(day)/5/2024, Tổng Bí thư Tô Lâm điện đàm với Tổng thống Hàn Quốc Lee Jae Myung.
    """
  }

  @Test func anOpenBrowserShowsWhatIsImportedMeanwhile() throws {
    try inFolder { path, folder, environment in
      write(folder + "/1.txt", call(1))
      #expect(PipedRun(path, ["import", folder + "/1.txt"], environment: environment)?.state == .exited(0))
      let browser = try #require(PseudoTerminal(path, environment: environment, columns: 110, rows: 30))
      #expect(browser.waitFor(text: "1 event "), "\(browser.screen.text)")
      write(folder + "/2.txt", call(5))
      #expect(PipedRun(path, ["import", folder + "/2.txt"], environment: environment)?.state == .exited(0))
      #expect(browser.waitFor(text: "1 new event", milliseconds: 10_000), "\(browser.screen.text)")
      #expect(browser.screen.text.contains("2 events"), "\(browser.screen.text)")
      browser.type("R")
      #expect(browser.waitFor(text: "Nothing new."), "\(browser.screen.text)")
      browser.type("q")
      #expect(browser.waitForEnd() == .exited(0))
    }
  }

  @Test func lookingAgainReadsAFolderAnew() throws {
    try inFolder { path, folder, environment in
      mkdir(folder + "/tin", 0o700)
      write(folder + "/tin/1.txt", call(1))
      let browser = try #require(
        PseudoTerminal(path, [folder + "/tin"], environment: environment, columns: 110, rows: 30))
      #expect(browser.waitFor(text: "1 event "), "\(browser.screen.text)")
      write(folder + "/tin/2.txt", call(5))
      browser.type("R")
      #expect(browser.waitFor(text: "1 new event", milliseconds: 10_000), "\(browser.screen.text)")
    }
  }

  @Test func watchingGoesOnUntilCtrlC() throws {
    try inFolder { path, folder, environment in
      mkdir(folder + "/tin", 0o700)
      let watch = try #require(
        PseudoTerminal(path, ["watch", folder + "/tin"], environment: environment, columns: 110, rows: 30))
      #expect(watch.waitFor(text: "Ctrl-C stops."), "\(watch.screen.text)")
      write(folder + "/tin/1.txt", call(1))
      #expect(
        watch.waitFor(text: "1 added, 0 already there, 0 rejected  1.txt", milliseconds: 15_000),
        "\(watch.screen.text)")
      watch.type("\u{3}")
      #expect(watch.waitForEnd() == .exited(0))
      #expect(PipedRun(path, ["count"], environment: environment)?.output == "1\n")
      #expect(PipedRun(path, ["watch", folder + "/nichts"], environment: environment)?.state == .exited(2))
    }
  }

  @Test(arguments: [
    "export", "export --as csv", "list", "count --by kind", "count", "show", "search điện",
    "filter kind:visit",
    "--help", "export --help", "--version",
  ])
  func aFullDiskUnderStandardOutputIsAnErrorAndAClosedPipeIsNone(_ arguments: String) throws {
    let path = try #require(builtProgram())
    let environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent"]
    let full = try #require(
      PipedRun("/bin/sh", ["-c", "\(path) \(arguments) > /dev/full"], environment: environment))
    #expect(full.state == .exited(1))
    #expect(full.output == "dyad: Standard output cannot be written: no space left on device.\n")
    let closed = try #require(
      PipedRun("/bin/sh", ["-c", "\(path) \(arguments) | :"], environment: environment))
    #expect(closed.state == .exited(0) && closed.output.isEmpty, "\(closed.output)")
  }

  @Test func theBestMatchComesFirstOnDemand() throws {
    let path = try #require(builtProgram())
    let environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent"]
    func run(_ arguments: String...) throws -> PipedRun {
      try #require(PipedRun(path, ["search"] + arguments, environment: environment))
    }
    let newest = try run("thương mại").output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    let best = try run("--rank", "thương mại").output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(Set(newest) == Set(best) && newest != best && newest == newest.sorted(by: >))
    #expect(try run("--rank", "--limit", "1", "thương mại").output.hasPrefix(best.first ?? "-"))
    #expect(try run("--rank", "--oldest-first", "x").state == .exited(2))
    #expect(try run("--rank", "xyzzy").state == .exited(3))
    #expect(try run("\"đàm điện\"~1").output.contains("điện đàm"))
  }

  @Test func whatIsSearchedForComesAsJSONToo() throws {
    let path = try #require(builtProgram())
    let environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent"]
    let run = try #require(
      PipedRun(
        path, ["search", "--json", "--limit", "1", "điện đàm", "date:2026-01-30"], environment: environment))
    #expect(run.state == .exited(0))
    #expect(
      run.output.hasPrefix("{\"id\": ") && run.output.contains("\"found\": [\"Tổng Bí thư Tô Lâm điện đàm"))
  }
}
