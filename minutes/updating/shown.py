"""The fields of a record as their words stand in an exported document."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import msgspec

from archive.record import Meeting, to_json
from minutes.writers.punctuation import restored
from minutes.writers.words import Words, words_of

_SKIPPED: Final = frozenset(
    ("body", "source", "evidence", "notes", "corrections", "labels", "state", "schema", "id", "revision")
)
_INNER: Final = frozenset(
    ("kind", "act", "relayed_from", "raised_by", "count_is", "state", "span", "spans", "progress")
)
_OTHERWISE: Final = frozenset(("date", "end_date", "start_time", "end_time", "due", "due_history"))


class Field(NamedTuple):
    """Where a value stands in the record, and a line of it as a document shows it."""

    path: str
    shown: str
    line: int | None = None  # of a value with several lines: which

    @property
    def name(self) -> str:
        """The last step of its path."""
        return self.path.rpartition(".")[2]


def fields(meeting: Meeting) -> list[Field]:
    """Every value whose words an export may show; Chinese ones with their punctuation restored."""
    words = words_of(meeting)
    found = [*_days(meeting, words), *_within("", msgspec.json.decode(to_json(meeting)))]
    return [one._replace(shown=restored(one.shown) if words.chinese else one.shown) for one in found]


def _days(meeting: Meeting, words: Words) -> Iterator[Field]:
    """Days and hours, as the record's language writes them."""
    for path, day in (("date", meeting.date), ("end_date", meeting.end_date)):
        if day:
            yield Field(path, words.day(day))
    for path, time in (("start_time", meeting.start_time), ("end_time", meeting.end_time)):
        if time:
            yield Field(path, words.clock(time))
    for place, point in enumerate(meeting.action_points):
        if point.due:
            yield Field(f"action_points.{place}.due", words.day(point.due))


def _within(path: str, value: Any) -> Iterator[Field]:
    if isinstance(value, str):
        lines = value.split("\n")
        yield from (
            Field(path, line, place if len(lines) > 1 else None) for place, line in enumerate(lines) if line
        )
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _within(f"{path}.{place}", one)
    elif isinstance(value, dict):
        hidden = _OTHERWISE | (_INNER if path else _SKIPPED)
        for name, one in value.items():
            if name not in hidden:
                yield from _within(f"{path}.{name}".lstrip("."), one)
