import Text

/// Why a file could not be read as a report. Every case is one plain sentence with the file, the reason and the remedy.
package enum ReadingProblem: Error, Hashable, Sendable {
  case empty(file: String)
  case binary(file: String)
  case wrongEncoding(file: String, line: Int)
  case otherEncoding(file: String, name: String)
  case impossibleDate(file: String, date: String)
  /// The word after `date`, safe to show.
  case dateNotUnderstood(file: String, date: String)
  case unreadFormat(file: String, name: String)
  case tooLarge(file: String, bytes: Int)
  /// A report that was unpacked only as far as it may reach.
  case tooLargeInside(file: String)
  case notAFile(file: String, what: Phrase)
  case unreadable(file: String, reason: Phrase)
  /// One report of a file of many.
  case record(file: String, line: Int, fault: RecordFault)
  /// Reports of a file of many that are wrong beyond those that are named.
  case moreRecords(file: String, count: Int)

  package var phrase: Phrase {
    switch self {
    case .empty(let file): "\(file) has no text; a report needs at least one paragraph."
    case .binary(let file): "\(file) is not text; dyad reads reports as UTF-8 text."
    case .wrongEncoding(let file, let line):
      "\(file), line \(line): not UTF-8. Convert it, for instance with iconv -t UTF-8."
    case .otherEncoding(let file, let name): "\(file) is \(name), not UTF-8. Convert it with iconv -t UTF-8."
    case .impossibleDate(let file, let date):
      "\(file), line 1: the date \(date) is not in the calendar. Correct the header."
    case .dateNotUnderstood(let file, let date):
      "\(file): the date \(date) is not understood. Write date YYYY-MM-DD or date YYYY-MM."
    case .unreadFormat(let file, let name):
      "\(file) is \(name), which dyad does not read. Give it plain text, JSON Lines (.jsonl) or CSV (.csv)."
    case .tooLarge(let file, let bytes):
      "\(file) has \(bytes) bytes; a report may have \(Limits.fileBytes). Split it."
    case .tooLargeInside(let file):
      "\(file) has more than the \(Limits.fileBytes) bytes that a report may have. Split it."
    case .notAFile(let file, let what): "\(file) is \(what), not a file, and was not opened."
    case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)."
    case .record(let file, let line, let fault): "\(file), line \(line): \(fault.phrase)"
    case .moreRecords(let file, let count):
      "\(file): \(count) more reports were not read. Correct those named and import it again."
    }
  }

  package var sentence: String { phrase.english }
}

/// Something odd that did not keep a report from being read.
package struct ReadingWarning: Hashable, Sendable {
  package let sentence: String
  package init(sentence: String) { self.sentence = sentence }
}
