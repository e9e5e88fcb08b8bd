import Testing

@testable import Scoring

/// Small cases, worked out by hand.
@Suite struct ScoreTableTests {
  private func articles(_ lines: String...) throws -> [String: AnnotatedArticle] {
    let file = AnnotationFile(lines.joined(separator: "\n"), name: "lines")
    try #require(file.complaints.isEmpty, "\(file.complaints)")
    return file.articles
  }

  private func line(_ source: String, _ events: String...) -> String {
    "{\"source\": \"\(source)\", \"language\": \"vi\", \"published\": \"2024-05-02\", "
      + "\"events\": [\(events.joined(separator: ", "))]}"
  }

  private func event(_ parties: String, _ date: String, _ kind: String, _ rest: String = "") -> String {
    let codes = parties.split(separator: "-").map { "\"\($0)\"" }.joined(separator: ", ")
    return
      "{\"parties\": [\(codes)], \"date\": \"\(date)\", \"kind\": \"\(kind)\", \"level\": \"minister\"\(rest)}"
  }

  private func tally(
    _ line: ScoreLine, _ gold: [String: AnnotatedArticle], _ predicted: [String: AnnotatedArticle]
  ) -> [Int] {
    let tally = ScoreTable(gold: gold, predictions: predicted).tally(line)
    return [tally.right, tally.predicted, tally.gold]
  }

  @Test func goldAgainstItselfIsWhole() throws {
    let gold = try articles(
      line("a", event("VN-KR", "2024-05-01", "talks", ", \"topics\": [\"economy\"]")), line("b"))
    let table = ScoreTable(gold: gold, predictions: gold)
    for line in ScoreLine.allCases { #expect(table.tally(line).f1 == 1, "\(line)") }
    #expect(table.differences.isEmpty && table.published == 1 && table.language == 1 && table.strangers == 0)
  }

  @Test func anArticleWithoutPredictionHasNoEvents() throws {
    let gold = try articles(line("a", event("VN-KR", "2024-05-01", "talks")), line("b"))
    let table = ScoreTable(gold: gold, predictions: [:])
    #expect(table.tally(.triple) == Tally(right: 0, predicted: 0, gold: 1))
    #expect(table.tally(.triple).f1 == 0 && table.published == 0 && table.language == 0)
    #expect(
      table.differences.filter { $0.subject == "article" }.map(\.text) == ["no prediction", "no prediction"])
  }

  @Test func articlesArePairedByBaseNameAndStrangersAreLeftOut() throws {
    let gold = try articles(line("a.txt", event("VN-KR", "2024-05-01", "talks")))
    let predicted = try articles(
      line("some/folder/a.txt", event("KR-VN", "2024-05-01", "talks")),
      line("z.txt", event("US-CN", "2024-05-01", "talks")))
    let table = ScoreTable(gold: gold, predictions: predicted)
    #expect(table.tally(.triple) == Tally(right: 1, predicted: 1, gold: 1))
    #expect(table.strangers == 1)
  }

  @Test func eventsArePairedBestFirst() throws {
    let gold = try articles(
      line("a", event("VN-IR", "2024-05-01", "message"), event("VN-IQ", "2024-05-01", "message")))
    let swapped = try articles(
      line("a", event("VN-IQ", "2024-05-01", "message"), event("VN-IR", "2024-05-01", "message")))
    #expect(tally(.dyad, gold, swapped) == [2, 2, 2])
    let foreign = try articles(line("a", event("US-CN", "2024-05-01", "message")))
    #expect(tally(.kind, gold, foreign) == [0, 1, 2])
    let halfShared = try articles(line("a", event("VN-CN", "2024-05-01", "message")))
    #expect(tally(.dyad, gold, halfShared) == [0, 1, 2])
    #expect(tally(.kind, gold, halfShared) == [1, 1, 2])
    #expect(tally(.triple, gold, halfShared) == [0, 1, 2])
  }

  @Test func aMissingStatusMeansHeld() throws {
    let gold = try articles(line("a", event("VN-KR", "2024-05-01", "talks", ", \"status\": \"held\"")))
    let silent = try articles(line("a", event("VN-KR", "2024-05-01", "talks")))
    let planned = try articles(line("a", event("VN-KR", "2024-05-01", "talks", ", \"status\": \"planned\"")))
    #expect(tally(.status, gold, silent) == [1, 1, 1])
    #expect(tally(.status, gold, planned) == [0, 1, 1])
  }

  @Test func subkindsCountOnlyWhereGoldHasOne() throws {
    let gold = try articles(
      line(
        "a", event("VN-KR", "2024-05-01", "visit", ", \"subkind\": \"state\""),
        event("VN-JP", "2024-05-01", "talks")))
    let predicted = try articles(
      line(
        "a", event("VN-KR", "2024-05-01", "visit"),
        event("VN-JP", "2024-05-01", "visit", ", \"subkind\": \"state\""))
    )
    #expect(tally(.subkind, gold, predicted) == [0, 0, 1])
  }

  @Test func hostsAndPlacesOfLoneEventsCountToo() throws {
    let place =
      ", \"host\": \"VN\", \"place\": {\"name\": null, \"country\": \"VN\"}, \"topics\": [\"economy\"]"
    let gold = try articles(line("a", event("VN-KR", "2024-05-01", "talks", place)))
    let predicted = try articles(
      line("a", event("VN-KR", "2024-05-01", "talks", place), event("US-CN", "2024-05-01", "talks", place)))
    #expect(tally(.host, gold, predicted) == [1, 2, 1])
    #expect(tally(.placeCountry, gold, predicted) == [1, 2, 1])
    #expect(tally(.topics, gold, predicted) == [1, 2, 1])
  }

  @Test func shortNamesBelongToLongOnes() throws {
    let gold = try articles(
      line(
        "a",
        event("VN-US", "2024-05-01", "talks", #", "people": [{"name": "Tô Lâm"}, {"name": "Donald Trump"}]"#))
    )
    let predicted = try articles(
      line(
        "a",
        event(
          "VN-US", "2024-05-01", "talks", #", "people": [{"name": "TO LAM"}, "Trump", "Kim Il", "Tô Lâm"]"#)))
    #expect(tally(.people, gold, predicted) == [2, 3, 2])
  }

  @Test func namesAreComparedWithoutMarksAndPunctuation() {
    #expect(NameKey.words(of: "Đặng Thị Ngọc Thịnh") == ["dang", "thi", "ngoc", "thinh"])
    #expect(NameKey.words(of: "Frank Walter - Steinmeier") == ["frank", "walter", "steinmeier"])
    #expect(NameKey.words(of: "Al-Mashat_2") == ["al", "mashat", "2"])
    // The stroke of these letters is no mark, unlike in the fold of the search.
    #expect(NameKey.words(of: "Łukasz Ørsted") == ["łukasz", "ørsted"])
  }

  @Test func promisesAgreeInSumDateAndCurrency() throws {
    func promise(_ amount: Double?, _ currency: String?, _ due: String?) throws -> AnnotatedCommitment {
      try #require(
        try articles(
          line(
            "a",
            event(
              "VN-US", "2024-05-01", "talks",
              ", \"commitments\": [{\"text\": \"x\", \"amount\": \(amount.map { String($0) } ?? "null"), "
                + "\"currency\": \(currency.map { "\"\($0)\"" } ?? "null"), "
                + "\"due\": \(due.map { "\"\($0)\"" } ?? "null")}]")))["a"]?.events?.first?.commitments?.first
      )
    }
    let one = try promise(150e9, "USD", "2030")
    #expect(one.isSame(as: try promise(150.1e9, nil, "2030")))
    #expect(!one.isSame(as: try promise(151e9, "USD", "2030")))
    #expect(!one.isSame(as: try promise(150e9, "EUR", "2030")))
    #expect(!one.isSame(as: try promise(150e9, "USD", nil)))
    #expect(!one.isSame(as: try promise(nil, "USD", "2030")))
    #expect(try promise(nil, nil, "2018-12").isSame(as: try promise(nil, nil, "2018-12")))
    #expect(try !promise(nil, nil, nil).isScored)
  }

  @Test func mentionsAreASetOfDates() throws {
    func mentions(_ dates: String...) -> String {
      let all = dates.map { "{\"date\": \"\($0)\", \"kind\": \"visit\"}" }.joined(separator: ", ")
      return line("a", event("VN-KR", "2024-05-01", "talks", ", \"mentions\": [\(all)]"))
    }
    let gold = try articles(mentions("2020", "2021-05", "2020"))
    let predicted = try articles(mentions("2020", "1999", "1998"))
    #expect(tally(.mentions, gold, predicted) == [1, 3, 2])
  }
}
