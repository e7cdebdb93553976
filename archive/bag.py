"""The archive as a bag for a records office: BagIt 1.0 (RFC 8493), every file with its check sums."""

import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archive.backup import FolderInUse, InsideTheArchive, Progress, files_of
from archive.files import DRAFT, Disk

if TYPE_CHECKING:
    from archive.store import Archive

DECLARATION: Final = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
SUMS: Final = (
    "sha256",
    "sha512",
)  # RFC 8493 wants SHA-512 of bags that are made anew; SHA-256 names our originals
Info = Iterable[tuple[str, str]]


def bag(
    archive: "Archive", folder: Path, *, who: str, info: Info = (), progress: Progress | None = None
) -> int:
    """Makes a bag of the archive in `folder`, which must be new or empty; gives how many files it holds.

    `info` are further lines of bag-info.txt. No writer works meanwhile. Raises FolderInUse, InsideTheArchive,
    Locked, OSError.
    """
    if folder.resolve().is_relative_to(archive.folder.resolve()):
        raise InsideTheArchive(file=folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderInUse(folder=folder)
    draft = folder.with_name(f".{folder.name}.{os.getpid()}{DRAFT}")
    disk = Disk()
    disk.make_folder(draft)
    try:
        with archive.batch("bag", who):
            lines = _payload(archive.folder, draft, disk, progress)
        _tags(draft, disk, lines, info)
        if folder.exists():
            folder.rmdir()
        draft.replace(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return len(lines)


Line = tuple[str, dict[str, str], int]  # path in the bag, its sums, its size


def _payload(source: Path, draft: Path, disk: Disk, progress: Progress | None) -> list[Line]:
    files = sorted(files_of(source))
    lines: list[Line] = []

    def copies() -> Iterator[tuple[Path, bytes]]:
        for file in files:
            path, data = f"data/{file.relative_to(source).as_posix()}", file.read_bytes()
            lines.append((path, _sums(data), len(data)))
            yield draft / path, data

    for done in disk.write_many(copies()):
        if progress:
            progress(done, len(files))
    return lines


def _sums(data: bytes) -> dict[str, str]:
    return {name: hashlib.new(name, data).hexdigest() for name in SUMS}


def _tags(draft: Path, disk: Disk, lines: list[Line], info: Info) -> None:
    """The files that describe the bag, then the sums of those."""
    texts = {"bagit.txt": DECLARATION, "bag-info.txt": _info(lines, info)}
    texts.update({f"manifest-{name}.txt": _manifest(name, lines) for name in SUMS})
    tags = [(name, _sums(text.encode()), len(text.encode())) for name, text in sorted(texts.items())]
    texts.update({f"tagmanifest-{name}.txt": _manifest(name, tags) for name in SUMS})
    for name, text in texts.items():
        disk.write(draft / name, text.encode())


def _manifest(name: str, lines: list[Line]) -> str:
    return "".join(f"{sums[name]}  {path}\n" for path, sums, _ in sorted(lines, key=lambda line: line[0]))


def _info(lines: list[Line], info: Info) -> str:
    today = dt.datetime.now().astimezone().date()
    pairs = [
        *info,
        ("Bagging-Date", str(today)),
        ("Payload-Oxum", f"{sum(size for _, _, size in lines)}.{len(lines)}"),
    ]
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in pairs)
