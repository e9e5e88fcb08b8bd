import Asking
import Diplomacy
import Foundation
import Model
import Program
import Testing

@Suite struct FilterShelfTests {
  private func inFolder(_ body: (DataFolders, String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dyad-shelf-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let folders = DataFolders(environment: ["XDG_CONFIG_HOME": root.path + "/config"])
    try body(folders, folders.filters)
  }

  private func write(_ text: String, _ file: String) throws {
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  @Test func whatIsSavedIsLoadedAndTheRestStays() throws {
    try inFolder { folders, file in
      let shelf = FilterShelf(folders: folders)
      #expect(shelf.load().filters.isEmpty && shelf.load().complaints.isEmpty)
      try shelf.save(SavedFilter(name: "Hàn Quốc", text: "country:KR \"a \\\"b\\\"\""))
      try shelf.save(SavedFilter(name: "b", text: "kind:visit"))
      let own = try String(contentsOfFile: file, encoding: .utf8) + "# mine\n'c d' = 'kind:aid'\n"
      try write(own, file)
      #expect(try shelf.save(SavedFilter(name: "b", text: "kind:talks")) == "kind:visit")
      #expect(try shelf.save(SavedFilter(name: "b", text: "kind:talks")) == "kind:talks")
      #expect(
        shelf.load().filters == [
          SavedFilter(name: "Hàn Quốc", text: "country:KR \"a \\\"b\\\"\""),
          SavedFilter(name: "b", text: "kind:talks"),
          SavedFilter(name: "c d", text: "kind:aid"),
        ])
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text == own.replacingOccurrences(of: "\"b\" = \"kind:visit\"", with: "\"b\" = \"kind:talks\""))
    }
  }

  @Test func aBrokenFileIsToldAndNeverOverwritten() throws {
    try inFolder { folders, file in
      try write("a = 3\n\"b\" = \"kind:visit\"\n", file)
      let shelf = FilterShelf(folders: folders)
      #expect(shelf.load().filters.map(\.name) == ["b"])
      #expect(
        shelf.load().complaints.map(\.english) == ["\(file), line 1: a is no filter in quotation marks."])
      try write("# mine\n\"b\" = \"kind:visit\"\n\"c\" = kind:aid\n\"b\" = \"x\"\nd = 'kind:talks'\n", file)
      #expect(shelf.load().filters.map(\.text) == ["kind:visit", "kind:talks"])
      #expect(
        shelf.load().complaints.map(\.english) == [
          "\(file), line 3: cannot be read; write \"name\" = \"filter\".",
          "\(file), line 4: b stands there twice; the first is taken.",
        ])
      try write("= [", file)
      #expect(shelf.load().complaints.first?.english.contains("line 1") == true)
      #expect(throws: ConfigProblem.self) { try shelf.save(SavedFilter(name: "x", text: "y")) }
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "= [")
    }
  }

  @Test func everyCountryIsFoundByItsNamesAndCode() throws {
    let spellings = Spellings.ofCountries()
    for (name, code) in [
      ("úc", "AU"), ("uc", "AU"), ("mỹ", "US"), ("Hàn Quốc", "KR"), ("south korea", "KR"), ("한국", "KR"),
      ("anh", "GB"), ("lào", "LA"), ("kor", "KR"), ("EU", "EU"), ("asean", "ASEAN"), ("Triều Tiên", "KP"),
    ] { #expect(spellings.called(name).map(\.code) == [code], "\(name)") }
    #expect(spellings.near("korea").map(\.code) == ["KP", "KR"])
  }
}
