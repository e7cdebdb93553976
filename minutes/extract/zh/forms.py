"""Forms: tables whose left cells are labels; a value may fill several cells and rows."""

import re
from collections.abc import Iterator
from itertools import takewhile

from archive.record import Block, Cell
from archive.text import plain
from minutes.extract.zh.document import Document
from minutes.extract.zh.label_words import KEYS

NO_WORD = re.compile(r"[\s:_]|\([^)]*\)|^[一二三四五六七八九十\d]{1,2}[、.]")
LONGEST_LABEL = 24


def values_of(document: Document, number: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each label of the table with the characters of a value; several for a label over several cells."""
    block = document.blocks[number]
    labels = {id(cell): word for cell in block.cells if (word := _label(block, cell)) in KEYS}
    for cell in block.cells:
        if (found := labels.get(id(cell))) is not None:
            for value in _beside(block, cell, labels) or _below(block, cell, labels):
                yield found, (document.place_of(number, value.start), document.place_of(number, value.end))


def _label(block: Block, cell: Cell) -> str:
    """The word of a cell as labels are looked up: without spaces, colon, number and brackets."""
    if cell.end - cell.start > LONGEST_LABEL:
        return ""
    return NO_WORD.sub("", plain(block.text[cell.start : cell.end]))


def _beside(block: Block, label: Cell, labels: dict[int, str]) -> list[Cell]:
    """The cells to the right in the rows that the label spans, as far as the next label."""
    found: list[Cell] = []
    for row in range(label.row, _end_of_label(block, label)):
        right = sorted(
            (one for one in block.cells if one.row == row and one.column > label.column),
            key=lambda one: one.column,
        )
        found += takewhile(lambda one: id(one) not in labels, right)
    return [one for one in found if one.end > one.start]


def _end_of_label(block: Block, label: Cell) -> int:
    """Behind the label's own rows and those whose cell under it is empty."""
    under = {cell.row: cell for cell in block.cells if cell.column == label.column}
    row = label.row + label.rowspan
    while row in under and not block.text[under[row].start : under[row].end].strip():
        row += 1
    return row


def _below(block: Block, label: Cell, labels: dict[int, str]) -> list[Cell]:
    """The cells of the rows under a label that has its row to itself, as far as the next label or such a row."""
    rows = [
        [one for one in block.cells if one.row == row]
        for row in range(label.row + label.rowspan, _end(block))
    ]
    if sum(one.row == label.row for one in block.cells) > 1:
        return []
    single = len(rows) > 0 and len(rows[0]) == 1
    filled = takewhile(
        lambda cells: cells and id(cells[0]) not in labels and (single or len(cells) > 1),
        rows[:1] if single else rows,
    )
    return [one for cells in filled for one in cells if one.end > one.start]


def _end(block: Block) -> int:
    return max((one.row + one.rowspan for one in block.cells), default=0)
