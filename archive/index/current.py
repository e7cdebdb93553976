"""The index as it must be to answer: there, sound, of this version and up to date, or a private copy that is."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from archive.files import DRAFT, WINDOWS, Disk, sync, sync_folder
from archive.index import schema

if TYPE_CHECKING:
    from archive.index.content import Naming, Values

FILE: Final = "index.sqlite"
PATIENCE: Final = 1.0  # seconds to wait for another process that brings the index up to date
_CHUNK: Final = 1000

BUSY: Final = "The index is in use by another program; this was answered from a copy."
UNWRITABLE: Final = "The index cannot be written; this was answered from a copy in memory."
BROKEN: Final = "The index was damaged and has been made anew from the records."

Progress = Callable[[int, int], None]


class Stamp(NamedTuple):
    """How far an index or an archive has come."""

    revision: int
    mark: str
    next: int  # the first id that nobody has, or that the index has not looked at


class Source(NamedTuple):
    """What an index is made from."""

    stamp: Stamp
    numbers: Callable[[], Iterable[int]]  # ids of all records
    read: (
        "Callable[[int], Values | None]"  # a record as JSON values; None where there is none or it is damaged
    )
    changed: Callable[[Stamp], Iterable[int] | None]  # ids touched since; None where that is not known
    naming: "Naming"


class Damaged(Exception):
    """The index file is no index of ours."""


def stamp_of(base: sqlite3.Connection) -> Stamp:
    """How far the index has come; raises Damaged where it is of another version or broken."""
    try:
        meta = dict(base.execute("SELECT key, value FROM meta").fetchall())
        if meta["version"] != schema.VERSION:
            raise Damaged
        return Stamp(meta["revision"], meta["mark"], meta["next"])
    except (sqlite3.DatabaseError, KeyError) as error:
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            raise
        raise Damaged from error


class Replaced(sqlite3.OperationalError):
    """The index file was made anew by somebody else; this connection still has the old one."""


class Index(sqlite3.Connection):
    """A connection that knows which file it has open."""

    file: Path | None = None
    inode = 0


def connect(file: Path | None, mode: str = "rw") -> Index:
    """A connection to an index that is there (None: a temporary one); transactions begin and end when told."""
    inode = _inode(file)
    name = "" if file is None else f"{file.absolute().as_uri()}?mode={mode}"
    base = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, uri=bool(name), factory=Index)
    base.file, base.inode = file, inode
    if inode != _inode(file):  # replaced in the midst
        base.close()
        return connect(file, mode)
    return base


def _inode(file: Path | None) -> int:
    try:
        return file.stat().st_ino if file else 0
    except FileNotFoundError:
        return 0


def _refuse_replaced(base: sqlite3.Connection) -> None:
    if isinstance(base, Index) and base.inode != _inode(base.file):
        raise Replaced


@contextmanager
def transaction(base: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. Raises Replaced.

    SQLite finds a journal by its name. Written for the old file and left by a kill, it would be played back into the new one.
    """
    base.execute("BEGIN IMMEDIATE")
    try:
        _refuse_replaced(base)
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            base.execute("ROLLBACK")
        raise
    base.execute("COMMIT")


def catch_up(base: sqlite3.Connection, source: Source) -> bool:
    """Brings an index up to date in one transaction; False where only a rebuild can."""
    base.execute("PRAGMA cache_spill = OFF")  # or a long transaction would lock readers out before it ends
    with transaction(base):
        stamp = stamp_of(base)
        if stamp == source.stamp:
            return True
        changed = source.changed(stamp)
        if changed is None:
            return False
        _put_all(base, source, changed)
        _write_stamp(base, source.stamp)
    give_back(base)
    return not _too_many_retired(base)


def _too_many_retired(base: sqlite3.Connection) -> bool:
    count = base.execute("SELECT count(*) FROM retired").fetchone()[0]
    return bool(count > 1000 and count > base.execute("SELECT count(*) / 3 FROM meetings").fetchone()[0])  # noqa: PLR2004


def _put_all(base: sqlite3.Connection, source: Source, numbers: Iterable[int]) -> None:
    from archive.index.fill import Filler  # what only reads need not load it

    filler = Filler(base, source.naming)
    for number in numbers:
        values = source.read(number)
        if values is None:
            filler.drop(number)
        else:
            filler.put(number, values)
    filler.finish()


def _write_stamp(base: sqlite3.Connection, stamp: Stamp) -> None:
    base.executemany("UPDATE meta SET value = ? WHERE key = ?", [(v, k) for k, v in stamp._asdict().items()])


def build(base: sqlite3.Connection, source: Source, progress: Progress | None = None) -> None:
    """Fills an empty index from all records."""
    base.execute("PRAGMA synchronous = OFF")
    base.execute("PRAGMA journal_mode = OFF")
    base.execute("PRAGMA cache_size = -16000")
    base.execute("PRAGMA auto_vacuum = INCREMENTAL")
    base.execute("BEGIN")
    schema.create(base)
    numbers = list(source.numbers())
    for start in range(0, len(numbers), _CHUNK):
        _put_all(base, source, numbers[start : start + _CHUNK])
        base.execute("COMMIT")
        base.execute("BEGIN")
        if progress:
            progress(min(start + _CHUNK, len(numbers)), len(numbers))
    base.execute("INSERT INTO words (words) VALUES ('optimize')")
    _write_stamp(base, source.stamp)
    base.execute("COMMIT")
    give_back(base)


def give_back(base: sqlite3.Connection) -> None:
    """Gives pages that merging left empty back to the system, where they are more than a few."""
    empty, pages = (base.execute(f"PRAGMA {what}").fetchone()[0] for what in ("freelist_count", "page_count"))
    if empty > pages / 20:
        base.executescript("PRAGMA incremental_vacuum")  # `execute` would stop after one page


def rebuild(file: Path, source: Source, disk: Disk, progress: Progress | None = None) -> None:
    """Makes the index file anew; the old one serves until the new one is whole. Raises OSError, sqlite3.Error."""
    draft = file.with_name(f".{file.name}.{os.getpid()}{DRAFT}")
    try:
        draft.unlink(missing_ok=True)
        disk.begin(draft)
        with closing(connect(draft)) as base:
            build(base, source, progress)
        sync(draft)
        with _nobody_writing(file):
            _forget(file)
            draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(file.parent)


def forget(file: Path) -> None:
    """Takes the index away, durably."""
    with _nobody_writing(file):
        _forget(file)
    sync_folder(file.parent)


def _forget(file: Path) -> None:
    """The journal goes too: SQLite would play it back into the next index."""
    for path in (file, file.with_name(f"{file.name}-journal")):
        path.unlink(missing_ok=True)


@contextmanager
def _nobody_writing(file: Path) -> Iterator[None]:
    """Keeps others from writing into the index that is about to go; raises sqlite3.OperationalError where they do."""
    if WINDOWS or not file.exists():  # Windows lets nobody take away what others have open
        yield
        return
    with closing(connect(file)) as base:
        try:
            base.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                raise
        yield


def _unless_locked(status: int, _remaining: int, _total: int) -> None:
    """Gives up where `backup` would wait for ever for somebody's lock."""
    if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        raise sqlite3.OperationalError


def private(file: Path | None, source: Source) -> sqlite3.Connection:
    """An up-to-date index that nobody else sees, in a temporary file that goes by itself."""
    base = connect(None)
    if file is not None:
        with suppress(sqlite3.Error, Damaged), closing(connect(file, "ro")) as stored:
            stored.backup(base, progress=_unless_locked)
            if catch_up(base, source):
                return base
        base.close()
        base = connect(None)
    build(base, source)
    return base


def current(file: Path, source: Source, disk: Disk, tell: Callable[[str], None]) -> sqlite3.Connection:
    """An index that knows all of `source`: the file, brought up to date or made anew, else a private one."""
    try:
        return _on_disk(file, source, disk, tell)
    except Replaced:
        return current(file, source, disk, tell)
    except sqlite3.OperationalError as error:
        tell(BUSY if "locked" in str(error) else UNWRITABLE)
    except OSError:
        tell(UNWRITABLE)
    return private(file if file.exists() else None, source)


def _on_disk(file: Path, source: Source, disk: Disk, tell: Callable[[str], None]) -> sqlite3.Connection:
    if file.exists():
        base = connect(file)
        try:
            if stamp_of(base) == source.stamp or catch_up(base, source):
                return base
        except (Damaged, sqlite3.DatabaseError) as error:
            base.close()
            if isinstance(error, sqlite3.OperationalError) and not _broken(error):
                raise
            tell(BROKEN)
        else:
            base.close()
    rebuild(file, source, disk)
    return connect(file)


def _broken(error: sqlite3.Error) -> bool:
    return any(word in str(error) for word in ("malformed", "vtable", "no such"))
