"""Erasing for good: the record, its originals, and what history quotes of it; that it was done stays written."""

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from archive.history import change_of, line_of
from archive.index.current import forget
from archive.issued import Issued
from archive.refusals import LockedByUnknown
from archive.room import Room

if TYPE_CHECKING:
    from archive.answers import Change


_PATIENCE: Final = 10  # seconds


def erase(room: Room, number: int) -> None:
    """Erases a record; may be repeated: the record goes last, for it alone knows which originals are its own."""
    named = _named(room, number)
    still = _named_by_others(room, number) if named else set()
    for sha256 in named - still:
        room.originals.remove(sha256)
    Issued(room.folder, room.disk).remove(number)
    for shelf in (room.meetings, room.trash):
        if shelf.has(number):
            shelf.remove(number)
    _silence(room, number)
    _forget_index(room)


def _forget_index(room: Room) -> None:
    """Its pages may keep the words; whoever brings it up to date just now is waited for."""
    for _ in range(_PATIENCE):
        with suppress(sqlite3.OperationalError):
            forget(room.index_file)
            return
    raise LockedByUnknown(folder=room.folder)


def _named(room: Room, number: int) -> set[str]:
    import json

    for shelf in (room.meetings, room.trash):
        if data := shelf.read(number):
            source = json.loads(data)["source"]
            return {source["sha256"], *source["pictures"]}
    return set()


def _named_by_others(room: Room, number: int) -> set[str]:
    others = {*room.meetings.numbers(), *room.trash.numbers()} - {number}
    return {sha256 for other in others for sha256 in _named(room, other)}


def _silence(room: Room, number: int) -> None:
    """Takes the contents out of the record's lines of history."""
    for file in room.history.files():
        lines = file.read_bytes().splitlines(keepends=True)
        silent = [_silenced(line, number) for line in lines]
        if silent != lines:
            room.disk.write(file, b"".join(silent))


def _silenced(line: bytes, number: int) -> bytes:
    """The line without what it quotes: values, and the reason, which may quote them too."""
    change: Change | None = change_of(line)
    if change is None or change.id != number or change.kind == "purge":
        return line
    return line_of(change._replace(before={}, after={}, why=None))
