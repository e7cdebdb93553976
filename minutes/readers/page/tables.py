"""Tables of a page: rows and cells out of the markup; what they become is the grid's business."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from minutes.readers.grid import Grid, GridCell, pieces_of_rows
from minutes.readers.limits import LIMITS
from minutes.readers.normalise import Cleaner
from minutes.readers.pieces import Piece

if TYPE_CHECKING:
    from bs4 import Tag


def pieces_of(table: "Tag", cleaner: Cleaner) -> list[Piece]:
    """The pieces a table gives: its captions, then itself or what is in it."""
    return [*_captions(table, cleaner), *pieces_of_rows(list(_rows(table, cleaner)))]


def _rows(table: "Tag", cleaner: Cleaner) -> Iterator[list[GridCell]]:
    from minutes.readers.page.blocks import Walk

    grid = Grid()
    for number, row in enumerate(_own(table, "tr")):
        cells = row.find_all(["td", "th"], recursive=False)
        spans = [(_span(cell, "rowspan"), _span(cell, "colspan")) for cell in cells]
        texts = [tuple(Walk(cleaner).read(cell)) for cell in cells]
        yield grid.place(number, [(*span, text) for span, text in zip(spans, texts, strict=True)])


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


def _span(tag: "Tag", name: str) -> int:
    value = str(tag.get(name) or "1").strip()
    return max(1, min(int(value), LIMITS.cell_span)) if value.isdecimal() and len(value) < 7 else 1  # noqa: PLR2004
