"""One record: read, written, moved to the trash and back."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Final

import msgspec

from archive.record import Meeting, from_json
from archive.refusals import InTrash, NoSuchRecord, RecordDamaged, SignedStays
from archive.room import Room

FOLLOW_UP: Final = frozenset(
    {
        "state",
        "closed_on",
        "progress",
        "due",
        "due_text",
        "due_history",
        "owner",
        "owner_person",
        "cooperating",
    }
)
"""What goes on in an action point after the minutes were signed."""


def follows_up(path: str) -> bool:
    """Whether a place ("action_points.2.due") says how an action point fares."""
    steps = path.split(".")
    return len(steps) > 2 and steps[0] == "action_points" and steps[2] in FOLLOW_UP  # noqa: PLR2004


def imported(values: dict[str, Any]) -> dict[str, Any]:
    """What history says of a record that was filed; the record itself has the rest."""
    return {"file": values["source"]["file"], "sha256": values["source"]["sha256"], "title": values["title"]}


def values_of(meeting: Meeting) -> dict[str, Any]:
    """The record as JSON values."""
    values: dict[str, Any] = msgspec.to_builtins(meeting)
    return msgspec.json.decode(msgspec.json.encode(values))  # type: ignore[no-any-return]


def read(room: Room, number: int) -> Meeting:
    """The record; raises NoSuchRecord, InTrash, RecordDamaged."""
    data = room.meetings.read(number)
    if data is None:
        raise InTrash(id=number) if room.trash.has(number) else NoSuchRecord(id=number)
    return decoded(room, number, data)


def refuse_signed(room: Room, numbers: Iterable[int]) -> None:
    """Final minutes are not taken away like others; raises SignedStays."""
    for number in numbers:
        values = room.values(number) or _trashed(room, number)
        if values.get("state") == "final":
            raise SignedStays(id=number)


def _trashed(room: Room, number: int) -> dict[str, Any]:
    """What is in the trash; {} where nothing is, or it is damaged."""
    with suppress(msgspec.DecodeError):
        return dict(msgspec.json.decode(room.trash.read(number) or b"{}", type=dict[str, Any]))
    return {}


def decoded(room: Room, number: int, data: bytes) -> Meeting:
    """The record that `data` is; raises RecordDamaged."""
    try:
        return from_json(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordDamaged(id=number, reason=error, file=room.meetings.path(number)) from error


def update(room: Room, number: int, values: dict[str, Any]) -> None:
    """Puts a new state of a record in place of the old one."""
    from archive.tables import FolderDB

    def become(document: Any) -> None:
        document.clear()
        document.update(values)

    FolderDB(room.folder, room.disk).table(room.meetings.folder.name).update(become, doc_ids=[number])


def to_trash(room: Room, number: int) -> None:
    """Moves a record to the trash; may be repeated."""
    if data := room.meetings.read(number):
        room.trash.write(number, data)
        room.meetings.remove(number)


def from_trash(room: Room, number: int) -> None:
    """Moves a record back from the trash; may be repeated."""
    if data := room.trash.read(number):
        room.meetings.write(number, data)
        room.trash.remove(number)
