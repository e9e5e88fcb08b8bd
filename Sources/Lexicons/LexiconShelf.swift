import Glibc
import LexiconData

/// The word lists of one folder as they stand in the binary. A new list is a file and its two lines in the C target.
struct LexiconShelf {
  private let folder: String

  init(_ folder: String) { self.folder = folder }

  /// The rows of a list; none where the language has no such list.
  func rows(_ name: String) -> [[String]] {
    for index in 0..<lexicon_list_count {
      let list = lexicon_list_at(index)
      if strcmp(list.folder, folder) == 0, strcmp(list.name, name) == 0 {
        return LexiconFile(UnsafeBufferPointer(start: list.bytes, count: list.size)).rows
      }
    }
    return []
  }
}
