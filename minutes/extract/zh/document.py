"""The whole report as one text for patterns, each place leading back to the characters of its block."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from msgspec import Struct

from archive.record import Block, Span
from minutes.extract.view import HAN, View, view
from minutes.extract.zh.cells import paragraphs_of

MASK = "\u25a1"
"""Stands for a character that patterns must not read: inside a title in brackets, in a credit, in a caption."""

TITLE = re.compile("\u300a[^\u300a\u300b\n]{1,80}\u300b|\u3008[^\u3008\u3009\n]{1,80}\u3009")
TERM = re.compile("\u201c[^\u201c\u201d\u3002!?\n]{1,16}\u201d|\u300c[^\u300c\u300d\u3002!?\n]{1,16}\u300d")
BRACKET = re.compile(r"\([^()\n]{1,60}\)")
# Simplified pages turned into traditional ones keep the reading of some characters: pinyin in brackets.
PINYIN = re.compile(f"(?<={HAN})\\([a-z\u00e0-\u01dc\u00fc]{{1,6}}\\)")
SEPARATORS = str.maketrans(dict.fromkeys(",;:\u3002\u3001!?", MASK))


class Document(Struct, frozen=True):
    """`text` joins the views of all blocks by line feeds; `flat` is as long, with what is no prose masked.

    Places are characters of `text`; `spans` and `words` lead back to the blocks.
    """

    body: tuple[Block, ...]  # as the report has them, which spans number
    blocks: tuple[Block, ...]  # those and, behind each table, the paragraphs in its cells
    views: tuple[View, ...]
    starts: tuple[int, ...]  # where each block begins in `text`
    text: str
    flat: str

    def block_at(self, place: int) -> int:
        """The number of the block that holds this place."""
        return max(0, bisect_right(self.starts, place) - 1)

    def end_of(self, block: int) -> int:
        """Where the block's text ends."""
        return self.starts[block] + len(self.views[block].text)

    def place_of(self, block: int, character: int) -> int:
        """The place in `text` of a character of the block, or of the next one the view kept."""
        return self.starts[block] + min(
            bisect_left(self.views[block].origin, character), len(self.views[block].text)
        )

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The places in the blocks, white space at the ends left out; one for each block touched."""
        found: list[Span] = []
        for number in range(self.block_at(start), self.block_at(max(start, end - 1)) + 1):
            base = self.starts[number]
            size = len(self.views[number].text)
            low, high = min(max(0, start - base), size), min(max(0, end - base), size)
            span = self.views[number].span(low, high)
            if span.end > span.start:
                found.append(span)
        return tuple(found)

    def span(self, start: int, end: int) -> Span | None:
        """The first of `spans`."""
        found = self.spans(start, end)
        return found[0] if found else None

    def words(self, start: int, end: int) -> str:
        """The source's own characters; those of different blocks joined by line feeds."""
        return "\n".join(self.body[span.block].text[span.start : span.end] for span in self.spans(start, end))

    def name(self, start: int, end: int) -> str:
        """The source's own characters without the white space and pinyin the view leaves out."""
        number = self.block_at(start)
        base, seen = self.starts[number], self.views[number]
        return "".join(seen.source[seen.origin[place - base]] for place in range(start, end)).strip()


def read_blocks(blocks: tuple[Block, ...]) -> Document:
    """The document of these blocks, nothing but titles in brackets and quoted terms masked."""
    pairs = [
        pair
        for number, block in enumerate(blocks)
        for pair in ((block, view(number, block)), *paragraphs_of(number, block))
    ]
    views = tuple(_without_pinyin(seen) for _, seen in pairs)
    starts, place = [], 0
    for seen in views:
        starts.append(place)
        place += len(seen.text) + 1
    text = "\n".join(seen.text for seen in views)
    return Document(blocks, tuple(block for block, _ in pairs), views, tuple(starts), text, _flatten(text))


def masked(document: Document, places: Iterable[tuple[int, int]]) -> Document:
    """The document with these places masked, line feeds kept."""
    flat = list(document.flat)
    for start, end in places:
        flat[start:end] = [char if char == "\n" else MASK for char in flat[start:end]]
    return Document(
        document.body, document.blocks, document.views, document.starts, document.text, "".join(flat)
    )


def _flatten(text: str) -> str:
    text = TITLE.sub(_hide_inside, text)
    text = TERM.sub(_hide_inside, text)
    return BRACKET.sub(lambda found: found.group().translate(SEPARATORS), text)


def _hide_inside(found: re.Match[str]) -> str:
    words = found.group()
    return words[0] + MASK * (len(words) - 2) + words[-1]


def _without_pinyin(seen: View) -> View:
    """The view without the pinyin left behind by a machine's conversion."""
    if not (gaps := [match.span() for match in PINYIN.finditer(seen.text)]):
        return seen
    dropped = {place for start, end in gaps for place in range(start, end)}
    kept = [place for place in range(len(seen.text)) if place not in dropped]
    text = "".join(seen.text[place] for place in kept)
    return View(seen.block, seen.source, text, (*(seen.origin[place] for place in kept), seen.origin[-1]))
