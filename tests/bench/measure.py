"""Whole processes, measured so that a figure survives a noisy machine: in turn, after a warm-up, medians, ratios in one run."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

RUNS = 9

MINIMAL = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def main(word: str) -> None:
    print(word)
app()
"""

SMALL = """
import os, sys
_, _, usage = os.wait4(os.spawnvp(os.P_NOWAIT, sys.argv[2], sys.argv[2:]), 0)
open(sys.argv[1], "w").write(str(usage.ru_maxrss))
"""


@dataclass(frozen=True)
class Figure:
    """Medians of one command: seconds by the clock, seconds of CPU, peak memory in MB, exit code of the last run."""

    wall: float
    cpu: float
    memory: float
    code: int


def once(command: Sequence[str], *, on_a_terminal: bool = False) -> tuple[float, float, int]:
    """One run to the end, its output thrown away: seconds by the clock, seconds of CPU, exit code."""
    start = time.perf_counter()
    child = (_on_a_terminal if on_a_terminal else _into_nothing)(command)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, child.returncode


def peak(command: Sequence[str], *, on_a_terminal: bool = False) -> float:
    """Memory of one run in MB, from below a small process: a child is charged with what its parent has (getrusage(2))."""
    with tempfile.NamedTemporaryFile() as note:
        small = [sys.executable, "-S", "-E", "-c", SMALL, note.name, *command]
        once(small, on_a_terminal=on_a_terminal)
        return int(Path(note.name).read_text()) / 1024


def _into_nothing(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    with Path(os.devnull).open("wb") as nothing:
        return subprocess.Popen(
            command, stdout=nothing, stderr=nothing, stdin=subprocess.DEVNULL, env=environment()
        )


def _on_a_terminal(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """Started on a terminal of eighty columns, with no pager; returns when it has written everything."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    surroundings = {**environment(), "TERM": "xterm-256color", "MINUTES_PAGER": ""}
    child = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=surroundings)
    os.close(theirs)
    with suppress(OSError):  # Linux says EIO where the other end is closed
        while os.read(ours, 65536):
            pass
    os.close(ours)
    return child


def environment() -> dict[str, str]:
    """As a user has it: compiled modules are kept."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def compare(
    commands: dict[str, Sequence[str]],
    runs: int = RUNS,
    before: Callable[[str], None] | None = None,
    on_a_terminal: Callable[[str], bool] = lambda _: False,
) -> dict[str, Figure]:
    """Each command `runs` times in turn (A B A B ...), after one run that does not count; `before(name)` runs unmeasured."""
    taken: dict[str, list[tuple[float, float, int]]] = {name: [] for name in commands}
    memory: dict[str, float] = {}
    for round_ in range(runs + 1):
        for name, command in commands.items():
            if before:
                before(name)
            if round_:
                taken[name].append(once(command, on_a_terminal=on_a_terminal(name)))
            else:
                memory[name] = peak(command, on_a_terminal=on_a_terminal(name))
    return {
        name: Figure(
            median(run[0] for run in all_), median(run[1] for run in all_), memory[name], all_[-1][2]
        )
        for name, all_ in taken.items()
    }


def instructions(command: Sequence[str]) -> float | None:
    """Millions of instructions of one run, which no other program's work disturbs; None without valgrind."""
    if not shutil.which("valgrind"):
        return None
    counting = [
        "valgrind",
        "--tool=cachegrind",
        "--cache-sim=no",
        "--cachegrind-out-file=/dev/null",
        *command,
    ]
    fixed = {**environment(), "PYTHONHASHSEED": "1"}
    run = subprocess.run(counting, capture_output=True, text=True, errors="replace", env=fixed, check=False)
    counts = [line.split()[-1] for line in run.stderr.splitlines() if re.search(r"I +refs:", line)]
    return int(counts[0].replace(",", "")) / 1e6 if counts else None


def minutes() -> list[str]:
    """The program as it is installed beside this Python, else the module."""
    script = Path(sys.executable).with_name("minutes")
    return [sys.executable, str(script)] if script.exists() else [sys.executable, "-m", "minutes"]


def table(figures: dict[str, Figure], floor: str) -> str:
    """The figures as lines, each with its ratio to `floor`."""
    lines = [f"{'':<44}{'wall ms':>9}{'cpu ms':>9}{'MB':>7}{'x wall':>8}{'exit':>6}"]
    for name, one in figures.items():
        ratio = one.wall / figures[floor].wall
        lines.append(
            f"{name:<44}{one.wall * 1000:>9.1f}{one.cpu * 1000:>9.1f}{one.memory:>7.0f}{ratio:>8.2f}{one.code:>6}"
        )
    return "\n".join(lines)


def minimal_typer(folder: Path) -> list[str]:
    """The command line of a minimal typer program, written into `folder`."""
    script = folder / "minimal.py"
    script.write_text(MINIMAL, "utf-8")
    return [sys.executable, str(script), "科研"]
