import Program

/// The progress of an import as one line: a bar where the number of files is known, then the counts.
struct ImportBar {
  private static let width = 24

  static func line(_ progress: ImportProgress) -> String {
    let counts = "\(progress.read) read, \(progress.added) added, \(progress.rejected) rejected"
    guard let files = progress.files, files > 0 else { return counts }
    let done = min(files, progress.filesRead)
    let filled = done * width / files
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    return "\(bar) \(done * 100 / files) %  \(counts)"
  }
}
