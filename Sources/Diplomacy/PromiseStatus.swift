/// What has become of a promise, as the reader judges it; open until then.
package enum PromiseStatus: String, CaseIterable, Sendable {
  case open, met, missed

  /// The next one in a round.
  package var next: PromiseStatus {
    switch self {
    case .open: .met
    case .met: .missed
    case .missed: .open
    }
  }
}

/// Names a promise among those of its report by its words, so that it is found again when the report is read anew.
package struct PromiseKey: Hashable, Sendable {
  package let text: String
  /// Its place among equal words of that report, from 0.
  package let nth: Int

  package init(text: String, nth: Int) {
    self.text = text
    self.nth = nth
  }

  /// The names of the promises of one report, in their order.
  package static func all(_ texts: [String]) -> [PromiseKey] {
    var seen: [String: Int] = [:]
    return texts.map { text in
      let nth = seen[text, default: 0]
      seen[text] = nth + 1
      return PromiseKey(text: text, nth: nth)
    }
  }
}
