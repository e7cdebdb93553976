"""Which part of a page is the report: its core, its title, what belongs to it beside them, and what inside is chrome."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from minutes.readers.furniture import is_chrome, is_ending
from minutes.readers.limits import LIMITS
from minutes.readers.page.core import STRAY, core_of
from minutes.readers.page.outline import Outline
from minutes.readers.page.title import title_in
from minutes.readers.page.words import names_byline, names_publication
from minutes.readers.publish import is_bare_date, is_dated, is_publish_line

_LINKED: Final = 0.4
_LIST_OF_LINKS: Final = 0.7
_PASSAGE: Final = 60.0  # prose of some sentences
_SOLID: Final = 0.6
_SHORT: Final = 80


@dataclass(frozen=True, slots=True)
class Article:
    """Rows of the outline: the pieces in document order, the title in one of them, and what is to be taken out."""

    core: int
    pieces: tuple[int, ...]
    title: int | None
    publication: tuple[int, ...]  # data on the publication
    chrome: tuple[int, ...]


def article_of(rows: Outline, wanted: list[str]) -> Article:
    """The article of a page; `wanted` are the forms its title may have, the best first."""
    core = core_of(rows)
    title = title_in(rows, core, wanted)
    pieces = sorted({core, *_beside(rows, core, title)})
    publication: list[int] = []
    chrome: list[int] = []
    inner = _Inner(rows, core, title)
    for piece in pieces:
        row = piece
        while row <= rows.end[piece]:
            kind = inner.kind(row)
            (publication if kind == "publication" else chrome if kind else []).append(row)
            row = rows.end[row] + 1 if kind else row + 1
    return Article(core, tuple(pieces), title, tuple(publication), tuple(chrome))


def _beside(rows: Outline, core: int, title: int | None) -> Iterator[int]:
    """What belongs to the report outside its core, level by level up to the element that holds core and title."""
    path = rows.path(core)
    for row, around in pairwise(path):
        top = title is None or rows.inside(title, row)
        yield from _after(rows, row, around, sure=top or rows.elements[around].tag == "body")
        if top or title is None:
            return
        for one in rows.children(around):
            if rows.inside(title, one) and one != row:
                yield one if rows.chars[one] <= rows.chars[title] + LIMITS.line else title
            elif title < one < row and (_is_content(rows, one) or _is_publication(rows, one)):
                yield one
        if rows.inside(title, around):
            return


def _after(rows: Outline, row: int, around: int, *, sure: bool) -> Iterator[int]:
    """Elements that go on with the report after `row`, up to the first that ends it; only whole passages where `sure`."""
    for one in rows.children(around):
        if one <= row:
            continue
        if is_ending(rows.opening(one)):
            return
        if (_is_passage(rows, one) if sure else _is_content(rows, one)) or _is_publication(rows, one):
            yield one


def _is_passage(rows: Outline, row: int) -> bool:
    solid = rows.prose[row] >= _PASSAGE and rows.prose[row] > _SOLID * rows.chars[row]
    return solid and rows.looks[row] in {"plain", "article"} and rows.linkedness(row) < _LINKED / 2


def _is_content(rows: Outline, row: int) -> bool:
    if rows.looks[row] == "strong" or rows.linkedness(row) > _LINKED or rows.plain(row) <= 1:
        return False
    return rows.looks[row] != "weak" or rows.prose[row] >= _PASSAGE


def _is_publication(rows: Outline, row: int) -> bool:
    names = rows.names(row)
    if rows.chars[row] > LIMITS.title or not names_publication(names):
        return False
    text = rows.spaced(row)
    return is_publish_line(text) or is_bare_date(text) or (names_byline(names) and is_dated(text))


class _Inner:
    """Tells what is no text of the report inside its pieces."""

    def __init__(self, rows: Outline, core: int, title: int | None) -> None:
        self.rows, self.core, self.title = rows, core, title
        blocks = (row for row in range(core, rows.end[core] + 1) if rows.block[row] == row)
        solid = [row for row in blocks if rows.own[row] >= STRAY]
        self.first, self.last = (solid[0], solid[-1]) if solid else (core, rows.end[core])

    def kind(self, row: int) -> str | None:
        """What an element is: publication, chrome, or None for text of the report."""
        rows = self.rows
        if not rows.chars[row] or (
            rows.leaf[row] and rows.looks[row] == "plain" and not rows.elements[row].attrib
        ):
            return None
        if rows.inside(self.core, row):
            return None
        if self.title is not None and rows.inside(self.title, row):
            return None
        if _is_publication(rows, row):
            return "publication"
        return "chrome" if self._is_chrome(row) else None

    def _is_chrome(self, row: int) -> bool:
        rows = self.rows
        if rows.looks[row] == "strong":
            return rows.chars[row] < _LINKED * max(1, rows.chars[self.core])
        outside = not self.first <= row <= self.last
        if outside and rows.block[row] == row and rows.linkedness(row) > _LIST_OF_LINKS:
            return True
        if rows.looks[row] != "weak":
            return False
        return rows.linkedness(row) > _LINKED or (rows.chars[row] <= _SHORT and is_chrome(rows.text(row)))
