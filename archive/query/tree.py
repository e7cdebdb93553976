"""A query as a tree of conditions."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple


class Words(NamedTuple):
    """The text has these characters in a row; folded (`archive.text.fold`)."""

    text: str


class Field(NamedTuple):
    """A field of the record has this text in it; names also by pinyin."""

    name: str  # speaker, chair, owner, place, org, title, role, label, id, number, state, kind, person, topic
    text: str  # folded


class Days(NamedTuple):
    """A day lies in a period; either end may be open (None)."""

    name: str  # date | due
    first: dt.date | None
    last: dt.date | None  # included


class Undated(NamedTuple):
    """The report gives no day."""

    name: str  # date | due


class Is(NamedTuple):
    """A state: open, hand, done, dropped, overdue, extracted, reviewed, final."""

    state: str


class Has(NamedTuple):
    """The record has some: actions, notes, decisions, pictures, labels, due."""

    what: str


class Not(NamedTuple):
    """The opposite."""

    part: "Tree"


class Every(NamedTuple):
    """All parts are true."""

    parts: "tuple[Tree, ...]"


class Some(NamedTuple):
    """At least one part is true."""

    parts: "tuple[Tree, ...]"


Tree = Words | Field | Days | Undated | Is | Has | Not | Every | Some


class Query(NamedTuple):
    """What was asked."""

    text: str  # as typed
    tree: Tree

    def needles(self) -> tuple[str, ...]:
        """The words that a fitting text has, for highlighting; folded."""
        return tuple(dict.fromkeys(_needles(self.tree)))


def _needles(tree: Tree) -> Iterator[str]:
    match tree:
        case Words(text):
            yield text
        case Every(parts) | Some(parts):
            for part in parts:
                yield from _needles(part)
