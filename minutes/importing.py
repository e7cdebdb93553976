"""The import, as one story: find the files, read each in a process of its own, file what is new, tell what became of each."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

from msgspec.structs import replace

from archive.errors import ArchiveError
from archive.record import Meeting, Note, from_json, to_json
from minutes import __version__
from minutes.border import shown_name
from minutes.gather import ENDINGS
from minutes.readers.limits import LIMITS
from minutes.shelf import ONE_OF_SEVERAL, Shelf
from minutes.workers import BOUNDS, Bounds, Workers, worth

SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "multipart/related": ".mht",
    "application/msword": ".doc",
    "text/plain": ".txt",
    "text/markdown": ".md",
}  # everything else is a Word file
SEVERAL: Final = {
    "zh": "\u672c\u6587\u5171\u62a5\u9053{count}\u6b21\u4f1a\u8bae\uff0c\u8fd9\u662f\u7b2c{number}\u6b21",
    "en": "The report covers {count} meetings; this is number {number}",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """How to import."""

    anyway: bool = False  # file near duplicates too
    labels: tuple[str, ...] = ()  # put on every record
    lexicon: Path | None = None  # folder of own words for the extraction
    bounds: Bounds = BOUNDS


@dataclass(frozen=True, slots=True)
class Reading:
    """What a worker makes of a file; records travel as JSON."""

    meetings: tuple[bytes, ...]
    sha256: str
    original: bytes
    suffix: str
    pictures: tuple[tuple[bytes, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file, or of one of the meetings it reports."""

    file: Path  # as given, or as found in the given folder
    kind: Literal["filed", "duplicate", "near_duplicate", "failed"]
    sha256: str | None = None
    id: int | None = None  # of the record filed, or of the one that is there already
    meeting: Meeting | None = None  # as filed or refused; None where the file was not read
    error: ArchiveError | None = None


class Fault(ArchiveError):
    """A bug of ours that one file brought out; the batch goes on."""

    message = "{file} could not be read through a fault of the program."
    advice = "Please report it, with this file: {log}"
    exit_code = 3


class Changed(ArchiveError):
    """The file's bytes are not those that were read a moment ago."""

    message = "{file} changed while it was being read."
    advice = "Import it again when whatever writes to it has finished."
    exit_code = 3


class NoReports(ArchiveError):
    """A folder in which nothing looks like a report."""

    message = "{folder} holds no reports."
    advice = "Reports end in {endings}; a file with another ending can be named itself."
    exit_code = 3


def import_reports(files: Sequence[Path], shelf: Shelf, choices: Choices) -> Iterator[Outcome]:
    """Files every report in `files` (of `gather`), in their order; gives what became of each as soon as that is on disk."""
    with _readers(len(files), choices) as readers, shelf:
        for file, reading in zip(files, readers.answers(files, partial(_known, shelf)), strict=True):
            yield from _outcomes(file, reading, shelf, choices)


def _readers(count: int, choices: Choices) -> Any:
    """Processes that read; entered before the shelf takes its lock, so that no process inherits it."""
    work = partial(read_file, lexicon=choices.lexicon)
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
        return (known(file) or self.work(file) for file in files)


def read_file(file: Path, *, lexicon: Path | None = None) -> Reading | ArchiveError:
    """The records in a file, or why there are none; what a worker does."""
    try:
        return _read(file, lexicon)
    except ArchiveError as error:
        return error
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 (one file must not end the batch)
        from minutes import faults

        return Fault(file=shown_name(file.name), log=faults.keep(error) or "-")


def _read(file: Path, lexicon: Path | None) -> Reading:
    from minutes.extract import extract
    from minutes.readers import read

    if file.is_dir():
        raise NoReports(folder=shown_name(str(file)), endings=" ".join(sorted(ENDINGS)))
    report = read(file)
    original = file.read_bytes()
    sha256 = report.source.sha256
    if hashlib.sha256(original).hexdigest() != sha256:
        raise Changed(file=shown_name(file.name))
    meetings = extract(report, lexicon=lexicon)
    return Reading(
        meetings=tuple(
            to_json(_numbered(one, number, len(meetings))) for number, one in enumerate(meetings, 1)
        ),
        sha256=sha256,
        original=original,
        suffix=SUFFIXES.get(report.source.media_type, ".docx"),
        pictures=tuple((picture.data, Path(picture.name).suffix.lower()) for picture in report.pictures),
    )


def _numbered(meeting: Meeting, number: int, count: int) -> Meeting:
    """The record with a note that it is one of several on its page."""
    if count == 1:
        return meeting
    note = Note(kind=ONE_OF_SEVERAL, message=SEVERAL[meeting.language].format(count=count, number=number))
    return replace(meeting, notes=(*meeting.notes, note))


def _known(shelf: Shelf, file: Path) -> Outcome | None:
    """The outcome of a file whose bytes are filed already; it need not be read."""
    sha256 = _sha256(file)
    found = shelf.known(sha256) if sha256 and not shelf.rereads else []
    if found and shelf.has_all(found[0]):
        return Outcome(file, "duplicate", sha256, found[0])
    return None


def _sha256(file: Path) -> str | None:
    """The hash of a regular file of bearable size; None for all else, which its reader will refuse."""
    with suppress(OSError):
        if file.is_file() and file.stat().st_size <= LIMITS.file_size:
            return hashlib.sha256(file.read_bytes()).hexdigest()
    return None


def _outcomes(file: Path, reading: Any, shelf: Shelf, choices: Choices) -> Iterator[Outcome]:
    """What becomes of one file: one outcome, or one for each of its meetings."""
    if isinstance(reading, Outcome):
        yield reading
    elif isinstance(reading, ArchiveError):
        yield Outcome(file, "failed", _sha256(file), error=reading)
    else:
        ids = shelf.known(reading.sha256)
        for meeting in map(from_json, reading.meetings):
            yield (
                _duplicate(file, meeting, ids.pop(0)) if ids else _one(file, meeting, reading, shelf, choices)
            )


def _duplicate(file: Path, meeting: Meeting, known: int) -> Outcome:
    return Outcome(file, "duplicate", meeting.source.sha256, known, meeting)


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
