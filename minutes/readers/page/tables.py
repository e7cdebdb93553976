"""Tables: those of data as one block with cells, those that lay out a page or hold running text as what is in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from archive.record import Cell
from minutes.readers.limits import LIMITS
from minutes.readers.normalise import Cleaner
from minutes.readers.pieces import Piece

if TYPE_CHECKING:
    from bs4 import Tag

_PARAGRAPHS: Final = 3  # a cell with as many paragraphs
_TEXT: Final = 150  # and characters is running text
_COLUMNS: Final = 2
_NUMBER: Final = re.compile(
    r"[(\uff08]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[一二三四五六七八九十]{1,3})[.\u3001)\uff09]?"
)


@dataclass(frozen=True, slots=True)
class _Cell:
    row: int
    column: int
    rowspan: int
    colspan: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Words of the cell, its paragraphs parted by single spaces; numbers of a list stay."""
        return " ".join(
            f"{piece.label} {piece.text}" if piece.label and piece.label[0].isalnum() else piece.text
            for piece in self.pieces
            if piece.text and piece.kind != "table"
        )

    @property
    def is_running_text(self) -> bool:
        texts = [piece.text for piece in self.pieces if piece.text]
        return len(texts) >= _PARAGRAPHS and sum(map(len, texts)) >= _TEXT


@dataclass(slots=True)
class _Grid:
    """Which columns of the coming rows are covered by cells that span rows."""

    covered: dict[int, int] = field(default_factory=dict)  # column: rows still covered

    def place(self, row: int, cells: "list[tuple[Tag, tuple[Piece, ...]]]") -> list[_Cell]:
        """The cells of a row at their columns."""
        placed: list[_Cell] = []
        column = 0
        coming: dict[int, int] = {}
        for tag, pieces in cells:
            while self.covered.get(column):
                column += 1
            rowspan, colspan = _span(tag, "rowspan"), _span(tag, "colspan")
            placed.append(_Cell(row, column, rowspan, colspan, pieces))
            if rowspan > 1:
                coming.update(dict.fromkeys(range(column, column + colspan), rowspan - 1))
            column += colspan
        self.covered = {one: left - 1 for one, left in self.covered.items() if left > 1} | coming
        return placed


def pieces_of(table: "Tag", cleaner: Cleaner) -> list[Piece]:
    """The pieces a table gives: itself, or what is in it; tables inside its cells come after it."""
    rows = [list(row) for row in _rows(table, cleaner)]
    if not _is_data(rows):
        return [*_captions(table, cleaner), *(piece for row in rows for cell in row for piece in cell.pieces)]
    found = _captions(table, cleaner)
    held: list[list[_Cell]] = []
    least = 2 if any(cell.is_running_text for row in rows for cell in row) else _PARAGRAPHS
    for row in rows:
        if any(cell.is_running_text or (least < _PARAGRAPHS and len(cell.pieces) >= least) for cell in row):
            found += [*_block(held), *_flow(row)]
            held = []
        else:
            held.append(row)
    return [*found, *_block(held)]


def _flow(row: list[_Cell]) -> Iterator[Piece]:
    """The cells of a row as running text; a cell with a number alone labels what follows."""
    label: str | None = None
    for cell in row:
        if _NUMBER.fullmatch(cell.text):
            label = cell.text
            continue
        for piece in cell.pieces:
            yield replace(piece, label=label) if label and piece.text else piece
            label = None if piece.text else label


def _rows(table: "Tag", cleaner: Cleaner) -> Iterator[list[_Cell]]:
    from minutes.readers.page.blocks import Walk

    grid = _Grid()
    for number, row in enumerate(_own(table, "tr")):
        cells = [
            (cell, tuple(Walk(cleaner).read(cell))) for cell in row.find_all(["td", "th"], recursive=False)
        ]
        yield grid.place(number, cells)


def _own(table: "Tag", name: str) -> "Iterator[Tag]":
    """Rows of the table itself, not of tables inside it."""
    for child in table.find_all([name, "thead", "tbody", "tfoot"], recursive=False):
        if child.name == name:
            yield child
        else:
            yield from child.find_all(name, recursive=False)


def _captions(table: "Tag", cleaner: Cleaner) -> list[Piece]:
    from minutes.readers.page.blocks import Walk

    captions = table.find_all("caption", recursive=False)
    return [
        Piece("caption", piece.text) for one in captions for piece in Walk(cleaner).read(one) if piece.text
    ]


def _is_data(rows: list[list[_Cell]]) -> bool:
    """Several rows of several cells with words; a page laid out with a table has one, or tables inside."""
    nested = sum(any(piece.kind == "table" for piece in cell.pieces) for row in rows for cell in row)
    full = sum(sum(bool(cell.text) for cell in row) >= _COLUMNS for row in rows)
    if full >= _COLUMNS:
        return nested <= full
    return full == len(rows) == 1 and not nested and _is_short(rows[0])


def _is_short(row: list[_Cell]) -> bool:
    return all(len(cell.text) <= LIMITS.title for cell in row)


def _block(rows: list[list[_Cell]]) -> list[Piece]:
    """One table block of the rows, row numbers from 0, and after it the tables and pictures of its cells."""
    text: list[str] = []
    cells: list[Cell] = []
    place = 0
    first = rows[0][0].row if rows and rows[0] else 0
    for row in rows:
        for number, cell in enumerate(row):
            between = "\t" if number else "\n" if cells else ""
            words = cell.text
            place += len(between)
            cells.append(_record(cell, first, place, place + len(words)))
            text += (between, words)
            place += len(words)
    inner = [
        piece for row in rows for cell in row for piece in cell.pieces if piece.kind in {"table", "picture"}
    ]
    whole = "".join(text)
    return [*([Piece("table", whole, cells=tuple(cells))] if whole.strip() else []), *inner]


def _record(cell: _Cell, first: int, start: int, end: int) -> Cell:
    return Cell(
        row=cell.row - first,
        column=cell.column,
        rowspan=cell.rowspan,
        colspan=cell.colspan,
        start=start,
        end=end,
    )


def _span(tag: "Tag", name: str) -> int:
    value = str(tag.get(name) or "1").strip()
    return max(1, min(int(value), LIMITS.cell_span)) if value.isdecimal() and len(value) < 7 else 1  # noqa: PLR2004
