import Archive
import Commands
import Diplomacy
import Foundation
import Lexicons
import Model
import Panes
import Screen
import Support
import Testing
import Text

/// Every word on the screen that is not of the record went through the catalogue. The catalogue of these tests says each
/// phrase in letters that no ASCII word has, and the record's own texts are written in digits: what can still be read
/// in English was never said.
@Suite struct UnsaidTests {
  @Test(arguments: ScreenCase.all) func noWordOfAScreenIsUnsaid(_ item: ScreenCase) throws {
    let reader = try item.reader(Mask.tongue)
    let known = Set(Mask.words(in: try item.typed()))
    #expect(Mask.unsaid(on: reader.state, typed: known) == [])
  }

  /// Commands at random, text and all: the notices and lists that no recorded screen has.
  @Test(arguments: 0..<3) func noWordIsUnsaidWhateverIsDone(seed: Int) throws {
    var numbers = SeededNumbers(state: UInt64(4200 + seed))
    var reader = try CaseReader(rows: [], isSample: true, isReadClosely: true, in: Mask.tongue)
    reader.obey("size \([80, 120, 160][seed]) \([24, 40, 50][seed])")
    let typed = ["KR", "VN-KR", "2024-13", "COUNTRY:XX", "(", "KIND:VISET", "ZZ:1", "\"", "9", "#", "="]
    let commands = Command.allCases.filter { ![.quit, .suspend, .redraw, .stop].contains($0) }
    for step in 0..<200 {
      let isTyping = reader.state.prompt != nil || reader.state.picker != nil
      if isTyping, numbers.next() % 3 == 0 {
        reader.type(typed[Int(numbers.next() % UInt64(typed.count))])
      } else if isTyping, numbers.next() % 3 == 0 {
        reader.press(numbers.next() % 2 == 0 ? .accept : .cancel)
      } else {
        reader.press(commands[Int(numbers.next() % UInt64(commands.count))])
      }
      let unsaid = Mask.unsaid(on: reader.state)
      #expect(unsaid == [], "seed \(seed), step \(step)")
      if !unsaid.isEmpty { return }
    }
  }

  @Test func theMaskLeavesNothingToRead() {
    #expect(Mask.tongue.say("Nothing was changed.") != "Nothing was changed.")
    #expect(Mask.words(in: Mask.tongue.say("%1 events", "7")) == [])
    #expect(Mask.words(in: Mask.text("Hội đàm in Hanoi")) == [])
    #expect(Mask.words(in: "Keep this") == ["Keep", "this"])
  }
}

/// A language in which nothing said, and nothing of the record, has an ASCII word.
enum Mask {
  static var tongue: CaseTongue { CaseTongue(say: catalogue, names: MaskedNames(), text: text) }

  /// Each phrase with Cyrillic letters in the place of its own, as wide as they were.
  private static let catalogue = Catalogue(
    InterfaceWords.phrases(in: .vietnamese).reduce(into: [:]) { masked, row in
      var isPlace = false
      masked[row.key] = String(
        row.key.map { character -> Character in
          defer { isPlace = character == "%" }
          return isPlace || !isLetter(character) ? character : "ж"
        })
    })

  static func isLetter(_ character: Character) -> Bool { character.isASCII && character.isLetter }

  /// As many bytes as before, so that what points into a text still does.
  static func text(_ text: String) -> String {
    String(text.map { isLetter($0) ? Character("\(($0.asciiValue ?? 0) % 10)") : $0 })
  }

  /// Runs of two letters and more.
  static func words(in text: String) -> [String] {
    text.split { !isLetter($0) }.map(String.init).filter { $0.count > 1 }
  }

  /// Words on the screen that are neither typed, nor a code, a key, a command by its name or a term of a filter.
  static func unsaid(on state: BrowserState, typed: Set<String> = []) -> [String] {
    let grid = Painter().paint(state)
    let lines = (0..<grid.size.rows).map { grid.line(Row($0)) }
    let allowed = typed.union(keyNames).union(["dyad"]).union(named(state))
    let told = told(state)
    // Of what stands in a line being typed, a part may be in view.
    let line = (state.prompt?.edit.text ?? "") + (state.picker?.edit.text ?? "")
    return lines.flatMap { words(in: withoutTerms($0)) }.filter { word in
      !allowed.contains(word) && word != word.uppercased() && !line.contains(word)
        && !told.contains { $0.hasPrefix(word) }
    }
  }

  /// Terms as the filter language writes them: `kind:visit`, `-level:minister`.
  private static func withoutTerms(_ line: String) -> String {
    line.replacing(/[a-z]+:[^ ]*/, with: "")
  }

  private static let keyNames = Set(
    Keymap.defaults.bindings.values.flatMap { $0.keys.map(\.name) }.flatMap(words))

  /// Where commands are listed or typed their names stand as they are written.
  private static func named(_ state: BrowserState) -> [String] {
    let lists = state.picker?.subject == .commands || state.prompt?.purpose == .command
    if state.helpTop != nil { return commandNames + ["lam", "or"] }
    return lists ? commandNames : []
  }

  /// What a mistake proposes is written as the filter language has it.
  private static func told(_ state: BrowserState) -> [String] {
    func values(_ phrase: Phrase) -> [String] {
      phrase.values.flatMap { value -> [String] in
        switch value {
        case .text(let text): words(in: text)
        case .phrase(let part): values(part)
        }
      }
    }
    return (state.prompt?.mistake).map { values($0.phrase) } ?? []
  }

  private static let commandNames = Command.allCases.flatMap { words(in: $0.rawValue) }

  private struct MaskedNames: CountryNaming {
    private let names = CountryNames()
    func name(_ country: Country) -> String { Mask.text(names.name(country, in: .english)) }
    func matches(_ typed: String) -> [Country] { names.matches(typed) }
  }
}

extension CodedArticle {
  /// Its texts as the mask makes them; kinds, days and codes stay.
  func masked(_ text: (String) -> String) -> CodedArticle {
    CodedArticle(
      article: Article(
        published: article.published, title: text(article.title),
        paragraphs: article.paragraphs.map { Article.Paragraph(part: $0.part, text: text($0.text)) },
        language: article.language, source: text(article.source)),
      events: events.map { event in
        var event = event
        event.people = event.people.map {
          Person(name: text($0.name), title: text($0.title), country: $0.country)
        }
        event.place = event.place.map { Place(name: $0.name.map(text), country: $0.country) }
        event.commitments = event.commitments.map {
          Commitment(text: text($0.text), amount: $0.amount, currency: $0.currency, due: $0.due)
        }
        event.evidence = event.evidence.map {
          Evidence(field: $0.field, span: $0.span, rule: text($0.rule))
        }
        return event
      })
  }
}
