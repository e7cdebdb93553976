"""Is everything as it should be? Looks at every byte the archive vouches for; changes nothing (archive.repair does).

Readers do not wait, so somebody may write meanwhile: damage counts where a second look finds it, too.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from archive.answers import Change, Finding
from archive.files import DRAFT, WINDOWS, drafts
from archive.folder import Shelf
from archive.history import change_of
from archive.issued import Issued
from archive.refusals import ArchiveDamaged
from archive.room import KNOWN, README, Room
from archive.state import State, read_state, read_writer
from archive.told import decided_in, losses, revisions_in, sum_of

Progress = Callable[[int, int], None]
_LOOKS: Final = 5  # so often somebody may change things under our eyes before we believe them

RECORD_DAMAGED: Final = "The record {id} is damaged: {reason}."
WRONG_ID: Final = "The file {file} has the record {id}."
NOT_GIVEN: Final = "The record {id} has an id that archive.json has not given yet."
RECORD_MISSING: Final = "The record {id} is missing: history tells of it, and nobody erased it."
ORIGINAL_MISSING: Final = "The original {sha256} of meeting {id} is missing."
ORIGINAL_ALTERED: Final = "The original {file} was altered: its bytes have another SHA-256."
ORPHAN: Final = "The original {file} belongs to no meeting."
LINE_DAMAGED: Final = "Line {line} of {file} is damaged."
HISTORY_GAP: Final = "History has no change number {number}."
HISTORY_DIFFERS: Final = "History ends at change {found}, archive.json says {known}."
REVISIONS_DIFFER: Final = "Meeting {id} has revision {found}, its history {known}."
HISTORY_LOST: Final = "{count} changes of history were lost; that was set down on {when}."
PEOPLE_DIFFER: Final = "people.json is damaged or differs from the last decision that history has."
README_MISSING: Final = "README.txt, which explains the folder to those who come after us, is missing."
PERMISSIONS: Final = (
    "{count} files or folders have other permissions than the archive's sharing ({share}) asks for."
)
INTERRUPTED: Final = "A program was interrupted while writing ({what}); the next one that writes finishes or sweeps what it left."
LEFTOVER: Final = (
    "The file {file} is left over from an interrupted write; the next program that writes sweeps it."
)


class _Records(NamedTuple):
    """What the records say of one another."""

    seen: set[int]  # ids that have a file
    revisions: dict[int, int]
    named: dict[str, int]  # SHA-256 of an original or picture: a meeting that has it
    going: int | None  # the id that somebody erases, or was killed erasing: its originals go before it


def findings(room: Room, progress: Progress | None = None) -> list[Finding]:
    """Everything that is not as it should be; with somebody interrupted, what the next writer mends is no damage."""
    for _ in range(_LOOKS):
        before = _moment(room)
        found = _look(room, progress)
        if _moment(room) == before or not any(one.damage for one in found):
            break
    return found


def _moment(room: Room) -> tuple[object, ...]:
    """What changes when somebody writes."""
    return room.state(), read_writer(room.folder)


def _look(room: Room, progress: Progress | None) -> list[Finding]:
    writer = read_writer(room.folder)
    found = [*_leftovers(room)]
    if writer:
        found.append(_finding("interrupted", "writer.json", INTERRUPTED, damage=False, what=writer.what))
    mended = writer is not None
    records = _Records(set(), {}, {}, _being_erased(room) if mended else None)
    found += _records(room, records, progress)
    found += _originals(room, records, mended=mended)
    found += _history(room, records, mended=mended)
    found += _surroundings(room)
    found += Issued(room.folder, room.disk).findings()
    if not any(one.damage for one in found):
        from archive.index.compare import differences

        found += differences(room)
    return found


def _being_erased(room: Room) -> int | None:
    last = next((change for change, _ in room.history.newest_first()), None)
    return last.id if last and last.kind == "purge" else None


def _finding(kind: str, where: str, message: str, *, damage: bool = True, **values: object) -> Finding:
    return Finding(kind, where, message, values, damage)


def _leftovers(room: Room) -> Iterator[Finding]:
    for draft in drafts(room.folder):
        name = draft.relative_to(room.folder).as_posix()
        yield _finding("leftover", name, LEFTOVER, damage=False, file=name)


def _records(room: Room, records: _Records, progress: Progress | None) -> Iterator[Finding]:
    given = room.state().next
    shelved = [(room.meetings, number) for number in room.meetings.numbers()]
    shelved += [(room.trash, number) for number in room.trash.numbers()]
    records.seen.update(number for _, number in shelved)
    for done, (shelf, number) in enumerate(shelved, 1):
        yield from _record(shelf, number, records)
        if number >= given:
            yield _finding("id-not-given", str(number), NOT_GIVEN, id=number)
        if progress:
            progress(done, len(shelved))


def _record(shelf: Shelf, number: int, records: _Records) -> Iterator[Finding]:
    from msgspec import DecodeError

    from archive.record import from_json

    try:
        meeting = from_json(shelf.read(number) or b"")
    except (DecodeError, UnicodeDecodeError) as error:
        yield _finding("record-damaged", str(number), RECORD_DAMAGED, id=number, reason=error)
        return
    if meeting.id != number:
        file = shelf.path(number).name
        yield _finding("wrong-id", file, WRONG_ID, file=file, id=meeting.id)
    records.revisions[number] = meeting.revision
    for sha256 in (meeting.source.sha256, *meeting.source.pictures) if number != records.going else ():
        records.named[sha256] = number


def _originals(room: Room, records: _Records, *, mended: bool) -> Iterator[Finding]:
    missing = dict(records.named)
    for path in room.originals.all():
        name = path.relative_to(room.folder).as_posix()
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        if path.name.startswith("."):
            continue
        if digest != path.stem:
            yield _finding("original-altered", name, ORIGINAL_ALTERED, file=name)
        if path.stem not in records.named:
            yield _finding("orphan", name, ORPHAN, damage=not mended, file=name)
        missing.pop(path.stem, None)
    for sha256, number in missing.items():
        yield _finding("original-missing", sha256, ORIGINAL_MISSING, sha256=sha256, id=number)


def _history(room: Room, records: _Records, *, mended: bool) -> Iterator[Finding]:
    lines: list[Change] = []
    damaged: list[tuple[str, Finding]] = []
    for file in room.history.files():
        for number, raw in enumerate(file.read_bytes().splitlines(keepends=True), 1):
            if change := change_of(raw):
                lines.append(change)
            elif raw.endswith(b"\n") or not mended:
                place = f"{file.name}:{number}"
                finding = _finding("history-damaged", place, LINE_DAMAGED, line=number, file=file.name)
                damaged.append((sum_of(raw), finding))
    known = losses(lines)
    yield from (finding for digest, finding in damaged if digest not in known.damaged)
    if known.when:
        count = len(known.numbers)
        yield _finding("history-lost", "history", HISTORY_LOST, damage=False, count=count, when=known.when)
    yield from _numbers(lines, known.numbers, read_state(room.folder), mended=mended)
    yield from _revisions(lines, records, mended=mended)
    yield from _missing(lines, records)
    yield from _people(room, lines, mended=mended)


def _numbers(lines: list[Change], lost: set[int], state: State, *, mended: bool) -> Iterator[Finding]:
    """All changes are there: their numbers have no gaps, and the last is the one archive.json knows."""
    last = lines[-1].number if lines else 0
    for number in sorted({*range(1, last + 1)}.difference(line.number for line in lines) - lost):
        yield _finding("history-gap", str(number), HISTORY_GAP, number=number)
    if last < state.revision or (last > state.revision and not mended):
        yield _finding("history-differs", "archive.json", HISTORY_DIFFERS, found=last, known=state.revision)


def _revisions(lines: list[Change], records: _Records, *, mended: bool) -> Iterator[Finding]:
    """Every state of a record was reached by a change that history has."""
    known = revisions_in(lines)
    for number, revision in records.revisions.items():
        if known[number] != revision:
            yield _finding(
                "revisions-differ",
                str(number),
                REVISIONS_DIFFER,
                damage=not mended,
                id=number,
                found=revision,
                known=known[number],
            )


def _missing(lines: list[Change], records: _Records) -> Iterator[Finding]:
    """Every record that was filed and not erased is there, or in the trash."""
    purged = {line.id for line in lines if line.kind == "purge"}
    filed = {line.id for line in lines if line.kind == "import" and line.id is not None}
    for number in sorted(filed - purged - records.seen):
        yield _finding("record-missing", str(number), RECORD_MISSING, id=number)


def _people(room: Room, lines: list[Change], *, mended: bool) -> Iterator[Finding]:
    decided = decided_in(lines)
    try:
        same = decided is None or room.people.read() == decided
        room.people.naming()
    except (ValueError, TypeError, KeyError, ArchiveDamaged):
        same = False
    if not same:
        yield _finding("people-differ", room.people.file.name, PEOPLE_DIFFER, damage=not mended)


def _surroundings(room: Room) -> Iterator[Finding]:
    """What lies around the records."""
    if not (room.folder / README).exists():
        yield _finding("readme-missing", README, README_MISSING, damage=False)
    wrong = [*wrong_modes(room)]
    if wrong:
        share = read_state(room.folder).share
        where = wrong[0].relative_to(room.folder).as_posix()
        yield _finding("permissions", where, PERMISSIONS, damage=False, count=len(wrong), share=share)


def wrong_modes(room: Room) -> Iterator[Path]:
    """Files and folders of the archive that others may read, or that colleagues may not."""
    if WINDOWS:
        return
    for place, folders, names in os.walk(room.folder):
        if Path(place) == room.folder:
            folders[:] = [name for name in folders if name in KNOWN]
        if not _is_mode(Path(place), room.disk.modes.folder):
            yield Path(place)
        for path in (Path(place, name) for name in names if not name.endswith(DRAFT)):
            if not _is_mode(path, room.disk.modes.file):
                yield path


def _is_mode(path: Path, mode: int) -> bool:
    """Whether that is what everybody may do; so it is of a file that has just gone (SQLite's journal)."""
    with suppress(FileNotFoundError):
        return path.stat().st_mode & (mode | 0o777) == mode
    return True
