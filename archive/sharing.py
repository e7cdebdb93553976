"""Who may read and write an archive: its owner alone, or the group that its folder belongs to."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from archive.check import wrong_modes
from archive.room import Room

if TYPE_CHECKING:
    from pathlib import Path

    from archive.store import Archive


def share_as(archive: Archive, share: str, who: str) -> None:
    """Shares the archive otherwise ("private", "group") and sets the permissions of all that is there.

    Folders that colleagues made keep theirs: only who owns one may change them. Raises Locked, OSError.
    """
    if share != archive.room.state().share:
        with archive.batch("share", who) as batch:
            batch.share_as(share)
    archive.room = Room(archive.folder, share)
    set_modes(archive.room)


def set_modes(room: Room) -> None:
    """Gives every file and folder the permissions that the archive's sharing asks for, as far as one may."""
    for path in [*wrong_modes(room)]:
        with suppress(PermissionError):
            _set_mode(room, path)


def _set_mode(room: Room, path: Path) -> None:
    """Only who owns a file may say who reads it; a colleague's is replaced by a copy that is ours."""
    if path.is_dir():
        path.chmod(room.disk.modes.folder)
        return
    try:
        path.chmod(room.disk.modes.file)
    except PermissionError:
        room.disk.write(path, path.read_bytes())
