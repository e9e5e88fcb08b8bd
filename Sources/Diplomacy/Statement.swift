/// A sentence of a report in which one side, or both together, say or do something with words.
package struct Statement: Hashable, Sendable {
  package enum Speaker: Hashable, Sendable {
    case side(Country)
    /// Both sides together: never one of them alone.
    case both
  }

  package enum Act: String, CaseIterable, Sendable {
    case agreed, proposed, affirmed, asked, invited, accepted, noted, welcomed, opposed
  }

  package let speaker: Speaker
  package let act: Act
  /// The sentence.
  package let span: TextSpan
  /// The words that tell the act.
  package let cue: TextSpan

  package init(speaker: Speaker, act: Act, span: TextSpan, cue: TextSpan) {
    self.speaker = speaker
    self.act = act
    self.span = span
    self.cue = cue
  }
}

/// What a report tells of a visit that is wished for.
package struct Invitation: Hashable, Sendable {
  package let guest: Country
  package let host: Country
  /// The guest took it; else the host offered it.
  package let isAccepted: Bool
  /// The sentence.
  package let span: TextSpan

  package init(guest: Country, host: Country, isAccepted: Bool, span: TextSpan) {
    self.guest = guest
    self.host = host
    self.isAccepted = isAccepted
    self.span = span
  }
}
