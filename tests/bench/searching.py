"""What does a search cost? python tests/bench/searching.py MAKE_CORPUS [--sizes 100 10000 100000] [--kept FOLDER] [--runs N]

Whole processes in turn, as installed: words that are in half of the meetings, in one of a hundred, in two, in none; on a
pipe and as a table on a terminal; with bare Python and a minimal typer program as floors. Then, where valgrind is
installed, instructions (a busy machine does not disturb them). The archives are made from the corpus maker's sentences;
--kept keeps them for the next time. COUNT 100000 takes about five minutes and 2.5 GB to make.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from invented import NOWHERE, PLANTED, SCATTERED, TWICE, corpus_maker, filled
from measure import Figure, compare, instructions, minimal_typer, minutes

HALF, HUNDREDTH = PLANTED
WORDS = {
    "in half": [HALF],
    "in one of a hundred": [HUNDREDTH],
    "in two": [TWICE],
    "in none": [NOWHERE],
    "in none, common characters": [SCATTERED],
    "in half, without another": [HALF, "-预算"],
}
TERMINAL = "on a terminal"
BARE, TYPER = "python -c pass", "minimal typer"


def commands(folder: Path, archives: Mapping[int, Path]) -> dict[str, list[str]]:
    """Every command by its name."""
    asked = {BARE: [sys.executable, "-c", "pass"], TYPER: minimal_typer(folder)}
    for size, archive in archives.items():
        for name, words in WORDS.items():
            asked[f"search, {name} ({size})"] = [*minutes(), "--archive", str(archive), "search", *words]
        asked[f"search {TERMINAL} ({size})"] = [*minutes(), "--archive", str(archive), "search", HALF]
        asked[f"list {TERMINAL} ({size})"] = [*minutes(), "--archive", str(archive), "list"]
    return asked


def table(figures: Mapping[str, Figure], smallest: int) -> str:
    """A line a command: time, memory, ratios to the minimal program and to the same in the smallest archive."""
    lines = [f"{'':<46}{'wall ms':>9}{'cpu ms':>8}{'MB':>6}{'x typer':>9}{'cpu':>6}{'x small':>9}{'cpu':>6}"]
    typer = figures[TYPER]
    for name, one in figures.items():
        small = figures.get(f"{name.rpartition(' (')[0]} ({smallest})")
        growth = f"{one.wall / small.wall:>9.2f}{one.cpu / small.cpu:>6.2f}" if small else ""
        lines.append(
            f"{name:<46}{one.wall * 1000:>9.1f}{one.cpu * 1000:>8.1f}{one.memory:>6.0f}"
            f"{one.wall / typer.wall:>9.2f}{one.cpu / typer.cpu:>6.2f}{growth}"
        )
    return "\n".join(lines)


def counted(asked: Mapping[str, Sequence[str]], smallest: int) -> str:
    """Instructions, with ratios to both floors and to the same in the smallest archive."""
    counts = {name: instructions(command) for name, command in asked.items() if TERMINAL not in name}
    bare, typer = counts[BARE], counts[TYPER]
    if not bare or not typer:
        return "instructions: valgrind is not installed"
    lines = [f"{'millions of instructions':<46}{'':>9}{'x bare':>8}{'x typer':>9}{'x small':>9}"]
    for name, count in counts.items():
        small = counts.get(f"{name.rpartition(' (')[0]} ({smallest})")
        if count:
            growth = f"{count / small:>9.2f}" if small else ""
            lines.append(f"{name:<46}{count:>9.1f}{count / bare:>8.2f}{count / typer:>9.2f}{growth}")
    return "\n".join(lines)


def main() -> None:
    """Prints both tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("maker")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 10_000])
    parser.add_argument("--kept", type=Path, help="a folder for the archives")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, maker = Path(name), corpus_maker(options.maker)
        kept = options.kept or folder
        archives = {size: filled(maker, size, kept / f"a{size}") for size in options.sizes}
        asked = commands(folder, archives)
        figures = compare(asked, options.runs, on_a_terminal=lambda command: TERMINAL in command)
        print(table(figures, min(archives)))
        print(f"\n{counted(asked, min(archives))}")


if __name__ == "__main__":
    main()
