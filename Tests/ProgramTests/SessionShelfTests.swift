import Asking
import Diplomacy
import Foundation
import Model
import Program
import Testing

@Suite struct SessionShelfTests {
  private let reader = FilterReader(
    spellings: .ofCountries(), today: CalendarDay(year: 2026, month: 3, day: 15)!)

  private func inFolder(_ body: (DataFolders) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dyad-state-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try body(DataFolders(environment: ["XDG_STATE_HOME": root.path + "/deep/below"]))
  }

  private func files(_ folders: DataFolders) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folders.state)) ?? []).sorted()
  }

  private var memory: SessionMemory {
    var memory = SessionMemory()
    memory.filter = Filter([.country(Country("KR")!), .exceptKind(.visit)])
    memory.listShare = 60
    memory.theme = "day \u{1B}[31m \"x\""
    return memory
  }

  @Test func eachArchiveHasItsOwnSessionInAFileForTheReaderAlone() throws {
    try inFolder { folders in
      let (one, other) = (
        SessionShelf(folders: folders, archive: "/a"), SessionShelf(folders: folders, archive: "/b")
      )
      #expect(one.load(reader).memory == nil && one.load(reader).flaw == nil)
      try one.save(memory)
      #expect(one.load(reader).memory == memory && other.load(reader).memory == nil)
      try other.save(SessionMemory())
      #expect(one.load(reader).memory == memory && other.load(reader).memory == SessionMemory())
      #expect(files(folders).count == 2)
      for file in files(folders) {
        let path = folders.state + "/" + file
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try !String(contentsOfFile: path, encoding: .utf8).contains("\u{1B}"))
      }
    }
  }

  @Test func aDamagedFileIsPassedByAndAnewOneOfANewerDyadStays() throws {
    try inFolder { folders in
      let shelf = SessionShelf(folders: folders, archive: "sample")
      try shelf.save(memory)
      let path = folders.state + "/" + files(folders)[0]
      let whole = try String(contentsOfFile: path, encoding: .utf8)
      for damaged in ["", "= [", "\u{0}\u{1}", String(whole.dropLast(whole.count / 2)), "version = \"x\""] {
        try damaged.write(toFile: path, atomically: true, encoding: .utf8)
        let loaded = shelf.load(reader)
        #expect(loaded.memory == nil || damaged.contains("archive"), "\(damaged)")
        if loaded.memory == nil { #expect(loaded.flaw == .damaged(path), "\(damaged)") }
      }
      #expect(
        StateFlaw.damaged(path).sentence(.english).hasPrefix("\(path) is damaged and is not taken up. "))
      let newer = whole.replacingOccurrences(of: "version = 1", with: "version = 2")
      try newer.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(shelf.load(reader).memory == nil && shelf.load(reader).flaw == .newer(path))
      try shelf.save(SessionMemory())
      #expect(try String(contentsOfFile: path, encoding: .utf8) == newer)
    }
  }

  @Test func whatMakesNoSenseIsAsInAFreshSession() throws {
    try inFolder { folders in
      let shelf = SessionShelf(folders: folders, archive: "sample")
      try shelf.save(memory)
      let path = folders.state + "/" + files(folders)[0]
      try """
      version = 1
      archive = "sample"
      event-number = -4
      event-shown = ["x", 3]
      event = "no"
      filter = "kind:nonsense"
      zoom = "century"
      folds = ["months:2024-13+1", "months:2024-05+1", "level:sky", 7]
      list-line = -9
      list-share = 900
      view = "moon"
      article-place = [-99999999999999, 4, 4]
      """.write(toFile: path, atomically: true, encoding: .utf8)
      let loaded = shelf.load(reader)
      var expected = SessionMemory()
      expected.arrangement.folding.fold(.months(first: 2024 * 12 + 4, count: 1))
      expected.listShare = 900
      #expect(loaded.memory == expected)
      guard case .filter(let mistake)? = loaded.flaw else {
        Issue.record("the filter is read")
        return
      }
      #expect(mistake.contains("nonsense"))
    }
  }

  @Test func onlyTheLatestSessionsAreKept() throws {
    try inFolder { folders in
      for number in 0..<103 {
        try SessionShelf(folders: folders, archive: "/archive-\(number)").save(SessionMemory())
      }
      #expect(files(folders).count == 100)
    }
  }

  @Test func aDamagedFileIsKeptBesideTheNewOne() throws {
    try inFolder { folders in
      let shelf = DeskShelf(folders: folders)
      try shelf.save(Desk(pins: [1: .vietNam]), before: Desk())
      try "pins = [\"VN\"\nmine".write(toFile: folders.desk, atomically: true, encoding: .utf8)
      #expect(shelf.load().flaw == .damaged(folders.desk))
      try shelf.save(Desk(pins: [2: .vietNam]), before: Desk())
      #expect(shelf.load().desk.pins == [2: .vietNam])
      #expect(try String(contentsOfFile: folders.desk + ".damaged", encoding: .utf8).contains("mine"))
    }
  }

  @Test func whereThereIsNoHomeNothingIsMade() throws {
    let folders = DataFolders(environment: ["HOME": "/no-such-home"])
    #expect(folders.state == "/no-such-home/.local/state/dyad")
    try SessionShelf(folders: folders, archive: "sample").save(memory)
    #expect(!FileManager.default.fileExists(atPath: "/no-such-home"))
  }

  @Test func whatCannotBeWrittenIsToldAndLeavesTheFileAsItWas() throws {
    try inFolder { folders in
      let shelf = SessionShelf(folders: folders, archive: "sample")
      try shelf.save(memory)
      let path = folders.state + "/" + files(folders)[0]
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createDirectory(atPath: path + "/full", withIntermediateDirectories: true)
      #expect(throws: HandingProblem.self) { try shelf.save(SessionMemory()) }
      #expect(files(folders).count == 1)
    }
  }

  // MARK: pins and histories

  @Test func instancesDoNotTakeEachOthersPinsAndHistories() throws {
    try inFolder { folders in
      let shelf = DeskShelf(folders: folders)
      let begun = shelf.load().desk
      var (one, other) = (begun, begun)
      one.histories.add("điện đàm", to: .searches)
      one.pins[3] = Country("KR")!
      other.histories.add("kind:\"a\\b\"", to: .filters)
      try shelf.save(one, before: begun)
      try shelf.save(other, before: begun)
      let desk = shelf.load().desk
      #expect(desk.pins == [3: Country("KR")!])
      #expect(desk.histories[.searches] == ["điện đàm"] && desk.histories[.filters] == ["kind:\"a\\b\""])
      var later = desk
      later.pins = [9: Country("LA")!]
      try shelf.save(later, before: desk)
      #expect(shelf.load().desk.pins == [9: Country("LA")!])
      #expect(shelf.load().desk.histories[.searches] == ["điện đàm"])
    }
  }

  @Test func instancesThatLeaveAtTheSameInstantLoseNothingOfEachOther() throws {
    try inFolder { folders in
      let shelf = DeskShelf(folders: folders)
      DispatchQueue.concurrentPerform(iterations: 4) { instance in
        for round in 0..<5 {
          var histories = Histories()
          histories.add("\(instance) \(round)", to: .searches)
          try? shelf.save(Desk(histories: histories), before: Desk())
        }
      }
      #expect(Set(shelf.load().desk.histories[.searches]).count == 20)
    }
  }

  // MARK: keeping while it runs

  private func keeper(_ folders: DataFolders, pause: Int) -> (SessionKeeper, SessionShelf) {
    let shelf = SessionShelf(folders: folders, archive: "sample")
    let keeper = SessionKeeper(
      shelf: shelf, deskShelf: DeskShelf(folders: folders), memory: nil, desk: Desk(), pause: pause)
    return (keeper, shelf)
  }

  @Test func aMomentLaterTheNewestPlaceIsWritten() throws {
    try inFolder { folders in
      let (keeper, shelf) = keeper(folders, pause: 20)
      for share in 20...80 {
        var memory = memory
        memory.listShare = share
        keeper.note(memory, Desk())
      }
      let end = Date().addingTimeInterval(10)
      while shelf.load(reader).memory?.listShare != 80, Date() < end { usleep(5000) }
      #expect(shelf.load(reader).memory?.listShare == 80)
    }
  }

  @Test func aPinTakenBackAfterItWasWrittenIsGone() throws {
    try inFolder { folders in
      let (keeper, _) = keeper(folders, pause: 60_000)
      try keeper.finish(memory, Desk(pins: [3: Country("KR")!]))
      #expect(DeskShelf(folders: folders).load().desk.pins == [3: Country("KR")!])
      try keeper.finish(memory, Desk())
      #expect(DeskShelf(folders: folders).load().desk.pins == [:])
    }
  }

  @Test func theLastToLeaveIsRemembered() throws {
    try inFolder { folders in
      let (one, shelf) = keeper(folders, pause: 60_000)
      let (other, _) = keeper(folders, pause: 60_000)
      var later = memory
      later.listShare = 33
      try one.finish(memory, Desk())
      try other.finish(later, Desk())
      try one.finish(memory, Desk())
      #expect(shelf.load(reader).memory == memory)
    }
  }

  @Test func whoeverReadsSeesAWholeSessionWhileOthersWrite() throws {
    try inFolder { folders in
      let shelf = SessionShelf(folders: folders, archive: "sample")
      try shelf.save(memory)
      let reader = reader
      DispatchQueue.concurrentPerform(iterations: 4) { instance in
        for round in 0..<25 {
          if instance == 0 {
            let loaded = shelf.load(reader)
            #expect(loaded.flaw == nil && loaded.memory != nil)
          } else {
            var memory = SessionMemory()
            memory.listShare = 20 + instance
            memory.listOffset = round
            try? shelf.save(memory)
          }
        }
      }
      #expect(files(folders).count == 1)
    }
  }
}
