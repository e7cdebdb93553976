"""From one format of the archive to the next, forward only; the old state is kept until the new one is verified.

A step (STEPS) rewrites files of the archive in its place. Before it begins, every file that is not an original gets a second
name in `before-migration/` (no bytes are copied: we never write into a file, we put a new one in its place). If it is
interrupted, the next opening puts the old files back and begins anew; if the new state is not sound, they stay put back.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from archive import state
from archive.check import findings
from archive.files import Disk, remove, second_name, sync_folder
from archive.folder import MEETINGS, TRASH
from archive.index.current import FILE as INDEX
from archive.index.current import forget
from archive.lock import writing
from archive.refusals import MigrationFailed
from archive.room import README, Room
from archive.state import GOING, KEPT

CHANGEABLE: Final = (state.FILE, README, "people.json", MEETINGS, TRASH, "history", "issued")
Step = Callable[[Path, Disk], None]
STEPS: Final[dict[int, Step]] = {}  # STEPS[1] makes format 2 of format 1


def migrate(folder: Path) -> None:
    """Brings the archive to the present format; raises Locked, MigrationFailed, OSError, then it is as it was."""
    disk = Disk(state.share_of(folder))
    with writing(folder, disk, timeout=10):
        if (folder / KEPT).exists():
            _finish(folder, disk)
        while (found := state.format_of(folder)) < state.FORMAT:
            _keep(folder, disk)
            STEPS[found](folder, disk)
            state.write_format(folder, found + 1, disk)
            _finish(folder, disk)


def _keep(folder: Path, disk: Disk) -> None:
    """Second names for all that a step may change, complete or not there at all."""
    draft = folder / GOING
    shutil.rmtree(draft, ignore_errors=True)
    for path in _files(folder):
        place = draft / path.relative_to(folder)
        disk.make_folder(place.parent)
        second_name(path, place)
    sync_folder(draft)
    draft.rename(folder / KEPT)
    sync_folder(folder)


def _finish(folder: Path, disk: Disk) -> None:
    """The old state goes where the new one is sound; else it comes back."""
    found, before = state.format_of(folder), state.format_of(folder / KEPT)
    forget(folder / INDEX)
    wrong = _wrong(folder, disk) if found == state.FORMAT else ""
    if found == before or wrong:
        _put_back(folder, disk)
    (folder / KEPT).rename(folder / GOING)
    sync_folder(folder)
    shutil.rmtree(folder / GOING, ignore_errors=True)
    if wrong:
        raise MigrationFailed(folder=folder, found=before, wanted=found, reason=wrong)


def _wrong(folder: Path, disk: Disk) -> str:
    """What is not sound in the new state; "" where all is."""
    damaged = [one for one in findings(Room(folder, disk.share)) if one.damage]
    return damaged[0].message.format_map(damaged[0].values) if damaged else ""


def _put_back(folder: Path, disk: Disk) -> None:
    kept = {path.relative_to(folder / KEPT): path for path in _files(folder / KEPT)}
    for path in [*_files(folder)]:
        if path.relative_to(folder) not in kept:
            remove(path)
    for place, path in kept.items():
        disk.write(folder / place, path.read_bytes())


def _files(folder: Path) -> list[Path]:
    found = []
    for name in CHANGEABLE:
        path = folder / name
        found += [one for one in (path.rglob("*") if path.is_dir() else [path]) if one.is_file()]
    return found
