#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static struct termios saved_modes;
static bool modes_saved = false;
static volatile sig_atomic_t is_up = 0;
static int signal_pipe[2] = {-1, -1};
static int wake_pipe[2] = {-1, -1};
static SCREEN *screen = NULL;
static int held_news = 0;
static int stderr_copy = -1;
static FILE *stderr_log = NULL;
static int stderr_log_file = -1;

// What a dying process writes, put together beforehand: paste off, main screen, cursor on, attributes off.
static char restore_bytes[256];
static size_t restore_count = 0;
static bool speaks_xterm = false;
static bool uses_mouse = false;
// A stack overflow leaves no room for a handler.
static char handler_stack[65536];

void cn_set_locale(void) {
  if (setlocale(LC_ALL, "") == NULL || strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
    if (setlocale(LC_ALL, "C.UTF-8") == NULL) setlocale(LC_ALL, "en_US.UTF-8");
  }
}

static void write_all(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// What went to stderr while the screen was up goes to the terminal, its control characters replaced.
static void say_last_words(void) {
  char tail[4096];
  off_t size = lseek(stderr_log_file, 0, SEEK_END);
  ssize_t count = pread(stderr_log_file, tail, sizeof tail, size > (off_t)sizeof tail ? size - (off_t)sizeof tail : 0);
  for (ssize_t i = 0; i < count; i++)
    if (((unsigned char)tail[i] < 0x20 && tail[i] != '\n') || tail[i] == 0x7F) tail[i] = '?';
  if (count > 0) write_all(stderr_copy, tail, (size_t)count);
}

// Only calls that are safe inside a signal handler.
static void crashed(int signal_number) {
  if (is_up) {
    write_all(STDOUT_FILENO, restore_bytes, restore_count);
    if (modes_saved) tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
    if (stderr_log != NULL) say_last_words();
  }
  signal(signal_number, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal_number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(signal_number);
}

static void noted(int signal_number) {
  int saved = errno;
  char byte = signal_number == SIGWINCH ? 'w' : signal_number == SIGCONT ? 'c' : signal_number == SIGTSTP ? 'z' : 'e';
  if (signal_pipe[1] >= 0 && write(signal_pipe[1], &byte, 1) < 0) { /* the pipe is full of the same news */ }
  errno = saved;
}

static void install(int signal_number, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
}

static bool is_ignored(int signal_number) {
  struct sigaction action;
  return sigaction(signal_number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

static void install_all(void) {
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  const int ends[] = {SIGTERM, SIGINT};
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) install(ends[i], noted);
  if (!is_ignored(SIGHUP)) install(SIGHUP, noted);
  install(SIGWINCH, noted);
  if (!is_ignored(SIGTSTP)) install(SIGTSTP, noted);
  install(SIGCONT, noted);
  signal(SIGPIPE, SIG_IGN);
  const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT, SIGSYS};
  for (size_t i = 0; i < sizeof crashes / sizeof crashes[0]; i++) install(crashes[i], crashed);
}

static void make_pipe(int ends[2]) {
  if (ends[0] >= 0 || pipe(ends) != 0) return;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFL, fcntl(ends[i], F_GETFL) | O_NONBLOCK);
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  }
}

// What the runtime says on its way down would be drawn into the alternate screen and lost; it is kept and printed after.
static void keep_stderr(void) {
  if (stderr_log != NULL || !isatty(STDERR_FILENO)) return;
  stderr_log = tmpfile();
  if (stderr_log == NULL) return;
  stderr_log_file = fileno(stderr_log);
  fcntl(stderr_log_file, F_SETFD, FD_CLOEXEC);
  stderr_copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
  dup2(fileno(stderr_log), STDERR_FILENO);
}

static void give_stderr_back(void) {
  if (stderr_log == NULL) return;
  dup2(stderr_copy, STDERR_FILENO);
  say_last_words();
  close(stderr_copy);
  fclose(stderr_log);
  stderr_log = NULL;
}

static void set_modes(void) {
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  // A picture is finished whatever is typed meanwhile: the session itself paints only when nothing waits.
  typeahead(-1);
  meta(stdscr, TRUE);
  curs_set(0);
}

static void paste_reports(bool on) {
  if (!speaks_xterm) return;
  const char *bytes = on ? "\033[?2004h" : "\033[?2004l";
  write_all(STDOUT_FILENO, bytes, 8);
}

// Terminfo strings may hold padding (`$<5>`), which is not for the eye.
static void add_restore(const char *bytes) {
  while (bytes != NULL && bytes != (const char *)-1 && *bytes != 0 && restore_count < sizeof restore_bytes) {
    const char *end = bytes[0] == '$' && bytes[1] == '<' ? strchr(bytes, '>') : NULL;
    if (end != NULL) {
      bytes = end + 1;
    } else {
      restore_bytes[restore_count++] = *bytes++;
    }
  }
}

static void prepare_restore(void) {
  restore_count = 0;
  if (speaks_xterm) add_restore("\033[?2004l");
  if (uses_mouse) add_restore("\033[?1000l\033[?1006l");
  const char *names[] = {"sgr0", "op", "rmkx", "rmcup", "cnorm"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) add_restore(tigetstr(names[i]));
  add_restore("\r");
}

int cn_start(void) {
  cn_set_locale();
  make_pipe(signal_pipe);
  make_pipe(wake_pipe);
  modes_saved = tcgetattr(STDIN_FILENO, &saved_modes) == 0;
  int result = 0;
  if (setupterm(NULL, STDOUT_FILENO, &result) != OK) return 1;
  if (tigetstr("cup") == NULL || tigetstr("cup") == (char *)-1) return 2;
  const char *name = getenv("TERM");
  speaks_xterm = name != NULL && (strstr(name, "xterm") || strstr(name, "tmux") || strstr(name, "screen")
    || strstr(name, "rxvt") || strstr(name, "alacritty") || strstr(name, "kitty") || strstr(name, "foot"));
  prepare_restore();
  install_all();
  if (getenv("ESCDELAY") == NULL) set_escdelay(25);
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) return 1;
  is_up = 1;
  keep_stderr();
  if (has_colors()) {
    start_color();
    use_default_colors();
    // The palette is never changed, so that it must not be reset: a user's own colours would be lost.
    orig_colors = NULL;
  }
  set_modes();
  // Some terminals send these whatever their description says.
  define_key("\033[Z", KEY_BTAB);
  const char *homes[] = {"\033[H", "\033OH", "\033[1~", "\033[7~"}, *ends[] = {"\033[F", "\033OF", "\033[4~", "\033[8~"};
  for (int i = 0; i < 4; i++) {
    define_key(homes[i], KEY_HOME);
    define_key(ends[i], KEY_END);
  }
  define_key("\033[200~", CN_PASTE_BEGIN);
  define_key("\033[201~", CN_PASTE_END);
  paste_reports(true);
  return 0;
}

void cn_end(void) {
  if (!is_up) return;
  paste_reports(false);
  curs_set(1);
  endwin();
  is_up = 0;
  if (modes_saved) tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  give_stderr_back();
}

static int drain_signals(void) {
  int news = 0;
  char byte;
  while (read(signal_pipe[0], &byte, 1) == 1) news |= byte == 'w' ? 2 : byte == 'c' ? 16 : byte == 'z' ? 32 : 8;
  return news;
}

void cn_suspend(void) {
  paste_reports(false);
  curs_set(1);
  endwin();
  if (modes_saved) tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  is_up = 0;
  signal(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
  is_up = 1;
  // The news of going on is answered here; any other is not lost.
  held_news |= drain_signals() & ~16;
  install_all();
  set_modes();
  paste_reports(true);
  cn_resize();
  cn_forget();
}

void cn_resume(void) {
  endwin();
  set_modes();
  paste_reports(true);
  cn_resize();
  cn_forget();
}

void cn_lend(void) {
  paste_reports(false);
  curs_set(1);
  endwin();
  is_up = 0;
  if (modes_saved) tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  give_stderr_back();
  signal(SIGINT, SIG_IGN);
  signal(SIGQUIT, SIG_IGN);
  signal(SIGTSTP, SIG_IGN);
}

void cn_take_back(void) {
  keep_stderr();
  is_up = 1;
  // A stop and a continue meanwhile were the other program's; any other news is not lost.
  held_news |= drain_signals() & ~(16 | 32);
  signal(SIGTSTP, SIG_DFL);
  install_all();
  set_modes();
  paste_reports(true);
  cn_resize();
  cn_forget();
}

int cn_rows(void) { return getmaxy(stdscr); }
int cn_columns(void) { return getmaxx(stdscr); }

void cn_resize(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
    resizeterm(size.ws_row, size.ws_col);
}

int cn_colours(void) {
  const char *no_colour = getenv("NO_COLOR");
  if (!has_colors() || (no_colour != NULL && no_colour[0] != '\0')) return 0;
  // Where numbers mean red, green and blue at once, only the first eight are what a palette says.
  return COLORS > 256 ? 8 : COLORS;
}

int cn_pair(int foreground, int background) { return alloc_pair(foreground, background); }

void cn_put(int row, int column, const wchar_t *text, int attributes, int pair) {
  attr_t bits = A_NORMAL;
  if (attributes & CN_BOLD) bits |= A_BOLD;
  if (attributes & CN_DIM) bits |= A_DIM;
  if (attributes & CN_ITALIC) bits |= A_ITALIC;
  if (attributes & CN_UNDERLINE) bits |= A_UNDERLINE;
  if (attributes & CN_REVERSE) bits |= A_REVERSE;
  wattr_set(stdscr, bits, (short)pair, &pair);
  mvaddwstr(row, column, text);
}

void cn_cursor(int row, int column, bool shown) {
  curs_set(shown ? 1 : 0);
  if (shown) move(row, column);
}

void cn_show(void) { refresh(); }

void cn_send(const uint8_t *bytes, size_t count) { write_all(STDOUT_FILENO, (const char *)bytes, count); }

void cn_forget(void) { clearok(curscr, TRUE); }

int cn_wait(bool block) {
  struct pollfd files[3] = {
    {STDIN_FILENO, POLLIN, 0}, {signal_pipe[0], POLLIN, 0}, {wake_pipe[0], POLLIN, 0}};
  int news = held_news;
  held_news = 0;
  int ready = poll(files, 3, block && news == 0 ? -1 : 0);
  if (ready < 0) return news | (errno == EINTR ? 0 : 8);
  if (files[0].revents & POLLIN) news |= 1;
  if ((files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0) news |= 8;
  if (files[1].revents & POLLIN) news |= drain_signals();
  if (files[2].revents & POLLIN) {
    char bytes[64];
    while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {}
    news |= 4;
  }
  return news;
}

void cn_wake(void) {
  char byte = 'w';
  if (write(wake_pipe[1], &byte, 1) < 0) { /* full: it will wake all the same */ }
}

int cn_key(uint32_t *value) {
  int key = wgetch(stdscr);
  if (key == ERR) return CN_NONE;
  *value = (uint32_t)key;
  return key > 0xFF ? CN_FUNCTION : CN_BYTE;
}

void cn_use_mouse(bool on) {
  uses_mouse = on;
  prepare_restore();
  mouseinterval(0);
  mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

int cn_mouse(int *row, int *column) {
  MEVENT event;
  if (getmouse(&event) != OK) return CN_NONE;
  *row = event.y;
  *column = event.x;
  if (event.bstate & BUTTON1_PRESSED) return CN_CLICK;
  if (event.bstate & BUTTON4_PRESSED) return CN_WHEEL_UP;
  return event.bstate & BUTTON5_PRESSED ? CN_WHEEL_DOWN : CN_NONE;
}
