"""Measures imr in a pseudo-terminal and from the command line; Scripts/bench calls it with what it needs.

    bench.py IMR FOLDER LETTERS    the program, the folder with 1000.db and 100000.db, a folder of letters

Latency is from the write of a key to the last byte that comes before the screen is quiet; what a durable change costs
is set beside a raw append with fdatasync in the same folder and the same run.
"""
import fcntl
import os
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

IMR, FOLDER, LETTERS = (sys.argv + [""] * 3)[1:4]
QUIET = 0.04
NOW = time.perf_counter
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": FOLDER, "LANG": "C.UTF-8", "TERM": "xterm-256color",
               "IMR_REVIEWER": "bench", "XDG_CONFIG_HOME": FOLDER + "/no-config"}


class Terminal:
    """A program in a pseudo-terminal of 40 × 120."""

    def __init__(self, command, rows=40, columns=120, environment=ENVIRONMENT):
        self.master, slave = os.openpty()
        self.resize(rows, columns)
        name = os.ttyname(slave)
        os.set_blocking(self.master, False)
        self.output = b""
        self.start = NOW()
        self.pid = os.posix_spawn(
            command[0], command, environment, setsid=True,
            file_actions=[(os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0), (os.POSIX_SPAWN_DUP2, 0, 1),
                          (os.POSIX_SPAWN_DUP2, 0, 2)])
        os.close(slave)

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, wait):
        """What comes within the time, and when it came; None when nothing does."""
        if not select.select([self.master], [], [], max(0, wait))[0]:
            return None
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return None
        self.output += data
        return NOW(), data

    def until_quiet(self, start, first=0.3, wanted=b""):
        """(milliseconds to the last byte, bytes, reads); waits on until `wanted` has come, at most ten seconds."""
        count = reads = 0
        last, seen = None, b""
        while True:
            waiting = last is None or wanted not in seen
            got = self.read((10 if wanted else first) if waiting else QUIET)
            if got is None:
                break
            last, data = got
            seen += data
            count += len(data)
            reads += 1
        return ((last or start) - start) * 1000, count, reads

    def press(self, keys, wanted=b""):
        """Writes keys at once; what `until_quiet` tells."""
        start = NOW()
        os.write(self.master, keys)
        return self.until_quiet(start, wanted=wanted)

    def memory(self):
        """The most memory it has had, in MB."""
        with open(f"/proc/{self.pid}/status") as status:
            return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) / 1024

    def leave(self, keys=b"\x1b\x1bQ"):
        """Leaves by keys; how many milliseconds that takes."""
        start = NOW()
        os.write(self.master, keys)
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            self.read(0.001)
            if NOW() - start > 5:
                os.killpg(self.pid, signal.SIGKILL)
        os.close(self.master)
        return (NOW() - start) * 1000


def workstation(store):
    """imr on a store."""
    return Terminal([IMR, "--store", store])


def quantile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(part * len(values)))]


def row(what, values, unit, wanted=""):
    """A line of the table; of more than one value the median and the 99th percentile."""
    values = values if isinstance(values, list) else [values]
    middle = statistics.median(values)
    rest = f"{quantile(values, 0.99):9.2f}" if len(values) > 4 else " " * 9
    print(f"{what:<46}{middle:10.2f}{rest} {unit:<9}{wanted}", flush=True)


def run(*arguments):
    """Milliseconds that a command takes."""
    start = NOW()
    done = subprocess.run([IMR, *arguments], env=ENVIRONMENT, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"imr {' '.join(arguments)} failed: {done.stderr.decode()}")
    return (NOW() - start) * 1000


def raw_appends(folder, count=200, size=4096):
    """Milliseconds of one append with fdatasync, many times."""
    taken = []
    file = os.open(folder + "/raw", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for _ in range(count):
        start = NOW()
        os.write(file, b"x" * size)
        os.fdatasync(file)
        taken.append((NOW() - start) * 1000)
    os.close(file)
    os.unlink(folder + "/raw")
    return taken


def measure_screens(cases):
    """The worklist and a case of a store, as keys meet them."""
    store = f"{FOLDER}/{cases}.db"
    label = f"{cases:,} cases: "
    first = []
    for _ in range(7):
        terminal = workstation(store)
        taken, frame, _ = terminal.until_quiet(terminal.start, wanted=b"Worklist")
        first.append(taken)
        terminal.leave()
    row(label + "first complete screen", first, "ms", "≤ 40")
    row(label + "  its bytes", frame, "bytes")
    terminal = workstation(store)
    terminal.until_quiet(terminal.start, wanted=b"Worklist")
    terminal.read(0.3)
    within = [terminal.press(b"j") for _ in range(30)]
    row(label + "j within the page", [sample[0] for sample in within], "ms", "≤ 1, p99 ≤ 5")
    terminal.press(b"j" * 10)
    scrolled = [terminal.press(b"j") for _ in range(200)]
    row(label + "j that scrolls", [sample[0] for sample in scrolled], "ms", "≤ 1, p99 ≤ 5")
    row(label + "  bytes of a line scrolled", [sample[1] for sample in scrolled], "bytes", "≤ 300")
    row(label + "  reads of it", [sample[2] for sample in scrolled], "", "1")
    paged = [terminal.press(b"\x1b[6~") for _ in range(20)]
    row(label + "page down", [sample[0] for sample in paged], "ms", "≤ 1, p99 ≤ 5")
    terminal.press(b"g")
    bursts = [terminal.press(b"j" * 200) for _ in range(5)]
    row(label + "200 keys in one write", [sample[0] for sample in bursts], "ms")
    row(label + "  bytes drawn for them", [sample[1] for sample in bursts], "bytes", "two frames")
    jumps = [terminal.press(key) for key in (b"G", b"g") * 3]
    row(label + "to the end and back", [sample[0] for sample in jumps], "ms")
    opened = []
    for _ in range(10):
        opened.append(terminal.press(b"\r", wanted=b"Summary")[0])
        terminal.press(b"q")
    row(label + "open a case", opened, "ms")
    sizes = []
    for size in ((24, 80), (40, 120)) * 3:
        start = NOW()
        terminal.resize(*size)
        sizes.append(terminal.until_quiet(start)[0])
    row(label + "resize", sizes, "ms")
    row(label + "resident memory", terminal.memory(), "MB", "≤ 40")
    row(label + "leave", terminal.leave(), "ms")


def measure_deciding(folder):
    """A decision from the key to the screen that says it is recorded, beside a raw append."""
    store = folder + "/deciding.db"
    letter = open_letter(folder, "CM30-0000001")
    run("import", "--blind", "--store", store, letter)
    terminal = workstation(store)
    terminal.until_quiet(terminal.start, wanted=b"Worklist")
    terminal.press(b"\r", wanted=b"Summary")
    terminal.press(b"i")
    terminal.press(b"e")
    terminal.press(b"The record does not show it.")
    terminal.press(b"\x1b")
    terminal.press(b"u")
    time.sleep(1)
    terminal.read(0)
    raw = raw_appends(folder)
    taken = [terminal.press(b"ou"[turn % 2:turn % 2 + 1])[0] for turn in range(60)]
    row("a decision on disk and on screen", taken, "ms", "≤ 20")
    row("  a raw append with fdatasync (4 KB)", raw, "ms")
    row("  ratio of the two", statistics.median(taken) / statistics.median(raw), "×")
    terminal.leave()
    rationale = folder + "/rationale.txt"
    with open(rationale, "w") as file:
        file.write("The record does not show it.\n")
    words = ("upheld", "overturned")
    decided = [run("decide", "CM30-0000001", "1", words[turn % 2], "--replace", "--rationale", rationale, "--store", store)
               for turn in range(20)]
    row("imr decide, start to end", decided, "ms")
    row("imr case list of 1,000", [run("case", "list", "--store", FOLDER + "/1000.db") for _ in range(7)], "ms")


def letters():
    """The texts of the letters that have a header, and so a number."""
    for name in sorted(os.listdir(LETTERS)):
        if name.endswith(".txt"):
            with open(f"{LETTERS}/{name}", encoding="utf-8") as file:
                text = file.read()
            if re.search(r"CM\d\d-\d{7}", text):
                yield text


def open_letter(folder, number):
    path = f"{folder}/{number}.txt"
    with open(path, "w", encoding="utf-8") as file:
        file.write(re.sub(r"CM\d\d-\d{7}", number, next(letters())))
    return path


def measure_filling(folder):
    """What fills a store: letters, and synthetic cases."""
    source = folder + "/letters"
    os.mkdir(source)
    texts = list(letters())
    for index in range(1000):
        number = f"CM31-{index:07}"
        with open(f"{source}/{number}.txt", "w", encoding="utf-8") as file:
            file.write(re.sub(r"CM\d\d-\d{7}", number, texts[index % len(texts)]))
    store = folder + "/letters.db"
    row("1,000 text letters imported", run("import", "--store", store, source) / 1000, "s", "≤ 5")
    row("  the same again, unchanged", run("import", "--store", store, source) / 1000, "s")
    numbers = [f"CM31-{index:07}" for index in range(100)]
    row("100 letters exported", run("export", *numbers, "--store", store, "--out", folder + "/out") / 1000, "s")
    taken = run("generate", "--cases", "10000", "--seed", "9", "--store", folder + "/made.db")
    row("cases generated", 10000 / taken * 1000, "a second")


def main():
    print(f"{'':<46}{'median':>10}{'p99':>9} {'':<9}wanted")
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        measure_filling(folder)
        measure_deciding(folder)
    for cases in (1000, 100000):
        measure_screens(cases)


if __name__ == "__main__":
    main()
