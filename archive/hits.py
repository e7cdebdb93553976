"""What a search answers with; apart from other answers, for a search is to load little (a class costs 0.2 ms)."""

import datetime as dt
from typing import NamedTuple


class Passage(NamedTuple):
    """The words around a match, as the report has them."""

    text: str
    marks: tuple[tuple[int, int], ...]  # where the words asked for stand in `text`: (start, end), in order
    speaker: str | None  # who said it (a name, else an office), where the passage is a statement
    place: str  # title | action | statement | body: which part of the record it is from
    number: int | None = None  # of the action point


class Hit(NamedTuple):
    """One meeting that was found."""

    id: int
    title: str | None
    date: dt.date | None
    sha256: str
    tier: str  # title | action | statement | body: the best part in which all the words stand
    passage: Passage | None  # None where the query has no words, or passages were not asked for


class Hits(NamedTuple):
    """The answer to a search, best first.

    `total` is None where more were found than asked for: counting them would cost more than finding the best
    (100 ms at 100,000 meetings); `Archive.count` counts.
    """

    items: list[Hit]
    total: int | None
    read_as: dict[str, tuple[str, ...]]  # words found nowhere as written, and the names they were taken for
