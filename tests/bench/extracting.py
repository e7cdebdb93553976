"""How long does extraction take? python tests/bench/extracting.py [--peers PYTHON] [--runs N] [--large MB]

Medians of CPU time in a running process: extraction of invented reports in both languages, for each 2,000 characters,
beside reading the same file with our reader and (where PYTHON has it) with markitdown, which extracts nothing; the
first extraction of a process, which makes the patterns; and a text of 5 MB of paragraphs no two of which are alike.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

import msgspec
from reading import measured

from minutes.extract import extract
from minutes.readers import read
from minutes.report import Report

ROOT = Path(__file__).parents[2]
REPORTS = {"zh": "zh-o1-library.html", "en": "en-o1-harbour.html"}
CHARACTERS = 2000
FIRST = """
import sys, time
sys.path.insert(0, {root!r})
from pathlib import Path
from minutes.readers import read
report = read(Path({path!r}))
start = time.process_time()
from minutes.extract import extract
extract(report)
print((time.process_time() - start) * 1000)
"""


def milliseconds(work: Callable[[], object], runs: int) -> float:
    """Median CPU time of so many runs after one that does not count."""
    taken = []
    for _ in range(runs + 1 if runs else 1):
        start = time.process_time()
        work()
        taken.append((time.process_time() - start) * 1000)
    return median(taken[1:] or taken)


def first(path: Path, runs: int) -> float:
    """Milliseconds of the first extraction of a process, imports included."""
    code = FIRST.format(root=str(ROOT), path=str(path))
    taken = [
        float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)
        for _ in range(runs)
    ]
    return median(taken)


def large(report: Report, megabytes: float) -> Report:
    """The report's paragraphs over and over, each with a number, up to so many bytes."""
    size = sum(len(block.text.encode()) for block in report.blocks)
    blocks = [
        msgspec.structs.replace(block, text=f"{block.text}{number}" if place else block.text)
        for number in range(int(megabytes * 1e6 / size))
        for place, block in enumerate(report.blocks)
    ]
    return replace(report, blocks=tuple(blocks))


def figures(language: str, name: str, options: argparse.Namespace) -> None:
    """Prints the figures of one report."""
    path = ROOT / "tests" / "reports-own" / name
    report = read(path)
    characters = sum(len(block.text) for block in report.blocks)
    taken = milliseconds(lambda: extract(report), options.runs)
    print(f"{language}: {name}, {characters} characters")
    print(
        f"  extraction           {taken:>9.1f} ms  ({taken / characters * CHARACTERS:.1f} ms for 2,000 characters)"
    )
    print(f"  first of a process   {first(path, options.runs):>9.1f} ms")
    print(f"  our reader           {milliseconds(lambda: read(path), options.runs):>9.1f} ms")
    peer = measured(options.peers, "markitdown", path, options.runs)
    print(f"  markitdown's reader  {peer['cpu']:>9.1f} ms" if peer else "  markitdown is not installed")
    for megabytes in (options.large / 5, options.large):
        text = large(report, megabytes)
        print(f"  {megabytes:>4.1f} MB of text      {milliseconds(partial(extract, text), 0) / 1000:>9.1f} s")


def main() -> None:
    """Prints the figures of both languages."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", default=sys.executable, help="a Python that has markitdown")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--large", type=float, default=5.0, help="megabytes of the long text")
    options = parser.parse_args()
    for language, name in REPORTS.items():
        figures(language, name, options)


if __name__ == "__main__":
    main()
