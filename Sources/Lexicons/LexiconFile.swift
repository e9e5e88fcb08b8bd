/// A word list as it stands in a data file: rows of columns parted by tabs, comments left out.
package struct LexiconFile: Sendable {
  package let rows: [[String]]

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    rows = bytes.split(separator: 10).compactMap { line in
      guard let first = line.first, first != 35 else { return nil }
      return line.split(separator: 9, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  /// The items of a column that holds a list parted by `;`.
  package static func items(_ column: String) -> [String] {
    column.split(separator: ";").compactMap { item in
      let bytes = Array(item.utf8)
      guard let start = bytes.firstIndex(where: { $0 != 32 }), let end = bytes.lastIndex(where: { $0 != 32 })
      else { return nil }
      return String(decoding: bytes[start...end], as: UTF8.self)
    }
  }
}
