#ifndef LexiconData_h
#define LexiconData_h
#include <stddef.h>

/// A word list inside the binary: UTF-8, tab-separated, lines that begin with # are comments.
struct lexicon_list {
  /// The folder: a language, or "names" and "rules" for what all languages share.
  const char *folder;
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

extern const struct lexicon_list lexicon_lists[];
extern const size_t lexicon_list_count;

/// `index` is below `lexicon_list_count`.
static inline struct lexicon_list lexicon_list_at(size_t index) { return lexicon_lists[index]; }
#endif
