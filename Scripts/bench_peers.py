"""Measures imr beside well-known terminal programs, in one run and in the same way; Scripts/bench calls it.

    bench_peers.py IMR FOLDER REPOSITORY    the program, the folder with its stores, a repository for tig to show

Peers that are not installed are left out. A row is a program on a number of entries: milliseconds to the first complete
screen; of a key that moves a line, while the list scrolls, milliseconds to the last byte, median and 99th percentile, and
bytes; the same of a page; 200 keys in one write; the most memory.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

from bench import ENVIRONMENT, Terminal, quantile

IMR, FOLDER, REPOSITORY = sys.argv[1:4]
# As a terminal sends it to a program that asked for the keys of applications.
ARROW = b"\x1bOB"
SUBJECTS = ["MRI of the lumbar spine", "Physical therapy for the shoulder", "Weaning from an opioid",
            "Electrodiagnostic study of the left arm", "Home exercise equipment", "A second opinion"]


class Peer:
    """A program, how it is started, what its first complete screen shows, and its keys."""

    def __init__(self, name, count, command, ready, down=b"j", page=b"\x1b[6~", enter=b"", leave=b"q", env=None):
        self.name, self.count, self.command, self.ready = name, count, command, ready
        self.down, self.page, self.enter, self.leave, self.env = down, page, enter, leave, env or {}

    def start(self):
        """The program with its list before it, and the milliseconds to its first complete screen."""
        path = shutil.which(self.command[0])
        terminal = Terminal([path, *self.command[1:]], environment={**ENVIRONMENT, **self.env})
        taken = terminal.until_quiet(terminal.start, first=60, wanted=self.ready)[0]
        terminal.read(0.4)
        if self.enter:
            terminal.press(self.enter)
            while terminal.read(0.6) is not None:
                pass
        return terminal, taken

    def measure(self):
        try:
            self.measure_steps()
        except (AttributeError, ChildProcessError, OSError):
            print(f"{self.name:<10}{self.count:>10}  has ended before its time", flush=True)

    def measure_steps(self):
        first = []
        for _ in range(3):
            terminal, taken = self.start()
            first.append(taken)
            terminal.leave(self.leave)
        terminal, _ = self.start()
        for _ in range(60):
            terminal.press(self.down)
        lines = [terminal.press(self.down) for _ in range(200)]
        pages = [terminal.press(self.page) for _ in range(15)]
        burst = terminal.press(self.down * 200)
        memory = terminal.memory()
        terminal.leave(self.leave)
        times = [line[0] for line in lines]
        print(f"{self.name:<10}{self.count:>10}{statistics.median(first):>9.1f}"
              f"{statistics.median(times):>9.2f}{quantile(times, 0.99):>8.2f}{statistics.median(l[1] for l in lines):>8.0f}"
              f"{statistics.median(p[0] for p in pages):>9.2f}{statistics.median(p[1] for p in pages):>8.0f}"
              f"{burst[0]:>9.1f}{burst[1] / 1024:>8.1f}{memory:>8.1f}", flush=True)


def flat_file(folder, count):
    path = f"{folder}/{count}.txt"
    with open(path, "w", encoding="utf-8") as file:
        for index in range(count):
            file.write(f"CM26-{index:07}  {index % 40} days  standard  {SUBJECTS[index % len(SUBJECTS)]}\n")
    return path


def mailbox(folder, count):
    path = f"{folder}/{count}.mbox"
    with open(path, "w", encoding="utf-8") as file:
        for index in range(count):
            day = f"{index % 28 + 1:02} Jan 2026 {index // 3600 % 24:02}:{index // 60 % 60:02}:{index % 60:02}"
            file.write(f"From a@example.invalid Thu Jan  1 00:00:00 2026\nFrom: Reviewer {index} <a@example.invalid>\n"
                       f"Date: {day} +0000\nMessage-ID: <{index}@example.invalid>\n"
                       f"Subject: {SUBJECTS[index % len(SUBJECTS)]} {index}\nStatus: RO\n\nA line.\n\n")
    return path


def feed(folder, count):
    """The configuration and the cache of newsboat, with one feed of so many articles."""
    home = f"{folder}/newsboat{count}"
    os.mkdir(home)
    with open(home + "/feed.xml", "w", encoding="utf-8") as file:
        file.write('<rss version="2.0"><channel><title>Cases</title><link>http://example.invalid</link>'
                   "<description>Cases</description>")
        for index in range(count):
            file.write(f"<item><title>{SUBJECTS[index % len(SUBJECTS)]} {index}</title>"
                       f"<link>http://example.invalid/{index}</link><guid>{index}</guid>"
                       f"<pubDate>Thu, 01 Jan 2026 {index // 3600 % 24:02}:{index // 60 % 60:02}:{index % 60:02} GMT"
                       "</pubDate><description>A line.</description></item>")
        file.write("</channel></rss>")
    for name, text in (("urls", f"file://{home}/feed.xml\n"), ("config", "show-read-articles yes\n")):
        with open(f"{home}/{name}", "w", encoding="utf-8") as file:
            file.write(text)
    command = ["newsboat", "-u", home + "/urls", "-C", home + "/config", "-c", home + "/cache.db"]
    subprocess.run([*command, "-x", "reload"], env=ENVIRONMENT, capture_output=True, timeout=300)
    return command


def files(folder, count):
    path = f"{folder}/files{count}"
    os.mkdir(path)
    for index in range(count):
        with open(f"{path}/CM26-{index:07}.txt", "w", encoding="utf-8"):
            pass
    return path


def peers(folder):
    for cases in (1000, 100000, 1000000):
        store = f"{FOLDER}/{cases}.db"
        if os.path.exists(store):
            yield Peer("imr", cases, [IMR, "--store", store], b"Worklist", leave=b"\x1b\x1bQ")
    for count in (100000, 1000000):
        path = flat_file(folder, count)
        yield Peer("less", count, ["less", path], b"CM26-0000030", page=b" ")
        yield Peer("vim", count, ["vim", "-u", "NONE", path], b"CM26-0000030", page=b"\x06", leave=b":q!\r")
    if shutil.which("tig"):
        commits = subprocess.run(["git", "-C", REPOSITORY, "rev-list", "--count", "HEAD"], capture_output=True, text=True)
        # Whose repository git trusts is said in the home folder.
        yield Peer("tig", int(commits.stdout), ["sh", "-c", f"cd '{REPOSITORY}' && exec tig"], b"[main]", env={"HOME": os.environ["HOME"]})
    for name in ("mutt", "neomutt"):
        for count in (1000, 10000, 100000) if shutil.which(name) else ():
            options = ["-n", "-F", "/dev/null", "-e", f"set folder={folder}", "-f", mailbox(folder, count)]
            yield Peer(name, count, [name, *options], b"Msgs:", enter=b"=", leave=b"x")
    for count in (1000, 10000) if shutil.which("newsboat") else ():
        yield Peer("newsboat", count, feed(folder, count), b"Cases", down=ARROW, enter=b"\r", leave=b"qqq")
    if shutil.which("mc"):
        yield Peer("mc", 10000, ["mc", "-u", files(folder, 10000)], b"CM26-0000010", down=ARROW, leave=b"\x1b[21~\r",
                   env={"HOME": folder})


def main():
    print(f"{'':<10}{'entries':>10}{'ready':>9}{'line':>9}{'p99':>8}{'bytes':>8}{'page':>9}{'bytes':>8}{'200 keys':>9}"
          f"{'KB':>8}{'MB':>8}")
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        for peer in peers(folder):
            if shutil.which(peer.command[0]):
                peer.measure()


if __name__ == "__main__":
    main()
