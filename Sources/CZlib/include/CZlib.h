// The system's zlib as Swift can import it: what begins a stream is a macro there.
#ifndef CZlib_h
#define CZlib_h

#include <zlib.h>

// Z_OK, or Z_MEM_ERROR. The window bits are those of inflateInit2: 31 for gzip, -15 for deflate alone.
int cz_begin(z_stream *stream, int window_bits);
// The same for packing; level 1 (fast) to 9.
int cz_begin_packing(z_stream *stream, int level, int window_bits);

#endif
