"""The whole archive as one ZIP file, and back: records, originals, history, byte for byte; the index follows from them."""

import os
import shutil
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from archive.errors import ArchiveError
from archive.files import DRAFT, Disk, sync, sync_folder
from archive.room import KNOWN

if TYPE_CHECKING:
    from archive.store import Archive

LEFT_OUT: Final = frozenset({"writer.json", "writer.lock"})  # of a writer at work; the index is not in KNOWN
Progress = Callable[[int, int], None]


class OutputExists(ArchiveError):
    """Something is there already."""

    message = "{file} exists already."
    advice = "Name another file, or overwrite it with --force."
    exit_code = 2


class InsideTheArchive(ArchiveError):
    """The backup, or the bag, would lie in what it holds."""

    message = "{file} lies inside the archive."
    advice = "Name a place outside, best on another disk."
    exit_code = 2


class FolderInUse(ArchiveError):
    """Something is there already."""

    message = "The folder {folder} is not empty."
    advice = "Restore into a new folder: minutes --archive NEW restore FILE."
    exit_code = 2


class NotABackup(ArchiveError):
    """The file is no backup of an archive."""

    message = "{file} is not a backup of an archive: {reason}."
    advice = "Nothing was restored."
    exit_code = 3


class BackupDamaged(ArchiveError):
    """What came out of the file is not sound."""

    message = "The backup {file} is damaged: {reason}"
    advice = "Nothing was restored; take an older backup."
    exit_code = 4


def backup(
    archive: "Archive", file: Path, *, who: str, overwrite: bool = False, progress: Progress | None = None
) -> int:
    """Writes the archive to the ZIP `file`, whole or not at all; gives how many files it holds.

    No writer works meanwhile. Raises OutputExists, InsideTheArchive, Locked, OSError.
    """
    if file.resolve().is_relative_to(archive.folder.resolve()):
        raise InsideTheArchive(file=file)
    if file.exists() and not overwrite:
        raise OutputExists(file=file)
    draft = file.with_name(f".{file.name}.{os.getpid()}{DRAFT}")
    try:
        with archive.batch("backup", who):
            count = _pack(archive.folder, draft, progress)
        sync(draft)
        draft.replace(file)
        sync_folder(file.parent)
    finally:
        draft.unlink(missing_ok=True)
    return count


def _pack(folder: Path, draft: Path, progress: Progress | None) -> int:
    files = sorted(files_of(folder))
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as whole:
        for done, path in enumerate(files, 1):
            whole.write(path, path.relative_to(folder).as_posix())
            if progress:
                progress(done, len(files))
    draft.chmod(0o600)
    return len(files)


def files_of(folder: Path) -> Iterator[Path]:
    """Every file of an archive that does not follow from others."""
    for top in KNOWN - LEFT_OUT:
        path = folder / top
        found = path.rglob("*") if path.is_dir() else (path,)
        yield from (one for one in found if one.is_file() and not one.name.endswith(DRAFT))


def restore(file: Path, folder: Path, progress: Progress | None = None) -> int:
    """Makes the archive of a backup in `folder`, which must be new or empty; gives how many files it holds.

    All is checked before anything appears there. Raises FolderInUse, NotABackup, BackupDamaged, OSError.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderInUse(folder=folder)
    draft = folder.with_name(f".{folder.name}.{os.getpid()}{DRAFT}")
    Disk().make_folder(draft)
    try:
        count = _unpacked(file, draft, progress)
        _check(file, draft)
        if folder.exists():
            folder.rmdir()
        draft.replace(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    sync_folder(folder.parent)
    return count


def _unpacked(file: Path, draft: Path, progress: Progress | None) -> int:
    try:
        with zipfile.ZipFile(file) as whole:
            return _all_put(file, whole, draft, progress)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise NotABackup(file=file, reason=error) from error


def _all_put(file: Path, whole: zipfile.ZipFile, draft: Path, progress: Progress | None) -> int:
    names = [name for name in whole.namelist() if not name.endswith("/")]
    _refuse_strangers(file, names)
    for done in Disk().write_many((draft / name, whole.read(name)) for name in names):
        if progress:
            progress(done, len(names))
    return len(names)


def _refuse_strangers(file: Path, names: list[str]) -> None:
    for name in names:
        parts = PurePosixPath(name).parts
        if "\\" in name or ".." in parts or parts[0] not in KNOWN - LEFT_OUT:
            raise NotABackup(file=file, reason=f'"{name}"')
    twice = next((name for name, count in Counter(names).items() if count > 1), None)
    if twice is not None:
        raise NotABackup(file=file, reason=f'"{twice}"')
    if "archive.json" not in names:
        raise NotABackup(file=file, reason="archive.json")


def _check(file: Path, draft: Path) -> None:
    """Everything that came out is sound, and permissions are the archive's own."""
    from archive.store import Archive

    archive = Archive.open(draft)
    for place, _, names in os.walk(draft):
        Path(place).chmod(archive.room.disk.modes.folder)
        for name in names:
            Path(place, name).chmod(archive.room.disk.modes.file)
    damaged = [one for one in archive.check() if one.damage]
    if damaged:
        raise BackupDamaged(file=file, reason=damaged[0].message.format_map(damaged[0].values))
