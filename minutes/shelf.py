"""Where an import puts its records: the archive, opened and locked only when there is something to file; or nowhere, for a trial."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from itertools import count, takewhile
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from archive.errors import ArchiveError
from archive.record import Meeting

if TYPE_CHECKING:
    from archive.store import Archive

ONE_OF_SEVERAL: Final = "one-of-several"  # the kind of the note on a record whose file gave others, too
Pictures = Sequence[tuple[bytes, str]]


class Shelf:
    """Files into an archive, which is made if need be, as one batch; use as a context manager.

    `open_` opens the archive, and makes a new one if called with create=True; `exists` says whether there is one.
    """

    writes = True
    rereads = False  # whether files that are filed already are read all the same

    def __init__(self, open_: Callable[..., "Archive"], who: str, *, exists: bool) -> None:
        self.open, self.who = open_, who
        # opening for writing sweeps what an interrupted import left, even where all turns out to be filed already
        self.archive = open_(create=self.writes) if exists else None
        self.batch: Any = None
        self.until_the_end = ExitStack()

    def __enter__(self) -> Self:
        """Nothing yet: the lock waits for the first record."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends the batch; what was added stays."""
        self.until_the_end.__exit__(kind, error, trace)

    def first(self, sha256: str) -> int | None:
        """The id of the first record made of these very bytes."""
        return self.archive.find_by_sha256(sha256) if self.archive else None

    def known(self, sha256: str) -> list[int]:
        """The ids of all records made of these very bytes: one for each meeting that the file reports."""
        first = self.first(sha256)
        if first is None:
            return []
        return list(takewhile(lambda number: self._is_of(number, sha256), count(first)))

    def has_all(self, number: int) -> bool:
        """Whether the record's file gave no other meetings, which an interrupted import might have left out."""
        assert self.archive is not None
        return all(note.kind != ONE_OF_SEVERAL for note in self.archive.get(number).notes)

    def _is_of(self, number: int, sha256: str) -> bool:
        assert self.archive is not None
        self.commit()  # the record may have been added a moment ago
        try:
            return self.archive.get(number).source.sha256 == sha256
        except ArchiveError:  # beyond the last record, or one that is gone
            return False

    def near(self, meeting: Meeting) -> int | None:
        """The id of a record of the same meeting made of other bytes."""
        near = self.archive.find_near(meeting) if self.archive else None
        siblings = near is not None and self._is_of(near, meeting.source.sha256)  # two meetings on one page
        return None if siblings else near

    def begin(self) -> bool:
        """Takes the writer's lock; False where it is ours already.

        Others may have filed the same report until now: what was asked before must be asked again.
        """
        if self.batch is not None:
            return False
        self.archive = self.archive or self.open(create=True)
        self.batch = self.until_the_end.enter_context(self.archive.batch("import", self.who))
        return True

    def add(self, meeting: Meeting, original: bytes, suffix: str, pictures: Pictures) -> Meeting:
        """The record as filed, with its id, after `begin`; it is on disk after `commit`."""
        filed: Meeting = self.batch.stage(meeting, original, suffix, pictures)
        return filed

    def commit(self) -> None:
        """Makes all that was added lasting; only then may it be acknowledged."""
        if self.batch is not None:
            self.batch.commit()


class Trial(Shelf):
    """Files nothing: shows what a Shelf would do, and creates no archive."""

    writes = False
    rereads = True  # a trial shows the records, of duplicates too

    def begin(self) -> bool:
        """Locks nothing."""
        return False

    def add(self, meeting: Meeting, original: bytes, suffix: str, pictures: Pictures) -> Meeting:  # noqa: ARG002
        """The record as it would be filed, without an id."""
        return meeting
