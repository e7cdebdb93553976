"""A block's text as the grammars read it, with the way back to the source."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from archive.record import Block, Span
from archive.text import plain

HAN = r"[^\W\x00-\u04ff\u2460-\u24ff]"
"""A pattern for one Chinese character (kana and Hangul too).

Not as ranges: `re` walks every character of a range when it compiles one, 1.8 ms for the Chinese blocks, and a grammar
has fifty such classes; this takes 0.05 ms.
"""
_OUTSIDE = (
    (0, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0xBF), (0x2000, 0x2BFF), (0x3000, 0x3006), (0x3008, 0x303F),
    (0xFF00, 0xFFEF),
)  # fmt: skip
"""The characters that are no letters, figures or Chinese characters."""

_ENDS = (".", "\u3002", ";", "!", "?", ":")
_PARTED = ",;:\u3001\u3002"
_LIST_LINE = 24
"""Characters of a line in a Chinese list of people, with their offices."""
_JOINT = ",;:()\u3002\u3001"
_GAP = re.compile(f"(?<={HAN}) (?={HAN}|[{_JOINT}])|(?<=[{_JOINT}]) (?={HAN})")


@cache
def run_of(more: str = "") -> str:
    """A pattern for one Chinese character, Latin letter or figure, or one of `more`; cheap to compile as HAN is."""
    ranges = list(_OUTSIDE)
    for code in map(ord, more):
        ranges = [part for low, high in ranges for part in _without(code, low, high)]
    return "[^" + "".join(f"\\u{low:04x}-\\u{high:04x}" for low, high in ranges) + "]"


def _without(code: int, low: int, high: int) -> list[tuple[int, int]]:
    if not low <= code <= high:
        return [(low, high)]
    return [(first, last) for first, last in ((low, code - 1), (code + 1, high)) if first <= last]


class View(Struct, frozen=True):
    """Half-width, simplified text without spaces inside Chinese; `origin[i]` is where its character i stands in the block.

    Patterns are written for this form alone: ASCII commas, colons, semicolons, brackets; simplified characters.
    """

    block: int
    source: str
    text: str
    origin: Sequence[int]  # one longer than `text`

    def span(self, start: int, end: int) -> Span:
        """The place in the source of `text[start:end]`, without white space at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        last = self.origin[end - 1] + 1 if end > start else self.origin[start]
        return Span(block=self.block, start=self.origin[start], end=last)

    def words(self, start: int, end: int) -> str:
        """The source's own characters of `text[start:end]`."""
        span = self.span(start, end)
        return self.source[span.start : span.end]


def with_lines(block: Block, text: str, mark: str, longest: int) -> str:
    """`text` (a table's, as long as its source) without line ends in cells: `mark` where a cell is a list, else a space.

    A list has lines of at most `longest` characters, none of which ends a sentence; people stand so in sheets of attendance.
    """
    chars = list(text)
    for cell in block.cells:
        words = text[cell.start : cell.end]
        lines = words.split("\n")
        is_list = all(len(line) <= longest and not line.endswith(_ENDS) for line in lines)
        for place in (cell.start + at for at, char in enumerate(words) if char == "\n"):
            chars[place] = mark if is_list and text[place - 1] not in _PARTED else " "
    return "".join(chars)


def view(index: int, block: Block, *, keep_spaces: bool = False) -> View:
    """Block number `index` as the grammars read it; lists of names parted by spaces need `keep_spaces`."""
    folded = plain(block.text)
    if block.cells:
        folded = with_lines(block, folded, "\u3001", _LIST_LINE)
    gaps = set() if keep_spaces else {match.start() for match in _GAP.finditer(folded)}
    if not gaps:
        return View(index, block.text, folded, range(len(folded) + 1))
    kept = [place for place in range(len(folded)) if place not in gaps]
    return View(index, block.text, "".join(folded[place] for place in kept), (*kept, len(folded)))
