import Commands
import Diplomacy
import Foundation
import Lexicons
import Program
import Testing

@testable import Model

/// Every word the browser shows has its translation, and no translation is left over.
@Suite struct InterfaceTests {
  private let phrases = InterfaceWords.phrases(in: .vietnamese)

  /// The sources of all that speaks to the reader.
  private func sources() throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    return try ["Model", "Panes", "Program", "Comparing", "Commands"].flatMap { folder in
      let files = FileManager.default.enumerator(
        at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
      return try (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        .map { try String(contentsOf: $0, encoding: .utf8) }
    }
  }

  /// The literals of `say("…")` in the sources.
  private func said(_ sources: [String]) -> Set<String> {
    let literal = /\bsay\(\s*"((?:[^"\\]|\\.)*)"/
    var found: Set<String> = []
    for text in sources {
      for match in text.matches(of: literal) {
        let phrase = match.1.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
        #expect(!phrase.contains("\\("), "\(phrase) has a value in its key")
        found.insert(String(phrase))
      }
    }
    return found
  }

  /// What is said without a literal beside it.
  private var listed: Set<String> {
    let commands = CommandTable.rows.filter { $0.command.slot == nil }.flatMap { [$0.label, $0.help] }
    let kinds = EventKind.allCases.flatMap { [Wording.name($0), Wording.short($0)] }
    return Set(
      commands + kinds + CommandGroup.allCases.map(\.rawValue)
        + ProtocolLevel.allCases.map { Wording.name($0) }
        + Wording.months + Wording.weekdays + ["Country in that slot on or off", "country"])
  }

  @Test func nothingIsMissingAndNothingLeftOver() throws {
    let sources = try sources()
    let wanted = said(sources).union(listed)
    #expect(wanted.count > 500)
    let missing = wanted.subtracting(phrases.keys).sorted()
    #expect(missing.isEmpty, "\(missing.map { $0 + "\t" }.joined(separator: "\n"))")
    // Some phrases are chosen before they are said.
    let all = sources.joined()
    let leftOver = Set(phrases.keys).subtracting(wanted).filter { phrase in
      let literal = phrase.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return !all.contains("\"\(literal)\"")
    }
    #expect(leftOver.isEmpty, "\(leftOver.sorted().joined(separator: "\n"))")
  }

  @Test func aTranslationHasThePlacesOfItsPhrase() {
    for (english, vietnamese) in phrases {
      let places = (1...9).map { "%\($0)" }
      #expect(
        places.filter { english.contains($0) } == places.filter { vietnamese.contains($0) }, "\(english)")
      #expect(!vietnamese.isEmpty)
    }
  }

  @Test func aKindHasSixCellsInTheList() {
    for kind in EventKind.allCases {
      let short = Wording.short(kind)
      #expect((phrases[short] ?? short).count <= 6, "\(short)")
    }
  }

  @Test func theSettingComesBeforeTheLocale() {
    func language(_ setting: String?, _ environment: [String: String]) -> Article.Language {
      InterfaceLanguage(setting: setting, environment: environment).language
    }
    #expect(language(nil, [:]) == .english)
    #expect(language(nil, ["LANG": "vi_VN.UTF-8"]) == .vietnamese)
    #expect(language(nil, ["LANG": "vi_VN.UTF-8", "LC_ALL": "C.UTF-8"]) == .english)
    #expect(language(nil, ["LANG": "de_DE.UTF-8", "LC_ALL": ""]) == .english)
    #expect(language("vi", ["LANG": "en_US.UTF-8"]) == .vietnamese)
    #expect(language("en", ["LANG": "vi_VN"]) == .english)
  }
}
