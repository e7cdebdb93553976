"""Every change of the archive as a line of history/YYYY-MM.jsonl: who, when, what, before, after, why.

Lines are numbered without gaps, each ends in a check sum of itself. A change is written here before the record changes
(its `before` would be lost otherwise), an import after its record; what is torn at the end never happened.
"""

import datetime as dt
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archive.files import Disk, cut, sync

if TYPE_CHECKING:
    from archive.answers import Change

FOLDER: Final = "history"
_SUM: Final = ', "sum": "'
_HALF: Final = "?"
_BLOCK: Final = 1 << 16


class History:
    """The lines of one archive."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.folder = folder / FOLDER
        self.disk = disk

    def append(self, changes: "Iterable[Change]", *, durable: bool) -> str:
        """Adds lines; gives the mark of the last. Raises OSError, then nothing was added."""
        lines = [line_of(change) for change in changes]
        file = self._file(this_month())
        self.disk.append(file, b"".join(lines), durable=durable)
        return mark_of(lines[-1])

    def sync(self) -> None:
        """Forces lines added without `durable` to disk."""
        if files := self.files():
            sync(files[-1])

    def files(self) -> list[Path]:
        """The months, oldest first."""
        try:
            names = sorted(name for name in os.listdir(self.folder) if name.endswith(".jsonl"))  # noqa: PTH208
        except FileNotFoundError:
            return []
        return [self.folder / name for name in names]

    def newest_first(self) -> "Iterator[tuple[Change, str]]":
        """All sound lines from the last to the first, each with its mark; reads no more than is asked for."""
        for file in reversed(self.files()):
            for line in _backwards(file):
                if change := change_of(line):
                    yield change, mark_of(line)

    def all(self) -> "list[Change]":
        """All sound lines, oldest first."""
        return [change for change, _ in self.newest_first()][::-1]

    def last(self) -> tuple[int, str]:
        """Number and mark of the last line; (0, "") before the first."""
        for change, mark in self.newest_first():
            return change.number, mark
        return 0, ""

    def under_way(self) -> tuple[int, str]:
        """As `last`, its mark made another where the change may still be under way: all but imports are told here first.

        Whoever took such a line for done would index the old state as the new, for good.
        """
        for change, mark in self.newest_first():
            return change.number, mark if change.kind == "import" else f"{_HALF}{mark}"
        return 0, ""

    def since(self, number: int, mark: str) -> "list[Change] | None":
        """The lines after line `number`, oldest first; None where that line is not the one with `mark`.

        With the mark of `under_way` that line is among them.
        """
        found: list[Change] = []
        for change, its_mark in self.newest_first():
            if change.number <= number:
                same = change.number == number and its_mark == mark.removeprefix(_HALF)
                again = [change] if mark.startswith(_HALF) else []
                return [*again, *found[::-1]] if same else None
            found.append(change)
        return found[::-1] if number == 0 else None

    def is_torn(self) -> bool:
        """Whether a line was begun at the end and not finished."""
        return any(torn_bytes(file) for file in self.files()[-1:])

    def mend(self) -> None:
        """Cuts off what is torn at the end, so that new lines begin on their own."""
        for file in self.files()[-1:]:
            torn = torn_bytes(file)
            if torn:
                cut(file, file.stat().st_size - torn)

    def _file(self, month: str) -> Path:
        """The file for new lines: this month's, or the last one where the clock has gone backwards."""
        last = [file.name for file in self.files()[-1:]]
        return self.folder / max(f"{month}.jsonl", *last, "")


def this_month() -> str:
    """The present month in UTC, as files are named."""
    return f"{dt.datetime.now(dt.UTC):%Y-%m}"


def now() -> str:
    """The present second in UTC, ISO 8601."""
    return f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"


def line_of(change: "Change") -> bytes:
    """The change as a line with its check sum."""
    body = json.dumps(change._asdict(), ensure_ascii=False)[:-1]
    return f'{body}{_SUM}{zlib.crc32(body.encode()):08x}"}}\n'.encode()


def mark_of(line: bytes) -> str:
    """The check sum at the end of a line."""
    return line.rstrip(b'"}\n')[-8:].decode("ascii", "replace")


def change_of(line: bytes) -> "Change | None":
    """The change a line tells of; None where its check sum is wrong."""
    body, found, _ = line.rpartition(_SUM.encode())
    if not found or f"{zlib.crc32(body):08x}" != mark_of(line):
        return None
    from archive.answers import Change  # a search reads no history

    try:
        values = json.loads(body + b"}")
        return Change(*(values[name] for name in Change._fields))
    except (ValueError, KeyError):
        return None


def torn_bytes(file: Path) -> int:
    """How many bytes at the end belong to a line that was never finished."""
    data = b""
    for block in _blocks(file):
        data = block + data
        if b"\n" in data:
            break
    return len(data) - (data.rfind(b"\n") + 1)


def _backwards(file: Path) -> Iterator[bytes]:
    """The whole lines of a file from the last to the first; what has no line feed yet is no line."""
    rest, first = b"", True
    for block in _blocks(file):
        lines = (block + rest).split(b"\n")
        rest = lines[0]
        whole = lines[1:-1] if first else lines[1:]
        if first and len(lines) > 1:
            first = False
        yield from reversed(whole)
    if rest and not first:
        yield rest


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        place = stream.seek(0, os.SEEK_END)
        while place > 0:
            size = min(_BLOCK, place)
            place -= size
            stream.seek(place)
            yield stream.read(size)
