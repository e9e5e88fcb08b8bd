#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <utmp.h>
#include <unistd.h>
#include <wchar.h>

// Test threads block signals, and exec would pass that on.
static void forget_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
}

pid_t pt_start(const char *path, char *const arguments[], char *const environment[], int rows, int columns,
               int *master, int *slave) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  if (openpty(master, slave, NULL, NULL, &size) != 0) return -1;
  fcntl(*master, F_SETFD, FD_CLOEXEC);
  fcntl(*slave, F_SETFD, FD_CLOEXEC);
  fcntl(*master, F_SETFL, fcntl(*master, F_GETFL) | O_NONBLOCK);
  pid_t process = fork();
  if (process == 0) {
    forget_signals();
    if (login_tty(*slave) != 0) _exit(126);
    execve(path, arguments, environment);
    _exit(127);
  }
  return process;
}

pid_t pt_start_piped(const char *path, char *const arguments[], char *const environment[], int *output) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  pid_t process = fork();
  if (process == 0) {
    forget_signals();
    setsid();
    int nothing = open("/dev/null", O_RDONLY);
    if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(ends[1], 1) < 0 || dup2(ends[1], 2) < 0) _exit(126);
    execve(path, arguments, environment);
    _exit(127);
  }
  close(ends[1]);
  *output = ends[0];
  fcntl(*output, F_SETFL, fcntl(*output, F_GETFL) | O_NONBLOCK);
  return process;
}

int pt_resize(int master, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

int pt_wait_readable(int file, int milliseconds) {
  struct pollfd wanted = {file, POLLIN, 0};
  int ready = poll(&wanted, 1, milliseconds);
  if (ready <= 0) return 0;
  if (wanted.revents & POLLIN) return 1;
  return -1;
}

bool pt_is_cooked(int slave) {
  struct termios modes;
  if (tcgetattr(slave, &modes) != 0) return false;
  return (modes.c_lflag & ICANON) && (modes.c_lflag & ECHO) && (modes.c_lflag & ISIG) && (modes.c_oflag & ONLCR);
}

int pt_state(pid_t process, int *value) {
  int status = 0;
  *value = 0;
  pid_t answer = waitpid(process, &status, WNOHANG | WUNTRACED);
  if (answer == 0) return 0;
  if (answer < 0) {
    *value = -1;
    return 1;
  }
  if (WIFSTOPPED(status)) {
    *value = WSTOPSIG(status);
    return 3;
  }
  if (WIFSIGNALED(status)) {
    *value = WTERMSIG(status);
    return 2;
  }
  *value = WEXITSTATUS(status);
  return 1;
}

int pt_width(unsigned scalar) {
  static locale_t place = (locale_t)0;
  if (place == (locale_t)0) place = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  locale_t before = uselocale(place);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}
