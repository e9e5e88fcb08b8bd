import Program

/// The progress of an import as one line: a bar where it is known how much there is, then the counts, the rate and the
/// time left.
struct ImportBar {
  private static let width = 24
  /// Before that many seconds nothing can be said of the time left.
  private static let patience = 2.0

  /// `seconds` went by since the import began.
  static func line(_ progress: ImportProgress, seconds: Double) -> String {
    var line = "\(progress.read) read, \(progress.added) added, \(progress.rejected) rejected"
    let share = share(progress)
    if let share {
      let filled = Int(share * Double(width))
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      line = "\(bar) \(Int(share * 100)) %  \(line)"
    }
    guard seconds >= patience else { return line }
    line += "  \(Int(Double(progress.read) / seconds))/s"
    guard let share, share > 0, share < 1 else { return line }
    return line + ", \(spoken(seconds: seconds * (1 - share) / share)) left"
  }

  /// By bytes, for a file may hold one report or a million; a folder of empty files goes by their number.
  private static func share(_ progress: ImportProgress) -> Double? {
    guard let files = progress.files, files > 0 else { return nil }
    let (done, all) =
      progress.bytes > 0 ? (progress.bytesRead, progress.bytes) : (progress.filesRead, files)
    return min(1, Double(done) / Double(all))
  }

  static func spoken(seconds: Double) -> String {
    switch seconds {
    case ..<59.5: "\(max(1, Int(seconds.rounded()))) s"
    case ..<(59.5 * 60): "\(Int((seconds / 60).rounded())) min"
    default: "\(Int(seconds / 3600)) h \(Int(seconds / 60) % 60) min"
    }
  }
}
