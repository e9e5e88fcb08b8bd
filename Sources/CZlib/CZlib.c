#include "CZlib.h"

int cz_begin(z_stream *stream, int window_bits) { return inflateInit2(stream, window_bits); }
