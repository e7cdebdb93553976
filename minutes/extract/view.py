"""A block's text as the grammars read it, with the way back to the source."""

import re
from dataclasses import dataclass

from archive.record import Block, Span
from archive.text import plain

CJK = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_GAP = re.compile(f"(?<=[{CJK}\uff0c\u3002\u3001,;:()]) (?=[{CJK}])|(?<=[{CJK}]) (?=[,;:()\u3002\u3001])")


@dataclass(frozen=True, slots=True)
class View:
    """Half-width, simplified text without spaces inside Chinese; `origin[i]` is where its character i stands in the block.

    Patterns are written for this form alone: ASCII commas, colons, semicolons, brackets; simplified characters.
    """

    block: int
    source: str
    text: str
    origin: tuple[int, ...]  # one longer than `text`

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


def view(index: int, block: Block, *, keep_spaces: bool = False) -> View:
    """Block number `index` as the grammars read it; lists of names parted by spaces need `keep_spaces`."""
    folded = plain(block.text)
    gaps = set() if keep_spaces else {match.start() for match in _GAP.finditer(folded)}
    kept = [place for place in range(len(folded)) if place not in gaps]
    text = "".join(folded[place] for place in kept) if gaps else folded
    return View(index, block.text, text, (*kept, len(folded)))
