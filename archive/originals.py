"""The imported bytes, named by their SHA-256 and never altered: originals/ab/abcd....html."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from archive.files import Disk, remove, sync, sync_folder
from archive.refusals import NoSuchOriginal

FOLDER: Final = "originals"


class Originals:
    """The originals and pictures of one archive."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.folder = folder / FOLDER
        self.disk = disk

    def add(self, data: bytes, suffix: str) -> str:
        """Keeps `data`, durably, and gives its SHA-256; `suffix` is a file ending such as ".html". Raises OSError."""
        self.add_all([(data, suffix)])
        return sha256_of(data)

    def add_all(self, files: Iterable[tuple[bytes, str]]) -> None:
        """Keeps several, durably: (bytes, ending); raises OSError."""
        new: dict[Path, bytes] = {}
        for data, suffix in files:
            sha256 = sha256_of(data)
            if found := self.find(sha256):
                sync(found)  # an interrupted import may have left it without forcing it to disk
                sync_folder(found.parent)
            else:
                new[self.folder / sha256[:2] / f"{sha256}{_safe(suffix)}"] = data
        self.disk.write_all([*new.items()])

    def find(self, sha256: str) -> Path | None:
        """The file with that content; None where there is none."""
        folder = self.folder / sha256[:2]
        if not folder.is_dir():
            return None
        return next((path for path in folder.iterdir() if path.stem == sha256), None)

    def get(self, sha256: str) -> Path:
        """The file with that content; raises NoSuchOriginal (exit 4)."""
        found = self.find(sha256)
        if found is None:
            raise NoSuchOriginal(sha256=sha256)
        return found

    def remove(self, sha256: str) -> None:
        """Takes an original away for good."""
        if found := self.find(sha256):
            remove(found)

    def all(self) -> Iterator[Path]:
        """All files, by name."""
        for place, folders, names in os.walk(self.folder):
            folders.sort()
            yield from (Path(place, name) for name in sorted(names))


def _safe(suffix: str) -> str:
    """A file ending, or nothing where it has anything but a dot, letters and digits."""
    ending = suffix.removeprefix(".").lower()
    return f".{ending}" if ending.isascii() and ending.isalnum() and len(ending) <= 10 else ""  # noqa: PLR2004


def sha256_of(data: bytes) -> str:
    """The name of these bytes."""
    from hashlib import sha256  # 5 ms that readers save

    return sha256(data).hexdigest()
