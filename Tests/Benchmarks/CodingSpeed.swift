import Diplomacy
import Foundation
import Reading
import Text

/// Reports read and coded a second, beside one fold of the same text; by this process's work, since other programs make
/// the clock unsteady.
struct CodingSpeed {
  private let reports: [[UInt8]]
  private let bytes: Int

  /// Every file right below the folder.
  init(folder: String) {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    reports = names.compactMap { FileManager.default.contents(atPath: folder + "/" + $0).map { [UInt8]($0) } }
    bytes = reports.reduce(0) { $0 + $1.count }
  }

  func measure() {
    let reader = ArticleReader()
    let coder = EventReader()
    let articles = reports.compactMap { try? reader.read($0, source: "report").article }
    let texts = articles.map { $0.paragraphs.map(\.text).joined(separator: "\n") }
    _ = articles.first.map { coder.events(in: $0) }
    print("\(reports.count) reports of \(bytes / max(1, reports.count)) bytes, five rounds")
    print("            reports/s   MB/s   of a fold   of the goal, 10,000/s")
    let fold = cost { for text in texts { _ = Text.fold(text) } }
    tell("fold", fold, fold)
    tell("read", cost { for one in reports { _ = try? reader.read(one, source: "report") } }, fold)
    tell("code", cost { for one in articles { _ = coder.events(in: one) } }, fold)
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print("peak memory \(usage.ru_maxrss / 1024) MB with all reports held, \(bytes / 1_048_576) MB of text")
  }

  /// Seconds of the median round.
  private func cost(_ work: () -> Void) -> Double { (0..<5).map { _ in Cost(work).work }.sorted()[2] }

  private func tell(_ name: String, _ seconds: Double, _ fold: Double) {
    let rate = Double(reports.count) / seconds
    print(
      "\(name.padding(toLength: 10, withPad: " ", startingAt: 0)) \(fixed(rate, 10)) \(fixed(Double(bytes) / 1e6 / seconds, 6))"
        + " \(fixed(fold / seconds, 11)) \(fixed(rate / 10_000, 11))")
  }
}
