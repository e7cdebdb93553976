"""The report cut into passages, what a grammar reads at once: lines of paragraphs, items and cells, each knowing its section."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from archive.record import Block, Cell, Span
from archive.text import plain
from minutes.extract.en.kinds import LABEL, section_kind
from minutes.extract.en.words import MONTHS, Words
from minutes.extract.lazy import lazy

_TYPOGRAPHY = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2011": "-", "\u00a0": " ",
})  # fmt: skip
_LINE = lazy(r"[^\n]+")
_MARKS = lazy(
    r"(?:[-=]>|\u2192|\u27a1|\u25ba)?[\s>*#\u2022\u00b7\u2023\u25aa\u25cf\u25e6\u2043_]*(?:[-+] )?[\s*_]*"
)
_CREDIT = lazy(r"\s*\((?P<nick>[^\s(),]{1,30}), \d\d:\d\d(?::\d\d)?\)$")
_STAMP = lazy(
    r"\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d(?::\d\d)?(?:\.\d{1,3})?\]?\s+(?=<|[A-Z][^\n:]{1,40}: |\*)"
)
_VERDICT = lazy(
    r"\W*(?:motion )?(?:was )?(?:unanimously )?(?:carried|passed|approved|adopted|defeated|lost|failed|withdrawn|tabled|agreed)"
    r"(?: unanimously| as amended|[ -]+\d[\d -]*)?(?: \([^()]{1,20}\))?\W*",
    re.IGNORECASE,
)
_SHORT = 80
_PEOPLE = frozenset({"present", "absent", "guests"})
_TURN = lazy(r"[A-Z][\w.' -]{1,40}: (?:\S+ ){3,}.*[.?!]$")  # COMMISSIONER ROE: How many are there?
_WORD = lazy(r"\b[a-z]+\b")
_SENTENCE = 9  # small words of a line that tells something
_FEW_WORDS = 7
_LETTERS = 3
_PLAIN = 2  # headings by their look alone stand below this level
_LISTS = frozenset({"actions", "old", "decisions", "agenda", "present", "absent", "guests", "people_lines"})
_MONTHS = {*MONTHS, *(month[:3] for month in MONTHS), "sept"}


@dataclass(frozen=True, slots=True)
class Section:
    """What a heading opens."""

    title: str = ""
    kind: str = ""  # a kind of the lexicon: present, absent, guests, actions, old, decisions, agenda, next, skip; else ""
    level: int = 0
    parent: str = ""  # kind of the section around
    label: str = ""  # its number as shown, or that of the heading before it
    items: bool = False  # numbered lines below it count its items


@dataclass(slots=True, eq=False)
class Passage:
    """A piece of a block, without bullet, mark-up or number at its start."""

    block: int
    start: int  # where `text` stands in the block
    source: str  # the block's text
    text: str  # half-width, straight quotes and hyphens, as long as its source
    kind: str  # heading, paragraph, item, table, caption
    level: int = 0
    label: str | None = None  # number as shown
    section: Section = Section()
    cell: tuple[int, int] | None = None  # row and column of a table's cell
    credit: str | None = None  # nick that a MeetBot page puts behind the line: (ansel, 15:04:10)
    sentences: Any = None  # list[Sentence], kept by sentences.py

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]`, without white space at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(block=self.block, start=self.start + start, end=self.start + end)

    def words(self, start: int, end: int) -> str:
        """The source's own characters of `text[start:end]`."""
        span = self.span(start, end)
        return self.source[span.start : span.end]

    @property
    def whole(self) -> Span:
        """The place of all of it."""
        return self.span(0, len(self.text))

    def part(self, start: int, end: int) -> "Passage":
        """The passage cut down to `text[start:end]`."""
        return replace(self, start=self.start + start, text=self.text[start:end], sentences=None)


def passages(blocks: tuple[Block, ...], words: Words) -> list[Passage]:
    """All passages in the order of the report; a table's cells row by row."""
    found: list[Passage] = []
    stack: list[Section] = [Section()]
    number = ""
    pieces = list(_pieces(blocks))
    for piece, following in zip_longest(pieces, pieces[1:]):
        if piece.cell is None and (level := heading_level(piece, following, stack[-1], words)):
            _open(stack, piece, level, number, words)
            piece.kind = "heading"
        elif stack[-1].kind in {"actions", "decisions"} and re.match(r"\(?1\b", piece.label or ""):
            stack[-1] = replace(stack[-1], items=True)
        if (
            piece.kind != "heading"
            and stack[-1].kind in _PEOPLE
            and stack[-1].level > _PLAIN
            and _is_prose(piece)
        ):
            stack.pop()
        piece.section = stack[-1]
        number = piece.label if piece.label and not piece.section.items and piece.cell is None else number
        found.append(piece)
    return found


def _is_prose(piece: Passage) -> bool:
    """Whether a line goes on with the minutes where a list of people, opened by a plain line, is over."""
    if piece.cell is not None:
        return False
    told = piece.text.endswith(".") and len(_WORD.findall(piece.text)) >= _SENTENCE
    return told or bool(_TURN.match(piece.text)) or piece.text.startswith("(Whereupon")


def _open(stack: list[Section], heading: Passage, level: int, number: str, words: Words) -> None:
    """Puts the section of `heading` on the stack of open ones; `number` is that of the last numbered line before it."""
    while len(stack) > 1 and stack[-1].level >= level:
        stack.pop()
    parent = stack[-1].kind or stack[-1].parent
    title = heading.text.strip()
    stack.append(Section(title, section_kind(title, words), level, parent, heading.label or number))


def _pieces(blocks: tuple[Block, ...]) -> Iterator[Passage]:
    for index, block in enumerate(blocks):
        text = plain(block.text).translate(_TYPOGRAPHY)
        if block.kind == "table":
            yield from _cells(index, block, _lines_parted(block, text))
            continue
        for line in _LINE.finditer(text):
            yield from _stripped(
                Passage(index, line.start(), block.text, line[0], block.kind, block.level or 0, block.label)
            )


def _lines_parted(block: Block, text: str) -> str:
    """A table's text with semicolons for line ends inside cells, but where a mark or a sentence ends the line."""
    chars = list(text)
    for cell in block.cells:
        for place in range(cell.start, cell.end):
            if chars[place] == "\n":
                chars[place] = " " if chars[place - 1] in ".,;:!?" else ";"
    return "".join(chars)


def _cells(index: int, block: Block, text: str) -> Iterator[Passage]:
    for cell in block.cells or _lines_as_cells(text):
        if cell.end <= cell.start:
            continue
        at = (cell.row, cell.column)
        words = text[cell.start : cell.end]
        yield from _stripped(Passage(index, cell.start, block.text, words, "table", cell=at))


def _lines_as_cells(text: str) -> Iterator[Cell]:
    """Cells of a table that has lost its marks: rows are lines, cells parted by tabs."""
    for row, line in enumerate(_LINE.finditer(text)):
        for column, cell in enumerate(re.finditer(r"[^\t]+", line[0])):
            start = line.start() + cell.start()
            yield Cell(row=row, column=column, start=start, end=start + len(cell[0]))


def _stripped(piece: Passage) -> Iterator[Passage]:
    """The piece without marks and number at its start and marks at its end; nothing if nothing is left."""
    if piece.text[0] in "[0123456789" and (stamp := _STAMP.match(piece.text)):
        piece = piece.part(stamp.end(), len(piece.text))
    mark = _MARKS.match(piece.text)
    start, end = (mark.end() if mark else 0), len(piece.text.rstrip(" *_|"))
    if piece.text[end - 1 : end] == ")" and (credit := _CREDIT.search(piece.text, max(0, end - _SHORT), end)):
        piece.credit, end = credit["nick"], credit.start()
    label = LABEL.match(piece.text, start)
    if label and is_label(label[0], piece.text[label.end() : end]):
        piece.label, start = label[0].strip(" -"), label.end()
    if end > start:
        piece.text, piece.start = piece.text[start:end], piece.start + start
        yield piece


def is_label(label: str, after: str) -> bool:
    """Whether a number before a passage counts it, and is no date (14 March), initial (J. Roe) or amount."""
    if not after.strip():
        return False
    first = after.split(None, 1)[0].lower().strip(",.")
    if first in _MONTHS:
        return False
    if label.strip()[-1].isdigit() and "." not in label and "/" not in label:
        return len(after) <= _SHORT and not after.rstrip().endswith(".")
    return not (label.strip().endswith(".") and label[0].isupper() and _is_name(after))


def _is_name(after: str) -> bool:
    first = after.split(None, 1)[0]
    return first[:1].isupper() and len(after.split()) <= 4 and not first.isupper()  # noqa: PLR2004 - J. Roe (Chair)


def heading_level(piece: Passage, following: Passage | None, section: Section, words: Words) -> int:
    """The level of a heading, by its block or its look; 0 for what is none."""
    if _VERDICT.fullmatch(piece.text):
        piece.kind = "paragraph" if piece.kind == "heading" else piece.kind
        return 0
    if piece.kind == "heading":
        return piece.level or 2
    if piece.kind == "caption" or len(piece.text) > _SHORT:
        return 0
    if piece.kind == "item":
        return _item_heading(piece, following, section)
    bare = piece.text.rstrip(": ")
    if section_kind(bare, words) or _is_shouted(bare):
        return _PLAIN + 1
    headed = piece.label and _is_headline(piece.text) and not _is_listed(piece, section)
    return _PLAIN + 1 if headed else 0


def _is_listed(piece: Passage, section: Section) -> bool:
    """Whether a numbered line is an item below "Next steps" rather than the next heading."""
    if section.kind not in {"actions", "decisions"} or section.items:
        return bool(section.items)
    own, above = (re.match(r"\d+", one or "") for one in (piece.label, section.label))
    return not (own and above and int(own[0]) == int(above[0]) + 1)


def _item_heading(piece: Passage, following: Passage | None, section: Section) -> int:
    """The level of a numbered item that heads what follows: a deeper item, a paragraph or a table."""
    if not piece.label or not piece.label.strip("().")[:1].isalnum() or not _is_headline(piece.text):
        return 0
    if following is None or (following.kind == "item" and following.level <= piece.level):
        return 0
    return 0 if section.kind in _LISTS and section.level <= _PLAIN else _PLAIN + piece.level


def _is_headline(text: str) -> bool:
    """Whether the text is short, opens with a capital and is no sentence; brackets behind it do not count."""
    text = re.sub(r"\s*\([^()]*\)$", "", text)
    return text[:1].isupper() and len(text.split()) <= _FEW_WORDS and not re.search(r"[.;?!,:]$|: ", text)


def _is_shouted(text: str) -> bool:
    return (
        text.isupper()
        and sum(char.isalpha() for char in text) > _LETTERS
        and not text.endswith((".", ","))
        and ":" not in text
    )
