/// An article as the exchange format has it. Words are kept as written, so that one outside the format still compares.
package struct AnnotatedArticle: Hashable, Sendable, Decodable {
  package let source: String
  package let language, published: String?
  package let events: [AnnotatedEvent]?

  /// Articles are paired by the last part of the source, so that a folder before it does no harm.
  var key: String {
    source.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }
}

package struct AnnotatedEvent: Hashable, Sendable, Decodable {
  struct Place: Hashable, Sendable, Decodable { let country: String? }
  struct Mention: Hashable, Sendable, Decodable { let date, kind: String? }

  let date, end, kind, subkind, status, level, host: String?
  let parties: [String]?
  let people: [AnnotatedPerson]?
  let place: Place?
  let topics: [String]?
  let commitments: [AnnotatedCommitment]?
  let mentions: [Mention]?

  var sides: Set<String> { Set(parties ?? []) }
  /// What is not said to be planned or cancelled was held.
  var statusOrHeld: String { status ?? "held" }
  var subjects: Set<String> { Set(topics ?? []) }
  /// The event in one short phrase, such as `VN-KR 2026-01-30 phone-call`.
  var phrase: String { "\((parties ?? []).joined(separator: "-")) \(date ?? "-") \(kind ?? "-")" }
}

/// A name, given alone or as the member of an object.
struct AnnotatedPerson: Hashable, Sendable, Decodable {
  let name: String?

  init(from decoder: any Decoder) throws {
    if let alone = try? decoder.singleValueContainer().decode(String.self) {
      name = alone
    } else {
      name = try decoder.container(keyedBy: Key.self).decodeIfPresent(String.self, forKey: .name)
    }
  }

  private enum Key: CodingKey { case name }
}

struct AnnotatedCommitment: Hashable, Sendable, Decodable {
  let text: String?
  let amount: Double?
  let currency, due: String?

  /// What has neither sum nor date cannot be held against anyone.
  var isScored: Bool { amount != nil || due != nil }

  var phrase: String {
    let sum = amount.map { Int(exactly: $0).map(String.init) ?? String($0) } ?? "-"
    return "\(sum) \(currency ?? "-") due \(due ?? "-"): \(text ?? "")"
  }

  /// The same due date, amounts within half a percent, and no two different currencies.
  func isSame(as other: AnnotatedCommitment) -> Bool {
    guard due == other.due else { return false }
    guard let amount, let otherAmount = other.amount else { return amount == nil && other.amount == nil }
    guard abs(amount - otherAmount) <= 0.005 * max(abs(amount), abs(otherAmount)) else { return false }
    guard let currency, let otherCurrency = other.currency else { return true }
    return currency == otherCurrency || currency.isEmpty || otherCurrency.isEmpty
  }
}
