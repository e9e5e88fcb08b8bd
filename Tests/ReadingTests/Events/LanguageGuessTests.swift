import Diplomacy
import Testing

@testable import Reading

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    ("Hai bộ trưởng hội đàm tại Hà Nội.", Article.Language.vietnamese),
    ("Obama, Medvedev điện đàm về START.", .vietnamese),
    ("The two ministers met in Hanoi.", .english),
    (
      "President Trần Văn Hòa received the new ambassador in Hà Nội. They spoke of trade and the sea.",
      .english
    ),
    ("“We agree,” said the minister — “on all points”.", .english), ("", .english),
  ]) func wordsWithMarksTellTheLanguage(_ text: String, _ language: Article.Language) {
    #expect(LanguageGuess.language(of: text[...]) == language)
  }

  @Test func onlyTheBeginningIsRead() {
    let text =
      String(repeating: "The ministers met. ", count: 200) + String(repeating: "Hội đàm. ", count: 900)
    #expect(LanguageGuess.language(of: text[...]) == .english)
  }
}
