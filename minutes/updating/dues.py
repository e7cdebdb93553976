"""An action point whose words name another day now is due on that day: the due date is proposed beside them."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from archive.record import Meeting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from minutes.updating.changes import Change

_WORDS: Final = ("text", "due_text")


def with_dues(meeting: Meeting, found: "Sequence[Change]") -> "list[Change]":
    """The changes, each of an action point's words followed by that of its due date where the day in them differs."""
    known = {change.path for change in found}
    made: list[Change] = []
    for change in found:
        made.append(change)
        due = _due_of(meeting, change)
        if due is not None and due.path not in known:
            known.add(due.path)
            made.append(due)
    return made


def _due_of(meeting: Meeting, change: "Change") -> "Change | None":
    steps = (change.path or "").split(".")
    if steps[0] != "action_points" or steps[-1] not in _WORDS or not change.after:
        return None
    old = meeting.action_points[int(steps[1])].due
    day = _day_in(change.after, meeting)
    if day is None or day in (old, change.before and _day_in(change.before, meeting)):
        return None
    path = ".".join((*steps[:-1], "due"))
    return replace(change, path=path, before=old and old.isoformat(), after=day.isoformat())


def _day_in(words: str, meeting: Meeting) -> dt.date | None:
    """The day by which the words want something done, counted from the meeting's as in a report."""
    if meeting.language == "zh":
        from minutes.extract.zh.dues import find_due

        found = find_due(words, 0, len(words), meeting.date, cell=True)
        return found.day if found else None
    from minutes.extract.en.dues import Calendar, due_in

    due = due_in(words, 0, len(words), Calendar(meeting.date), loose=True)
    return due.day if due else None
