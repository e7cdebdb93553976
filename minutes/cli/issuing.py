"""Final minutes are issued once: the same export gives the same bytes ever after."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from archive.errors import ArchiveError
from minutes.cli import reply
from minutes.messages import say

if TYPE_CHECKING:
    from archive.record import Meeting
    from archive.store import Archive


def issued(
    archive: "Archive", who: str, meeting: "Meeting", asked: str, suffix: str, make: Callable[[], bytes]
) -> bytes:
    """For a final record: what `make` gave the first time, kept in the archive.

    Where the archive cannot be written just now, the bytes are given all the same, with a line on stderr.
    """
    found = archive.issued(meeting, asked)
    if found is not None:
        return found
    data = make()
    try:
        archive.keep_issued(meeting, asked, data, suffix, who=who)
    except (ArchiveError, OSError) as error:
        from minutes.cli.failures import sentence_of
        from minutes.cli.reasons import of_system

        reason = sentence_of(error) if isinstance(error, ArchiveError) else of_system(error)
        reply.tell(
            say("What was issued of record {id} could not be kept: {reason}", id=meeting.id, reason=reason)
        )
    return data
