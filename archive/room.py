"""The parts of one archive on disk, and how far they have come."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from archive.files import Disk
from archive.folder import MEETINGS, TRASH, Shelf
from archive.history import History
from archive.originals import Originals
from archive.people import People
from archive.state import State, read_state, read_writer

if TYPE_CHECKING:
    from archive.answers import Remark
    from archive.index.current import Source, Stamp

README: Final = "README.txt"
KNOWN: Final = frozenset(
    {
        README,
        "archive.json",
        "writer.json",
        "writer.lock",
        "people.json",
        MEETINGS,
        TRASH,
        "history",
        "originals",
        "issued",
    }
)


class Room:
    """What readers and writers of an archive share."""

    def __init__(self, folder: Path, share: str) -> None:
        self.folder = folder
        self.disk = Disk(share)
        self.meetings = Shelf(folder / MEETINGS, self.disk)
        self.trash = Shelf(folder / TRASH, self.disk)
        self.history = History(folder, self.disk)
        self.originals = Originals(folder, self.disk)
        self.people = People(folder, self.disk)
        self.remarks: list[Remark] = []

    def state(self) -> State:
        """What archive.json says, and what a writer at work (or killed) has done since."""
        state = read_state(self.folder)
        return state if read_writer(self.folder) is None else self.reached(state, self.history.under_way())

    def reached(self, state: State, last: tuple[int, str] | None = None) -> State:
        """How far the last line of history and the last record say it has come, where that is further than `state`."""
        revision, mark = last or self.history.last()
        if revision > state.revision:
            state = state._replace(revision=revision, mark=mark)
        later = [*self.meetings.after(state.next), *self.trash.after(state.next)]
        return state._replace(next=max(later) + 1 if later else state.next)

    def source(self, state: State, ready: dict[int, dict[str, Any]] | None = None) -> "Source":
        """What the index is made from; `ready` has records that need not be read again."""
        from archive.index.current import (
            Source,
            Stamp,
        )  # and with it sqlite3: who lends a record asks no index

        stamp = Stamp(state.revision, state.mark, state.next)
        known = ready or {}
        naming = self.people.naming()
        return Source(
            stamp, self.meetings.numbers, lambda n: known.get(n) or self.values(n), self._changed, naming
        )

    def values(self, number: int) -> dict[str, Any] | None:
        """A record as JSON values; None where there is none or it is damaged."""
        data = self.meetings.read(number)
        try:
            values = json.loads(data) if data else None
        except ValueError:
            return None
        return values if isinstance(values, dict) else None

    def tell(self, message: str, **values: object) -> None:
        """Leaves a line for the user."""
        from archive.answers import Remark

        if not any(remark.message == message for remark in self.remarks):
            self.remarks.append(Remark(message, values))

    @property
    def index_file(self) -> Path:
        """Where the index lies."""
        from archive.index.current import FILE

        return self.folder / FILE

    def _changed(self, stamp: "Stamp") -> Iterable[int] | None:
        lines = self.history.since(stamp.revision, stamp.mark)
        if lines is None or any(line.id is None for line in lines):  # names, or the archive as a whole
            return None
        numbers = {line.id for line in lines if line.id is not None}
        return sorted(numbers.union(self.meetings.after(stamp.next)))
