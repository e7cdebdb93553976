"""Prose in tables: forms whose right cell holds the whole course of a meeting, reports of departments in rows."""

import re
from collections.abc import Iterator
from itertools import pairwise

from archive.record import Block, Cell
from archive.text import plain
from minutes.extract.view import View, view
from minutes.extract.zh.columns import is_ledger
from minutes.extract.zh.label_words import KEYS

LONG_ENOUGH = 24
SENTENCES = re.compile("[\u3002!?]|;[^;]+;")
# The reader joins the lines of a cell by spaces: one behind a full stop or before an enumerator was a line's end.
LINE_END = re.compile(
    "(?<=[\u3002;:!?)\u201d]) +| +(?=[一二三四五六七八九十]{1,3}\u3001|\\([一二三四五六七八九十\\d]{1,2}\\)|\\d{1,2}[.\u3001](?!\\d))"
)
AGENDA = frozenset(
    {"议题", "会议议题", "主要议题", "会议事项", "议程", "会议议程", "主题", "会议主题", "会议名称", "事由"}
)


def paragraphs_of(number: int, block: Block) -> Iterator[tuple[Block, View]]:
    """Each line of the table's cells of prose as a paragraph of its own, leading back to the table."""
    if block.kind != "table" or is_ledger(block):
        return
    for cell in _prose(block):
        for start, end in _lines(block, cell):
            if end > start:
                yield _paragraph(number, block, start, end)


def _lines(block: Block, cell: Cell) -> Iterator[tuple[int, int]]:
    """Where the lines of a cell stand: as the reader kept them, and where its text shows an end."""
    folded = plain(block.text)
    gaps = {found.span() for found in LINE_END.finditer(folded, cell.start, cell.end)}
    gaps |= {(place, place + 1) for place in range(cell.start, cell.end) if folded[place] == "\n"}
    place = cell.start
    for start, end in sorted(gaps):
        if start >= place:
            yield place, start
            place = end
    yield place, cell.end


def _prose(block: Block) -> list[Cell]:
    """The cells with sentences, the values of other labels than 会议内容 left out."""
    labels = {id(value): _word(block, cell) for cell, value in pairwise(block.cells) if cell.row == value.row}
    return [cell for cell in block.cells if _is_prose(block, cell, labels.get(id(cell), ""))]


def _is_prose(block: Block, cell: Cell, label: str) -> bool:
    text = plain(block.text[cell.start : cell.end])
    told = label not in KEYS or (KEYS[label] == "topic" and label not in AGENDA)
    return told and len(text) >= LONG_ENOUGH and bool(SENTENCES.search(text))


def _word(block: Block, cell: Cell) -> str:
    return re.sub(r"[\s:]", "", plain(block.text[cell.start : cell.end]))


def _paragraph(number: int, block: Block, start: int, end: int) -> tuple[Block, View]:
    piece = Block(kind="paragraph", text=block.text[start:end])
    seen = view(number, piece)
    return piece, View(number, block.text, seen.text, tuple(start + place for place in seen.origin))
