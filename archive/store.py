"""The archive as everybody else sees it: open, add, get, change, find."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Literal

from archive.index import ask, current
from archive.opening import create, opened
from archive.persons import Persons

if TYPE_CHECKING:
    import builtins
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from archive.answers import Change, Finding, Remark, Undone
    from archive.issued import Issue
    from archive.record import Meeting
    from archive.repair import Repaired
    from archive.room import Room
    from archive.state import State
    from archive.writing import Batch


class Archive(Persons):
    """One archive on disk. Cheap to open; readers never wait and create nothing but the index."""

    def __init__(self, room: Room, today: dt.date | None, terms: Mapping[str, dt.date] | None) -> None:
        self.room = room
        self.folder = room.folder
        self.today = today or dt.date.today()  # noqa: DTZ011  # the user's own day
        self.terms = terms or {}
        self._batch: Batch | None = None

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        create: bool = False,
        share: Literal["private", "group"] = "private",
        today: dt.date | None = None,
        terms: Mapping[str, dt.date] | None = None,
    ) -> Archive:
        """The archive in `folder`; with `create` a new one where there is none (shared as `share` says).

        `today` and `terms` (first day of each term) are what `date:last-month` and `date:本学期` mean.
        Raises NoArchive (exit 1), NewerFormat or ArchiveDamaged (4).
        """
        archive = cls(_room(folder, share if create else None), today, terms)
        if create:
            archive._mend()
        return archive

    @property
    def remarks(self) -> builtins.list[Remark]:
        """Lines for stderr that came up on the way; print them and clear the list."""
        return self.room.remarks

    @contextmanager
    def batch(self, what: str, who: str, *, timeout: float = 10.0) -> Iterator[Batch]:
        """Holds the writer's lock; raises Locked (exit 5), naming the holder, after `timeout` seconds."""
        from archive.lock import writing
        from archive.recovery import recover, sweep
        from archive.writing import Batch

        with writing(self.folder, self.room.disk, timeout):
            sweep(self.room)
            state = recover(self.room, self.base)
            self.base()
            self._batch = Batch(self.room, state, what, who, self._update_index)
            try:
                yield self._batch
            finally:
                batch, self._batch = self._batch, None
                batch.close()

    def change(
        self,
        number: int,
        edit: Callable[[Meeting], Meeting],
        *,
        what: str,
        who: str,
        why: str | None = None,
        revision: int | None = None,
    ) -> Meeting:
        """Stores what `edit` makes of record `number`, and gives it, durable.

        With `revision` (the one the edit was made from) raises StaleEdit, with the difference, where the record has
        changed since. Raises NoSuchRecord, RecordIsFinal. An edit that changes nothing writes nothing.
        """
        self.get(number)
        with self.batch(what, who) as batch:
            return batch.change(number, edit, why=why, revision=revision)

    def undo(self, batch: str | None = None, *, who: str) -> Undone:
        """Takes back a batch (the last one without `batch`); imported records go to the trash.

        Raises NothingToUndo, NoSuchBatch, AlreadyUndone, CannotUndo, InTrash, RecordIsFinal; UndoConflict where something
        was changed again since. Without `batch`, those whose records are erased or in the trash are passed over.
        """
        from archive.undoing import UNDO, Deeds, take_back

        undone = batch or Deeds(self.room.history.all()).last(self.room)
        with self.batch(f"{UNDO}{undone}", who) as changes:
            return take_back(changes, undone, Deeds(self.room.history.all()))

    def delete(
        self, numbers: Iterable[int], *, who: str, why: str | None = None, force: bool = False
    ) -> None:
        """Moves records to the trash; raises RecordIsFinal without `force`, then all stay."""
        with self._taking_away(numbers, "delete", who, force=force) as (batch, records):
            for number in records:
                batch.delete(number, why)

    def undelete(self, numbers: Iterable[int], *, who: str, why: str | None = None) -> None:
        """Brings records back from the trash."""
        with self.batch("undelete", who) as batch:
            for number in numbers:
                batch.undelete(number, why)

    def purge(self, numbers: Iterable[int], *, who: str, why: str | None = None, force: bool = False) -> None:
        """Erases records (damaged, in the trash or not), their originals and what history quotes of them; for good.

        Raises RecordIsFinal without `force`, then all stay.
        """
        with self._taking_away(numbers, "purge", who, force=force) as (batch, records):
            for number in records:
                batch.purge(number, why)

    @contextmanager
    def _taking_away(
        self, numbers: Iterable[int], what: str, who: str, *, force: bool
    ) -> Iterator[tuple[Batch, Sequence[int]]]:
        """A batch in which nobody can sign the records any more."""
        from archive.records import refuse_signed

        records = tuple(numbers)
        with self.batch(what, who) as batch:
            if not force:
                refuse_signed(self.room, records)
            yield batch, records

    def label(
        self, numbers: Iterable[int], *, add: Sequence[str] = (), remove: Sequence[str] = (), who: str
    ) -> builtins.list[Meeting]:
        """Puts labels on records and takes labels off."""
        from msgspec.structs import replace

        def labelled(meeting: Meeting) -> Meeting:
            kept = [label for label in meeting.labels if label not in remove]
            return replace(meeting, labels=tuple(dict.fromkeys([*kept, *add])))

        with self.batch("label", who) as batch:
            return [batch.change(number, labelled) for number in numbers]

    def get(self, number: int) -> Meeting:
        """Record `number`; raises NoSuchRecord (exit 1), RecordDamaged (4)."""
        from archive.records import read

        return read(self.room, number)

    def original(self, sha256: str) -> Path:
        """The file with the original (or picture) of that SHA-256; raises NoSuchOriginal (exit 4)."""
        return self.room.originals.get(sha256)

    def issued(self, meeting: Meeting, asked: str) -> bytes | None:
        """What was issued of a final record for the same request (`keep_issued`); None where nothing was."""
        from archive.issued import Issued

        return Issued(self.folder, self.room.disk).find(meeting, asked)

    def issues(self, number: int) -> Sequence[Issue]:
        """Everything issued of a meeting, the oldest first."""
        from archive.issued import Issued

        return Issued(self.folder, self.room.disk).of(number)

    def keep_issued(self, meeting: Meeting, asked: str, data: bytes, suffix: str, *, who: str) -> None:
        """Keeps the exported bytes of a final record; raises Locked, OSError."""
        from archive.issued import Issued

        with self.batch("issue", who):
            Issued(self.folder, self.room.disk).keep(meeting, asked, data, suffix, who)

    def find_by_sha256(self, sha256: str) -> int | None:
        """The id of the record (the first of several) made from these bytes; records in the trash do not count."""
        if self._batch is None:
            return super().find_by_sha256(sha256)
        assert self._base is not None
        found = ask.by_sha256(self._base, sha256)
        return self._batch.find_by_sha256(sha256) if found is None else found

    def find_near(self, meeting: Meeting) -> int | None:
        """The id of a record of the same meeting made from other bytes (the same report saved in another form)."""
        from archive.index import near
        from archive.records import values_of

        values = values_of(meeting)
        prints = near.prints_of(near.body_of(values))
        if not prints:
            return None
        base = self._base if self._batch and self._base else self.base()
        day = meeting.date.toordinal() if meeting.date else None
        least = max(1, int(len(prints) * near.SHARED))
        for number in ask.sharing_prints(base, prints, day, least):
            other = self.room.values(number)
            if other and near.alike(values, other):
                return number
        return self._batch.find_near(values) if self._batch else None

    def history(self, number: int | None = None) -> builtins.list[Change]:
        """All changes of a record (or of everything), oldest first."""
        return [change for change in self.room.history.all() if number is None or change.id == number]

    def trash(self) -> builtins.list[Meeting]:
        """The records in the trash."""
        from archive.records import decoded

        found = ((number, self.room.trash.read(number)) for number in self.room.trash.numbers())
        return [decoded(self.room, number, data) for number, data in found if data]

    def check(self, progress: Callable[[int, int], None] | None = None) -> builtins.list[Finding]:
        """Everything that is not as it should be; [] is a sound archive. `progress` gets (done, of)."""
        from archive.check import findings

        return findings(self.room, progress)

    def repair(self, *, who: str, progress: Callable[[int, int], None] | None = None) -> Repaired:
        """Mends what `check` found and can be mended without guessing; raises Locked, OSError."""
        from archive.repair import repair

        return repair(self, who, progress)

    def share_as(self, share: Literal["private", "group"], *, who: str) -> None:
        """Shares the archive with nobody, or with the group that its folder belongs to; raises Locked, OSError."""
        from archive.sharing import share_as

        share_as(self, share, who)

    def rebuild_index(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Makes the index anew from the records."""
        import sqlite3

        from archive.refusals import LockedByUnknown

        source = self.room.source(self.room.state())
        try:
            current.rebuild(self.room.index_file, source, self.room.disk, progress)
        except sqlite3.OperationalError as error:
            raise LockedByUnknown(folder=self.folder) from error

    def _mend(self) -> None:
        """Finishes what an interrupted writer left; leaves it to the one that writes now, where one does."""
        from archive.files import drafts
        from archive.refusals import Locked, LockedByUnknown
        from archive.state import read_writer

        if read_writer(self.folder) or any(drafts(self.folder, deep=False)):
            with suppress(Locked, LockedByUnknown), self.batch("recover", "", timeout=0):
                pass

    def _update_index(self, state: State, ready: dict[int, dict[str, object]]) -> None:
        """Brings the index up to date; where it cannot be, the next reader will see to it."""
        import sqlite3

        assert self._base is not None
        with suppress(sqlite3.Error, OSError, current.Damaged):
            current.catch_up(self._base, self.room.source(state, ready))


def _room(folder: Path, share: str | None) -> Room:
    """The archive's parts; with `share` made where there is none."""
    return opened(folder) if share is None else create(folder, share)
