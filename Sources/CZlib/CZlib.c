#include "CZlib.h"

int cz_begin(z_stream *stream, int window_bits) { return inflateInit2(stream, window_bits); }

int cz_begin_packing(z_stream *stream, int level, int window_bits) {
  // What is packed is short: a large table would take longer to clear than to use.
  return deflateInit2(stream, level, Z_DEFLATED, window_bits, 7, Z_DEFAULT_STRATEGY);
}
