"""The archive as everybody else sees it: open, add, get, change, find."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from archive.answers import (
        Change,
        Entries,
        Finding,
        Hits,
        PersonCard,
        PersonRow,
        Remark,
        Tasks,
        Undone,
    )
    from archive.query import Query
    from archive.record import Meeting


class Batch:
    """Changes that belong together; made by `Archive.batch`. `id` names it for `undo`."""

    id: str

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
        raise NotImplementedError

    def change(self, number: int, edit: Callable[[Meeting], Meeting], *, why: str | None = None) -> Meeting:
        """As `Archive.change`, within this batch."""
        raise NotImplementedError


class Archive:
    """One archive on disk. Cheap to open; readers never wait and create nothing but the index."""

    folder: Path
    remarks: list[Remark]  # lines for stderr that came up on the way; print them and clear the list

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        create: bool = False,
        share: Literal["private", "group"] = "private",
        today: dt.date | None = None,
        terms: dict[str, dt.date] | None = None,
    ) -> Archive:
        """The archive in `folder`; with `create` a new one where there is none (shared as `share` says).

        `today` and `terms` (first day of each term) are what `date:last-month` and `date:本学期` mean.
        Raises NoArchive (exit 1), NewerFormat or ArchiveDamaged (4).
        """
        raise NotImplementedError

    # --- writing

    @contextmanager
    def batch(self, what: str, who: str, *, timeout: float = 10.0) -> Iterator[Batch]:
        """Holds the writer's lock; raises Locked (exit 5), naming the holder, after `timeout` seconds."""
        raise NotImplementedError
        yield

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
        raise NotImplementedError

    def undo(self, batch: str | None = None, *, who: str) -> Undone:
        """Takes back a batch (the last one without `batch`); imported records go to the trash.

        Raises NothingToUndo, NoSuchBatch; UndoConflict where something was changed again since.
        """
        raise NotImplementedError

    def delete(self, numbers: Iterable[int], *, who: str, why: str | None = None) -> None:
        """Moves records to the trash."""
        raise NotImplementedError

    def undelete(self, numbers: Iterable[int], *, who: str, why: str | None = None) -> None:
        """Brings records back from the trash."""
        raise NotImplementedError

    def purge(self, numbers: Iterable[int], *, who: str, why: str | None = None) -> None:
        """Erases records (in the trash or not), their originals and what history quotes of them; for good."""
        raise NotImplementedError

    def label(
        self, numbers: Iterable[int], *, add: Sequence[str] = (), remove: Sequence[str] = (), who: str
    ) -> list[Meeting]:
        """Puts labels on records and takes labels off."""
        raise NotImplementedError

    # --- reading

    def get(self, number: int) -> Meeting:
        """Record `number`; raises NoSuchRecord (exit 1), RecordDamaged (4)."""
        raise NotImplementedError

    def original(self, sha256: str) -> Path:
        """The file with the original (or picture) of that SHA-256; raises NoSuchOriginal (exit 4)."""
        raise NotImplementedError

    def find_by_sha256(self, sha256: str) -> int | None:
        """The id of the record (the first of several) made from these bytes; records in the trash do not count."""
        raise NotImplementedError

    def find_near(self, meeting: Meeting) -> int | None:
        """The id of a record of the same meeting made from other bytes (the same report saved in another form)."""
        raise NotImplementedError

    def search(
        self,
        query: Query | str,
        *,
        limit: int | None = None,
        sort: Literal["tier", "date"] = "tier",
        passages: bool = True,
    ) -> Hits:
        """The meetings that fit, best first: title, action, statement, body; the newest first within each.

        Raises QueryError (exit 2; its `pointer` is the query with a caret under the place).
        """
        raise NotImplementedError

    def count(self, query: Query | str) -> int:
        """How many meetings fit."""
        raise NotImplementedError

    def list(self, query: Query | str | None = None, *, limit: int | None = None) -> Entries:
        """The meetings that fit, newest first."""
        raise NotImplementedError

    def actions(self, query: Query | str | None = None, *, limit: int | None = None) -> Tasks:
        """The action points that fit; words are looked for in the action points, fields in them and their meetings."""
        raise NotImplementedError

    def people(self, query: Query | str | None = None, *, limit: int | None = None) -> list[PersonRow]:
        """The people whose names fit the words, at meetings that fit the fields; those of most meetings first."""
        raise NotImplementedError

    def person(self, name: str) -> PersonCard | None:
        """All about the person so named (full name, alias, pinyin, initials); None where no name or several fit."""
        raise NotImplementedError

    def suggest(self, name: str, limit: int = 3) -> list[str]:
        """Names in the archive that look or sound like `name`, best first."""
        raise NotImplementedError

    def history(self, number: int | None = None) -> list[Change]:
        """All changes of a record (or of everything), oldest first."""
        raise NotImplementedError

    def trash(self) -> list[Meeting]:
        """The records in the trash."""
        raise NotImplementedError

    # --- care

    def check(self, progress: Callable[[int, int], None] | None = None) -> list[Finding]:
        """Everything that is not as it should be; [] is a sound archive. `progress` gets (done, of)."""
        raise NotImplementedError

    def rebuild_index(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Makes the index anew from the records."""
        raise NotImplementedError
