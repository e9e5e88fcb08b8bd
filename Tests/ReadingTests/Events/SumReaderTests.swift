import Diplomacy
import Lexicons
import Testing

@testable import Reading

@Suite struct SumReaderTests {
  private func sums(_ text: String, _ language: Article.Language = .vietnamese) -> [String] {
    SumReader(passage: Report(text, in: language).passage).sums().map {
      "\($0.amount) \($0.currency?.code ?? "-")"
    }
  }

  @Test(arguments: [
    ("2,5 triệu USD", "2500000 USD"), ("150 tỷ USD", "150000000000 USD"), ("25 triệu euro", "25000000 EUR"),
    ("1.200 tỷ đồng", "1200000000000 VND"), ("1,5 nghìn tỷ đồng", "1500000000000 VND"),
    ("25.000 USD", "25000 USD"), ("1.234.567 đồng", "1234567 VND"), ("3,125 tỉ yen", "3125000000 JPY"),
    ("500 nghìn đô la Mỹ", "500000 USD"), ("0,75 triệu bảng Anh", "750000 GBP"),
    ("1.234,5 tỷ đồng", "1234500000000 VND"), ("300 nhân dân tệ", "300 CNY"),
  ]) func aSumIsFigureScaleAndCurrency(_ text: String, _ sum: String) {
    #expect(sums("Nhật Bản tặng Lào \(text) trong năm.") == [sum])
  }

  @Test(arguments: [
    ("$150 billion", "150000000000 USD"), ("2.5 million dollars", "2500000 USD"),
    ("USD 2.5 million", "2500000 USD"), ("US$40 million", "40000000 USD"), ("€3bn", "3000000000 EUR"),
    ("$1,234,567", "1234567 USD"), ("25,000 euros", "25000 EUR"), ("a $2.5-million", "2500000 USD"),
    ("$1.375 billion", "1375000000 USD"), ("$1,250 million", "1250000000 USD"),
    ("A$12 million", "12000000 AUD"),
  ]) func inEnglishTheCurrencyStandsOnEitherSide(_ text: String, _ sum: String) {
    #expect(sums("Japan gave Laos \(text) in the year.", .english) == [sum])
  }

  @Test func sumsStandInOrderAndNoFigureCountsTwice() {
    #expect(sums("Tặng 2 triệu USD, vay 30 tỷ yen.") == ["2000000 USD", "30000000000 JPY"])
    #expect(sums("Tặng USD, không nói bao nhiêu.").isEmpty)
    #expect(sums("Dân số 7 triệu người.").isEmpty)
  }

  @Test func aFigureBeyondAllSumsIsNone() {
    #expect(sums("999999999 nghìn tỷ USD").isEmpty)
  }

  @Test func goodsAreCountedWithoutACurrency() {
    let goods = SumReader(passage: Report("Trung Quốc tặng Lào 200 tấn gạo và 1.500 máy thở.").passage)
      .goods()
    #expect(goods.map(\.amount) == [200, 1500])
    #expect(goods.allSatisfy { $0.currency == nil })
  }
}
