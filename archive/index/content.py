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
    """A record as the index sees it."""

    day: int | None
    last: int | None
    texts: dict[str, str]  # by tier: title, action, statement, body
    facts: tuple[Fact, ...]
    prints: tuple[int, ...]
    digest: int  # of all above: as long as it stays the same the index need not touch its big tables


def content_of(values: Values, naming: Naming) -> Content:
    """What to index of a record given as JSON values."""
    day = day_of(values["date"])
    texts = {tier: text for tier, text in _texts(values).items() if text}
    facts = tuple(dict.fromkeys(_facts(values, naming)))
    digest = zlib.crc32(
        repr((day, values["end_date"], sorted(texts.items()), facts)).encode("utf-8", "replace")
    )
    return Content(day, day_of(values["end_date"]), texts, facts, near.prints_of(values["body"]), digest)


def day_of(text: str | None) -> int | None:
    """A day as `date.toordinal` counts."""
    return dt.date.fromisoformat(text).toordinal() if text else None


def _texts(values: Values) -> dict[str, str]:
    title = values["title"] or ""
    actions = [point["text"] for point in values["action_points"]]
    said = [statement["text"] for speaker in values["speakers"] for statement in speaker["statements"]]
    body = f"{EDGE}".join(block["text"] for block in values["body"])
    extra = [text for text in (title, *actions, *said) if text not in body]
    return {
        "title": title,
        "action": EDGE.join(actions),
        "statement": EDGE.join(said),
        "body": EDGE.join([body, *extra]),
    }


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


def folded(text: str | None) -> str | None:
    """The text as searches compare it."""
    return None if text is None else fold(text)
