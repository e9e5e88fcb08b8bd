/// A report as it was issued, brought to NFC: the text a reader reads, never changed by dyad.
package struct Article: Hashable, Sendable {
  package enum Part: String, Sendable, CaseIterable { case title, lead, body, caption }

  package struct Paragraph: Hashable, Sendable {
    package let part: Part
    /// NFC, one line, trimmed, never empty.
    package let text: String
    package init(part: Part, text: String) {
      self.part = part
      self.text = text
    }
  }

  package enum Language: String, Sendable, CaseIterable {
    case vietnamese = "vi"
    case english = "en"
  }

  /// The date of the header exactly as printed: day or month precision; nil without a header.
  package let published: PartialDate?
  /// The first paragraph after the header, verbatim and trimmed; often the lead, sometimes the headline.
  package let title: String
  /// All paragraphs in order, the one that is the title among them.
  package let paragraphs: [Paragraph]
  package let language: Language
  /// The base name of the file, or the name of the sample's source; what a citation names.
  package let source: String

  package init(
    published: PartialDate?, title: String, paragraphs: [Paragraph], language: Language, source: String
  ) {
    self.published = published
    self.title = title
    self.paragraphs = paragraphs
    self.language = language
    self.source = source
  }
}

/// The number under which an archive keeps an article.
package struct ArticleID: Hashable, Sendable, Comparable {
  package let number: Int64
  package init(_ number: Int64) { self.number = number }
  package static func < (left: ArticleID, right: ArticleID) -> Bool { left.number < right.number }
}

/// A run of text inside one paragraph of an article.
package struct TextSpan: Hashable, Sendable {
  /// Index into `Article.paragraphs`.
  package let paragraph: Int
  /// UTF-8 offsets into that paragraph's text, on character borders.
  package let bytes: Range<Int>
  package init(paragraph: Int, bytes: Range<Int>) {
    self.paragraph = paragraph
    self.bytes = bytes
  }
}

/// A name or figure in the text that the reader's eye should find: drawn with the style of its role.
package struct TextMark: Hashable, Sendable {
  package enum Role: Hashable, Sendable {
    case country(Country)
    case person, date, sum
  }
  package let span: TextSpan
  package let role: Role
  package init(span: TextSpan, role: Role) {
    self.span = span
    self.role = role
  }
}
