import Diplomacy

/// A line of the table: a headline, then date, end, kind, level, parties, host, people, place, the sentence in English
/// and in Vietnamese, commitments, sources and confidence, parted by tabs.
struct ChronicleRow {
  private let headline: String
  private let english: String
  private let vietnamese: String
  private let sources: [String]
  private let event: Event

  /// Nil where a column is missing or cannot be read; nothing is guessed.
  init?(line: String) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count == 14, !columns[0].isEmpty, !columns[9].isEmpty, !columns[10].isEmpty,
      let date = PartialDate(iso: columns[1]), let kind = EventKind(rawValue: columns[3]),
      let level = ProtocolLevel(rawValue: columns[4]), let parties = Self.parties(columns[5])
    else { return nil }
    let end = PartialDate(iso: columns[2])
    let host = Country(columns[6])
    guard end != nil || columns[2].isEmpty, host != nil || columns[6].isEmpty,
      let people = Self.items(columns[7], read: Self.person),
      let commitments = Self.items(columns[11], read: Self.commitment)
    else { return nil }
    headline = columns[0]
    english = columns[9]
    vietnamese = columns[10]
    sources = columns[12].split(separator: ";").map(String.init)
    let place = columns[8].isEmpty ? nil : Place(name: columns[8], country: host)
    event = Event(
      date: date, end: end, kind: kind, subkind: nil, status: .held, level: level, parties: parties,
      host: host, people: people, place: place, commitments: commitments)
  }

  /// The act with its report: the dispatch where there is one, else the table's sentence.
  func entry(dispatches: Dispatches) -> SampleEntry {
    let heading = "\(event.date?.iso ?? "") \(event.parties.code) \(event.kind.rawValue)"
    let story = dispatches.paragraphs[heading] ?? [vietnamese]
    var paragraphs = [Article.Paragraph(part: .title, text: headline)]
    for (index, text) in story.enumerated() {
      paragraphs.append(Article.Paragraph(part: index == 0 ? .lead : .body, text: text))
    }
    let rest =
      [english] + event.commitments.map(Self.sentence)
      + event.people.map { "\($0.name), \($0.title) (\($0.country.code))." } + sources.map { "Source: \($0)" }
    paragraphs += rest.map { Article.Paragraph(part: .body, text: $0) }
    let article = Article(
      published: event.end ?? event.date, title: headline, paragraphs: paragraphs, language: .vietnamese,
      source: "Sample chronicle")
    return SampleEntry(article: article, event: event)
  }

  private static func parties(_ column: String) -> Parties? {
    let codes = column.split(separator: ";")
    guard codes.count == 2, let first = Country(codes[0]), let second = Country(codes[1]) else { return nil }
    return Parties(first, second)
  }

  /// The items of a list parted by `;`, each split at `|`; nil when one of them cannot be read.
  private static func items<Item>(_ column: String, read: ([String]) -> Item?) -> [Item]? {
    var all: [Item] = []
    for item in column.split(separator: ";") {
      let fields = item.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard let value = read(fields) else { return nil }
      all.append(value)
    }
    return all
  }

  private static func person(_ fields: [String]) -> Person? {
    guard fields.count == 3, !fields[0].isEmpty, let country = Country(fields[2]) else { return nil }
    return Person(name: fields[0], title: fields[1], country: country)
  }

  private static func commitment(_ fields: [String]) -> Commitment? {
    guard fields.count == 4, !fields[0].isEmpty else { return nil }
    let amount = Int(fields[1])
    let due = PartialDate(iso: fields[3])
    guard amount != nil || fields[1].isEmpty, due != nil || fields[3].isEmpty else { return nil }
    return Commitment(
      text: fields[0], amount: amount, currency: fields[2].isEmpty ? nil : fields[2], due: due)
  }

  /// `Commitment: typhoon relief package (3,000,000 AUD).`
  private static func sentence(_ commitment: Commitment) -> String {
    var text = "Commitment: " + commitment.text
    if let amount = commitment.amount {
      text += " (" + grouped(amount) + (commitment.currency.map { " " + $0 } ?? "") + ")"
    }
    if let due = commitment.due { text += ", by " + due.iso }
    return text + "."
  }

  /// Digits in threes, parted by commas.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, digit != "-", (digits.count - index).isMultiple(of: 3), digits[index - 1] != "-" {
        text.append(",")
      }
      text.append(digit)
    }
    return text
  }
}
