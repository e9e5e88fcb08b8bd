#ifndef LexiconData_h
#define LexiconData_h
#include <stddef.h>

/// The lexicon files, inside the binary: UTF-8, tab-separated, lines that begin with # are comments.
#define LEXICON_FILE(name)                                                    \
  extern const unsigned char lexicon_##name[];                                \
  extern const size_t lexicon_##name##_size;                                  \
  static inline const unsigned char *lexicon_##name##_bytes(void) { return lexicon_##name; }

LEXICON_FILE(countries)
LEXICON_FILE(vi_kinds)
LEXICON_FILE(vi_offices)
LEXICON_FILE(vi_ministries)
LEXICON_FILE(vi_families)
LEXICON_FILE(vi_traps)
LEXICON_FILE(vi_shorts)
LEXICON_FILE(vi_days)
LEXICON_FILE(vi_signals)
LEXICON_FILE(vi_money)
LEXICON_FILE(vi_topics)
LEXICON_FILE(en_kinds)
LEXICON_FILE(en_offices)
LEXICON_FILE(en_ministries)
LEXICON_FILE(en_families)
LEXICON_FILE(en_traps)
LEXICON_FILE(en_shorts)
LEXICON_FILE(en_days)
LEXICON_FILE(en_signals)
LEXICON_FILE(en_money)
LEXICON_FILE(en_topics)
#endif
