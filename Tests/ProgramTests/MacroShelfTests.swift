import Glibc
import Model
import Program
import Testing

@Suite struct MacroShelfTests {
  private func inFolder(_ body: (DataFolders) throws -> Void) throws {
    var template = Array("/tmp/dyad-macros-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folders = DataFolders(environment: ["XDG_CONFIG_HOME": folder])
    defer {
      unlink(folders.macros)
      rmdir(folders.config)
      rmdir(folder)
    }
    try body(folders)
  }

  private func write(_ text: String, _ folders: DataFolders) throws {
    mkdir(folders.config, 0o700)
    let file = try #require(fopen(folders.macros, "w"))
    fputs(text, file)
    fclose(file)
  }

  @Test func aMacroIsKeptBesideTheOthers() throws {
    try inFolder { folders in
      let shelf = MacroShelf(folders: folders)
      #expect(try shelf.macro("a") == nil)
      let steps: [Step] = [.command(.chooseCountry), .text("hàn \"quốc\""), .command(.accept)]
      try shelf.save("a", steps)
      try shelf.save("2", [.command(.undo)])
      try shelf.save("a", steps)
      #expect(try shelf.macro("a") == steps)
      #expect(try shelf.macro("2") == [.command(.undo)])
      #expect(try shelf.macro("b") == nil)
    }
  }

  @Test func whatIsNoMacroIsTold() throws {
    try inFolder { folders in
      try write("a = [\"fly\"]\nb = 3\n", folders)
      let shelf = MacroShelf(folders: folders)
      #expect(throws: ConfigProblem.self) { try shelf.macro("a") }
      #expect(throws: ConfigProblem.self) { try shelf.macro("b") }
      try write("= [", folders)
      #expect(throws: ConfigProblem.self) { try shelf.macro("a") }
      #expect(throws: ConfigProblem.self) { try shelf.save("a", []) }
    }
  }
}
