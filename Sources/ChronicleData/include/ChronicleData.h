#ifndef ChronicleData_h
#define ChronicleData_h
#include <stddef.h>

/// The sample chronicle, inside the binary: UTF-8 in NFC, LF.
#define CHRONICLE_FILE(name)                                                  \
  extern const unsigned char chronicle_##name[];                              \
  extern const size_t chronicle_##name##_size;                                \
  static inline const unsigned char *chronicle_##name##_bytes(void) { return chronicle_##name; }

CHRONICLE_FILE(table)
CHRONICLE_FILE(dispatches)
#endif
