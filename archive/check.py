"""Is everything as it should be? Looks at every byte the archive vouches for; changes nothing."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from archive.answers import Change, Finding
from archive.files import drafts
from archive.folder import Shelf
from archive.history import change_of
from archive.issued import Issued
from archive.room import Room
from archive.state import State, read_state, read_writer

Progress = Callable[[int, int], None]
Values = dict[str, Any]

RECORD_DAMAGED: Final = "The record {id} is damaged: {reason}."
WRONG_ID: Final = "The file {file} has the record {id}."
NOT_GIVEN: Final = "The record {id} has an id that archive.json has not given yet."
ORIGINAL_MISSING: Final = "The original {sha256} of meeting {id} is missing."
ORIGINAL_ALTERED: Final = "The original {file} was altered: its bytes have another SHA-256."
ORPHAN: Final = "The original {file} belongs to no meeting."
LINE_DAMAGED: Final = "Line {line} of {file} is damaged."
HISTORY_GAP: Final = "History has no change number {number}."
HISTORY_DIFFERS: Final = "History ends at change {found}, archive.json says {known}."
REVISIONS_DIFFER: Final = "Meeting {id} has revision {found}, its history {known}."
INTERRUPTED: Final = "A program was interrupted while writing ({what}); the next one that writes finishes or sweeps what it left."
LEFTOVER: Final = (
    "The file {file} is left over from an interrupted write; the next program that writes sweeps it."
)


class _Records(NamedTuple):
    """What the records say of one another."""

    revisions: dict[int, int]
    named: dict[str, int]  # SHA-256 of an original or picture: a meeting that has it


def findings(room: Room, progress: Progress | None = None) -> list[Finding]:
    """Everything that is not as it should be; with somebody interrupted, what the next writer mends is no damage."""
    writer = read_writer(room.folder)
    found = [*_leftovers(room)]
    if writer:
        found.append(_finding("interrupted", "writer.json", INTERRUPTED, damage=False, what=writer.what))
    mended = writer is not None
    records = _Records({}, {})
    found += _records(room, records, progress)
    found += _originals(room, records, mended=mended)
    found += _history(room, records, mended=mended)
    found += Issued(room.folder, room.disk).findings()
    if not any(one.damage for one in found):
        from archive.index.compare import differences

        found += differences(room)
    return found


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
    for sha256 in (meeting.source.sha256, *meeting.source.pictures):
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
    for file in room.history.files():
        for number, raw in enumerate(file.read_bytes().splitlines(keepends=True), 1):
            if change := change_of(raw):
                lines.append(change)
            elif raw.endswith(b"\n") or not mended:
                yield _finding("history-damaged", file.name, LINE_DAMAGED, line=number, file=file.name)
    yield from _numbers(lines, read_state(room.folder), mended=mended)
    yield from _revisions(lines, records, mended=mended)


def _numbers(lines: list[Change], state: State, *, mended: bool) -> Iterator[Finding]:
    """All changes are there: their numbers have no gaps, and the last is the one archive.json knows."""
    last = lines[-1].number if lines else 0
    for number in sorted({*range(1, last + 1)}.difference(line.number for line in lines)):
        yield _finding("history-gap", str(number), HISTORY_GAP, number=number)
    if last < state.revision or (last > state.revision and not mended):
        yield _finding("history-differs", "archive.json", HISTORY_DIFFERS, found=last, known=state.revision)


def _revisions(lines: list[Change], records: _Records, *, mended: bool) -> Iterator[Finding]:
    """Every state of a record was reached by a change that history has."""
    counts = Counter(line.id for line in lines if line.kind in {"import", "change"})
    for number, revision in records.revisions.items():
        if counts[number] != revision:
            yield _finding(
                "revisions-differ",
                str(number),
                REVISIONS_DIFFER,
                damage=not mended,
                id=number,
                found=revision,
                known=counts[number],
            )
