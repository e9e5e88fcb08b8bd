/// What may come out of a packed file: bombs are refused by how far they swell, and at last by their size. Text swells
/// four- to tenfold.
package struct Allowance {
  /// Bytes that may come out for one that went in.
  package static let ratio = 200
  /// Bytes that may come out of one file.
  package static let bytes = 16 << 30
  /// Bytes that may come out of however few: a form of many like lines packs well.
  private static let free = 1 << 20

  private let file: String
  private var packed = 0
  private var unpacked = 0

  /// `file` is what a problem calls it.
  init(file: String) { self.file = file }

  mutating func goesIn(_ count: Int) { packed += count }

  mutating func comesOut(_ count: Int) throws(UnpackingProblem) {
    unpacked += count
    if unpacked > Allowance.bytes { throw .tooMuch(file: file) }
    if unpacked > Allowance.free, unpacked / Allowance.ratio > packed { throw .tooDense(file: file) }
  }
}
