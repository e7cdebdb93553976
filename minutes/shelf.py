"""Where an import puts its records: the archive, opened and locked only when there is something to file; or nowhere, for a trial."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from archive.record import Meeting

if TYPE_CHECKING:
    from archive.store import Archive

Pictures = Sequence[tuple[bytes, str]]


class Shelf:
    """Files into the archive in `folder`, which is made if need be, as one batch; use as a context manager."""

    rereads = False  # whether files that are filed already are read all the same

    def __init__(self, folder: Path, who: str, what: str = "import") -> None:
        self.folder, self.who, self.what = folder, who, what
        self.archive: Archive | None = opened(folder)
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

    def known(self, sha256: str) -> list[int]:
        """The ids of the records made of these very bytes."""
        return self.archive.ids_by_sha256(sha256) if self.archive else []

    def is_one_of_several(self, id_: int) -> bool:
        """Whether the record's page has more meetings than one, so that the others may be missing."""
        return self.archive is not None and any(
            note.kind == "one-of-several" for note in self.archive.get(id_).notes
        )

    def near(self, meeting: Meeting) -> int | None:
        """The id of a record of the same meeting made of other bytes."""
        return self.archive.find_near(meeting) if self.archive else None

    def add(self, meeting: Meeting, original: bytes, suffix: str, pictures: Pictures) -> Meeting:
        """The record as filed, with its id; it is on disk when this returns."""
        if self.batch is None:
            self.batch = self._begun()
        filed: Meeting = self.batch.add(meeting, original, suffix, pictures)
        return filed

    def _begun(self) -> Any:
        from archive.store import Archive

        self.archive = self.archive or Archive.open(self.folder, create=True)
        return self.until_the_end.enter_context(self.archive.batch(self.what, self.who))


class Trial(Shelf):
    """Files nothing: shows what a Shelf would do, and creates no archive."""

    rereads = True  # a trial shows the records, of duplicates too

    def __init__(self, folder: Path, who: str) -> None:
        super().__init__(folder, who)
        self.seen: dict[str, Meeting] = {}

    def add(self, meeting: Meeting, original: bytes, suffix: str, pictures: Pictures) -> Meeting:  # noqa: ARG002
        """The record as it would be filed, without an id."""
        return meeting


def opened(folder: Path) -> "Archive | None":
    """The archive in `folder`, None where there is none yet."""
    from archive.store import Archive, NoArchive

    try:
        return Archive.open(folder)
    except NoArchive:
        return None
