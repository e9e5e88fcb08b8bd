import Diplomacy
import Reading
import Testing

@Suite struct ArticleMarkerTests {
  private func article(_ text: String, _ date: String = "2024-05-20") -> Article {
    Article(
      published: PartialDate(iso: date), title: text,
      paragraphs: text.isEmpty ? [] : [Article.Paragraph(part: .title, text: text)], language: .vietnamese,
      source: "test")
  }

  private func marked(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ArticleMarker().marks(in: article(text)).map {
      String(decoding: bytes[$0.span.bytes], as: UTF8.self)
    }
  }

  @Test func countriesPeopleDaysAndSumsAreMarkedInOrder() {
    #expect(
      marked("Chiều 20/5, Tổng thống Hàn Quốc Park Do Hyun cam kết viện trợ 2,5 triệu USD cho Lào.")
        == ["20/5", "Hàn Quốc", "Park Do Hyun", "2,5 triệu USD", "Lào"])
  }

  @Test func wordsThatLookLikeCountriesAreNotMarked() {
    for text in [
      "Ảnh: báo ngày", "tình anh em", "Đảng Lao động", "các biện pháp", "có ý nghĩa",
      "Chủ tịch Kim Nhật Thành",
      "trên bán đảo Triều Tiên", "ông Cao Toàn Mỹ", "Lê Đức Anh", "Mỹ Tho", "Lào Cai",
    ] {
      let countries = ArticleMarker().marks(in: article(text)).filter {
        if case .country = $0.role { true } else { false }
      }
      #expect(countries.isEmpty, "\(text)")
    }
  }

  @Test func marksNeverOverlap() {
    let marks = ArticleMarker().marks(
      in: article(
        "Tổng Bí thư, Chủ tịch nước Lào Bounmy Keovong ngày 2/9/2023 đến Hà Nội (2-9), Việt - Lào, 5 tỷ đồng")
    )
    #expect(!marks.isEmpty)
    for (one, next) in zip(marks, marks.dropFirst()) {
      #expect(one.span.bytes.upperBound <= next.span.bytes.lowerBound)
    }
  }

  @Test func noTextMakesTheReaderStumble() {
    var seed: UInt64 = 42
    let pieces = [
      "Tổng thống", "Mỹ", "-", "Triều", "/", "2", "31", "ngày", ".", ",", "(", ")", "điện đàm", "tháng", "13",
      "năm",
      "\u{301}", "’", "Kim", "USD", "triệu", "999999999999999999999", "🇻🇳", "ông", "tại", "hôm qua", "\u{0}",
      "ký",
    ]
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<30 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count] + (seed & 64 == 0 ? " " : "")
      }
      let article = article(text, seed & 128 == 0 ? "2024-02" : "2024-02-29")
      _ = ArticleMarker().marks(in: article)
      let events = EventReader().events(in: article)
      #expect(extractionLine(source: "x", article: article, events: events).utf8.allSatisfy { $0 >= 32 })
    }
    #expect(EventReader().events(in: article("")).isEmpty)
  }

  @Test func theExtractionLineEscapesQuotesAndControls() {
    let line = extractionLine(source: "a\"b\\c\u{1}\n", article: article("Tin “mới”"), events: [])
    #expect(
      line
        == #"{"source": "a\"b\\c\u0001\n", "language": "vi", "published": "2024-05-20", "title": "Tin “mới”", "events": []}"#
    )
  }
}
