// The C side of the terminal: the wide ncurses header as Swift can import it, and what must be C: signals and the guard
// that gives the terminal back when the process dies.
#ifndef CNcurses_h
#define CNcurses_h

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <stdbool.h>
#include <stdint.h>
#include <wchar.h>

enum {
  CN_BOLD = 1, CN_DIM = 2, CN_ITALIC = 4, CN_UNDERLINE = 8, CN_REVERSE = 16
};

// Sets a UTF-8 locale whatever the environment says.
void cn_set_locale(void);

// 0 on success; 1 when the terminal is unknown; 2 when it cannot move the cursor.
int cn_start(void);
// Gives the terminal back; safe to call twice.
void cn_end(void);
// Stops this process as Ctrl-Z does and takes the terminal again when it goes on.
void cn_suspend(void);
// Takes the terminal again after somebody else stopped and continued this process.
void cn_resume(void);
// Gives the terminal to another program of this process's group, and takes it back. Signals of the keyboard are the
// other program's meanwhile.
void cn_lend(void);
void cn_take_back(void);

int cn_rows(void);
int cn_columns(void);
// Reads the window's size anew and tells ncurses.
void cn_resize(void);
int cn_colours(void);
// A colour pair for two palette numbers, -1 for the terminal's own.
int cn_pair(int foreground, int background);
// Writes text (ended by 0) at a cell.
void cn_put(int row, int column, const wchar_t *text, int attributes, int pair);
void cn_cursor(int row, int column, bool shown);
void cn_show(void);
// Whether clicks and the wheel are reported; the terminal then marks no text with the mouse.
void cn_use_mouse(bool on);
void cn_forget(void);
// Sends bytes to the terminal that are none of the picture.
void cn_send(const uint8_t *bytes, size_t count);

// Waits without end for the terminal, a signal or the wake pipe. Bits: 1 key waiting, 2 resized, 4 woken, 8 ended, 16 continued,
// 32 asked to stop.
int cn_wait(bool block);
void cn_wake(void);

enum { CN_NONE = 0, CN_BYTE = 1, CN_FUNCTION = 2 };
// One function key or one byte of UTF-8 without waiting; what it was is put into value. Bytes, because ncurses' own
// decoder loses a character that arrives in two pieces and swallows what follows a wrong byte.
int cn_key(uint32_t *value);

enum { CN_CLICK = 1, CN_WHEEL_UP = 2, CN_WHEEL_DOWN = 3 };
// What the mouse did, after CN_KEY_MOUSE; CN_NONE for what means nothing.
int cn_mouse(int *row, int *column);

enum {
  CN_KEY_UP = KEY_UP, CN_KEY_DOWN = KEY_DOWN, CN_KEY_LEFT = KEY_LEFT, CN_KEY_RIGHT = KEY_RIGHT,
  CN_KEY_HOME = KEY_HOME, CN_KEY_END = KEY_END, CN_KEY_PPAGE = KEY_PPAGE, CN_KEY_NPAGE = KEY_NPAGE,
  CN_KEY_BACKSPACE = KEY_BACKSPACE, CN_KEY_DC = KEY_DC, CN_KEY_BTAB = KEY_BTAB, CN_KEY_ENTER = KEY_ENTER,
  CN_KEY_F0 = KEY_F0, CN_KEY_MOUSE = KEY_MOUSE, CN_PASTE_BEGIN = 0x7001, CN_PASTE_END = 0x7002
};

#endif
