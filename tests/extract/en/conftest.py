"""Reports for the English grammar, written in a few marks: # heading, - item, | cell | cell |, anything else a paragraph."""

import json
import re
from pathlib import Path

import pytest

from archive.record import Block, Cell, Source
from minutes.extract.en import extract_en
from minutes.extract.en.cast import Cast
from minutes.extract.en.names import Named
from minutes.extract.en.passages import Passage, passages
from minutes.extract.en.sentences import sentences
from minutes.extract.en.words import words
from minutes.report import Report


def table(rows):
    text, cells = "", []
    for row, line in enumerate(rows):
        text += "\n" * bool(row)
        for column, cell in enumerate(line):
            text += "\t" * bool(column)
            cells.append(Cell(row=row, column=column, start=len(text), end=len(text) + len(cell)))
            text += cell
    return Block(kind="table", text=text, cells=tuple(cells))


def block(line):
    if heading := re.match(r"(#+) (.*)", line):
        return Block(kind="heading", text=heading[2], level=len(heading[1]))
    if item := re.match(r"( *)- (.*)", line):
        return Block(kind="item", text=item[2], level=1 + len(item[1]) // 2, label="\u2022")
    return Block(kind="paragraph", text=line.strip())


def blocks(text):
    found, rows = [], []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip()[1:-1].split("|")])
            continue
        if rows:
            found.append(table(rows))
            rows = []
        if line.strip():
            found.append(block(line))
    return tuple(found)


def report(text, **source):
    given = {"file": "report.txt", "sha256": "0" * 64, "media_type": "text/plain", "size": len(text)} | source
    return Report(blocks=blocks(text), source=Source(**given))


@pytest.fixture
def make_report():
    return report


@pytest.fixture
def read():
    """The record of a text in the notation."""
    return lambda text, **source: extract_en(given := report(text, **source), given.blocks)[0]


@pytest.fixture
def lexicon():
    return words()


@pytest.fixture
def passage():
    return lambda text: Passage(0, 0, text, text, "paragraph")


@pytest.fixture
def read_passages(lexicon):
    return lambda text: passages(blocks(text), lexicon)


@pytest.fixture
def sentence(passage):
    """The first sentence of a text."""
    return lambda text: sentences(passage(text))[0]


@pytest.fixture
def cast(lexicon):
    """A cast of the given names."""

    def made(*names):
        found = Cast(lexicon)
        for name in names:
            found.add(Named(name))
        return found

    return made


@pytest.fixture
def labels():
    """The labels beside a report."""
    return lambda name: json.loads((Path(__file__).parent / "reports" / f"{name}.json").read_text("utf-8"))
