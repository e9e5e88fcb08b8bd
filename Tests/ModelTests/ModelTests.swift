import Commands
import Diplomacy
import Model
import Testing
import Text

@Suite struct FilteringTests {
  @Test func aDigitShowsOneCountryAndGivesAllBack() {
    var world = FakeWorld()
    world.press(.slot2)
    #expect(world.state.filter == Filter([.country(Country("KR")!)]))
    #expect(world.state.timeline.window.total == 15)
    world.press(.slot2)
    #expect(world.state.timeline.window.total == 60)
    world.press(.slot2, .slot3)
    #expect(world.state.timeline.window.total == 30)
    world.press(.allCountries)
    #expect(world.state.filter.isEmpty)
  }

  @Test func aFilterKeepsTheSelectedEvent() {
    var world = FakeWorld()
    world.press(.moveDown, .moveDown, .moveDown)
    let selected = world.state.timeline.selected
    world.press(.keepDyad)
    #expect(world.state.timeline.selected == selected)
    world.press(.keepDyad)
    #expect(world.state.timeline.selected == selected)
    #expect(world.state.filter.isEmpty)
  }

  @Test func aPairIsWrittenAsTheRowsWriteItWhicheverWayItIsKept() {
    let dyad = Dyad(Country("CN")!, Country("VN")!)!
    #expect(Filter([.dyad(dyad), .exceptDyad(dyad)]).chips(.english).map(\.label) == ["VN-CN", "not VN-CN"])
    #expect(Dyad(Country("US")!, Country("KP")!)!.spokenCode == "KP-US")
  }

  @Test func aHiddenEventGivesWayToTheNearestInTime() {
    var world = FakeWorld()
    world.press(.last)
    let before = world.state.timeline.selected
    world.press(.hideDyad)
    #expect(world.state.timeline.selected != nil)
    #expect(world.state.timeline.selected?.parties.dyad != before?.parties.dyad)
    #expect(abs((world.state.timeline.selected?.id.number ?? 99) - (before?.id.number ?? 0)) == 1)
  }

  @Test func filtersAreDroppedOneByOneAllAtOnceOrSetAside() {
    var world = FakeWorld()
    world.press(.slot2, .hideDyad, .dropFilter)
    #expect(world.state.filter == Filter([.country(Country("KR")!)]))
    world.press(.toggleFilters)
    #expect(world.state.timeline.window.total == 60)
    world.press(.toggleFilters)
    #expect(world.state.timeline.window.total == 15)
    world.press(.clearFilters)
    #expect(world.state.filter.isEmpty)
    #expect(world.state.notice?.text == "One filter dropped.")
  }
}

@Suite struct PickingTests {
  @Test func theTimelineShowsWhatIsHighlightedAndEscGivesBackWhatWas() {
    var world = FakeWorld()
    world.press(.moveDown, .moveDown)
    let before = world.state.timeline.selected
    world.press(.chooseCountry)
    #expect(world.state.filter.isEmpty)
    world.type("han")
    #expect(world.state.filter == Filter([.country(Country("KR")!)]))
    #expect(world.state.timeline.window.total == 15)
    world.press(.cancel)
    #expect(world.state.filter.isEmpty)
    #expect(world.state.timeline.selected == before)
  }

  @Test func enterKeepsTabAddsAndAnExclamationMarkExcludes() {
    var world = FakeWorld()
    world.press(.chooseCountry)
    world.type("kr")
    world.press(.accept)
    #expect(world.state.filter == Filter([.country(Country("KR")!)]))
    world.press(.clearFilters, .chooseCountry)
    world.type("lao")
    world.press(.pickAdd, .deleteToStart)
    world.type("nhat")
    world.press(.pickAdd, .accept)
    #expect(Set(world.state.filter.countries.map(\.code)) == ["LA", "JP"])
    world.press(.clearFilters, .chooseCountry)
    world.type("!kr")
    world.press(.accept)
    #expect(world.state.filter == Filter([.exceptCountry(Country("KR")!)]))
    #expect(world.state.timeline.window.total == 45)
  }

  @Test func aMentionedCountryWithoutEventsStaysAMention() {
    var picker = PickerState(subject: .facet(.mention), names: FakeWorld.Names())
    picker.edit { $0.insert("lao") }
    #expect(picker.picked == [.facet(.mention(Country("LA")!))])
  }

  @Test func aPairIsFoundByAnyNameOfItsParties() {
    var picker = PickerState(subject: .facet(.dyad), names: FewNames())
    picker.fill(
      [("VN", "KR"), ("VN", "US"), ("JP", "US")].compactMap { Dyad(Country($0)!, Country($1)!) }.map {
        FacetCount(value: .dyad($0), events: 1)
      })
    for (typed, codes) in [
      ("south korea", ["VN-KR"]), ("US VN", ["VN-US"]), ("japan - united states", ["JP-US"]),
      ("viet", ["VN-KR", "VN-US"]),
      ("us", ["VN-US", "JP-US"]), ("kr-", ["VN-KR"]), ("kr-vn", ["VN-KR"]), ("kr jp", []),
      ("-", ["VN-KR", "VN-US", "JP-US"]),
    ] {
      picker.edit { $0 = LineEdit(typed) }
      #expect(picker.shown.map(\.code) == codes, "\(typed)")
    }
  }

  @Test func whatFitsNothingChangesNothing() {
    var world = FakeWorld()
    world.press(.chooseCountry)
    world.type("zzz")
    world.press(.accept)
    #expect(world.state.filter.isEmpty)
    #expect(world.state.notice != nil)
  }

  @Test func thePaletteObeysWhatIsPicked() {
    var world = FakeWorld()
    world.press(.palette)
    world.type("reverse-order")
    world.press(.accept)
    #expect(world.state.order == .oldestFirst)
  }
}

@Suite struct SearchingTests {
  @Test func searchNarrowsAsOneTypesAndEscGivesBack() {
    var world = FakeWorld()
    world.press(.search)
    world.type("tin so 17")
    #expect(world.state.timeline.window.total == 1)
    #expect(world.state.matchesInAll == 1)
    world.press(.cancel)
    #expect(world.state.timeline.window.total == 60)
    #expect(world.state.filter.isEmpty)
  }

  @Test func theCountSaysHowManyHereAndInAll() {
    var world = FakeWorld()
    world.press(.slot2, .search)
    world.type("dien dam")
    world.press(.accept)
    #expect(world.state.timeline.window.total == 15)
    #expect(world.state.matchesInAll == 60)
    #expect(!world.state.detail.matchLines.isEmpty)
  }

  @Test func nGoesThroughTheArticleAndOnToTheNextEvent() {
    var world = FakeWorld(size: Size(columns: 100, rows: 20))
    world.press(.search)
    world.type("dien dam")
    world.press(.accept, .openArticle, .nextMatch)
    #expect(world.state.detail.top > 0)
    let event = world.state.timeline.selected
    for _ in 0..<40 { world.press(.nextMatch) }
    #expect(world.state.timeline.selected != event)
  }
}

@Suite struct StateTests {
  @Test func anOldAnswerIsDropped() {
    var world = FakeWorld()
    let old = world.state.obey(.slot2)
    world.press(.slot3)
    let total = world.state.timeline.window.total
    let codes = world.state.filter.countries
    world.answer(old)
    #expect(world.state.timeline.window.total == total)
    #expect(world.state.filter.countries == codes)
  }

  @Test func resizeKeepsTheWordsInView() {
    var world = FakeWorld()
    world.press(.openArticle, .pageDown)
    let source = world.state.detail.lines[world.state.detail.top...].lazy.compactMap(\.source).first
    for columns in [80, 72, 200, 61, 120] {
      world.answer(world.state.resize(Size(columns: columns, rows: 40)))
    }
    let now = world.state.detail.lines[world.state.detail.top...].lazy.compactMap(\.source).first
    #expect(now?.paragraph == source?.paragraph)
  }

  @Test func theSelectionIsAlwaysOnTheScreen() {
    var world = FakeWorld(events: 900, size: Size(columns: 100, rows: 20))
    let moves: [Command] = [
      .pageDown, .moveDown, .halfPageUp, .nextGroup, .last, .pageUp, .previousGroup, .first, .moveUp,
    ]
    for round in 0..<400 {
      world.press(moves[(round * 7 + round / 3) % moves.count])
      let timeline = world.state.timeline
      #expect((timeline.top..<timeline.top + timeline.height).contains(timeline.selectedLine))
    }
  }

  @Test func everyEventIsReachedByMovingDown() {
    var world = FakeWorld(events: 900, size: Size(columns: 100, rows: 20))
    var seen: Set<EventID> = []
    for _ in 0..<900 {
      if let id = world.state.timeline.selected?.id { seen.insert(id) }
      world.press(.moveDown)
    }
    #expect(seen.count == 900)
  }

  @Test func jumpsCanBeTakenBack() {
    var world = FakeWorld()
    let start = world.state.timeline.selected
    world.press(.last)
    #expect(world.state.timeline.selected != start)
    world.press(.jumpBack)
    #expect(world.state.timeline.selected == start)
  }

  @Test func quitIsAskedForAndStopOnlyTheSecondTime() {
    var world = FakeWorld()
    world.press(.stop)
    #expect(world.unanswered.isEmpty)
    world.press(.stop)
    #expect(world.unanswered == [.quit])
  }

  @Test func anyWalkThroughTheCommandsEndsSomewhereSane() {
    var seed: UInt64 = 20_261_124
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    var world = FakeWorld(events: 300)
    let typed = Array("hàn kr 한국!0đ \u{301}x")
    for _ in 0..<1500 {
      switch next(10) {
      case 0: world.answer(world.state.resize(Size(columns: next(220), rows: next(70))))
      case 1, 2, 3: world.answer(world.state.type(typed[next(typed.count)]))
      default: world.press(Command.allCases[next(Command.allCases.count)])
      }
      let timeline = world.state.timeline
      #expect(timeline.window.rows.isEmpty || timeline.selected != nil)
      #expect(world.state.detail.top >= 0)
    }
  }
}

@Suite struct LineEditTests {
  @Test func marksJoinTheirLetterAndNeverPileUp() {
    var edit = LineEdit("to")
    edit.insert("\u{302}")
    #expect(edit.text.unicodeScalars.elementsEqual("tô".unicodeScalars))
    #expect(edit.cursor == 2)
    for _ in 0..<5000 { edit.insert("\u{35C}") }
    #expect(edit.characters.count == 2)
    #expect(edit.text.unicodeScalars.count < 12)
    edit.insert(String(repeating: "x", count: 9000))
    #expect(edit.characters.count == 500)
  }
}

@Suite struct LayoutTests {
  @Test func regionsStayInsideTheWindowAndApart() {
    for columns in stride(from: 0, through: 132, by: 4) {
      for rows in stride(from: 0, through: 50, by: 3) {
        for placement in DetailPlacement.allCases {
          for focus in [Focus.timeline, .detail] {
            let size = Size(columns: columns, rows: rows)
            let layout = Layout(
              size: size, placement: placement, listShare: 48, showsDensity: true, focus: focus)
            let regions = [
              layout.status, layout.countries, layout.topRule, layout.list, layout.divider, layout.detail,
              layout.bottomRule, layout.density, layout.hints,
            ].filter { !$0.isEmpty }
            #expect(regions.reduce(0) { $0 + $1.size.columns * $1.size.rows } <= columns * rows)
            #expect(
              regions.allSatisfy {
                $0.row.index >= 0 && $0.column.index >= 0 && $0.row.index + $0.size.rows <= rows
                  && $0.column.index + $0.size.columns <= columns
              })
          }
        }
      }
    }
  }
}
