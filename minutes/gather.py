"""Which files an import is about: those named, and in folders those that look like reports."""

import os
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

ENDINGS: Final = frozenset((".html", ".htm", ".mht", ".mhtml", ".docx", ".doc", ".txt", ".md"))
PAGE_PARTS: Final = ("_files", ".files")  # where browsers put the pictures and scripts of a saved page
LOCK_FILE: Final = "~$"  # Word's and WPS's mark of a document that is open


def gather(paths: Sequence[Path]) -> list[Path]:
    """Every file to read, in the order of `paths`, a folder's files by name.

    A file that is named counts, whatever it is called: its bytes are judged. A folder gives the files with known endings,
    without hidden ones, lock files, the parts of saved pages and links that lead out of it. A folder without any gives
    itself, so that its reader can say so.
    """
    found: list[Path] = []
    for path in chain.from_iterable(map(_expanded, paths)):
        found += (list(_walk(path)) or [path]) if path.is_dir() else [path]
    return found


def _expanded(path: Path) -> list[Path]:
    """What `*.html` means, where the shell leaves that to programs, as those of Windows do."""
    if os.name != "nt" or path.exists() or not set("*?[") & set(path.name):
        return [path]
    return sorted(path.parent.glob(path.name)) or [path]


def _walk(root: Path) -> Iterator[Path]:
    """The reports below `root`; a folder that cannot be opened is given as it is, for its reader to refuse."""
    inside = root.resolve()
    unreadable: list[Path] = []
    for name, folders, files in os.walk(root, onerror=lambda error: unreadable.append(Path(error.filename))):
        folders[:] = sorted(folder for folder in folders if _is_worth_a_look(folder))
        for file in sorted(files):
            path = Path(name, file)
            if _is_report(file) and not _leads_out(path, inside):
                yield path
    yield from unreadable


def _is_worth_a_look(folder: str) -> bool:
    return not folder.startswith(".") and not folder.lower().endswith(PAGE_PARTS)


def _is_report(file: str) -> bool:
    return not file.startswith((".", LOCK_FILE)) and Path(file).suffix.lower() in ENDINGS


def _leads_out(path: Path, inside: Path) -> bool:
    """Whether it is a link to a file elsewhere; a link to nothing or to itself stays, for its reader to refuse."""
    if not path.is_symlink() or not path.exists():
        return False
    return not path.resolve().is_relative_to(inside)
