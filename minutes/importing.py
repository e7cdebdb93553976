"""The import, as one story: find the files, read each in a process of its own, file what is new, tell what became of each."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from msgspec.structs import replace

from archive.errors import ArchiveError
from archive.record import Meeting, from_json
from minutes import __version__
from minutes.readers.limits import LIMITS, Limits
from minutes.reading import Reading, read_file
from minutes.shelf import Shelf
from minutes.workers import BOUNDS, Bounds, Workers, worth


@dataclass(frozen=True, slots=True)
class Choices:
    """How to import."""

    anyway: bool = False  # file near duplicates too
    labels: tuple[str, ...] = ()  # put on every record
    lexicon: Path | None = None  # folder of own words for the extraction
    limits: Limits = LIMITS  # of what a reader takes in
    bounds: Bounds = BOUNDS  # of what its process may use


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file, or of one of the meetings it reports."""

    file: Path  # as given, or as found in the given folder
    kind: Literal["filed", "duplicate", "near_duplicate", "failed"]
    sha256: str | None = None
    id: int | None = None  # of the record filed, or of the one that is there already
    meeting: Meeting | None = None  # as filed or refused; None where the file was not read
    error: ArchiveError | None = None


def import_reports(files: Sequence[Path], shelf: Shelf, choices: Choices) -> Iterator[Outcome]:
    """Files every report in `files` (of `gather`), in their order; gives what became of each as soon as that is on disk."""
    left = iter(files)
    with _readers(len(files), choices) as readers, shelf:
        for readings in readers.answers(files, partial(_known, shelf)):
            group = [_outcomes(next(left), reading, shelf, choices) for reading in readings]
            shelf.commit()
            yield from chain.from_iterable(group)


def _readers(count: int, choices: Choices) -> Any:
    """Processes that read; entered before the shelf takes its lock, so that no process inherits it."""
    work = partial(read_file, lexicon=choices.lexicon, limits=choices.limits)
    processes = worth(count)
    return Workers(work, processes, choices.bounds) if processes else InProcess(work)


class InProcess(AbstractContextManager["InProcess"]):
    """Reads here and now, for a few files on systems where a process is dear."""

    def __init__(self, work: Any) -> None:
        self.work = work

    def __exit__(self, *_: object) -> None:
        """Nothing to end."""

    def answers(self, files: Sequence[Path], known: Any) -> Iterator[Any]:
        """As Workers.answers."""
        return ([known(file) or self.work(file)] for file in files)


def _known(shelf: Shelf, file: Path) -> Outcome | None:
    """The outcome of a file whose bytes are filed already; it need not be read."""
    sha256 = _sha256(file)
    first = shelf.first(sha256) if sha256 and not shelf.rereads else None
    return Outcome(file, "duplicate", sha256, first) if first and shelf.has_all(first) else None


def _sha256(file: Path) -> str | None:
    """The hash of a regular file of bearable size; None for all else, which its reader will refuse."""
    with suppress(OSError):
        if file.is_file() and file.stat().st_size <= LIMITS.file_size:
            return hashlib.sha256(file.read_bytes()).hexdigest()
    return None


def _outcomes(file: Path, reading: Any, shelf: Shelf, choices: Choices) -> list[Outcome]:
    """What becomes of one file, once the shelf commits: one outcome, or one for each of its meetings."""
    if isinstance(reading, Outcome):
        return [reading]
    if isinstance(reading, ArchiveError):
        return [Outcome(file, "failed", _sha256(file), error=reading)]
    known = shelf.known(reading.sha256)
    meetings = [from_json(one) for one in reading.meetings]
    there = [Outcome(file, "duplicate", reading.sha256, *pair) for pair in zip(known, meetings, strict=False)]
    left = meetings[len(known) :]
    if any(choices.anyway or shelf.near(meeting) is None for meeting in left) and shelf.begin():
        return _outcomes(
            file, reading, shelf, choices
        )  # somebody else may have filed it before the lock was ours
    return there + [_one(file, meeting, reading, shelf, choices) for meeting in left]


def _one(file: Path, meeting: Meeting, reading: Reading, shelf: Shelf, choices: Choices) -> Outcome:
    """One meeting that the archive does not have in these bytes: filed, unless it is there in others."""
    near = None if choices.anyway else shelf.near(meeting)
    if near is not None:
        return Outcome(file, "near_duplicate", reading.sha256, near, meeting)
    filed = shelf.add(_signed(meeting, choices.labels), reading.original, reading.suffix, reading.pictures)
    return Outcome(file, "filed", reading.sha256, filed.id, filed)


def _signed(meeting: Meeting, labels: tuple[str, ...]) -> Meeting:
    """The record with the day of its import, by which version, and the labels wished for."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    source = replace(meeting.source, imported_at=now, software=f"minutes {__version__}")
    return replace(meeting, source=source, labels=(*meeting.labels, *labels))
