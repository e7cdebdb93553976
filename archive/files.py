"""The one door for writing: every change of a file goes through here and is atomic and durable.

A file is written beside its place, forced to disk, renamed, and the rename forced to disk; who reads sees the old file
or the new one. Leftovers of an interrupted write end in `.tmp`; the next writer sweeps them.
"""

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal, NamedTuple

DRAFT: Final = ".tmp"
WINDOWS: Final = sys.platform == "win32"
_HANDS: Final = 8  # writes side by side: file systems force them to disk together
_GROUP: Final = 64  # files
_GROUP_SIZE: Final = 1 << 25  # bytes
_PATIENCE: Final = (
    20  # times 10 ms: Windows refuses to rename over a file that a reader or virus scanner holds
)


class Modes(NamedTuple):
    """Permissions of files and folders."""

    file: int
    folder: int


Share = Literal["private", "group"]
MODES: Final[dict[str, Modes]] = {
    "private": Modes(0o600, 0o700),
    "group": Modes(0o660, 0o2770),  # set-group-id: what a colleague creates belongs to the group too
}


class Disk:
    """Writes with the permissions of an archive's `share` setting, whatever the umask."""

    def __init__(self, share: str = "private") -> None:
        self.share = share
        self.modes = MODES[share]

    def write(self, path: Path, data: bytes) -> None:
        """Puts `data` at `path`, whole and durable, or leaves what was there; raises OSError."""
        self.make_folder(path.parent)
        self._put(path, data)
        sync_folder(path.parent)

    def write_all(self, files: Sequence[tuple[Path, bytes]]) -> None:
        """As `write`, for several files at a third of the time: they go to disk side by side, each folder is forced once.

        Raises the first OSError; some of the files may be in place then.
        """
        if len(files) == 1:
            self.write(*files[0])
            return
        from concurrent.futures import ThreadPoolExecutor

        folders = {path.parent for path, _ in files}
        for folder in folders:
            self.make_folder(folder)
        with ThreadPoolExecutor(min(_HANDS, len(files) or 1)) as hands:
            list(hands.map(lambda file: self._put(*file), files))
        for folder in folders:
            sync_folder(folder)

    def write_many(self, files: Iterable[tuple[Path, bytes]]) -> Iterator[int]:
        """As `write_all`, in groups that memory bears; gives how many are in place after each. Raises OSError."""
        done, group = 0, list[tuple[Path, bytes]]()
        for file in files:
            group.append(file)
            if len(group) == _GROUP or sum(len(data) for _, data in group) > _GROUP_SIZE:
                self.write_all(group)
                done += len(group)
                group.clear()
                yield done
        if group:
            self.write_all(group)
            yield done + len(group)

    def append(self, path: Path, data: bytes, *, durable: bool = True) -> None:
        """Adds `data` at the end of `path`; after a failure the file ends where it ended before. Raises OSError."""
        self.make_folder(path.parent)
        new = not path.exists()
        handle = self._open(path, os.O_APPEND)
        try:
            self._grow(handle, data, durable=durable)
        finally:
            os.close(handle)
        if new:
            sync_folder(path.parent)

    def begin(self, path: Path) -> None:
        """Makes an empty file that somebody else fills (SQLite)."""
        os.close(self._open(path, os.O_TRUNC))

    def make_folder(self, folder: Path) -> None:
        """Makes `folder` and those above it where they are missing."""
        if folder.is_dir():
            return
        self.make_folder(folder.parent)
        folder.mkdir(
            self.modes.folder & 0o777, exist_ok=True
        )  # never open for a moment to more than it is for
        if not WINDOWS:
            folder.chmod(self.modes.folder)
        sync_folder(folder.parent)

    def _put(self, path: Path, data: bytes) -> None:
        """Writes beside the place and renames; the folder is not forced yet."""
        draft = path.with_name(f".{path.name}.{os.getpid()}{DRAFT}")
        try:
            self._fill(draft, data)
            _rename(draft, path)
        except BaseException:
            _forget(draft)
            raise

    def _fill(self, draft: Path, data: bytes) -> None:
        handle = self._open(draft, os.O_TRUNC)
        try:
            _write_all(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)

    def _grow(self, handle: int, data: bytes, *, durable: bool) -> None:
        end = os.fstat(handle).st_size
        try:
            _write_all(handle, data)
            if durable:
                os.fsync(handle)
        except OSError:
            os.ftruncate(handle, end)
            raise

    def _open(self, path: Path, how: int) -> int:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | how | getattr(os, "O_BINARY", 0), self.modes.file)
        if not WINDOWS and os.fstat(handle).st_mode & 0o777 != self.modes.file:
            _allow(handle, self.modes.file)
        return handle


def sync(path: Path) -> None:
    """Forces a file that is in place already to disk; raises OSError."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Forces the names in `folder` to disk, where the system has that (Windows has not)."""
    if WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def cut(path: Path, size: int) -> None:
    """Shortens a file to `size` bytes, durably: a torn line at its end."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.ftruncate(handle, size)
        os.fsync(handle)
    finally:
        os.close(handle)


def second_name(path: Path, other: Path) -> None:
    """Gives a file a second name, or a copy where the file system has no such thing; raises OSError."""
    try:
        os.link(path, other)
    except OSError:
        import shutil

        shutil.copy2(path, other)
        sync(other)


def remove(path: Path) -> None:
    """Takes a file away, durably; raises OSError, not for a file that is gone already."""
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def drafts(folder: Path, *, deep: bool = True) -> Iterator[Path]:
    """Leftovers of interrupted writes; with `deep` in the folders below too."""
    for place, folders, names in os.walk(folder):
        yield from (Path(place, name) for name in names if name.startswith(".") and name.endswith(DRAFT))
        if not deep:
            folders.clear()


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _allow(handle: int, mode: int) -> None:
    """Only the owner may; a colleague's file has the right mode already."""
    if sys.platform != "win32":
        with suppress(PermissionError):
            os.fchmod(handle, mode)


def _rename(draft: Path, path: Path) -> None:
    for _ in range(_PATIENCE if WINDOWS else 0):
        try:
            draft.replace(path)
        except PermissionError:
            time.sleep(0.01)
        else:
            return
    draft.replace(path)


def _forget(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:  # the disk fails altogether; the next writer sweeps
        return
