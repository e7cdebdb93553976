"""One file read: its records, its bytes and its pictures, or why there are none; what a worker of the import does."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from archive.errors import ArchiveError
from archive.record import Meeting, Note, to_json
from minutes.border import shown_name
from minutes.gather import ENDINGS
from minutes.readers.limits import LIMITS, Limits
from minutes.shelf import ONE_OF_SEVERAL

if TYPE_CHECKING:
    from minutes.report import Picture, Report

SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "multipart/related": ".mht",
    "application/msword": ".doc",
    "text/plain": ".txt",
    "text/markdown": ".md",
}  # of originals, by media type; everything else is a Word file
CARRYING: Final = (".docx", ".md", ".txt")  # what our exports are; a record in anything else is forged
SEVERAL: Final = {
    "zh": "\u672c\u6587\u5171\u62a5\u9053{count}\u6b21\u4f1a\u8bae\uff0c\u8fd9\u662f\u7b2c{number}\u6b21",
    "en": "The report covers {count} meetings; this is number {number}",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gives; records travel between processes as JSON."""

    meetings: tuple[bytes, ...]
    sha256: str
    original: bytes
    suffix: str
    pictures: tuple[tuple[bytes, str], ...]


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


def read_file(file: Path, *, lexicon: Path | None = None, limits: Limits = LIMITS) -> Reading | ArchiveError:
    """The records in `file`, or the error that says why there are none; never raises but MemoryError."""
    try:
        return _read(file, lexicon, limits)
    except ArchiveError as error:
        return error
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 (one file must not end the batch)
        from minutes import faults

        return Fault(file=shown_name(file.name), log=faults.keep(error) or "-")


def _read(file: Path, lexicon: Path | None, limits: Limits) -> Reading:
    from minutes.readers import read
    from minutes.readers.files import bytes_of

    if file.is_dir():
        raise NoReports(folder=shown_name(str(file)), endings=" ".join(sorted(ENDINGS)))
    report = read(file, limits=limits)
    original = bytes_of(file, limits)
    if hashlib.sha256(original).hexdigest() != report.source.sha256:
        raise Changed(file=shown_name(file.name))
    return Reading(
        meetings=tuple(map(to_json, _meetings(report, original, lexicon))),
        sha256=report.source.sha256,
        original=original,
        suffix=SUFFIXES.get(report.source.media_type, ".docx"),
        pictures=tuple((picture.data, _suffix(picture)) for picture in report.pictures),
    )


def _meetings(report: "Report", original: bytes, lexicon: Path | None) -> list[Meeting]:
    """The record that an export of ours carries within, else what the grammar finds in the report."""
    from minutes.carried import as_imported, record_in
    from minutes.extract import extract

    if SUFFIXES.get(report.source.media_type, ".docx") in CARRYING and (carried := record_in(original)):
        return [as_imported(carried, report.source)]
    found = extract(report, lexicon=lexicon)
    return [_numbered(one, number, len(found)) for number, one in enumerate(found, 1)]


def _numbered(meeting: Meeting, number: int, count: int) -> Meeting:
    """The record with a note that it is one of several on its page."""
    if count == 1:
        return meeting
    note = Note(kind=ONE_OF_SEVERAL, message=SEVERAL[meeting.language].format(count=count, number=number))
    return replace(meeting, notes=(*meeting.notes, note))


def _suffix(picture: "Picture") -> str:
    """The ending of a kept picture: its name's, if that is an ending, else its media type's."""
    for ending in (Path(picture.name).suffix.lower(), f".{picture.media_type.rpartition('/')[2]}"):
        if re.fullmatch(r"\.[a-z0-9]{1,5}", ending):
            return ending
    return ".bin"
