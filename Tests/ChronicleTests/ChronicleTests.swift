import Chronicle
import ChronicleData
import Diplomacy
import Testing
import Text

private let entries = SampleChronicle().entries
private let dispatches = Dispatches(
  UnsafeBufferPointer(start: chronicle_dispatches_bytes(), count: chronicle_dispatches_size))

@Test func `Every line of the table becomes an entry`() { #expect(entries.count == 129) }

@Test func `No two headlines are equal and none is longer than sixty characters`() {
  #expect(Set(entries.map(\.article.title)).count == entries.count)
  #expect(entries.allSatisfy { $0.article.title.count <= 60 })
}

@Test func `Every text is in NFC, one line and not empty`() {
  for paragraph in entries.flatMap(\.article.paragraphs) {
    #expect(normalized(paragraph.text).unicodeScalars.elementsEqual(paragraph.text.unicodeScalars))
    #expect(!paragraph.text.isEmpty && !paragraph.text.contains("\n") && !paragraph.text.contains("\t"))
  }
}

@Test func `Events are in order of date and end no earlier than they begin`() {
  let days = entries.compactMap { $0.event.date?.earliest }
  #expect(days.count == entries.count)
  #expect(days == days.sorted())
  for entry in entries {
    if let date = entry.event.date, let end = entry.event.end { #expect(date.earliest <= end.latest) }
  }
}

@Test func `People stand for a party or for the host`() {
  for entry in entries {
    for person in entry.event.people {
      #expect(entry.event.parties.contains(person.country), "\(entry.article.title): \(person.name)")
    }
  }
}

@Test func `Every dispatch belongs to an event`() {
  let headings = Set(
    entries.map { "\($0.event.date?.iso ?? "") \($0.event.parties.code) \($0.event.kind.rawValue)" })
  #expect(Set(dispatches.paragraphs.keys).isSubset(of: headings))
}

@Test func `Every dispatch has three to five paragraphs and 100 to 200 words`() {
  for (heading, paragraphs) in dispatches.paragraphs {
    let words = paragraphs.reduce(0) { $0 + $1.split(separator: " ").count }
    #expect((100...200).contains(words), "\(heading): \(words)")
    #expect((3...5).contains(paragraphs.count), "\(heading)")
  }
}

@Test func `At least thirty-two acts are told at length`() { #expect(dispatches.paragraphs.count >= 32) }

@Test func `Every dispatch is in NFC`() {
  for text in dispatches.paragraphs.values.joined() {
    #expect(normalized(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }
}

@Test func `Every figure in a dispatch occurs in the table`() {
  let table = UnsafeBufferPointer(start: chronicle_table_bytes(), count: chronicle_table_size)
  let known = Set(
    String(decoding: table, as: UTF8.self).split { !isDigit($0) }.flatMap { [String($0), trimmed($0)] })
  for (heading, paragraphs) in dispatches.paragraphs {
    for figure in paragraphs.flatMap(figures) {
      #expect(known.contains(figure), "\(heading): \(figure)")
    }
  }
}

private func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }

/// `02` as `2`, the way a date is written in a report.
private func trimmed(_ digits: Substring) -> String { String(digits.drop { $0 == "0" }) }

/// Each run of digits in a text as it stands in the table: with the zeros of the unit after it, so that `150 tỷ` is
/// 150000000000.
private func figures(_ text: String) -> [String] {
  let zeros = ["tỷ": 9, "triệu": 6]
  let words = text.split(separator: " ")
  return words.indices.flatMap { index in
    let unit = words.dropFirst(index + 1).first.map { $0.prefix(while: \.isLetter) }
    let count = unit.flatMap { zeros[String($0)] } ?? 0
    return words[index].split { !isDigit($0) }.map { digits in
      String(digits) + String(repeating: "0", count: count)
    }
  }
}

@Test func `The trade target of Viet Nam and Korea can be followed over time`() {
  let rows = entries.filter { entry in
    entry.event.parties.dyad.code == "KR-VN"
      && entry.event.commitments.contains { $0.amount == 150_000_000_000 && $0.due?.iso == "2030" }
  }
  #expect(rows.count == 5)
}

@Test func `A line that breaks the form is left out`() {
  let lines = "header\nshort\tline\nA\t2025-02-30\t\ttalks\tminister\tVN;LA\t\t\t\tE\tV\t\t\thigh\n"
  let read = Array(lines.utf8).withUnsafeBufferPointer { SampleChronicle(table: $0, dispatches: $0) }
  #expect(read.entries.isEmpty)
}
