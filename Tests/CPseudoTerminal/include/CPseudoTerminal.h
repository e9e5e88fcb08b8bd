// What a test of a terminal program needs and Swift cannot do by itself: fork on a new pseudo terminal.
#ifndef CPseudoTerminal_h
#define CPseudoTerminal_h

#include <stdbool.h>
#include <sys/types.h>

// Starts a program on a new pseudo terminal; its process number, or -1. The master side goes into *master, and a
// second handle on the program's side, which keeps its modes readable, into *slave.
pid_t pt_start(const char *path, char *const arguments[], char *const environment[], int rows, int columns,
               int *master, int *slave);
// Starts a program without any terminal; its output (both streams) can be read from *output.
pid_t pt_start_piped(const char *path, char *const arguments[], char *const environment[], int *output);
int pt_resize(int master, int rows, int columns);
// Waits up to so many milliseconds for something to read. 1 readable, 0 not, -1 the other side is gone.
int pt_wait_readable(int file, int milliseconds);
// Echo and line editing on, as a shell leaves them.
bool pt_is_cooked(int slave);
// 0 still running; 1 ended with *value as exit status; 2 ended by signal *value; 3 stopped by signal *value.
int pt_state(pid_t process, int *value);
// Cells as the C library counts them, in C.UTF-8; -1 for what it does not print.
int pt_width(unsigned scalar);

#endif
