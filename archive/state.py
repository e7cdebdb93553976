"""archive.json and writer.json: what the archive is, how far it has come, and whether somebody writes."""

import json
import os
import sys
from pathlib import Path
from typing import Any, Final, NamedTuple

from archive.files import MODES, Disk, remove
from archive.refusals import ArchiveDamaged, NewerFormat, NoArchive, OlderFormat

FORMAT: Final = 1
FILE: Final = "archive.json"
WRITER: Final = "writer.json"
KEPT: Final = "before-migration"  # the old state, until the new one is verified (archive.migrations)
GOING: Final = f".{KEPT}.tmp"  # the same while it comes and goes; the next writer sweeps it


class State(NamedTuple):
    """How far the archive has come."""

    next: int = 1  # id of the next record; never given twice
    revision: int = 0  # number of the last line of history
    mark: str = ""  # check sum of that line: tells histories apart that have the same length
    share: str = "private"


class Writer(NamedTuple):
    """Who holds, or held when it was killed, the writer's lock."""

    pid: int
    host: str
    command: str
    who: str
    what: str
    since: str  # ISO 8601, UTC


def read_state(folder: Path) -> State:
    """What archive.json says; raises NoArchive, NewerFormat, OlderFormat, ArchiveDamaged."""
    values = _values(folder)
    found = values["format"]
    if found > FORMAT:
        raise NewerFormat(folder=folder, found=found, known=FORMAT)
    if found < FORMAT:
        raise OlderFormat(folder=folder, found=found, known=FORMAT)
    try:
        return _state_of(values)
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveDamaged(file=folder / FILE, reason=error) from error


def format_of(folder: Path) -> int:
    """The number of the format; raises NoArchive, ArchiveDamaged."""
    return int(_values(folder)["format"])


def share_of(folder: Path) -> str:
    """Who shares the archive, whatever its format; raises NoArchive, ArchiveDamaged."""
    share = _values(folder).get("share", "private")
    return share if share in MODES else "private"


def _values(folder: Path) -> dict[str, Any]:
    file = folder / FILE
    try:
        values: dict[str, Any] = json.loads(file.read_bytes())
        _refuse_odd(values["format"])
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoArchive(folder=folder) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveDamaged(file=file, reason=error) from error
    return values


def _refuse_odd(number: Any) -> None:
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise ValueError(number)


def _state_of(values: dict[str, Any]) -> State:
    state = State(*(values[name] for name in State._fields))
    if state.share not in MODES or state.next < 1 or state.revision < 0:
        raise ValueError(values)
    return state


def write_state(folder: Path, state: State, disk: Disk) -> None:
    """Puts `state` into archive.json, durably."""
    _write(folder, {"format": FORMAT, **state._asdict()}, disk)


def write_format(folder: Path, number: int, disk: Disk) -> None:
    """Says that the archive has that format now, durably."""
    _write(folder, {**_values(folder), "format": number}, disk)


def _write(folder: Path, values: dict[str, Any], disk: Disk) -> None:
    disk.write(folder / FILE, f"{json.dumps(values, indent=1)}\n".encode())


def this_writer(who: str, what: str, since: str) -> Writer:
    """The present process."""
    import platform

    words = [Path(sys.argv[0]).name, *sys.argv[1:3]] if sys.argv[0] else ["python"]
    return Writer(os.getpid(), platform.node(), " ".join(words), who, what, since)


def write_writer(folder: Path, writer: Writer, disk: Disk) -> None:
    """Leaves word of who writes, durably: found without a living writer, it tells that one was interrupted."""
    disk.write(folder / WRITER, json.dumps(writer._asdict(), ensure_ascii=False).encode())


def read_writer(folder: Path) -> Writer | None:
    """Who writes, or was interrupted; None where nobody is."""
    try:
        values = json.loads((folder / WRITER).read_bytes())
        return Writer(*(values[name] for name in Writer._fields))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):  # damaged; that somebody was there is what matters
        return Writer(0, "?", "?", "?", "?", "?")


def clear_writer(folder: Path) -> None:
    """Takes the word back: all is finished."""
    remove(folder / WRITER)
