import Commands
import Screen
import Testing

@Suite struct CommandTableTests {
  @Test func everyCommandHasOneRowWithHelp() {
    let commands = CommandTable.rows.map(\.command)
    #expect(Set(commands) == Set(Command.allCases))
    #expect(commands.count == Command.allCases.count)
    #expect(CommandTable.rows.allSatisfy { !$0.help.isEmpty && !$0.label.isEmpty })
  }

  @Test func noDefaultKeyMeansTwoThings() {
    for context in KeyContext.allCases {
      let names = CommandTable.rows.flatMap { $0.keys[context] ?? [] }
      #expect(Set(names).count == names.count, "\(context)")
      #expect(names.allSatisfy { KeyPress(name: $0) != nil }, "\(context)")
    }
    let common = Set(CommandTable.rows.flatMap { $0.keys[.common] ?? [] })
    for pane in [KeyContext.timeline, .detail] {
      #expect(common.isDisjoint(with: CommandTable.rows.flatMap { $0.keys[pane] ?? [] }))
    }
  }

  @Test func everyKeyNameReadsBack() {
    for name in CommandTable.rows.flatMap({ $0.keys.values.flatMap { $0 } }) {
      #expect(KeyPress(name: name)?.name == name)
    }
  }
}

@Suite struct DispatcherTests {
  private let dispatcher = Dispatcher(keymap: .defaults)

  @Test func panesInheritTheCommonKeysAndPickersDoNot() {
    #expect(dispatcher.press(.character("j"), in: .timeline) == .command(.moveDown))
    #expect(dispatcher.press(.character("h"), in: .detail) == .command(.focusTimeline))
    #expect(dispatcher.press(.character("j"), in: .picker) == .text("j"))
    #expect(dispatcher.press(.character("4"), in: .detail) == .command(.slot4))
    #expect(dispatcher.press(.function(7), in: .timeline) == .unbound(.function(7)))
  }

  @Test func aMarkedLetterMeansTheKeyThatWasPressed() {
    #expect(dispatcher.press(.character("đ"), in: .timeline) == .command(.chooseDyad))
    for (typed, key) in [("ế", "e"), ("Ộ", "O"), ("ý", "y"), ("đ", "d"), ("é", "e")] {
      let plain = dispatcher.press(.character(Character(key)), in: .timeline)
      #expect(dispatcher.press(.character(Character(typed)), in: .timeline) == plain, "\(typed)")
    }
    #expect(dispatcher.press(.character("ư"), in: .timeline) == .unbound(.character("ư")))
    #expect(dispatcher.press(.character("한"), in: .timeline) == .unbound(.character("한")))
    #expect(dispatcher.press(.character("đ"), in: .prompt) == .text("đ"))
    #expect(dispatcher.press(.character("ắ"), in: .naming) == .name("a"))
  }
}

@Suite struct KeymapFileTests {
  @Test func theUsersKeysWin() {
    let file = KeymapFile(toml: "[common]\nsearch = [\"w\"]\nquit = []\n", file: "keys.toml")
    #expect(file.complaints.isEmpty)
    #expect(file.keymap.command(for: .character("w"), in: .timeline) == .search)
    #expect(file.keymap.command(for: .character("/"), in: .timeline) == nil)
    #expect(file.keymap.command(for: .character("Q"), in: .timeline) == nil)
  }

  @Test func conflictsAreToldByBothNames() {
    let file = KeymapFile(toml: "[common]\nsearch = \"s\"\nhelp = \"s\"\n", file: "keys.toml")
    #expect(file.complaints.contains { $0.english.contains("search") && $0.english.contains("help") })
    let shadow = KeymapFile(toml: "[timeline]\nopen-article = [\"j\"]\n", file: "keys.toml")
    #expect(
      shadow.complaints.contains { $0.english.contains("open-article") && $0.english.contains("move-down") })
  }

  @Test func aDefaultKeyTakenAwayIsToldUnlessTheFileSettlesIt() {
    let taken = KeymapFile(toml: "[common]\nsearch = [\"n\", \"n\"]\n", file: "keys.toml")
    #expect(taken.complaints.map(\.english) == ["keys.toml: n means search now and no longer next-match."])
    #expect(taken.keymap.keys(for: .search, in: .common) == [.character("n")])
    let settled = KeymapFile(toml: "[common]\nsearch = \"n\"\nnext-match = []\n", file: "keys.toml")
    #expect(settled.complaints.isEmpty)
    let swapped = KeymapFile(toml: "[common]\nnext-match = \"N\"\nprevious-match = \"n\"\n", file: "k")
    #expect(swapped.complaints.isEmpty)
    #expect(swapped.keymap.command(for: .character("n"), in: .detail) == .previousMatch)
  }

  @Test func aMistypedCommandIsToldTheRightName() {
    let file = KeymapFile(toml: "[common]\nserach = \"s\"\n", file: "keys.toml")
    #expect(file.complaints.map(\.english) == ["keys.toml: serach is no command; search is."])
  }

  @Test func whatCannotBeObeyedIsSaid() {
    let file = KeymapFile(toml: "[common]\nfly = \"f\"\nsearch = \"Hyper-x\"\n[moon]\n", file: "keys.toml")
    #expect(file.complaints.count == 3)
    #expect(KeymapFile(toml: "= [", file: "keys.toml").complaints.count == 1)
  }
}
