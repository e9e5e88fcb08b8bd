import Text

/// Why one report in a file of many could not be read. Each is the end of a sentence that begins with file and line.
package enum RecordFault: Error, Hashable, Sendable {
  case noJSON
  case noObject
  /// The key whose value is of another type.
  case wrongValue(key: String)
  case tooDeep
  case tooLong
  case noText
  /// The date, safe to show.
  case impossibleDate(String)
  /// The date, safe to show.
  case dateNotUnderstood(String)
  case wrongEncoding
  case nul
  case longSource
  case strayQuote
  case tooManyFields(columns: Int)
  case noHeader

  var phrase: Phrase {
    switch self {
    case .noJSON: "no JSON, or cut off. Write one object a line."
    case .noObject: "no JSON object. Write one object a line, with date, title, body and source."
    case .wrongValue(let key): "the value of \(key) is no text. Write it in quotation marks."
    case .tooDeep: "more than \(Limits.nesting) objects and lists inside one another. Make it flat."
    case .tooLong: "a report of more than \(Limits.recordBytes) bytes. Split it, or close its quotation mark."
    case .noText: "no text. Give the report a body of at least one paragraph."
    case .impossibleDate(let date): "the date \(date) is not in the calendar. Correct it."
    case .dateNotUnderstood(let date): "the date \(date) is not understood. Write YYYY-MM-DD or YYYY-MM."
    case .wrongEncoding: "not UTF-8. Convert the file, for instance with iconv -t UTF-8."
    case .nul: "a NUL character, which no text has. Take it out."
    case .longSource: "a source of more than \(Limits.sourceBytes) bytes. Shorten it."
    case .strayQuote:
      "a quotation mark that does not end its field. Close it, and double those inside a field."
    case .tooManyFields(let columns):
      "more fields than the \(columns) columns of the header. Put a field with a comma into quotation marks."
    case .noHeader:
      "no header of at most \(Limits.columns) columns, body or text among them. Begin with date,title,body,source."
    }
  }
}
