"""How long does reading one file take? python tests/bench/reading.py [--peers PYTHON] [--runs N]

Reads the same four invented files with our readers and, where PYTHON (an environment of its own) has them, with
markitdown, mammoth and readability-lxml: medians of CPU time inside a running process, its peak memory with all it
imports, and how many times ours a peer takes. Each pair of reader and file has a process of its own.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
CHARACTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
PATIENCE = 30.0  # seconds of one measurement, after which no further run begins
OURS = "minutes"
PEERS = {"markitdown": {".html", ".docx"}, "mammoth": {".docx"}, "readability": {".html"}}


# The files


def sentence(r: random.Random, length: int) -> str:
    """A sentence of so many characters."""
    return "".join(r.choices(CHARACTERS, k=length)) + "。"


def page(path: Path, paragraphs: int, soup: int, links: int) -> None:
    """A saved news page: navigation, publish line, article (each paragraph cut into `soup` spans), side bar, footer."""
    r = random.Random(1)
    nav = "".join(
        f'<li><a href="/list/{n}.html" class="c{n}">{sentence(r, 8)}</a></li>' for n in range(links)
    )
    spans = "".join(
        "<p style='text-indent:2em'>"
        + "".join(f'<span style="font-size:16px">{sentence(r, 120 // soup)}</span>' for _ in range(soup))
        + "</p>"
        for _ in range(paragraphs)
    )
    path.write_text(
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>学院召开教学工作会议-新闻网</title>'
        f"<script>var list = {json.dumps([sentence(r, 20) for _ in range(links)])};</script></head><body>"
        f'<div class="nav"><ul>{nav}</ul></div><div class="main"><h1>学院召开教学工作会议</h1>'
        f'<div class="info">发布时间：2024-03-06 来源：教学办</div><div class="content">{spans}</div></div>'
        f'<div class="side"><ul>{nav}</ul></div><div class="foot">版权所有</div></body></html>',
        "utf-8",
    )


def word(path: Path, paragraphs: int, tables: int, runs: int) -> None:
    """A Word file of python-docx: paragraphs of several runs, tables of six rows and four columns among them."""
    from docx import Document

    r = random.Random(1)
    document = Document()
    document.add_heading("学院教学工作会议纪要", 1)
    for number in range(paragraphs):
        paragraph = document.add_paragraph()
        for place in range(runs):
            paragraph.add_run(sentence(r, 120 // runs)).bold = place == 0
        if tables and number % (paragraphs // tables) == 0:
            table = document.add_table(6, 4)
            for cell in table._cells:
                cell.text = sentence(r, 12)
    document.save(str(path))


def files(folder: Path) -> dict[str, Path]:
    """The four files, by what they are."""
    made = {
        "page, 60 KB": folder / "page.html",
        "page, 2 MB": folder / "large.html",
        "Word, 20 paragraphs, 3 tables": folder / "short.docx",
        "Word, 300 pages": folder / "long.docx",
    }
    page(folder / "page.html", paragraphs=20, soup=4, links=190)
    page(folder / "large.html", paragraphs=60, soup=8, links=6900)
    word(folder / "short.docx", paragraphs=20, tables=3, runs=3)
    word(folder / "long.docx", paragraphs=300 * 14, tables=0, runs=3)
    return made


# One measurement, in a process of its own


def reader(name: str) -> Callable[[Path], object]:
    """What reads a file with the reader of that name; ImportError where it is not installed."""
    if name == OURS:
        sys.path.insert(0, str(ROOT))
        from minutes.readers import read

        return read
    if name == "markitdown":
        from markitdown import MarkItDown

        return MarkItDown(enable_plugins=False).convert
    if name == "mammoth":
        import mammoth

        return lambda path: mammoth.convert_to_html(path.open("rb"))
    from readability import Document

    return lambda path: Document(path.read_text("utf-8")).summary()


def measure(name: str, path: Path, runs: int) -> dict[str, float]:
    """Median CPU milliseconds of `runs` readings after one that does not count, and peak memory in MB."""
    import resource

    try:
        read = reader(name)
    except ImportError:
        return {}
    begun = time.monotonic()
    taken: list[float] = []
    while len(taken) < runs + 1 and (len(taken) < 2 or time.monotonic() - begun < PATIENCE):
        start = time.process_time()
        read(path)
        taken.append((time.process_time() - start) * 1000)
    return {"cpu": median(taken[1:]), "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def measured(python: str, name: str, path: Path, runs: int) -> dict[str, float]:
    """The measurement, made by `python`."""
    command = [python, str(Path(__file__)), "--measure", name, str(path), "--runs", str(runs)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", default=sys.executable, help="a Python that has the peers installed")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure[0], Path(options.measure[1]), options.runs)))
        return
    with tempfile.TemporaryDirectory() as name:
        for what, path in files(Path(name)).items():
            compare(what, path, options.peers, options.runs)


def compare(what: str, path: Path, peers: str, runs: int) -> None:
    """Prints a line for each reader of the file."""
    print(f"{what} ({path.stat().st_size / 1024:.0f} KB)")
    ours = measured(sys.executable, OURS, path, runs)
    print(f"  {OURS:<12}{ours['cpu']:>10.1f} ms{ours['memory']:>7.0f} MB")
    for name, endings in PEERS.items():
        if path.suffix not in endings:
            continue
        found = measured(peers, name, path, runs)
        if found:
            times = found["cpu"] / ours["cpu"]
            print(f"  {name:<12}{found['cpu']:>10.1f} ms{found['memory']:>7.0f} MB{times:>7.1f} x ours")
        else:
            print(f"  {name:<12} is not installed for {peers}")


if __name__ == "__main__":
    main()
