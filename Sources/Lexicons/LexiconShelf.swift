import Diplomacy
import LexiconData

/// The word lists of one language as they stand in the binary. A new list is a file, a line in the C target and a
/// line here.
struct LexiconShelf {
  let kinds: LexiconFile
  let offices: LexiconFile
  let ministries: LexiconFile
  let families: LexiconFile
  let traps: LexiconFile
  let shorts: LexiconFile
  let days: LexiconFile
  let signals: LexiconFile
  let money: LexiconFile
  let topics: LexiconFile

  static var vietnamese: LexiconShelf {
    LexiconShelf(
      kinds: LexiconFile(UnsafeBufferPointer(start: lexicon_vi_kinds_bytes(), count: lexicon_vi_kinds_size)),
      offices: LexiconFile(
        UnsafeBufferPointer(start: lexicon_vi_offices_bytes(), count: lexicon_vi_offices_size)),
      ministries: LexiconFile(
        UnsafeBufferPointer(start: lexicon_vi_ministries_bytes(), count: lexicon_vi_ministries_size)),
      families: LexiconFile(
        UnsafeBufferPointer(start: lexicon_vi_families_bytes(), count: lexicon_vi_families_size)),
      traps: LexiconFile(UnsafeBufferPointer(start: lexicon_vi_traps_bytes(), count: lexicon_vi_traps_size)),
      shorts: LexiconFile(
        UnsafeBufferPointer(start: lexicon_vi_shorts_bytes(), count: lexicon_vi_shorts_size)),
      days: LexiconFile(UnsafeBufferPointer(start: lexicon_vi_days_bytes(), count: lexicon_vi_days_size)),
      signals: LexiconFile(
        UnsafeBufferPointer(start: lexicon_vi_signals_bytes(), count: lexicon_vi_signals_size)),
      money: LexiconFile(UnsafeBufferPointer(start: lexicon_vi_money_bytes(), count: lexicon_vi_money_size)),
      topics: LexiconFile(
        UnsafeBufferPointer(start: lexicon_vi_topics_bytes(), count: lexicon_vi_topics_size)))
  }

  static var english: LexiconShelf {
    LexiconShelf(
      kinds: LexiconFile(UnsafeBufferPointer(start: lexicon_en_kinds_bytes(), count: lexicon_en_kinds_size)),
      offices: LexiconFile(
        UnsafeBufferPointer(start: lexicon_en_offices_bytes(), count: lexicon_en_offices_size)),
      ministries: LexiconFile(
        UnsafeBufferPointer(start: lexicon_en_ministries_bytes(), count: lexicon_en_ministries_size)),
      families: LexiconFile(
        UnsafeBufferPointer(start: lexicon_en_families_bytes(), count: lexicon_en_families_size)),
      traps: LexiconFile(UnsafeBufferPointer(start: lexicon_en_traps_bytes(), count: lexicon_en_traps_size)),
      shorts: LexiconFile(
        UnsafeBufferPointer(start: lexicon_en_shorts_bytes(), count: lexicon_en_shorts_size)),
      days: LexiconFile(UnsafeBufferPointer(start: lexicon_en_days_bytes(), count: lexicon_en_days_size)),
      signals: LexiconFile(
        UnsafeBufferPointer(start: lexicon_en_signals_bytes(), count: lexicon_en_signals_size)),
      money: LexiconFile(UnsafeBufferPointer(start: lexicon_en_money_bytes(), count: lexicon_en_money_size)),
      topics: LexiconFile(
        UnsafeBufferPointer(start: lexicon_en_topics_bytes(), count: lexicon_en_topics_size)))
  }
}
