"""Rows of the table of action points: each column is a field."""

from collections.abc import Iterator
from typing import Any, Final

from archive.record import Meeting
from minutes.days import day_of
from minutes.updating.units import Unit
from minutes.writers.common import due_of, owner_of
from minutes.writers.punctuation import restored
from minutes.writers.words import words_of

_COLUMNS: Final = ("No.", "action", "owner", "due", "state")
_STATES: Final = ("open", "in hand", "done", "dropped")
_SEPARATORS: Final = " \n\t;,\uff1b\uff0c"


def row_of(meeting: Meeting, unit: Unit) -> int | None:
    """The place of the action point that a row is about; None for any other unit."""
    words = words_of(meeting)
    if unit.header != tuple(words(column) for column in _COLUMNS):
        return None
    number = unit.cells[0].rpartition(".")[2]
    numbers = [str(point.number) for point in meeting.action_points]
    return numbers.index(number) if number in numbers else None


def row_changes(meeting: Meeting, place: int, old: Unit, new: Unit) -> Iterator[tuple[str, Any]]:
    """The fields of the action point that the row has otherwise now: (name, value as in JSON)."""
    point, words = meeting.action_points[place], words_of(meeting)
    for column, before, after in zip(_COLUMNS, old.cells, new.cells, strict=False):
        if before == after:
            continue
        if column == "action":
            yield "text", after.strip()
        elif column == "owner":
            shown = restored(owner_of(point)) if words.chinese else owner_of(point)
            yield "owner", _led(before, after, shown)
        elif column == "due":
            yield from _due(after, due_of(point, words))
        elif column == "state":
            yield from (("state", state) for state in _STATES if words(state) == after.strip())


def _led(before: str, after: str, shown: str) -> str | None:
    """The new owner: what stands before the words that followed the old one (`with ...`)."""
    rest = before.removeprefix(shown).strip() if before.startswith(shown) else ""
    return after.strip().removesuffix(rest).strip(_SEPARATORS) or None


def _due(written: str, shown: str) -> Iterator[tuple[str, Any]]:
    """A day, or words that name none."""
    if not written.strip():
        yield "due", None
    elif day := day_of(written):
        yield "due", day
    elif written.strip() != shown:
        yield "due", None
        yield "due_text", written.strip()
