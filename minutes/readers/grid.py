"""Tables of any format: those of data as one block with cells, those that lay out a page or hold running text as what
is in them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from archive.record import Cell
from minutes.readers.limits import LIMITS
from minutes.readers.pieces import Piece

_PARAGRAPHS: Final = 3  # a cell with as many paragraphs
_TEXT: Final = 150  # and characters is running text
_COLUMNS: Final = 2
_ROWS: Final = 3
_NUMBER: Final = re.compile(
    "[(\uff08]?(?:[0-9]{1,3}(?:[.][0-9]{1,3}){0,3}|[一二三四五六七八九十]{1,3}|[IVXivx]{1,5}|[A-Za-z])[.\u3001)\uff09]?"
)
_IN_TEXT: Final = ("table", "picture")  # what cannot be part of a cell's words


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at its place, with all that is in it."""

    row: int
    column: int
    rowspan: int
    colspan: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Words of the cell, a line a paragraph: names below one another stay apart; numbers of a list stay."""
        return "\n".join(filter(None, (_words(piece) for piece in self.pieces)))

    @property
    def is_running_text(self) -> bool:
        """Whether the cell holds a text of its own, as the 会议内容 of a form does."""
        texts = [piece.text for piece in self.pieces if piece.text and piece.kind != "table"]
        return len(texts) >= _PARAGRAPHS and sum(map(len, texts)) >= _TEXT

    @property
    def is_several(self) -> bool:
        """Whether the cell has several paragraphs: beside a cell of running text, it runs too."""
        return sum(bool(piece.text) for piece in self.pieces if piece.kind != "table") > 1


@dataclass(slots=True)
class Grid:
    """Which columns of the coming rows are covered by cells that span rows."""

    covered: dict[int, int] = field(default_factory=dict)  # column: rows still covered

    def place(self, row: int, cells: Sequence[tuple[int, int, tuple[Piece, ...]]]) -> list[GridCell]:
        """The cells (rowspan, colspan, pieces) of a row at their columns."""
        placed: list[GridCell] = []
        column = 0
        coming: dict[int, int] = {}
        for rowspan, colspan, pieces in cells:
            while self.covered.get(column):
                column += 1
            placed.append(GridCell(row, column, rowspan, colspan, pieces))
            if rowspan > 1:
                coming.update(dict.fromkeys(range(column, column + colspan), rowspan - 1))
            column += colspan
        self.covered = {one: left - 1 for one, left in self.covered.items() if left > 1} | coming
        return placed


def pieces_of_rows(rows: Sequence[Sequence[GridCell]]) -> list[Piece]:
    """The pieces a table gives: itself, or what is in it; tables inside its cells come after it."""
    if _is_numbered_text(rows):
        return [piece for row in rows for piece in _flow(row)]
    if not _is_data(rows):
        return [piece for row in rows for cell in row for piece in cell.pieces]
    found: list[Piece] = []
    held: list[Sequence[GridCell]] = []
    running = any(cell.is_running_text for row in rows for cell in row)
    for row in rows:
        if running and any(cell.is_several for cell in row):
            found += [*_block(held), *_flow(row)]
            held = []
        else:
            held.append(row)
    return [*found, *_block(held)]


def _flow(row: Sequence[GridCell]) -> Iterator[Piece]:
    """The cells of a row as running text; a number alone in its cell labels what follows."""
    label: str | None = None
    for cell in row:
        if _NUMBER.fullmatch(cell.text):
            label = cell.text
            continue
        for piece in cell.pieces:
            yield replace(piece, label=label) if label and piece.text else piece
            label = None if piece.text else label


def _words(piece: Piece) -> str:
    if piece.kind in _IN_TEXT:
        return ""
    numbered = piece.label and any(char.isalnum() for char in piece.label)
    return f"{piece.label} {piece.text}".strip() if numbered else piece.text


def _is_data(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Several rows of several cells with words; a page laid out with a table has one, or tables inside."""
    nested = sum(any(piece.kind == "table" for piece in cell.pieces) for row in rows for cell in row)
    wide = Counter(
        line for row in rows for cell in row if cell.text for line in range(cell.row, cell.row + cell.rowspan)
    )
    full = sum(count >= _COLUMNS for count in wide.values())
    if full >= _COLUMNS:
        return nested <= full
    return full == len(rows) == 1 and not nested and _is_short(rows[0])


def _is_numbered_text(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Whether two columns hold the numbers of an agenda, or nothing, and its text: numbers label what follows."""
    full = [row for row in rows if any(cell.text for cell in row)]
    if len(full) < _ROWS or any(len(row) != _COLUMNS or row[0].rowspan > 1 for row in full):
        return False
    numbered = all(not row[0].text or _NUMBER.fullmatch(row[0].text) for row in full)
    return numbered and any(not row[0].text for row in full)


def _is_short(row: Sequence[GridCell]) -> bool:
    return all(len(cell.text) <= LIMITS.title for cell in row)


def _block(rows: Sequence[Sequence[GridCell]]) -> list[Piece]:
    """One table block of the rows, row numbers from 0, and after it the tables and pictures of its cells."""
    words: list[str] = []
    cells: list[Cell] = []
    place = 0
    first = rows[0][0].row if rows and rows[0] else 0
    for row in rows:
        for number, cell in enumerate(row):
            between = "\t" if number else "\n" if cells else ""
            text = cell.text
            place += len(between)
            cells.append(_record(cell, first, place, place + len(text)))
            words += (between, text)
            place += len(text)
    whole = "".join(words)
    table = [Piece("table", whole, cells=tuple(cells))] if whole.strip() else []
    return [
        *table,
        *(piece for row in rows for cell in row for piece in cell.pieces if piece.kind in _IN_TEXT),
    ]


def _record(cell: GridCell, first: int, start: int, end: int) -> Cell:
    return Cell(
        row=cell.row - first,
        column=cell.column,
        rowspan=cell.rowspan,
        colspan=cell.colspan,
        start=start,
        end=end,
    )
