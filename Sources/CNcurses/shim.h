/* What Swift cannot see of curses and the terminal: macros, variadic functions, mutable globals, signal handlers.
   Each is a static inline function; what keeps state must be called from one Swift file only, because every file may
   get a copy of its own. */
#ifndef IMR_SHIM_H
#define IMR_SHIM_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/* term.h has short macros that would leak into every importer. */
#undef lines
#undef columns
#undef tab
#undef buttons

/* --- Locale ------------------------------------------------------------------------------------------------------ */

/* The user's locale, or C.UTF-8 where that is not UTF-8; whether it is UTF-8 now. */
static inline bool imr_set_locale(void) {
    if (setlocale(LC_ALL, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
    return setlocale(LC_CTYPE, "C.UTF-8") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* Whether the user's locale is UTF-8; the locale of the process stays. */
static inline bool imr_locale_is_utf8(void) {
    locale_t theirs = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    if (!theirs) return false;
    bool is_utf8 = strcmp(nl_langinfo_l(CODESET, theirs), "UTF-8") == 0;
    freelocale(theirs);
    return is_utf8;
}

/* wchar.h tells of it only to those who ask for X/Open, which would make its types others than Swift's. */
extern int wcwidth(wchar_t character);
static inline int imr_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static inline const char *imr_environment(const char *name) { return getenv(name); }

/* --- The screen -------------------------------------------------------------------------------------------------- */

static inline bool imr_is_terminal(void) { return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO); }

/* False where the terminal type is not known, or has not what is needed: text that places the cursor, and a flag if one is named. */
static inline bool imr_new_terminal_with(const char *type, const char *flag) {
    /* The window tells its size; LINES and COLUMNS may be those of another one. */
    use_env(FALSE);
    use_tioctl(TRUE);
    SCREEN *screen = newterm(type, stdout, stdin);
    if (!screen) return false;
    char *place = tigetstr("cup");
    if (place && place != (char *)-1 && (!flag || tigetflag((char *)flag) > 0)) return true;
    /* A screen that is made beside this one would take our modes for the shell's. */
    endwin();
    delscreen(screen);
    return false;
}
static inline bool imr_new_terminal(const char *type) { return imr_new_terminal_with(type, NULL); }

/* The same with an entry of our own for the type (TERMINFO=hex:…), which ncurses reads from the environment; the variable is
   as it was afterwards. False where ncurses does not heed it: the entry has the flag RGB. */
static inline bool imr_new_terminal_by(const char *type, const char *entry) {
    const char *before = getenv("TERMINFO");
    char *kept = before ? strdup(before) : NULL;
    if (setenv("TERMINFO", entry, 1) != 0) {
        free(kept);
        return false;
    }
    bool is_new = imr_new_terminal_with(type, "RGB");
    if (kept) setenv("TERMINFO", kept, 1); else unsetenv("TERMINFO");
    free(kept);
    return is_new;
}

/* The same question without a screen: afterwards imr_number and imr_has_text answer for that type. */
static inline bool imr_knows_terminal(const char *type) {
    int found = 0;
    if (setupterm(type, STDOUT_FILENO, &found) == ERR) return false;
    char *place = tigetstr("cup");
    return place && place != (char *)-1;
}
static inline int imr_number(const char *name) { return tigetnum((char *)name); }
static inline bool imr_flag(const char *name) { return tigetflag((char *)name) > 0; }
static inline const char *imr_text(const char *name) {
    char *text = tigetstr((char *)name);
    return text == (char *)-1 ? NULL : text;
}
static inline bool imr_has_text(const char *name) { return imr_text(name); }
static inline size_t imr_length(const char *text) { return strlen(text); }
/* The capabilities in the order of a compiled entry. */
static inline int imr_flag_count(void) { return BOOLWRITE; }
static inline int imr_number_count(void) { return NUMWRITE; }
static inline int imr_text_count(void) { return STRWRITE; }
static inline const char *imr_flag_name(int index) { return boolnames[index]; }
static inline const char *imr_number_name(int index) { return numnames[index]; }
static inline const char *imr_text_name(int index) { return strnames[index]; }

static inline void imr_start_screen(void) {
    /* ncurses 6.4 flushes at every cursor move until endwin has run once. */
    endwin();
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    idlok(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    /* Waiting input does not break off a frame: it has been drained before. */
    typeahead(-1);
}

/* The number of colours, 0 for none; pairs may use -1 for the terminal's own colours if `defaults` comes back true. */
static inline int imr_start_colours(bool *defaults) {
    if (!has_colors() || start_color() == ERR) return 0;
    *defaults = use_default_colors() == OK;
    return COLORS;
}

static inline int imr_pair_limit(void) { return COLOR_PAIRS; }
static inline bool imr_define_pair(int pair, int foreground, int background) {
    return init_extended_pair(pair, foreground, background) == OK;
}

static inline attr_t imr_bold(void) { return A_BOLD; }
static inline attr_t imr_dim(void) { return A_DIM; }
static inline attr_t imr_underline(void) { return A_UNDERLINE; }
static inline attr_t imr_reverse(void) { return A_REVERSE; }
static inline attr_t imr_italic(void) { return A_ITALIC; }
static inline attr_t imr_attributes(void) { return termattrs() | term_attrs(); }

/* One cell as setcchar would make it, without its checks: the caller knows the scalars to be a base and its marks. */
static inline void imr_set_cell(cchar_t *cell, uint32_t base, attr_t attributes, int pair) {
    memset(cell, 0, sizeof *cell);
    cell->attr = (attributes & ~A_COLOR) | (attr_t)COLOR_PAIR(pair > 255 ? 255 : pair);
    cell->chars[0] = (wchar_t)base;
    cell->ext_color = pair;
}
static inline void imr_add_mark(cchar_t *cell, int index, uint32_t mark) {
    if (index > 0 && index < CCHARW_MAX) cell->chars[index] = (wchar_t)mark;
}
static inline void imr_put_cells(int row, int column, const cchar_t *cells, int count) {
    mvwadd_wchnstr(stdscr, row, column, cells, count);
}
static inline void imr_place_cursor(int row, int column) { wmove(stdscr, row, column); }
static inline void imr_show_cursor(bool shown) { curs_set(shown ? 1 : 0); }
static inline void imr_update(void) {
    wnoutrefresh(stdscr);
    doupdate();
}
/* The next update writes the row whole, whatever is believed to stand there. */
static inline void imr_redraw_row(int row) { wredrawln(stdscr, row, 1); }
static inline void imr_clear(void) { werase(stdscr); }
/* The next update writes everything. */
static inline void imr_forget_screen(void) { clearok(curscr, TRUE); }
static inline void imr_resume(void) { reset_prog_mode(); }
static inline void imr_end(void) { endwin(); }
/* Whether the terminal has a second screen, so that leaving it brings the first one back. */
static inline bool imr_has_second_screen(void) {
    char *enter = tigetstr("smcup");
    return enter && enter != (char *)-1 && *enter;
}
static inline void imr_wipe(void) {
    werase(stdscr);
    clearok(stdscr, TRUE);
    wmove(stdscr, 0, 0);
    wnoutrefresh(stdscr);
    doupdate();
}
static inline int imr_rows(void) { return getmaxy(stdscr); }
static inline int imr_columns(void) { return getmaxx(stdscr); }
/* Goes out at once, past ncurses, whose own buffer is empty between updates. */
static inline void imr_send(const char *text) {
    if (write(STDOUT_FILENO, text, strlen(text)) < 0) { }
}

/* What the terminal keeps above its window goes, where it can be asked to. */
static inline void imr_clear_scrollback(void) {
    char *text = tigetstr("E3");
    if (text && text != (char *)-1) imr_send(text);
}

/* Appends a capability's text without its padding, as far as there is room. */
static inline void imr_append_text(const char *name, char *into, size_t *count, size_t room) {
    char *text = tigetstr((char *)name);
    if (!text || text == (char *)-1) return;
    while (*text && *count < room) {
        if (text[0] == '$' && text[1] == '<') {
            while (*text && *text != '>') text++;
            if (*text) text++;
        } else {
            into[(*count)++] = *text++;
        }
    }
}

/* The same for bytes that may be more than a line takes at once. */
static inline void imr_send_all(const uint8_t *bytes, size_t count) {
    while (count > 0) {
        ssize_t sent = write(STDOUT_FILENO, bytes, count);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return;
        bytes += sent;
        count -= (size_t)sent;
    }
}

/* The size that the terminal tells, or false. */
static inline bool imr_terminal_size(int *rows, int *columns) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}
static inline void imr_resize(int rows, int columns) { resizeterm(rows, columns); }

/* --- Input and waiting ------------------------------------------------------------------------------------------- */

/* The bytes read, 0 at the end of input, less than 0 for an error. */
static inline long imr_read(int descriptor, void *bytes, size_t count) {
    for (;;) {
        ssize_t got = read(descriptor, bytes, count);
        if (got >= 0) return got;
        if (errno != EINTR) return errno == EAGAIN ? -2 : -1;
    }
}

enum { IMR_READY = 1, IMR_GONE = 2, IMR_PIPE = 4, IMR_INTERRUPTED = 8 };

/* Waits for input, for the pipe (if 0 or more) or for the time to pass (less than 0: without end). */
static inline int imr_wait(int pipe, int milliseconds) {
    struct pollfd watched[2] = {{STDIN_FILENO, POLLIN, 0}, {pipe, POLLIN, 0}};
    int count = poll(watched, 2, milliseconds);
    if (count < 0) return errno == EINTR ? IMR_INTERRUPTED : IMR_GONE;
    int found = 0;
    if (watched[0].revents & POLLIN) found |= IMR_READY;
    if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= IMR_GONE;
    if (watched[1].revents & POLLIN) found |= IMR_PIPE;
    return found;
}

static inline bool imr_open_pipe(int *ends) {
    if (pipe(ends) != 0) return false;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
    return true;
}
/* A full pipe is no loss: whoever waits will wake in any case. */
static inline void imr_write_byte(int descriptor, uint8_t byte) {
    if (write(descriptor, &byte, 1) < 0) { }
}

/* --- Signals: to be called from one Swift file ------------------------------------------------------------------- */

/* Swift gives storage to what is static within a function, not to what is static in the file. */
static inline int *imr_signal_pipe(void) {
    static int descriptor = -1;
    return &descriptor;
}

static void imr_note_signal(int number) {
    int saved = errno;
    imr_write_byte(*imr_signal_pipe(), (uint8_t)number);
    errno = saved;
}

static inline void imr_handle(int number, void (*handler)(int)) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

/* From now on each of these signals is one byte, its number, in the pipe; and writing to what is gone is an error. */
static inline void imr_catch_signals(int pipe) {
    static const int noted[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT};
    static const int ignored[] = {SIGPIPE, SIGXFSZ, SIGTTOU};
    *imr_signal_pipe() = pipe;
    for (size_t i = 0; i < sizeof noted / sizeof *noted; i++) imr_handle(noted[i], imr_note_signal);
    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) imr_handle(ignored[i], SIG_IGN);
}

static inline void imr_release_signals(void) {
    static const int all[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGPIPE, SIGXFSZ, SIGTTOU};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) imr_handle(all[i], SIG_DFL);
    *imr_signal_pipe() = -1;
}

/* Stops this process as Ctrl-Z would and returns once it is continued; at once where nobody could continue it. */
static inline void imr_stop(void) {
    struct sigaction action, before;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, &before);
    sigset_t stop, mask;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
    raise(SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGTSTP, &before, NULL);
}

/* --- Crashes: to be called from one Swift file ------------------------------------------------------------------- */

enum { IMR_RESTORE_LIMIT = 512, IMR_CRASHES = 7 };

struct imr_guard {
    volatile sig_atomic_t is_armed;
    bool is_installed;
    struct termios modes;
    char bytes[IMR_RESTORE_LIMIT];
    size_t count;
    struct sigaction before[IMR_CRASHES];
    char stack[32768];
};

static inline struct imr_guard *imr_guard(void) {
    static struct imr_guard guard;
    return &guard;
}

static inline int imr_crash(int index) {
    const int numbers[IMR_CRASHES] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT};
    return numbers[index];
}

static inline bool imr_save_modes(void) { return tcgetattr(STDIN_FILENO, &imr_guard()->modes) == 0; }

static void imr_crashed(int number) {
    struct imr_guard *guard = imr_guard();
    if (guard->is_armed) {
        guard->is_armed = 0;
        if (write(STDOUT_FILENO, guard->bytes, guard->count) < 0) { }
        tcsetattr(STDIN_FILENO, TCSANOW, &guard->modes);
    }
    for (int i = 0; i < IMR_CRASHES; i++)
        if (imr_crash(i) == number) sigaction(number, &guard->before[i], NULL);
    raise(number);
}

static inline void imr_guard_with(struct imr_guard *guard, const char *name) {
    imr_append_text(name, guard->bytes, &guard->count, IMR_RESTORE_LIMIT - 16);
}

/* A crash from now on leaves the terminal as it was found. */
static inline void imr_arm_crash_guard(void) {
    struct imr_guard *guard = imr_guard();
    /* The same as Screen.modesOff. */
    const char modes_off[] = "\033[?1006l\033[?1002l\033[?1000l\033[?1004l\033[?2004l";
    memcpy(guard->bytes, modes_off, sizeof modes_off - 1);
    guard->count = sizeof modes_off - 1;
    imr_guard_with(guard, "sgr0");
    imr_guard_with(guard, "rmkx");
    imr_guard_with(guard, "cnorm");
    imr_guard_with(guard, "rmcup");
    guard->bytes[guard->count++] = '\r';
    guard->bytes[guard->count++] = '\n';
    guard->is_armed = 1;
    if (guard->is_installed) return;
    guard->is_installed = true;
    stack_t alternate;
    memset(&alternate, 0, sizeof alternate);
    alternate.ss_sp = guard->stack;
    alternate.ss_size = sizeof guard->stack;
    sigaltstack(&alternate, NULL);
    for (int i = 0; i < IMR_CRASHES; i++) {
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_handler = imr_crashed;
        action.sa_flags = SA_ONSTACK | SA_NODEFER;
        sigemptyset(&action.sa_mask);
        sigaction(imr_crash(i), &action, &guard->before[i]);
    }
}

static inline void imr_disarm_crash_guard(void) { imr_guard()->is_armed = 0; }

#endif
