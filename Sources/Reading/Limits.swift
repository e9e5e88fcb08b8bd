/// What dyad reads at most; each limit is named in the error that it causes.
package enum Limits {
  /// Bytes of one report.
  package static let fileBytes = 16 << 20
  /// Bytes of one paragraph; longer ones are split at a blank.
  package static let paragraphBytes = 64 << 10
  /// Bytes of a report that events are looked for in; the longest news reports have a tenth of that.
  package static let codedBytes = 512 << 10
  /// Bytes of one report in a file of many, with all that stands around its text.
  package static let recordBytes = fileBytes
  /// Objects and lists inside one another in a line of JSON.
  package static let nesting = 64
  /// Columns of a CSV file.
  package static let columns = 256
  /// Bytes of the name of a source.
  package static let sourceBytes = 1 << 10
  /// Sentences about one file of many reports; what is wrong beyond them is only counted.
  package static let problemsOfAFile = 100
}
