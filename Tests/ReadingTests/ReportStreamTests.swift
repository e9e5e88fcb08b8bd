import Diplomacy
import Testing

@testable import Reading

@Suite struct ReportStreamTests {
  /// Articles and problem sentences of a file, given in pieces of that many bytes.
  private func read(
    _ bytes: [UInt8], as name: String, pieces size: Int = 1 << 20
  ) throws -> (articles: [Article], problems: [String]) {
    var stream = try #require(ReportStream(source: name, file: name))
    var articles: [Article] = []
    var problems: [String] = []
    func drain() {
      while let found = stream.next() {
        switch found {
        case .article(let article): articles.append(article)
        case .problem(let problem), .problems(let problem, _): problems.append(problem.sentence)
        }
      }
    }
    for start in stride(from: 0, to: bytes.count, by: size) {
      stream.take(bytes[start..<min(start + size, bytes.count)])
      drain()
    }
    stream.end()
    drain()
    return (articles, problems)
  }

  private func lines(_ text: String) throws -> (articles: [Article], problems: [String]) {
    try read(Array(text.utf8), as: "tin.jsonl")
  }

  private func table(_ text: String) throws -> (articles: [Article], problems: [String]) {
    try read(Array(text.utf8), as: "tin.csv")
  }

  private let good =
    #"{"date":"2026-01-30","title":"Hội đàm tại Hà Nội","body":"Hai bên hội đàm.","source":"a"}"#

  // MARK: JSON Lines

  @Test func aLineReadsLikeTheSameReportInAFileOfItsOwn() throws {
    let text = " date 2026-01-30 Hội đàm tại Hà Nội\n\nHai bên hội đàm."
    let alone = try ArticleReader().read(Array(text.utf8), source: "a").article
    let repeated =
      #"{"published":"2026-01-30","title":"Hội đàm tại Hà Nội","text":"Hội đàm tại Hà Nội\n\nHai bên hội đàm.","source":"a"}"#
    let parts =
      #"{"source":"a","published":"2026-01-30","title":"Hội đàm tại Hà Nội","events":[{"kind":7}],"text":[{"part":"title","text":"Hội đàm tại Hà Nội"},{"part":"lead","text":"Hai bên hội đàm."}]}"#
    let found = try lines([good, repeated, parts].joined(separator: "\n"))
    #expect(found.articles == [alone, alone, alone])
    #expect(found.problems.isEmpty)
  }

  /// A second key that no report has sends the same line to the general decoder.
  @Test(arguments: [
    #"{ "title" : "Một \"lời\" \/ hai\\ba", "body":"d\u00f2ng\r\n\nsau\tđó \u1EC7"}"#,
    #"{"body":"\ud83d\ude00 cười","title":"x"}"#, #"{"body":"a","text":"b"}"#,
    #"{"text":"b","date":"2026-01-30"}"#, #"{"title":null,"body":"x"}"#, #"{"body":"x","body":"y"}"#,
    #"{"body":"x"} {"body":"y"}"#, #"{"body":"x",}"#, #"{"body":"\x"}"#, #"{"body":"\u12g4"}"#,
    #"{"body":"x"#,
    "{\"body\":\"a\u{1}b\"}", #"{"body":"a\u0000b"}"#, #"{"body":"\ud800 x"}"#, #"{"body" "x"}"#,
  ])
  func aPlainLineReadsAsTheDecoderReadsIt(_ line: String) throws {
    let plain = try lines(line)
    let general = try lines("{\"other\":1," + line.dropFirst())
    #expect(plain.articles == general.articles)
    #expect(plain.problems == general.problems)
  }

  @Test(arguments: [
    ("{\"title\":", "no JSON"), ("[]", "no JSON object"), ("null", "no JSON object"), ("NaN", "no JSON"),
    (#"{"date":"2025-02-30","body":"x"}"#, "2025-02-30 is not in the calendar"),
    (#"{"date":"2025","body":"x"}"#, "2025 is not understood"),
    (#"{"date":"2025-01-02"}"#, "no text"), (#"{"body":" \u200b "}"#, "no text"),
    (#"{"date":20250102,"body":"x"}"#, "the value of date"), (#"{"body":{"a":1}}"#, "the value of body"),
    (#"{"body":"a\u0000b"}"#, "a NUL"), (#"{"body":"\ud800 x"}"#, "no JSON"), ("{'a':1}", "no JSON"),
  ])
  func aBadLineIsNamedAndItsNeighboursGoIn(_ line: String, _ reason: String) throws {
    let found = try lines("\(good)\n\n\(line)\r\n\(good)")
    #expect(found.articles.count == 2)
    let sentence = try #require(found.problems.first)
    #expect(found.problems.count == 1 && sentence.hasPrefix("tin.jsonl, line 3: "))
    #expect(sentence.contains(reason))
  }

  @Test func aTornLastLineIsNamed() throws {
    let found = try lines(good + "\n" + good.prefix(50))
    #expect(found.articles.count == 1)
    #expect(found.problems == ["tin.jsonl, line 2: no JSON, or cut off. Write one object a line."])
  }

  @Test func wrongBytesSpoilTheirLineOnly() throws {
    let bytes = Array((good + "\n{\"body\":\"").utf8) + [0xFF, 0xFE] + Array(("\"}\n" + good).utf8)
    let found = try read(bytes, as: "tin.jsonl")
    #expect(found.articles.count == 2)
    #expect(found.problems.first?.contains("line 2: not UTF-8") == true)
  }

  @Test func deepNestingIsRefusedWithoutDescendingAndBracketsInTextsDoNotCount() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let flat = #"{"body":"Hai bên \"[[[[", "k":"\#(String(repeating: "[", count: 200))"}"#
    let found = try lines("\(deep)\n{\"body\":\"x\",\"k\":\(deep)}\n\(flat)\n")
    #expect(found.articles.count == 1)
    #expect(found.problems.allSatisfy { $0.contains("more than 64 objects") } && found.problems.count == 2)
  }

  @Test func aHugeLineIsPassedOverInPieces() throws {
    let huge = "{\"body\":\"" + String(repeating: "x", count: Limits.recordBytes) + "\"}"
    for end in ["\n\(good)\n", "\n\(good)"] {
      let found = try read(Array("\(good)\n\(huge)\(end)".utf8), as: "tin.ndjson", pieces: 3_000_000)
      #expect(found.articles.count == 2)
      #expect(found.problems.count == 1)
      #expect(found.problems.first?.hasPrefix("tin.ndjson, line 2: a report of more than 16777216") == true)
    }
  }

  @Test func escapesPairsAndDecomposedLettersComeOutAsText() throws {
    let body =
      #"{"body":"Vie\u0302\u0323t Nam \ud83c\uddfb\ud83c\uddf3 \u001b[31m \"x\" \/ \\","zzz":1e999999}"#
    let found = try lines("\u{FEFF}" + body)
    let article = try #require(found.articles.first)
    #expect(Array(article.title.utf8) == Array("Việt Nam 🇻🇳 \u{1B}[31m \"x\" / \\".utf8))
    #expect(article.source == "tin.jsonl:1")
  }

  @Test func aFloodOfBadLinesIsCounted() throws {
    let found = try lines(String(repeating: "x\n", count: 250) + good)
    #expect(found.articles.count == 1)
    #expect(found.problems.count == Limits.problemsOfAFile + 1)
    #expect(found.problems.last?.contains("150 more reports") == true)
  }

  // MARK: CSV

  private let header = "Source,title,DATE,text,other\r\n"

  @Test func columnsGoByTheirNamesAndFieldsMayBeQuoted() throws {
    let row = "b,\"Lễ \"\"đón\"\", tại Hà Nội\",2026-01-30,\"Hai bên hội đàm.\r\n\r\nHọ ký, kết.\",z\r\n"
    for size in [1, 2, 3, 7, 1 << 20] {
      let found = try read(Array(("\u{FEFF}" + header + row + "\r\n" + row).utf8), as: "T.CSV", pieces: size)
      #expect(found.problems.isEmpty)
      #expect(found.articles.count == 2)
      let article = try #require(found.articles.last)
      #expect(
        article.paragraphs.map(\.text) == ["Lễ \"đón\", tại Hà Nội", "Hai bên hội đàm.", "Họ ký, kết."])
      #expect(article.published?.iso == "2026-01-30" && article.source == "b")
    }
  }

  @Test(arguments: [
    "a,\"b,2026-01-30,Hai bên.", "a,\"b\"c,2026-01-30,Hai bên.", "a,b,2026-01-30,\"Hai bên.",
  ])
  func aStrayQuoteCostsItsLineOnly(_ line: String) throws {
    let plain = "a,b,2026-01-30,Hai bên.\n"
    let quoted = "a,\"b\",2026-01-30,\"Hai bên.\"\n"
    let found = try table(header + plain + line + "\n" + quoted + plain + quoted)
    #expect(found.articles.count == 4)
    #expect(found.problems.count == 1)
    #expect(found.problems.first?.hasPrefix("tin.csv, line 3: a quotation mark that does not end") == true)
  }

  @Test func aStrayQuoteBeforeALongRestEndsAtTheLimit() throws {
    let blank = String(repeating: " ", count: (1 << 20) - 1) + "\n"
    let rest = String(repeating: blank, count: Limits.recordBytes >> 20) + "a,b,2026-01-30,Hai bên.\n"
    let found = try table(header + "a,\"b,2026-01-30,x\n" + rest)
    #expect(found.articles.count == 1)
    #expect(found.problems.count == 1)
    #expect(found.problems.first?.hasPrefix("tin.csv, line 2: a report of more than") == true)
  }

  @Test func quotesThatNeverCloseDoNotMakeReadingSlow() throws {
    let found = try table(header + String(repeating: "a\",\"b\n", count: 100_000))
    #expect(found.articles.isEmpty)
    #expect(found.problems.last?.contains("more reports were not read") == true)
  }

  @Test func rowsThatAreNoReportsAreNamed() throws {
    let found = try table(header + "a,b,2025-13-01,x\na,b,c,d,e,f\n,,,\na,b,,Hai bên.\n")
    #expect(found.articles.count == 1)
    let reasons = ["line 2: the date 2025-13-01", "line 3: more fields than the 5", "line 4: no text"]
    #expect(zip(found.problems, reasons).allSatisfy { $0.contains($1) } && found.problems.count == 3)
  }

  // MARK: The file as a whole

  @Test(arguments: ["a,b\n1,2\n", "{\"a\":1}\n", "\"body\n", String(repeating: "body,", count: 300)])
  func aTableWithoutAHeaderIsOneProblem(_ text: String) throws {
    let found = try table(text)
    #expect(found.problems.count == 1 && found.articles.isEmpty)
    #expect(found.problems.first?.contains("Begin with date,title,body,source.") == true)
  }

  @Test func emptyAndForeignFilesAreNamed() throws {
    #expect(try lines("\n \n").problems == [ReadingProblem.empty(file: "tin.jsonl").sentence])
    #expect(try table(header).problems == [ReadingProblem.empty(file: "tin.csv").sentence])
    #expect(try read([0x1F, 0x8B, 8, 0], as: "tin.jsonl").problems.first?.contains("a gzip archive") == true)
    #expect(try read([0xFF, 0xFE, 0x7B, 0], as: "tin.csv").problems.first?.contains("UTF-16") == true)
    #expect(ReportStream(source: "tin.jsonl.gz", file: "tin.jsonl.gz") == nil)
  }
}
