"""Documents as LibreOffice sets them: words with their places, and the ink of a page. Skips where it is not installed."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

INCH = 25.4
DPI = 100
_WORD = re.compile(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<')


class Word(NamedTuple):
    """A word and its box, in mm from the paper's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Line(NamedTuple):
    """A horizontal line of ink, in mm."""

    left: float
    right: float
    top: float
    bottom: float


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def pdf_of(data: bytes, folder: Path) -> Path:
    """The document as PDF, by a LibreOffice of its own."""
    office = tool("soffice")
    file = folder / "a.docx"
    file.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", folder, file]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    made = folder / "a.pdf"
    assert made.is_file(), "LibreOffice opened nothing"
    return made


def words_of(pdf: Path) -> list[list[Word]]:
    """The words of each page."""
    page = pdf.with_suffix(".html")
    subprocess.run([tool("pdftotext"), "-bbox", pdf, page], check=True)
    found = [_WORD.findall(one) for one in page.read_text("utf-8").split("<page ")[1:]]
    return [[Word(*(float(x) / 72 * INCH for x in one[:4]), one[4]) for one in words] for words in found]


def lines_of(pdf: Path, page: int, *, red: bool) -> list[Line]:
    """Lines of red, or of black ink that are longer than 100 mm, from the top of the page down."""
    raw = subprocess.run(
        [tool("pdftoppm"), "-r", str(DPI), "-f", str(page), "-l", str(page), pdf],
        check=True,
        capture_output=True,
    ).stdout
    width, height, pixels = _ppm(raw)
    rows = [_run(pixels, row, width, red=red) for row in range(height)]
    return [
        Line(*(x * INCH / DPI for x in (left, right, top, bottom)))
        for left, right, top, bottom in _joined(rows)
    ]


def _ppm(raw: bytes) -> tuple[int, int, bytes]:
    kind, width, height, _, pixels = re.split(rb"\s", raw, maxsplit=4)
    assert kind == b"P6"
    return int(width), int(height), pixels


def _run(pixels: bytes, row: int, width: int, *, red: bool) -> tuple[int, int] | None:
    """First and last pixel of the ink in a row, where they are one long line."""
    line = pixels[row * width * 3 : (row + 1) * width * 3]
    reds, others = line[0::3], (line[1::3], line[2::3])
    inked = [
        (one > 150 if red else one < 150) and max(two, three) < 150
        for one, two, three in zip(reds, *others, strict=True)
    ]
    if sum(inked) < 100 / INCH * DPI:
        return None
    first, last = inked.index(True), width - 1 - inked[::-1].index(True)
    return (first, last + 1) if sum(inked) > (last - first) * 0.95 else None


def _joined(rows: list[tuple[int, int] | None]):
    """Rows that touch are one line: left, right, top, bottom."""
    place = 0
    while place < len(rows):
        if rows[place] is None:
            place += 1
            continue
        top, (left, right) = place, rows[place]
        while place < len(rows) and rows[place] is not None:
            place += 1
        yield left, right, top, place
