"""The fields that templates may use: plain values in the words of the record's language."""

from collections.abc import Iterable, Iterator
from typing import Any

from archive.record import ActionPoint, Meeting, Person, Speaker
from minutes.border import terminal
from minutes.writers.common import number_of, person, title_of
from minutes.writers.punctuation import restored
from minutes.writers.words import Words, words_of


class ListWithoutLoopError(Exception):
    """A list was written as one value."""


class Many(list[Any]):
    """A list that can be looped over, counted and tested, but not written as it is."""

    def __init__(self, name: str, values: Iterable[Any]) -> None:
        super().__init__(values)
        self.name = name

    def __str__(self) -> str:
        """Refuses, naming the list."""
        raise ListWithoutLoopError(self.name)

    def __html__(self) -> str:
        """As Jinja asks for it."""
        raise ListWithoutLoopError(self.name)


def fields(meeting: Meeting) -> dict[str, Any]:
    """All fields by name; a value that the report does not give is an empty text."""
    words = words_of(meeting)
    clean = _Cleaner(words.chinese)
    found = dict(_facts(meeting, words))
    found |= dict(_lists(meeting, words))
    return {name: clean.value(value, name) for name, value in found.items()}


def names() -> list[str]:
    """The names of all fields, those within lists too."""
    from minutes.writers.template.samples import samples

    return sorted(set(_names(fields(samples()[0]))))


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for one in value.values():
            yield from _names(one)
    elif isinstance(value, list):
        for one in value[:1]:
            yield from _names(one)


class _Cleaner:
    """Makes values fit for a Word document: no controls, punctuation restored, lists named."""

    def __init__(self, chinese: bool) -> None:
        self.chinese = chinese

    def value(self, value: Any, name: str) -> Any:
        if isinstance(value, dict):
            return {key: self.value(one, key) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return Many(name, (self.value(one, name) for one in value))
        text = terminal("" if value is None else str(value))
        return restored(text) if self.chinese else text


def _facts(meeting: Meeting, words: Words) -> Iterator[tuple[str, Any]]:
    there = meeting.attendance
    yield "title", title_of(meeting, words)
    yield "date", words.day(meeting.date) if meeting.date else None
    yield "when", words.when(meeting)
    yield from ((name, getattr(meeting, name)) for name in ("place", "organisation", "topic", "number"))
    yield "chair", _somebody(meeting.chair, words)
    yield "recorder", _somebody(meeting.recorder, words)
    yield "count", there.count
    yield "attendance", there.text
    yield "record_id", meeting.id
    yield (
        "source",
        {key: getattr(meeting.source, key) for key in ("file", "publisher", "published", "address")},
    )


def _lists(meeting: Meeting, words: Words) -> Iterator[tuple[str, Any]]:
    there = meeting.attendance
    for name in ("present", "absent", "in_attendance"):
        yield name, [_person(one, words) for one in getattr(there, name)]
    yield "agenda", [{"number": item.number, "title": item.title} for item in meeting.agenda]
    yield "speakers", [_speaker(one, words) for one in meeting.speakers]
    yield (
        "decisions",
        [
            {key: getattr(one, key) for key in ("number", "text", "mover", "seconder", "result")}
            for one in meeting.decisions
        ],
    )
    yield "actions", [_action(meeting, one, words) for one in meeting.action_points]
    yield "notes", [note.message for note in meeting.notes]


def _somebody(somebody: Person | None, words: Words) -> str | None:
    return person(somebody, words) if somebody else None


def _person(somebody: Person | Speaker, words: Words) -> dict[str, Any]:
    return {
        "name": somebody.name,
        "role": somebody.role,
        "organisation": somebody.organisation,
        "shown": person(somebody, words),
    }


def _speaker(speaker: Speaker, words: Words) -> dict[str, Any]:
    said = [{key: getattr(one, key) for key in ("act", "text", "relayed_from")} for one in speaker.statements]
    return {**_person(speaker, words), "statements": said}


def _action(meeting: Meeting, point: ActionPoint, words: Words) -> dict[str, Any]:
    return {
        "number": number_of(meeting, point),
        "text": point.text,
        "owner": point.owner,
        "person": point.owner_person,
        "cooperating": words.names(list(point.cooperating)),
        "due": words.day(point.due) if point.due else point.due_text,
        "state": words(point.state),
        "raised_by": point.raised_by,
    }
