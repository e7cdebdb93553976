"""What becomes of action points: done, opened again, handed on, postponed. Each function gives the record after it."""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from archive.errors import ArchiveError
from archive.record import ActionPoint, DueChange, Meeting, Progress
from minutes.correcting import corrected


class NoSuchAction(ArchiveError):
    """No action point of that number."""

    message = "Record {id} has no action point {number}."
    advice = "minutes show {id} lists them."


def place_of(meeting: Meeting, number: int) -> int:
    """Where action point `number` stands in the record, from 0; raises NoSuchAction."""
    for place, action in enumerate(meeting.action_points):
        if action.number == number:
            return place
    raise NoSuchAction(id=meeting.id, number=number)


def closed(meeting: Meeting, numbers: Iterable[int], on: dt.date, *, dropped: bool = False) -> Meeting:
    """The action points done (or dropped) on that day."""
    for number in numbers:
        meeting = _with(meeting, number, state="dropped" if dropped else "done", closed_on=on)
    return meeting


def reopened(meeting: Meeting, numbers: Iterable[int]) -> Meeting:
    """The action points open again."""
    for number in numbers:
        meeting = _with(meeting, number, state="open", closed_on=None)
    return meeting


def told(meeting: Meeting, number: int, on: dt.date, text: str) -> Meeting:
    """A dated word on how the action point stands; an open one is in hand from then on."""
    action = meeting.action_points[place_of(meeting, number)]
    steps = sorted((*action.progress, Progress(date=on, text=text)), key=lambda step: step.date)
    state = "in hand" if action.state == "open" else action.state
    return _with(meeting, number, progress=tuple(steps), state=state)


def assigned(meeting: Meeting, number: int, owner: str | None, who: str) -> Meeting:
    """The action point in other hands; survives re-extraction."""
    place = place_of(meeting, number)
    meeting = corrected(meeting, f"action_points.{place}.owner", owner, who)
    return _with(meeting, number, owner_person=None)


def postponed(meeting: Meeting, number: int, due: dt.date | None, who: str, why: str | None) -> Meeting:
    """The action point due on another day (None: on no day), the old one kept in its history."""
    place = place_of(meeting, number)
    before = meeting.action_points[place]
    meeting = corrected(meeting, f"action_points.{place}.due", due and str(due), who)
    when = meeting.corrections[-1].when
    change = DueChange(before=before.due, after=due, when=when, who=who, why=why)
    return _with(meeting, number, due_history=(*before.due_history, change))


def _with(meeting: Meeting, number: int, **values: object) -> Meeting:
    place = place_of(meeting, number)
    actions: list[ActionPoint] = list(meeting.action_points)
    actions[place] = replace(actions[place], **values)
    return replace(meeting, action_points=tuple(actions))
