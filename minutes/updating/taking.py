"""Edits put into the record as it is now: what was changed there meanwhile is not overwritten unseen."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple

from archive.errors import ArchiveError
from archive.record import Meeting
from minutes import follow_up
from minutes.correcting import corrected, rejected, value_at
from minutes.updating.changes import Change


class AnotherRecord(ArchiveError):
    """The document does not belong to this archive."""

    message = "{file} was exported from a record that this archive does not have."
    advice = "Choose the archive with --archive, or file the document: minutes import --anyway FILE."
    exit_code = 3


class Edit(NamedTuple):
    """A change of a document, beside the record as it is now."""

    path: str  # in the record as it is now
    before: Any  # what the document was written from
    now: Any  # what the record says now
    after: Any
    removes: bool

    @property
    def conflicts(self) -> bool:
        """Whether somebody else changed the value since the document was written."""
        return bool(self.now != self.before)


def pending(exported: Meeting, meeting: Meeting, changes: Iterable[Change]) -> list[Edit]:
    """The traced changes that the record does not have yet."""
    edits = [_edit(exported, meeting, change) for change in changes if change.path]
    return [edit for edit in edits if edit and edit.now != edit.after]


def _edit(exported: Meeting, meeting: Meeting, change: Change) -> Edit | None:
    assert change.path is not None
    path = _moved(exported, meeting, change.path)
    if path is None:  # the action point or decision is gone
        return None
    removes = change.kind == "remove"
    now = value_at(meeting, f"{path}.text" if removes else path)
    return Edit(path, change.before, now, change.after, removes)


def _moved(exported: Meeting, meeting: Meeting, path: str) -> str | None:
    """The path now: action points and decisions keep their numbers, not their places."""
    name, _, rest = path.partition(".")
    if name not in ("action_points", "decisions"):
        return path
    place, _, field = rest.partition(".")
    number = getattr(exported, name)[int(place)].number
    for now, one in enumerate(getattr(meeting, name)):
        if one.number == number:
            return ".".join(part for part in (name, str(now), field) if part)
    return None


def taken(meeting: Meeting, edits: Iterable[Edit], who: str, today: dt.date) -> Meeting:
    """The record with the edits; what removes comes last, from the end, so that places stay true."""
    ordered = sorted(edits, key=lambda edit: (edit.removes, edit.removes and -_place(edit.path)))
    for edit in ordered:
        meeting = _with(meeting, edit, who, today)
    return meeting


def _place(path: str) -> int:
    return int(path.split(".")[1])


def _with(meeting: Meeting, edit: Edit, who: str, today: dt.date) -> Meeting:
    steps = edit.path.split(".")
    if edit.removes:
        return rejected(meeting, edit.path, who)
    if steps[0] != "action_points" or steps[-1] not in ("owner", "due", "state"):
        return corrected(meeting, edit.path, edit.after, who)
    number = meeting.action_points[int(steps[1])].number
    if steps[-1] == "owner":
        return follow_up.assigned(meeting, number, edit.after, who)
    if steps[-1] == "due":
        return follow_up.postponed(
            meeting, number, edit.after and dt.date.fromisoformat(edit.after), who, None
        )
    if edit.after in ("done", "dropped"):
        return follow_up.closed(meeting, [number], today, dropped=edit.after == "dropped")
    return (
        follow_up.reopened(meeting, [number])
        if edit.after == "open"
        else corrected(meeting, edit.path, edit.after, who)
    )
