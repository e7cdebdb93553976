"""What the index keeps of one record."""

import datetime as dt
import zlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from archive.index import near
from archive.text import EDGE, fold

Values = dict[str, Any]
Naming = Callable[[str, int], str]  # a name as written, the meeting's id: the name people decided on


class Fact(NamedTuple):
    """Somebody or something named in a field."""

    field: str
    text: str
    role: str | None = None
    organisation: str | None = None


class Content(NamedTuple):
    """A record as the index sees it; texts are folded."""

    day: int | None
    last: int | None
    title: str
    actions: tuple[tuple[int, str], ...]  # by number
    said: str  # all statements, without the action points in them
    body: str  # the whole text; what stands in no block is added
    facts: tuple[Fact, ...]
    prints: tuple[int, ...]
    digest: int  # of all above: as long as it stays the same the index need not touch its big tables


class _Text:
    """The whole text; a piece of it need not be folded again (folding is a third of the work)."""

    def __init__(self, values: Values) -> None:
        self.raw = "\n".join(block["text"] for block in values["body"])
        self.folded = fold(self.raw)
        self.extra: list[str] = []

    def folded_piece(self, piece: str | None) -> str:
        """The piece, folded; one that stands nowhere in the text is noted."""
        if not piece:
            return ""
        place = self.raw.find(piece)
        if place >= 0:
            return self.folded[place : place + len(piece)]
        folded = fold(piece)
        self.extra.append(folded)
        return folded


def content_of(values: Values, naming: Naming) -> Content:
    """What to index of a record given as JSON values."""
    text = _Text(values)
    title = text.folded_piece(values["title"])
    actions = tuple((point["number"], text.folded_piece(point["text"])) for point in values["action_points"])
    statements = [one["text"] for speaker in values["speakers"] for one in speaker["statements"]]
    said = EDGE.join(text.folded_piece(one) for one in statements)
    for _, action in actions:
        said = said.replace(action, EDGE) if action else said
    body = EDGE.join([text.folded, *text.extra])
    facts = tuple(dict.fromkeys(_facts(values, naming)))
    parts = (values["date"], values["end_date"], title, *actions, said, body, *facts)
    digest = zlib.crc32("\n".join(map(str, parts)).encode("utf-8", "replace"))
    day, last = day_of(values["date"]), day_of(values["end_date"])
    return Content(day, last, title, actions, said, body, facts, near.prints_of(text.folded), digest)


def day_of(text: str | None) -> int | None:
    """A day as `date.toordinal` counts."""
    return dt.date.fromisoformat(text).toordinal() if text else None


def _facts(values: Values, naming: Naming) -> Iterator[Fact]:
    yield from _people(values, naming)
    for name in ("organisation", "place", "topic", "number"):
        if values[name]:
            yield Fact(name, values[name])
    for label in values["labels"]:
        yield Fact("label", label)
    for point in values["action_points"]:
        if point["owner"]:
            yield Fact("owner", point["owner"])


def _people(values: Values, naming: Naming) -> Iterator[Fact]:
    number = values["id"]
    for field, person in _persons(values):
        role, organisation = person.get("role"), person.get("organisation")
        if person["name"]:
            yield Fact(field, naming(person["name"], number), role, organisation)
        if role:
            yield Fact("role", role)
        if organisation:
            yield Fact("organisation", organisation)


def _persons(values: Values) -> Iterator[tuple[str, Values]]:
    attendance = values["attendance"]
    for field in ("chair", "recorder"):
        if values[field]:
            yield field, values[field]
    for field in ("present", "in_attendance", "absent"):
        yield from ((field, person) for person in attendance[field])
    yield from (("speaker", speaker) for speaker in values["speakers"])
    yield from (("cited", person) for person in values["cited"])
    for point in values["action_points"]:
        if point["owner_person"]:
            yield "owner_person", {"name": point["owner_person"]}
