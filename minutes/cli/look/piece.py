"""Styled text without any terminal: pieces make lines, and know how many columns they take."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from unicodedata import category, combining, east_asian_width

from minutes import border

OPENING: Final = ("Ps", "Pi")  # no line ends after one of these
CLOSING: Final = ("Po", "Pe", "Pf")  # none begins with one of these


class Piece(NamedTuple):
    """Some text in one style; text that comes from a document has passed the border."""

    text: str
    style: str = ""  # a key of paper.STYLES


Line = tuple[Piece, ...]
BLANK: Final[Line] = ()


def of_document(text: str | None, style: str = "") -> Piece:
    """A piece on one line for text that a document brought."""
    return Piece(border.one_line(text or ""), style)


def columns_of(text: str) -> int:
    """How many columns `text` takes on a terminal: Chinese characters two, marks none (UAX 11)."""
    return len(text) if text.isascii() else sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if east_asian_width(char) in "WF":
        return 2
    return 0 if combining(char) or category(char) == "Cf" else 1


def padded(piece: Piece, columns: int) -> Piece:
    """The piece, filled with spaces to `columns`."""
    return Piece(piece.text + " " * (columns - columns_of(piece.text)), piece.style)


def shortened(text: str, columns: int) -> str:
    """`text` in at most `columns`, ending in a mark where something is left out."""
    if columns_of(text) <= columns:
        return text
    return text[: _fitting(text, 0, columns - 1)] + "\u2026"


def hanging(lead: Line, body: Line, columns: int) -> Iterator[Line]:
    """`body` in lines of at most `columns`, the first after `lead`, the others indented as far."""
    indent = sum(columns_of(piece.text) for piece in lead)
    for number, line in enumerate(wrapped(body, max(columns - indent, 20))):
        yield (*(lead if number == 0 else (Piece(" " * indent),)), *line)


def wrapped(line: Line, columns: int) -> Iterator[Line]:
    """The line in lines of at most `columns`; Chinese breaks between characters, not before punctuation. One at least."""
    text = "".join(piece.text for piece in line)
    if 2 * len(text) <= columns:
        yield line  # a pipe is wide enough for all: 20 ms for twenty hits
        return
    for start, end in _rows(text, columns):
        yield tuple(_cut(line, start, end))


def _cut(line: Line, start: int, end: int) -> Iterator[Piece]:
    """The pieces of characters `start` to `end`."""
    place = 0
    for text, style in line:
        part = text[max(start - place, 0) : max(end - place, 0)]
        if part:
            yield Piece(part, style)
        place += len(text)


def _rows(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Where each row starts and ends."""
    start = end = used = 0
    for begin, stop in _parts(text, columns):
        size = columns_of(text[begin:stop].rstrip())
        if used + size > columns and begin > start:
            yield start, _without_space(text, start, end)
            start, used = begin, 0
        used += columns_of(text[begin:stop])
        end = stop
    yield start, _without_space(text, start, end)


def _without_space(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _parts(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Pieces of text that stay together; one too long for any row is cut."""
    begin = 0
    for stop in (*_breaks(text), len(text)):
        while begin < stop:
            cut = min(stop, max(_fitting(text, begin, columns), begin + 1))
            yield begin, cut
            begin = cut


def _fitting(text: str, begin: int, columns: int) -> int:
    """The end of the longest piece from `begin` that takes at most `columns`."""
    used = 0
    for place in range(begin, len(text)):
        used += _columns(text[place])
        if used > columns:
            return place
    return len(text)


def _breaks(text: str) -> Iterable[int]:
    return (place for place in range(1, len(text)) if _may_part(text[place - 1], text[place]))


def _may_part(before: str, after: str) -> bool:
    """Whether a row may end between the two."""
    if before == " " or after == " ":
        return after != " "
    if "W" not in (east_asian_width(before) + east_asian_width(after)).replace("F", "W"):
        return False
    return category(before) not in OPENING and category(after) not in CLOSING
