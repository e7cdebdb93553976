"""Erasing for good: the record, its originals, and what history quotes of it; that it was done stays written."""

import re
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
    for sha256 in (named - still) | _left_over(room, number):
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
    """The originals and pictures of a record, as far as they can be known of a damaged one."""
    data = _data(room, number)
    if data is None:
        return set()
    named = _named_in(data)
    return _named_of_damaged(room, number, data) if named is None else named


def _data(room: Room, number: int) -> bytes | None:
    data = room.meetings.read(number)
    return room.trash.read(number) if data is None else data


def _named_in(data: bytes) -> set[str] | None:
    """What a sound record names; None where it is damaged."""
    import msgspec

    from archive.record import from_json

    try:
        source = from_json(data).source
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return {source.sha256, *source.pictures}


def _named_of_damaged(room: Room, number: int, data: bytes) -> set[str]:
    """What history says of its import, and whatever in it still looks like a check sum."""
    told = (line.after.get("sha256") for line in room.history.all() if line.id == number)
    return {*filter(None, told), *map(bytes.decode, re.findall(rb"\b[0-9a-f]{64}\b", data))}


def _left_over(room: Room, number: int) -> set[str]:
    """Originals that nobody names, where they can only be those of this damaged record: all others are there and sound."""
    data = _data(room, number)
    if data is None or _named_in(data) is not None:
        return set()
    others = _others(room, number)
    lines = room.history.all()
    gone = {line.id for line in lines if line.kind == "purge"}
    filed = {line.id for line in lines if line.kind == "import"} - gone - {number}
    if filed.difference(others) or any(_named_in(_data(room, other) or b"") is None for other in others):
        return set()
    return {path.stem for path in room.originals.all()} - _named_by_others(room, number)


def _others(room: Room, number: int) -> set[int]:
    return {*room.meetings.numbers(), *room.trash.numbers()} - {number}


def _named_by_others(room: Room, number: int) -> set[str]:
    return {sha256 for other in _others(room, number) for sha256 in _named(room, other)}


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
