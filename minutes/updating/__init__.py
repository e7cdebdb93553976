"""An exported document that somebody edited: what the edits mean for the record it carries, field by field.

The record within the document says what it was written from. It is written again in the same profile, both documents are
read by the reader of their format and laid side by side; what differs is traced back to the fields whose words stand there.
What cannot be traced is told, never guessed.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from archive.errors import ArchiveError
from archive.record import Meeting
from minutes.border import shown_name
from minutes.updating.changes import Change, changes
from minutes.updating.units import Unit, alike, traced, units

__all__ = ["Change", "NoRecord", "edits"]


class NoRecord(ArchiveError):
    """The document is no export of ours, or was written without its record."""

    message = "{file} carries no record."
    advice = "Edits come back from documents that minutes export wrote without --no-record."
    exit_code = 3


def edits(file: Path) -> tuple[Meeting, list[Change]]:
    """The record that `file` was exported from, and what was edited since; raises NoRecord and what readers raise."""
    from minutes.carried import record_in
    from minutes.readers import read
    from minutes.readers.files import bytes_of
    from minutes.readers.limits import LIMITS

    data = bytes_of(file, LIMITS)
    before = record_in(data)
    if before is None:
        raise NoRecord(file=shown_name(file.name))
    after = units(read(file))
    return before, changes(
        before, _as_written(before, "docx" if data.startswith(b"PK") else "md", after), after
    )


def _as_written(meeting: Meeting, to: str, edited: list[Unit]) -> list[Unit]:
    """The document as it was before: written in the profile of which the edited one still has most."""
    from minutes.readers import read
    from minutes.writers import PROFILES, paper_of, write

    written: dict[str, list[Unit]] = {}
    with TemporaryDirectory(prefix="minutes-") as folder:
        for profile in PROFILES:
            file = Path(folder) / f"{profile}.{to}"
            file.write_bytes(write(meeting, to, profile=profile))
            written[profile] = units(read(file))
    profile = max(written, key=lambda one: alike(written[one], edited))
    return traced(written[profile], paper_of(meeting, profile))
