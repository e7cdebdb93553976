"""Sentences and clauses of the prose."""

import re
from collections.abc import Iterator

from msgspec import Struct

from minutes.extract.zh.page import Page

SENTENCE = re.compile("[^\u3002!?\n]+(?:[\u3002!?]+[\u201d\u2019\u300d\u300f)]*|\\Z)?|[\u3002!?]+")
# A comma or colon between figures is part of the number or the time.
COMMA = re.compile(r"[,;:](?!\d)|(?<!\d)[,;:]")


class Clause(Struct, frozen=True):
    """A stretch between commas; characters of the document's text."""

    start: int
    end: int  # the comma, colon or full stop not included
    mark: str  # what ends it: , ; : 。 or nothing


class Sentence(Struct, frozen=True):
    """A sentence of a block."""

    block: int
    start: int
    end: int
    clauses: tuple[Clause, ...]

    def close(self, flat: str) -> int:
        """Its end, full stop and closing quotation mark included, white space not."""
        return self.start + len(flat[self.start : self.end].rstrip())


def sentences_of(page: Page) -> list[Sentence]:
    """All sentences of the prose, in order."""
    flat = page.document.flat
    return [
        Sentence(number, start, end, tuple(_clauses(flat, start, end)))
        for number in page.prose()
        for start, end in _sentences(page, number)
    ]


def _sentences(page: Page, number: int) -> Iterator[tuple[int, int]]:
    start, end = page.document.starts[number], page.document.end_of(number)
    for found in SENTENCE.finditer(page.document.flat, start, end):
        if found.group().strip():
            yield found.span()


def _clauses(flat: str, start: int, end: int) -> Iterator[Clause]:
    place = start
    for found in COMMA.finditer(flat, start, end):
        yield Clause(place, found.start(), found.group())
        place = found.end()
    stop = len(flat[start:end].rstrip("\u3002!?\u201d\u2019\u300d\u300f)")) + start
    if place < stop:
        yield Clause(place, stop, "\u3002")
