"""Where exported bytes go: safe names, nothing overwritten unasked, nothing half-written left behind."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from archive.errors import ArchiveError
from minutes import border

_MODE: Final = 0o666  # before the user's umask, as for any new file
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class OutputExists(ArchiveError):
    """The output is there already."""

    message = "{file} exists already."
    advice = "Use --force to overwrite it, or --output to name another."
    exit_code = 2


class OutputNotWritable(ArchiveError):
    """The output cannot be written."""

    message = "{file} cannot be written: {reason}."
    advice = "Choose another place with --output."
    exit_code = 5


class NotAFolder(ArchiveError):
    """Several files need a folder."""

    message = "{file} is a file, but several files are to be written."
    advice = "Name a folder with --output."
    exit_code = 2


class Names:
    """Gives out file names that differ on file systems without upper and lower case too."""

    def __init__(self, suffix: str) -> None:
        self.suffix = suffix
        self.given: set[str] = set()

    def name(self, title: str, fallback: str) -> str:
        """A safe name for `title`, followed by (2), (3) ... where it was given before."""
        stem = border.file_name(title, self.suffix, fallback=fallback).removesuffix(self.suffix)
        name, count = stem + self.suffix, 1
        while _folded(name) in self.given:
            count += 1
            name = f"{stem} ({count}){self.suffix}"
        self.given.add(_folded(name))
        return name


def _folded(name: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", name).casefold())


def save(data: bytes, target: Path, *, force: bool) -> None:
    """Writes `data` whole or not at all; raises OutputExists and OutputNotWritable."""
    refuse_existing(target, force=force)
    try:
        with target.open("wb") if is_stream(target) else _whole(target.resolve()) as file:
            file.write(data)
    except OSError as error:
        raise OutputNotWritable(
            file=border.shown_name(str(target)), reason=error.strerror or str(error)
        ) from error


def refuse_existing(target: Path, *, force: bool) -> None:
    """Raises OutputExists for a file that must not be overwritten; a folder never is."""
    if target.is_dir() or (os.path.lexists(target) and not force and not is_stream(target)):
        raise OutputExists(file=border.shown_name(str(target)))


def is_stream(target: Path) -> bool:
    """Whether it is a device or a pipe (/dev/stdout), which is written into and never replaced."""
    return target.exists() and not target.is_file() and not target.is_dir()


@contextmanager
def _whole(target: Path) -> Iterator[BinaryIO]:
    """A temporary file beside the target that takes its name when all is written."""
    temporary = (
        target.parent / f".minutes-{os.getpid()}-{os.urandom(4).hex()}.part"
    )  # tempfile loads for 7 ms
    try:
        with os.fdopen(os.open(temporary, _NEW, _MODE), "wb") as file:
            yield file
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def folder_for(output: Path | None) -> Path:
    """The folder for several files, made where it is not there; raises NotAFolder and OutputNotWritable."""
    folder = output or Path()
    if folder.exists() and not folder.is_dir():
        raise NotAFolder(file=border.shown_name(str(folder)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputNotWritable(
            file=border.shown_name(str(folder)), reason=error.strerror or str(error)
        ) from error
    return folder
