import Commands
import Diplomacy
import Testing
import Text

@testable import Model

@Suite struct OwnWorkTests {
  private func selected(_ browser: StandIn) -> TimelineRow { browser.state.timeline.selected! }

  @Test func aReportIsReadWhenItIsOpenedAndUnreadOnlyByAKey() {
    var browser = StandIn()
    let id = selected(browser).id
    browser.press(.openArticle, .focusTimeline, .moveDown, .reverseOrder, .reverseOrder)
    #expect(browser.own[id.number]?.isRead == true)
    #expect(selected(browser).own == [.unread])
    browser.press(.moveUp, .openArticle, .focusTimeline)
    #expect(selected(browser).id == id && selected(browser).own == [.read])
    browser.press(.toggleRead)
    #expect(browser.own[id.number]?.isRead == false && selected(browser).own == [])
    browser.press(.toggleRead, .toggleRead, .toggleRead)
    #expect(selected(browser).own == [.read])
  }

  @Test func openingIsQuietAndUndone() {
    var browser = StandIn()
    browser.press(.openArticle)
    #expect(browser.state.notice == nil)
    browser.press(.undo)
    #expect(browser.state.notice?.text == "Undone: read" && selected(browser).own == [])
  }

  @Test func aKeyPressedTwiceInABurstIsBothTimesObeyed() {
    var browser = StandIn()
    let first = browser.state.obey(.toggleRead)
    let second = browser.state.obey(.toggleRead)
    browser.answer(first + second)
    #expect(selected(browser).own == [])
  }

  @Test func allShownIsReadOnlyAfterAYes() {
    var browser = StandIn()
    browser.press(.slot1, .readAll)
    browser.type("A")
    #expect(browser.state.prompt == nil && browser.own.isEmpty)
    browser.press(.readAll, .accept)
    #expect(browser.state.prompt == nil && browser.own.isEmpty)
    browser.press(.readAll)
    browser.type("y")
    #expect(browser.own.values.count { $0.isRead } == browser.state.timeline.window.total)
    #expect(browser.state.notice?.text == "30 reports read.")
    browser.press(.nextUnread)
    #expect(browser.state.notice?.text == "All is read here.")
    browser.press(.slot1, .nextUnread)
    #expect(selected(browser).own == [.unread])
    browser.press(.undo, .undo)
    #expect(browser.own.values.allSatisfy { !$0.isRead })
  }

  @Test func marksStandInTheirOrderAndARangeBeginsAtTheLast() {
    var browser = StandIn()
    browser.press(.markRange)
    #expect(browser.state.notice?.text.hasPrefix("No mark") == true)
    browser.press(.last, .mark)
    let last = selected(browser).id
    browser.press(.first, .mark)
    let first = selected(browser).id
    #expect(browser.state.markedEvents == [last, first])
    browser.press(.moveDown, .moveDown, .markRange)
    #expect(browser.state.markedEvents.count == 4)
    browser.press(.undo)
    #expect(browser.state.markedEvents == [last, first])
    browser.press(.keepDyad, .last, .marks)
    #expect(browser.state.picker?.shown.count == 2)
    browser.press(.accept)
    #expect(selected(browser).id == last)
    browser.press(.mark, .jumpBack)
    #expect(browser.state.markedEvents == [first])
  }

  @Test func aMarkThatTheFilterLeavesOutIsReachedAllTheSame() {
    var browser = StandIn()
    browser.press(.mark)
    let id = selected(browser).id
    browser.press(.hideDyad, .last, .marks, .accept)
    #expect(selected(browser).id == id && !browser.state.filterIsOn)
    #expect(browser.state.notice?.text.hasPrefix("Filters are set aside") == true)
  }

  @Test func aNewWordMakesATagAndTheSameWordTakesItOff() {
    var browser = StandIn()
    browser.press(.tags)
    browser.type("  Biển   Đông ")
    #expect(browser.state.picker?.current?.detail == "new")
    browser.press(.accept)
    #expect(browser.state.detail.record?.own.tags == ["Biển Đông"])
    browser.press(.tags)
    browser.type("bien dong")
    #expect(browser.state.picker?.shown.map(\.label) == ["Biển Đông"])
    #expect(browser.state.picker?.current?.code == "#")
    browser.press(.accept)
    #expect(browser.state.detail.record?.own.tags == [])
    browser.press(.tags)
    browser.type("…")
    browser.press(.accept)
    #expect(browser.own.values.allSatisfy { $0.tags.isEmpty })
  }

  @Test func allMarkedEventsAreTaggedOrOnlyATagIsShown() {
    var browser = StandIn()
    browser.press(.tags, .pickAdd)
    #expect(browser.state.notice?.text == "Nothing is marked.")
    browser.press(.cancel, .mark, .moveDown, .mark, .last, .tags, .pickAdd)
    #expect(browser.state.picker?.subject == .tags(onMarked: true))
    browser.type("x")
    browser.press(.accept)
    #expect(browser.own.values.count { $0.tags == ["x"] } == 2)
    #expect(browser.state.notice?.text == "2 tagged x.")
    browser.press(.tags, .acceptExclusion)
    #expect(browser.state.filter == Filter([Filter.Clause(.tag("x"))]))
    #expect(browser.state.filter.chips(.english).map(\.label) == ["#x"])
  }

  @Test func aNoteIsTypedChangedAndTakenAway() {
    var browser = StandIn()
    browser.press(.note)
    browser.type("gọi lại")
    browser.press(.accept)
    #expect(browser.state.detail.record?.own.note == "gọi lại" && selected(browser).own == [.noted])
    let lines = browser.state.detail.lines.map { $0.runs.map(\.text).joined() }
    #expect(lines.contains { $0.contains("✎ gọi lại") })
    browser.press(.note)
    #expect(browser.state.prompt?.edit.text == "gọi lại")
    browser.press(.cancel, .note, .deleteToStart, .accept)
    #expect(selected(browser).own == [] && browser.state.notice?.text == "Note taken away.")
    browser.press(.undo)
    #expect(browser.state.detail.record?.own.note == "gọi lại")
  }

  @Test func keysThatRunAheadOfTheReportPutNothingOnTheEventBefore() {
    for command in [Command.note, .tags] {
      var browser = StandIn()
      let onItsWay = browser.state.obey(.moveDown)
      browser.press(command)
      #expect(browser.state.prompt == nil && browser.state.picker == nil && browser.own.isEmpty)
      #expect(browser.state.notice?.text.contains("on its way") == true)
      browser.answer(onItsWay)
      browser.press(command)
      #expect(browser.state.prompt != nil || browser.state.picker != nil)
    }
  }

  @Test func tabOpensTheEditorAndALongNoteOpensThereAtOnce() {
    var browser = StandIn()
    let id = selected(browser).id
    browser.press(.note)
    browser.type("mới")
    #expect(browser.state.obey(.complete) == [.editNote(id, "mới")])
    browser.answer(browser.state.hear(.noteEdited(id, "một\r\nhai\n\n")))
    #expect(browser.state.detail.record?.own.note == "một\nhai")
    #expect(browser.state.obey(.note) == [.editNote(id, "một\nhai")])
    #expect(browser.state.hear(.noteEdited(id, "một\nhai\n")) == [])
  }

  @Test func withoutAnArchiveItIsSaidOnceThatNothingStays() {
    var browser = StandIn(isSample: true)
    browser.press(.mark)
    #expect(browser.state.notice?.text.contains("this session only") == true)
    browser.press(.mark)
    #expect(browser.state.notice?.text == "Mark taken off.")
  }
}
