"""The innermost element of a page that holds most of its sentences."""

from typing import Final

from minutes.readers.page.outline import Outline
from minutes.readers.page.words import HEADINGS

_MOST: Final = 0.8  # of the sentences: where one child holds them, the article is in it
STRAY: Final = 15.0  # prose of one short sentence
_WHOLE: Final = frozenset({
    "p", "li", "ul", "ol", "dl", "dt", "blockquote", "pre", "figure", "figcaption", *HEADINGS,
})  # fmt: skip
_ROWS: Final = 3
_CELLS: Final = 2


def core_of(rows: Outline) -> int:
    """Goes down from the body as long as one child holds nearly all of the prose and nothing is torn apart."""
    row = next((one for one, element in enumerate(rows.elements) if element.tag == "body"), 0)
    while True:
        best = max(rows.children(row), key=lambda child: rows.prose[child], default=None)
        if best is None or rows.prose[best] < max(1.0, _MOST * rows.prose[row]) or _ends(rows, row, best):
            return row
        row = best


def _ends(rows: Outline, row: int, child: int) -> bool:
    """Whether going on to `child` would tear a paragraph, a list or a table of data apart."""
    tag = rows.elements[child].tag
    if rows.block[row] == row and rows.own[row] >= STRAY:
        return True  # sentences lie beside the child
    return tag in _WHOLE or (tag == "table" and is_data(rows, child)) or not _holds_blocks(rows, child)


def _holds_blocks(rows: Outline, row: int) -> bool:
    """Whether an element is a block or has one inside; an inline one without is part of a paragraph."""
    return rows.block[row] == row or any(rows.block[one] == one for one in range(row + 1, rows.end[row] + 1))


def is_data(rows: Outline, table: int) -> bool:
    """Whether a table has rows of several cells with words of their own, rather than laying out a page."""
    cells: dict[int, int] = {}
    for row in range(table + 1, rows.end[table] + 1):
        tag = rows.elements[row].tag
        if tag == "table":
            return False
        if tag in {"td", "th"} and rows.plain(row) > rows.linked[row]:
            cells[rows.parent[row]] = cells.get(rows.parent[row], 0) + 1
    return sum(count >= _CELLS for count in cells.values()) >= _ROWS
