"""Mends what can be mended without guessing: what follows from something else that is sound, and is told in history.

The index follows from the records; archive.json, people.json and the later states of a record from history; leftovers and
permissions follow from nothing but rules. What history itself has lost stays lost: it is set down, and numbers go on behind
it. The content of a record or an original is never made up: a backup has it.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from archive.check import findings
from archive.difference import applied
from archive.files import drafts, remove
from archive.history import History, change_of
from archive.lock import writing
from archive.opening import WORDS
from archive.record import Meeting, from_json
from archive.records import update
from archive.refusals import ArchiveDamaged, NoArchive
from archive.room import README, Room
from archive.sharing import set_modes
from archive.state import State, read_state, write_state
from archive.told import decided_in, losses, revisions_in, sum_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from archive.answers import Change, Finding
    from archive.store import Archive
    from archive.writing import Batch

BY: Final = "repair"


class Repaired(NamedTuple):
    """What came of it."""

    mended: list[Finding]  # found before, and not any more
    left: list[Finding]


def repair(archive: Archive, who: str, progress: Callable[[int, int], None] | None = None) -> Repaired:
    """Mends what can be; raises Locked, OSError."""
    before = findings(archive.room, progress)
    if not before:
        return Repaired([], [])
    with writing(
        archive.folder, archive.room.disk, timeout=10
    ):  # names first: the index cannot be read without
        _people(archive.room, archive.room.history.all())
    with archive.batch(BY, who) as batch:
        _files(archive.room)
        lines = archive.room.history.all()
        _counter(batch, lines)
        _records(archive.room, lines)
        _history(batch, lines)
    archive.rebuild_index()
    left = findings(archive.room)
    known = {(one.kind, one.where) for one in left}
    return Repaired([one for one in before if (one.kind, one.where) not in known], left)


def state_again(folder: Path) -> bool:
    """Makes archive.json anew where it is missing or cannot be read; False where it is sound.

    Raises NewerFormat, and NoArchive for a folder without records and history.
    """
    try:
        read_state(folder)
    except (NoArchive, ArchiveDamaged):
        room = Room(folder, _share_of(folder))
        if not (any(room.meetings.numbers()) and room.history.last()[0]):
            raise
        with writing(folder, room.disk, timeout=10):
            revision, mark = room.history.last()
            state = State(_free_id(room, room.history.all()), revision, mark, _share_of(folder))
            write_state(folder, state, room.disk)
        return True
    return False


def _share_of(folder: Path) -> str:
    """As the folder's permissions say."""
    return "group" if folder.is_dir() and folder.stat().st_mode & 0o070 == 0o070 else "private"  # noqa: PLR2004


def _free_id(room: Room, lines: list[Change]) -> int:
    """An id that nobody has had."""
    told = (line.id for line in lines if line.id is not None)
    return max(0, *told, *room.meetings.numbers(), *room.trash.numbers()) + 1


def _files(room: Room) -> None:
    """Leftovers, README.txt, permissions."""
    for draft in drafts(room.folder):
        remove(draft)
    if not (room.folder / README).exists():
        room.disk.write(room.folder / README, WORDS.encode())
    set_modes(room)


def _counter(batch: Batch, lines: list[Change]) -> None:
    batch.go_on_from(_free_id(batch.room, lines))


def _people(room: Room, lines: list[Change]) -> None:
    """As history has them."""
    decided = decided_in(lines)
    try:
        same = decided is None or room.people.read() == decided
    except ArchiveDamaged:
        same = False
    if not same:
        room.people.write(decided or {"names": {}, "split": []})


def _records(room: Room, lines: list[Change]) -> None:
    """Records that are older than their history: what it says was changed since is changed again."""
    known = revisions_in(lines)
    for number in room.meetings.numbers():
        values = room.values(number)
        if values is None or not 0 < values.get("revision", 0) < known[number]:
            continue
        with suppress(LookupError, TypeError, msgspec.ValidationError):
            later = _later(number, values["revision"], lines)
            for line in later:
                values = {**applied(values, line.after), "revision": line.revision}
            msgspec.convert(values, Meeting)
            update(room, number, values)


def _later(number: int, revision: int, lines: list[Change]) -> list[Change]:
    """The changes of a record after `revision`, none missing; raises LookupError."""
    later = [
        line
        for line in lines
        if line.id == number and line.kind == "change" and (line.revision or 0) > revision
    ]
    if [line.revision for line in later] != [*range(revision + 1, revision + 1 + len(later))]:
        raise LookupError(number)
    return later


def _history(batch: Batch, lines: list[Change]) -> None:
    """Sets down what history has lost, and the revisions that it does not lead to any more."""
    known = losses(lines)
    numbers = [0, *(line.number for line in lines), batch.state.revision + 1]
    gaps = [(one + 1, other - 1) for one, other in pairwise(numbers) if other > one + 1]
    lost = [gap for gap in gaps if not known.numbers.issuperset(range(gap[0], gap[1] + 1))]
    damaged = sorted({*_damaged(batch.room.history)} - known.damaged)
    if lost or damaged:
        batch.note(BY, None, None, {"lost": [[*gap] for gap in lost], "damaged": damaged})
    revisions = revisions_in(lines)
    for number, revision in _revisions(batch.room):
        if revision > revisions[number]:
            batch.note(BY, number, revision, {})


def _damaged(history: History) -> Iterator[str]:
    for file in history.files():
        for raw in file.read_bytes().splitlines(keepends=True):
            if change_of(raw) is None:
                yield sum_of(raw)


def _revisions(room: Room) -> Iterator[tuple[int, int]]:
    for shelf in (room.meetings, room.trash):
        for number in shelf.numbers():
            with suppress(msgspec.DecodeError):  # it is damaged, and stays so
                yield number, from_json(shelf.read(number) or b"").revision
