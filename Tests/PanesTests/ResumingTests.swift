import Asking
import Diplomacy
import Foundation
import Model
import Panes
import Program
import Testing

/// What a session leaves is what the next one shows, by way of the file in the state folder.
@Suite struct ResumingTests {
  private let reader = FilterReader(
    spellings: .ofCountries(), today: CalendarDay(year: 2026, month: 3, day: 15)!)

  /// The memory as the file gives it back.
  private func kept(_ memory: SessionMemory) throws -> SessionMemory? {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dyad-resume-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let shelf = SessionShelf(
      folders: DataFolders(environment: ["XDG_STATE_HOME": root.path]), archive: "sample")
    try shelf.save(memory)
    return shelf.load(reader).memory
  }

  private func session(_ size: String, _ keys: String, isReadClosely: Bool) throws -> CaseReader {
    var session = try CaseReader(rows: [], isSample: true, isReadClosely: isReadClosely)
    session.obey("size " + size)
    session.obey("keys " + keys)
    return session
  }

  /// All lines but the last, which tells where one left.
  private func picture(_ session: CaseReader) -> [Substring] {
    let text = Picture(grid: Painter().paint(session.state)).text
    let rows = session.state.size.rows
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines[..<(rows - 1)]) + Array(lines[(rows + 1)..<(2 * rows)])
  }

  @Test(
    arguments: ["80 24", "120 40", "200 60"],
    [
      "j j j", "5 j = Space", "G k k k", "c \"kr\" Tab \"us\" Enter j j O", "/ \"đàm\" Enter j n n",
      "F -kind:visit Space date:2015.. Enter j j j j", "j j h j", "_ j j j + j j", "Z Z _ j j", "z z j j j",
      "T j j j", "o \"pair\" Enter j j j h j", "# Space j", "P j j < < <", "P P j", "% j",
      "j j Enter j j j", "Space Enter G", "j Enter ~ S # j", "j ) ) (", "v j j h h", "v v j j", "v v v j",
      "5 \\ j j", "D \"2020..2024\" Enter j j", ": match Space all Enter 1 5 j", "X 8 6 7 j",
    ])
  func thePictureIsTheSameAgain(size: String, keys: String) throws {
    let before = try session(size, keys, isReadClosely: true)
    let memory = try #require(try kept(before.state.memory))
    #expect(memory == before.state.memory)
    var after = try before.next(memory)
    after.obey("size " + size)
    let shown = picture(after)
    #expect(shown == picture(before), "\(shown.joined(separator: "\n"))")
    #expect(after.state.memory == memory)
  }

  @Test func anEventIsFoundAgainThoughItsNumberChanged() throws {
    for keys in ["j j j j", "Space j", "G", "/ \"visit\" Enter j"] {
      let before = try session("100 30", keys, isReadClosely: false)
      var after = try CaseReader(rows: [], isSample: true, isReversed: true)
      try after.resume(before.state.memory)
      after.obey("size 100 30")
      #expect(after.state.timeline.selected?.headline == before.state.timeline.selected?.headline, "\(keys)")
    }
  }

  @Test func anEventThatIsGoneGivesWayToTheNearestDay() throws {
    let all = [
      "row 2024-03-01 talks VN-KR Một", "row 2024-05-01 talks VN-LA Hai", "row 2024-05-20 visit VN-US Ba",
    ]
    var before = try CaseReader(rows: all, isSample: false)
    before.obey("size 100 30")
    before.obey("keys j")
    #expect(before.state.timeline.selected?.headline == "Hai")
    var after = try CaseReader(rows: [all[0], all[2]], isSample: false)
    try after.resume(before.state.memory)
    after.obey("size 100 30")
    #expect(after.state.timeline.selected?.headline == "Ba")
    #expect(
      after.state.notice?.text
        == "The event where you left is gone; nearest to it: 1 May 2024 VN-LA. --fresh starts anew.")
  }

  @Test func oneOfSeveralReportsIsShownAgain() throws {
    let rows = [
      "row 2024-05-01 talks VN-LA Hội đàm", "report 2024-05-02 other Một bản tin khác",
      "row 2024-03-01 visit VN-US Ba",
    ]
    var before = try CaseReader(rows: rows, isSample: false)
    before.obey("size 100 30")
    before.obey("keys Enter +")
    let shown = try #require(before.state.detail.record)
    #expect(shown.id != before.state.timeline.selected?.id)
    var after = try CaseReader(rows: rows, isSample: false)
    try after.resume(before.state.memory)
    after.obey("size 100 30")
    #expect(after.state.detail.record?.article.title == shown.article.title)
    #expect(after.state.timeline.selected?.id == before.state.timeline.selected?.id)
  }

  @Test func anotherSizeShowsTheSamePlace() throws {
    let before = try session("120 40", "Space Enter j j j j j j j j", isReadClosely: false)
    var after = try before.next(before.state.memory)
    after.obey("size 60 20")
    #expect(after.state.timeline.selected == before.state.timeline.selected)
    after.obey("resize 120 40")
    #expect(after.state.detail.top == before.state.detail.top)
  }
}
