"""What the archive refuses, and why: each error owns its sentence, next step and exit code."""

from typing import ClassVar

from archive.errors import ArchiveError


class NoArchive(ArchiveError):
    """No archive in the folder."""

    message = "There is no archive in {folder}."
    advice = "Import a report to begin one: minutes import FILE."


class NotAnArchive(ArchiveError):
    """The folder holds other things."""

    message = "The folder {folder} has other files in it and is no archive."
    advice = "Name an empty folder, or one that does not exist yet."
    exit_code: ClassVar[int] = 2


class NewerFormat(ArchiveError):
    """Written by a later version."""

    message = "The archive {folder} has format {found}; this version reads up to {known}."
    advice = "Install a newer version of minutes; nothing was changed."
    exit_code: ClassVar[int] = 4


class OlderFormat(ArchiveError):
    """Written by an earlier version, and not brought forward yet."""

    message = "The archive {folder} has format {found} and must be brought to format {known}, but cannot be written."
    advice = "Run minutes list once as somebody who may write there; the old state is kept until the new one is verified."
    exit_code: ClassVar[int] = 5


class MigrationFailed(ArchiveError):
    """The new state was not sound."""

    message = "The archive {folder} could not be brought from format {found} to {wanted}: {reason}"
    advice = "It is as it was; keep using the older version of minutes, and report this."
    exit_code: ClassVar[int] = 4


class ArchiveDamaged(ArchiveError):
    """archive.json cannot be read."""

    message = "The archive is damaged: {file} cannot be read ({reason})."
    advice = "Bring the file back from a backup; nothing was changed."
    exit_code: ClassVar[int] = 4


class RecordDamaged(ArchiveError):
    """A record's file is not a record."""

    message = "The record {id} is damaged ({reason})."
    advice = "Bring its file {file} back from a backup; where there is none, erase it: minutes delete {id} --purge --force."
    exit_code: ClassVar[int] = 4


class NoSuchRecord(ArchiveError):
    """No record of that id."""

    message = "There is no meeting {id}."
    advice = "Find ids with: minutes list."


class InTrash(NoSuchRecord):
    """It was deleted."""

    message = "The meeting {id} is in the trash."
    advice = "Bring it back with: minutes undelete {id}."


class NotInTrash(ArchiveError):
    """Nothing to bring back."""

    message = "The meeting {id} is not in the trash."


class NoSuchOriginal(ArchiveError):
    """The imported bytes are gone."""

    message = "The original {sha256} is missing from the archive."
    advice = "Run: minutes check."
    exit_code: ClassVar[int] = 4


class Locked(ArchiveError):
    """Somebody else writes."""

    message = "The archive is in use by {command} (process {pid} on {host}, since {since})."
    advice = "Wait until it has finished, then run the command again."
    exit_code: ClassVar[int] = 5


class LockedByUnknown(ArchiveError):
    """Somebody else writes who did not say who they are."""

    message = "The archive {folder} is in use by another program."
    advice = "Wait until it has finished, then run the command again."
    exit_code: ClassVar[int] = 5


class StaleEdit(ArchiveError):
    """The record was changed by somebody else meanwhile."""

    message = "The meeting {id} has changed since revision {revision}: {difference}."
    advice = "Look at it again and repeat your change."


class RecordIsFinal(ArchiveError):
    """Final records do not change."""

    message = "The minutes of meeting {id} are final and were not changed."
    advice = "Open them again with: minutes final {id} --undo."


class SignedStays(RecordIsFinal):
    """Final minutes are not taken away."""

    message = "The minutes of meeting {id} are final; nothing was taken away."
    advice = "To take them away all the same, add --force; to open them again: minutes final {id} --undo."


class NothingToUndo(ArchiveError):
    """History has no change left to take back."""

    message = "There is nothing to undo."
    advice = "An undo is taken back by its number in minutes history: minutes undo NUMBER."


class NoSuchBatch(ArchiveError):
    """No change of that number."""

    message = "History has no change number {batch}."
    advice = "Find it with: minutes history."


class AlreadyUndone(ArchiveError):
    """Nothing of it stands any more."""

    message = "The change {batch} is undone already."
    advice = "minutes history shows what was done."


class CannotUndo(ArchiveError):
    """It cannot be taken back."""

    message = 'The change {batch} ("{what}") cannot be undone.'


class UndoConflict(ArchiveError):
    """Something was changed again since."""

    message = "The change {batch} cannot be undone: {path} of meeting {id} was changed again since."
    advice = "Undo the later change first: minutes history {id}."


class ChangedSince(UndoConflict):
    """The record that came was worked on since."""

    message = "The change {batch} cannot be undone: meeting {id} was changed since."
    advice = "Undo the later change first (minutes undo {later}), or move the record to the trash: minutes delete {id}."


class NoSuchPerson(ArchiveError):
    """Nobody of that name."""

    message = "Nobody in the archive is called {name}."
    advice = "List names with: minutes people."
