import Archive
import ArgumentParser
import Program
import SQLiteArchive
import Text

/// Looks whether the archive is whole.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compare all that the archive keeps twice, and tell what does not agree.",
    discussion:
      "One line per finding. Exit status: 0 all is well, 1 there are findings or the archive cannot be read.")

  @Option(help: "The archive to check instead of the usual one.")
  var archive: String?

  mutating func run() throws {
    try keeping(archive) { store in
      let findings = try store.verify(KeepingProgress.tell)
      KeepingProgress.end()
      for finding in findings where !say(visible(finding)) { return }
      if !findings.isEmpty { throw Ending.trouble }
      say(
        "\(counted(try store.articles(), "report")), \(counted(try store.count(.everything), "event")), nothing amiss"
      )
    }
  }
}

/// Makes anew what can be made from the reports.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Read the events out of the kept reports anew, with the index; reports and corrections stay.")

  @Option(help: "The archive to rebuild instead of the usual one.")
  var archive: String?

  mutating func run() throws {
    try keeping(archive) { store in
      let count = try store.rebuild(code: events(in:), KeepingProgress.tell)
      KeepingProgress.end()
      say("\(counted(count, "event")) read out of \(counted(try store.articles(), "report"))")
    }
  }
}

/// Copies the archive while it is in use.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write a copy of the archive into a new file; safe while others use it.")

  @Argument(help: "The file to write; one that is there is never overwritten.")
  var file: String

  @Option(help: "The archive to copy instead of the usual one.")
  var archive: String?

  mutating func run() throws {
    try keeping(archive) { store in
      try store.backup(to: file)
      say("\(counted(try store.articles(), "report")) copied to \(visible(file))")
    }
  }
}

private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
