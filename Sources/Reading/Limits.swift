/// What dyad reads at most; each limit is named in the error that it causes.
package enum Limits {
  /// Bytes of one report.
  package static let fileBytes = 16 << 20
  /// Bytes of one paragraph; longer ones are split at a blank.
  package static let paragraphBytes = 64 << 10
}
