"""Records and originals of an archive, lent by number: without the index and the query language, a tenth of a whole answer to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.opening import opened
from archive.records import read

if TYPE_CHECKING:
    from pathlib import Path

    from archive.answers import Remark
    from archive.record import Meeting
    from archive.store import Archive


class Lending:
    """An archive for those who know the numbers of what they want; raises what Archive.open raises."""

    def __init__(self, folder: Path) -> None:
        self.room = opened(folder)

    @property
    def remarks(self) -> list[Remark]:
        """As an Archive's."""
        return self.room.remarks

    def get(self, number: int) -> Meeting:
        """Record `number`; raises NoSuchRecord (exit 1), RecordDamaged (4)."""
        return read(self.room, number)

    def original(self, sha256: str) -> Path:
        """The file with the original (or picture) of that SHA-256; raises NoSuchOriginal (exit 4)."""
        return self.room.originals.get(sha256)

    def whole(self) -> Archive:
        """The same archive with everything that it can do."""
        from archive.store import Archive

        return Archive(self.room, None, None)
