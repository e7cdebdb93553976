"""What every command finds on its desk: the archive, the settings, who is working."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from minutes.settings import Settings, data_folder, load

if TYPE_CHECKING:
    import typer

    from archive.lending import Lending
    from archive.store import Archive


class Desk:
    """The choices made before the command: `minutes --archive DIR --lang zh COMMAND`."""

    def __init__(self, chosen: Path | None = None, language: str | None = None) -> None:
        self.chosen = chosen  # --archive
        self.language = language  # --lang
        self.opened: list[Archive | Lending] = []  # their remarks are told at the end

    @cached_property
    def settings(self) -> Settings:
        """The configuration file's values; raises a SettingsError where it is wrong."""
        return load()

    @cached_property
    def folder(self) -> Path:
        """The archive's folder: --archive, MINUTES_ARCHIVE, the configuration file, one fixed per-user folder."""
        named = self.chosen or os.environ.get("MINUTES_ARCHIVE") or self.settings.archive
        return Path(named).expanduser() if named else data_folder() / "archive"

    @property
    def lexicon(self) -> Path | None:
        """The folder of the office's own words, None where it has none."""
        return Path(self.settings.lexicon).expanduser() if self.settings.lexicon else None

    @cached_property
    def who(self) -> str:
        """The name that history keeps for what is done now."""
        if self.settings.name:
            return self.settings.name
        import getpass

        try:
            return getpass.getuser()
        except (OSError, KeyError):  # a user id without a name, as in containers
            return "unknown"

    @property
    def has_archive(self) -> bool:
        """Whether an archive is there to be opened."""
        return (self.folder / "archive.json").exists()

    def open(self, *, create: bool = False) -> "Archive":
        """The archive; with `create` a new one where there is none."""
        from archive.store import Archive

        archive = Archive.open(
            self.folder,
            create=create,
            share="group" if self.settings.share == "group" else "private",
            terms=dict(self.settings.terms),
        )
        self.opened.append(archive)
        return archive

    def lend(self) -> "Archive | Lending":
        """The archive for commands that name records by their numbers."""
        from archive.lending import Lending

        lending = Lending(self.folder)
        self.opened.append(lending)
        return lending


def desk_of(context: "typer.Context") -> Desk:
    """The desk of the command that runs in `context`."""
    desk = context.find_object(Desk)
    assert desk is not None
    return desk


def tell_remarks(desk: Desk | None) -> None:
    """Tells on stderr what the archives had to say on the way."""
    if desk and any(archive.remarks for archive in desk.opened):
        from minutes.cli.failures import remarks

        remarks(desk.opened)
