"""archive.json and writer.json: what the archive is, how far it has come, and whether somebody writes."""

import json
import os
import sys
from pathlib import Path
from typing import Any, Final, NamedTuple

from archive.files import MODES, Disk, remove
from archive.refusals import ArchiveDamaged, NewerFormat, NoArchive

FORMAT: Final = 1
FILE: Final = "archive.json"
WRITER: Final = "writer.json"


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
    """What archive.json says; raises NoArchive, NewerFormat, ArchiveDamaged."""
    file = folder / FILE
    try:
        values = json.loads(file.read_bytes())
        return _state_of(values, folder)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoArchive(folder=folder) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveDamaged(file=file, reason=error) from error


def _state_of(values: dict[str, Any], folder: Path) -> State:
    if values["format"] > FORMAT:
        raise NewerFormat(folder=folder, found=values["format"], known=FORMAT)
    state = State(*(values[name] for name in State._fields))
    if state.share not in MODES or state.next < 1 or state.revision < 0:
        raise ValueError(values)
    return state


def write_state(folder: Path, state: State, disk: Disk) -> None:
    """Puts `state` into archive.json, durably."""
    values = {"format": FORMAT, **state._asdict()}
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
