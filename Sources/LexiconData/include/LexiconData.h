#ifndef LexiconData_h
#define LexiconData_h
#include <stddef.h>

/// The lexicon files, inside the binary: UTF-8, tab-separated, lines that begin with # are comments.
#define LEXICON_FILE(name)                                                    \
  extern const unsigned char lexicon_##name[];                                \
  extern const size_t lexicon_##name##_size;                                  \
  static inline const unsigned char *lexicon_##name##_bytes(void) { return lexicon_##name; }

LEXICON_FILE(countries)
#endif
