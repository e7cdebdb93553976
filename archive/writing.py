"""Changing an archive: one writer at a time, in batches that can be taken back.

The order on disk is original, record, history, archive.json, index for what is filed, and history, record, archive.json,
index for what is changed: history has the old state, which must be safe before it is replaced. `writer.json` lies there
while a batch is open: found without a living writer, it says that one was interrupted (archive.recovery).
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import msgspec

from archive.answers import Change
from archive.difference import Differences, difference
from archive.folder import GROUP
from archive.history import now
from archive.index import near
from archive.originals import sha256_of
from archive.record import Meeting
from archive.records import follows_up, from_trash, imported, read, to_trash, update, values_of
from archive.refusals import NoSuchRecord, NotInTrash, RecordIsFinal, StaleEdit
from archive.room import Room
from archive.state import State, clear_writer, this_writer, write_state, write_writer

_LONGEST: Final = 60  # characters of a value in a sentence
_FLUSH: Final = 256  # records filed between two updates of the index


class Batch:
    """Changes that belong together; made by `Archive.batch`. `id` names it for `undo`."""

    def __init__(
        self, room: Room, state: State, what: str, who: str, update_index: Callable[..., None]
    ) -> None:
        self.room = room
        self.state = state
        self.what = what
        self.who = who
        self.id = str(state.revision + 1)
        self.open = False  # something was written
        self.broken = False  # a write failed half-way; the next writer looks after it
        self.staged: dict[int, dict[str, Any]] = {}  # not yet on disk
        self.originals: list[tuple[bytes, str]] = []  # theirs
        self.ready: dict[int, dict[str, Any]] = {}  # filed, not yet in the index
        self.update_index = update_index

    def add(
        self,
        meeting: Meeting,
        original: bytes,
        suffix: str,
        pictures: Sequence[tuple[bytes, str]] = (),
    ) -> Meeting:
        """Files a record with the bytes it was read from; the record, id and revision set, once both are on disk.

        `suffix` is the original's ending (".html"); pictures are (bytes, ending).
        """
        stored = self.stage(meeting, original, suffix, pictures)
        self.commit()
        return stored

    def stage(
        self, meeting: Meeting, original: bytes, suffix: str, pictures: Sequence[tuple[bytes, str]] = ()
    ) -> Meeting:
        """As `add`, but nothing is on disk before `commit`; many at once cost a third of the time."""
        if len(self.staged) >= GROUP:
            self.commit()
        source = msgspec.structs.replace(
            meeting.source,
            pictures=tuple(sha256_of(data) for data, _ in pictures),
            sha256=sha256_of(original),
            imported_at=meeting.source.imported_at or now(),
        )
        number = self.state.next + len(self.staged)
        stored = msgspec.structs.replace(meeting, id=number, revision=1, source=source)
        self.staged[number] = values_of(stored)
        self.originals += [(original, suffix), *pictures]
        return stored

    def commit(self) -> None:
        """Puts on disk what was staged; raises OSError, then nothing of it counts as filed."""
        staged, originals = self.staged, self.originals
        self.staged, self.originals = {}, []
        if not staged:
            return
        self._begin()
        self._file(staged, originals)
        if len(self.ready) >= _FLUSH:
            self._flush()

    def change(
        self,
        number: int,
        edit: Callable[[Meeting], Meeting],
        *,
        why: str | None = None,
        revision: int | None = None,
    ) -> Meeting:
        """As `Archive.change`, within this batch."""
        before = read(self.room, number)
        after = msgspec.structs.replace(edit(before), id=number, revision=before.revision)
        differences = difference(values_of(before), values_of(after))
        if not differences[1]:
            return before
        if revision is not None and revision != before.revision:
            raise StaleEdit(id=number, revision=revision, difference=self._since(number, revision))
        refuse_final(before, differences)
        after = msgspec.structs.replace(after, revision=before.revision + 1)
        self.put("change", number, values_of(after), differences, why)
        return after

    def put(
        self, kind: str, number: int, values: dict[str, Any], differences: Differences, why: str | None = None
    ) -> None:
        """Writes a new state of a record: history first."""
        msgspec.convert(values, Meeting)
        self._log(kind, number, values["revision"], differences, why)
        self._guarded(lambda: update(self.room, number, values))

    def delete(self, number: int, why: str | None = None) -> None:
        """Moves a record to the trash; raises NoSuchRecord."""
        meeting = read(self.room, number)
        self._log("delete", number, meeting.revision, ({}, {}), why)
        self._guarded(lambda: to_trash(self.room, number))

    def undelete(self, number: int, why: str | None = None) -> None:
        """Brings a record back; raises NotInTrash."""
        data = self.room.trash.read(number)
        if data is None:
            raise NotInTrash(id=number)
        self._log("undelete", number, None, ({}, {}), why)
        self._guarded(lambda: from_trash(self.room, number))

    def purge(self, number: int, why: str | None = None) -> None:
        """Erases a record for good, damaged or not, from the archive or its trash; raises NoSuchRecord."""
        from archive.purge import erase

        if not (self.room.trash.has(number) or self.room.meetings.has(number)):
            raise NoSuchRecord(id=number)
        self._log("purge", number, None, ({}, {}), why)
        self._guarded(lambda: erase(self.room, number))

    def decide(self, values: dict[str, Any], why: str | None = None) -> None:
        """Keeps decisions about names (people.json)."""
        before = self.room.people.read()
        if values != before:
            self._log("people", None, None, ({"people": before}, {"people": values}), why)
            self._guarded(lambda: self.room.people.write(values))

    def note(self, kind: str, number: int | None, revision: int | None, after: dict[str, Any]) -> None:
        """Sets down in history what changes no record."""
        self._log(kind, number, revision, ({}, after), None)

    def share_as(self, share: str) -> None:
        """From now on the archive is shared so; the permissions of its files are the caller's business."""
        self.note("share", None, None, {"share": share})
        self.state = self.state._replace(share=share)

    def go_on_from(self, number: int) -> None:
        """Ids go on from `number`, where archive.json has a smaller one."""
        if number > self.state.next:
            self._begin()
            self.state = self.state._replace(next=number)

    def find_by_sha256(self, sha256: str) -> int | None:
        """Among the records not yet in the index."""
        known = {**self.ready, **self.staged}
        return next(
            (number for number, values in known.items() if values["source"]["sha256"] == sha256), None
        )

    def find_near(self, values: dict[str, Any]) -> int | None:
        """Among the records not yet in the index."""
        prints = set(near.prints_of(near.body_of(values)))
        for number, other in {**self.ready, **self.staged}.items():
            shared = len(prints.intersection(near.prints_of(near.body_of(other))))
            if shared and shared >= near.SHARED * len(prints) and near.alike(values, other):
                return number
        return None

    def close(self) -> None:
        """Makes all lasting: history, archive.json, index; raises OSError, then the next writer finishes."""
        self.commit()
        if not self.open:
            return
        self.room.history.sync()
        if not self.broken:  # else the next writer counts anew what is there
            write_state(self.room.folder, self.state, self.room.disk)
        self._flush()
        if not self.broken:
            clear_writer(self.room.folder)

    def _begin(self) -> None:
        if not self.open:
            writer = this_writer(self.who, self.what, now())
            write_writer(self.room.folder, writer, self.room.disk)
            self.open = True

    def _file(self, records: dict[int, dict[str, Any]], originals: list[tuple[bytes, str]]) -> None:
        from tinydb.table import Document

        from archive.tables import FolderDB

        try:
            self.room.originals.add_all(originals)
            table = FolderDB(self.room.folder, self.room.disk).table(self.room.meetings.folder.name)
            table.insert_multiple(Document(values, doc_id=number) for number, values in records.items())
        except OSError:
            self.broken = True
            self._filed({number: values for number, values in records.items() if not self._dropped(number)})
            raise
        self._filed(records)

    def _dropped(self, number: int) -> bool:
        """Takes back a record of a failed commit; where the disk refuses that too, it counts as filed."""
        try:
            self.room.meetings.remove(number)
        except OSError:
            return not self.room.meetings.has(number)
        return True

    def _filed(self, records: dict[int, dict[str, Any]]) -> None:
        if not records:
            return
        self.state = self.state._replace(next=max(records) + 1)
        for number, values in records.items():
            self._log("import", number, 1, ({}, imported(values)), None, durable=False)
        self.ready.update(records)

    def _log(
        self,
        kind: str,
        number: int | None,
        revision: int | None,
        differences: Differences,
        why: str | None,
        *,
        durable: bool = True,
    ) -> None:
        self._begin()
        line = self.state.revision + 1
        before, after = differences
        change = Change(line, self.id, now(), self.who, self.what, number, revision, before, after, why, kind)
        mark = self._guarded(lambda: self.room.history.append([change], durable=durable))
        self.state = self.state._replace(revision=line, mark=mark)

    def _guarded(self, write: Callable[[], Any]) -> Any:
        try:
            return write()
        except OSError:
            self.broken = True
            raise

    def _flush(self) -> None:
        self.update_index(self.state, self.ready)
        self.ready.clear()

    def _since(self, number: int, revision: int) -> str:
        lines = [
            line for line in self.room.history.all() if line.id == number and (line.revision or 0) > revision
        ]
        return "; ".join(
            f"{path}: {_shown(line.before.get(path))} \u2192 {_shown(value)} ({line.who})"
            for line in lines
            for path, value in line.after.items()
            if path.partition(".")[0] not in {"corrections", "evidence"}  # they say where the rest comes from
        )


def _shown(value: Any) -> str:
    """A value in an error's sentence."""
    text = "-" if value is None else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}\u2026"


def refuse_final(before: Meeting, differences: Differences) -> None:
    """Final minutes stay as signed; what became of their action points goes on. Raises RecordIsFinal."""
    if before.state != "final":
        return
    old, new = differences
    for path in new:
        told = path.split(".")[0] == "corrections" and _tell_follow_up(old[path], new[path])
        if not (told or follows_up(path) or path.split(".")[0] in {"state", "labels"}):
            raise RecordIsFinal(id=before.id)


def _tell_follow_up(before: Any, after: Any) -> bool:
    """Whether the corrections that came or went are of how action points fare."""
    whole = isinstance(before, list) and isinstance(after, list)
    other = [one for one in (*before, *after) if one not in before or one not in after] if whole else []
    return whole and all(follows_up(one["path"]) for one in other)
