import Glibc
import Support
import Testing

private let environment = [
  "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent",
  "XDG_DATA_HOME": "/nonexistent",
]

/// The commands on the built-in sample, both outputs in one pipe.
@Suite struct CommandLineTests {
  private func run(_ arguments: String...) throws -> PipedRun {
    let path = try #require(builtProgram())
    return try #require(PipedRun(path, arguments, environment: environment))
  }

  @Test func eventsAreListedByTheSameFilterAsInTheBrowser() throws {
    let run = try run("list", "country:hàn", "kind:call", "-date:2020", "--limit", "2")
    #expect(run.state == .exited(0))
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2, "\(run.output)")
    #expect(lines.first?.hasPrefix("2026-01-30\tphone-call\tVN-KR\thead-of-state-or-party\t1\t") == true)
    #expect(
      try self.run("list", "kind:call -date:2020", "country:KR", "--json").output.hasPrefix("{\"id\": "))
  }

  @Test func aMistakeIsShownUnderItsWord() throws {
    let run = try run("count", "kind:visit", "country:koria")
    #expect(run.state == .exited(2))
    #expect(run.output.hasSuffix("  kind:visit country:koria\n                     ^^^^^\n"), "\(run.output)")
  }

  @Test func endingsAreTold() throws {
    #expect(try run("list", "country:ZW").state == .exited(3))
    #expect(try run("list", "country:ZW").output.isEmpty)
    #expect(try run("list", "--nonsense").state == .exited(2))
    #expect(try run("list", "--limit", "x").state == .exited(2))
    #expect(try run("count", "--by", "moon").state == .exited(2))
    #expect(try run("search", "kind:visit").state == .exited(2))
    #expect(try run("list", "--archive", "/nonexistent/a.sqlite").state == .exited(1))
    #expect(try run("--help").state == .exited(0))
    #expect(try run("--version").state == .exited(0))
  }

  @Test func aWordThatIsNoCommandEndsAtOnce() throws {
    let run = try run("lst")
    #expect(run.state == .exited(2))
    #expect(run.output == "dyad: lst is neither a command nor a file or folder; list is a command.\n")
    #expect(try self.run("xyzzy", "kind:visit").output.contains("xyzzy is neither"))
    #expect(
      try self.run("/nonexistent/reports").output
        == "dyad: There is no file or folder /nonexistent/reports.\n")
  }

  @Test func countsComeInColumns() throws {
    #expect(try run("count").output == "129\n")
    #expect(try run("count", "--by", "level", "country:KR").output.contains("head-of-state-or-party\t"))
    #expect(
      try run("count", "--by", "year", "--by", "dyad", "date:2025..").output.contains("2026\tVN-KR\t1\n"))
    #expect(try run("count", "--json", "country:ZW").output == "{\"count\": 0}\n")
  }

  @Test func oneEventIsShownByItsNumber() throws {
    let listed = try run("list", "--ids", "--limit", "1").output
    let id = String(listed.prefix { $0 != "\t" })
    let run = try run("show", "id:" + id, "--width", "60")
    #expect(run.state == .exited(0))
    #expect(run.output.contains("Monday 16 March 2026"), "\(run.output)")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 62 }, "\(run.output)")
  }

  @Test func wordsAreShownWhereTheyStand() throws {
    let run = try run("search", "--limit", "1", "\"điện đàm\"", "date:2026-01-30")
    #expect(run.state == .exited(0))
    #expect(run.output.contains("\n    Tổng Bí thư Tô Lâm điện đàm"), "\(run.output)")
  }

  @Test(arguments: [
    ("csv", "id,date,"), ("markdown", "# Chronology: kind:aid"), ("html", "<!DOCTYPE html>"),
    ("ics", "BEGIN:VCALENDAR\r\n"), ("jsonl", "{\"id\": "),
  ])
  func everyFormIsPrinted(form: String, start: String) throws {
    let run = try run("export", "--as", form, "kind:aid")
    #expect(run.state == .exited(0))
    #expect(run.output.hasPrefix(start), "\(run.output.prefix(80))")
  }

  @Test func howAFilterIsWrittenIsTold() throws {
    let help = try run("help", "filter")
    #expect(help.state == .exited(0))
    #expect(help.output.contains("alternatives = terms, { \"or\", terms } ;"))
    #expect(
      try run("filter", "kind:call", "country:lào", "or", "-x").output == "kind:phone-call country:LA or -x\n"
    )
  }

  @Test func anArchiveIsCheckedRebuiltAndCopied() throws {
    var template = Array("/tmp/dyad-keeping-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      for name in ["a.sqlite", "b.sqlite", "r.txt"] {
        for end in ["", "-wal", "-shm"] { unlink(folder + "/" + name + end) }
      }
      rmdir(folder)
    }
    let (archive, copy) = (folder + "/a.sqlite", folder + "/b.sqlite")
    #expect(try run("check", "--archive", archive).state == .exited(1))
    let report = " date 2026-01-30 \n\nTổng Bí thư Tô Lâm điện đàm với Tổng thống Hàn Quốc Lee Jae Myung.\n"
    let file = open(folder + "/r.txt", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    _ = Array(report.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    #expect(try run("import", folder + "/r.txt", "--archive", archive).state == .exited(0))
    #expect(try run("check", "--archive", archive).output == "1 report, 1 event, nothing amiss\n")
    #expect(try run("rebuild", "--archive", archive).output == "1 event read out of 1 report\n")
    #expect(try run("backup", copy, "--archive", archive).state == .exited(0))
    #expect(try run("backup", copy, "--archive", archive).state == .exited(1))
    #expect(try run("count", "--archive", copy, "dyad:VN-KR", "source:r").output == "1\n")
  }
}

/// What the program tells of itself.
@Suite struct ManualTests {
  private func output(_ arguments: String...) throws -> String {
    let path = try #require(builtProgram())
    let run = try #require(PipedRun(path, arguments, environment: environment))
    #expect(run.state == .exited(0))
    return run.output
  }

  /// The commands that `dyad --help` lists.
  private func commands() throws -> [String] {
    let help = try output("--help")
    let list = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
    return list.compactMap { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") && !line.hasPrefix("  See ")
        ? line.split(separator: " ").first.map(String.init) : nil
    }
  }

  @Test func theManualHasEveryCommandAndEveryKey() throws {
    let page = try output("manual")
    let commands = try commands()
    #expect(commands.count > 15)
    for command in commands where command != "help" {
      #expect(page.contains(".SS \"dyad \(command)\"\n"), "\(command)")
    }
    let rows = try output("keys").split(separator: "\n").filter { $0.hasPrefix("  ") }
    #expect(rows.count > 80)
    for row in rows {
      let help = row.dropFirst(46).split(separator: ";")[0].replacing("-", with: "\\-")
      let safe = help.replacing("~", with: "\\(ti").replacing("^", with: "\\(ha")
      #expect(page.contains(safe), "\(row)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func theShellCompletesEveryCommand(shell: String) throws {
    let script = try output("completions", shell)
    for command in try commands() { #expect(script.contains(command), "\(command)") }
  }

  @Test func aBriefIsOfOnePair() throws {
    #expect(try output("brief", "VN-KR").hasPrefix("# Brief: Vietnam – South Korea\n"))
    #expect(try output("brief", "dyad:VN-KR", "date:2020..").contains("## Last met"))
    let path = try #require(builtProgram())
    #expect(PipedRun(path, ["brief", "country:KR"], environment: environment)?.state == .exited(2))
    #expect(PipedRun(path, ["brief", "ZW-KR"], environment: environment)?.state == .exited(3))
  }

  @Test func theFilesAreNamed() throws {
    #expect(try output("files").hasPrefix("/nonexistent/dyad/archive.sqlite  (not there)\n"))
  }
}
