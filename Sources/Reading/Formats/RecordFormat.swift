/// A form in which one file holds many reports. Pure: it sees the bytes from the start of one report on.
protocol RecordFormat {
  /// Takes the next report off the front. `isLast` tells that nothing follows these bytes.
  mutating func take(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> RecordTaken
}

enum RecordTaken {
  /// The report does not end in these bytes.
  case needsMore
  /// Bytes that hold no report: a blank line, a header.
  case nothing(length: Int)
  case record(ReportRecord, length: Int)
  /// These bytes, or without a length the first line alone, are no report. What follows them is tried anew.
  case fault(RecordFault, length: Int?)
}
