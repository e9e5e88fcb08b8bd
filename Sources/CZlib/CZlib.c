#include "CZlib.h"

int cz_begin(z_stream *stream, int window_bits) { return inflateInit2(stream, window_bits); }

int cz_begin_packing(z_stream *stream, int level, int window_bits) {
  return deflateInit2(stream, level, Z_DEFLATED, window_bits, 9, Z_DEFAULT_STRATEGY);
}
