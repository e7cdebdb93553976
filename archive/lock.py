"""Writers exclude one another; who waits in vain is told whom for."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from archive.files import Disk
from archive.refusals import Locked, LockedByUnknown
from archive.state import read_writer

FILE: Final = "writer.lock"


@contextmanager
def writing(folder: Path, disk: Disk, timeout: float) -> Iterator[None]:
    """Holds the writer's lock of the archive in `folder`; raises Locked after `timeout` seconds."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / FILE, timeout=timeout, mode=disk.modes.file)
    try:
        lock.acquire()
    except Timeout as error:
        raise _locked(folder) from error
    try:
        yield
    finally:
        lock.release()


def _locked(folder: Path) -> Locked | LockedByUnknown:
    holder = read_writer(folder)
    if holder is None or not holder.pid:
        return LockedByUnknown(folder=folder)
    return Locked(command=holder.command, pid=holder.pid, host=holder.host, since=holder.since)
