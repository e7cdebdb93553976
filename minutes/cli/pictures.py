"""The pictures of a report for its export: out of the archive, and told of where they cannot be shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from archive.errors import ArchiveError
from minutes.cli import reply
from minutes.messages import say

if TYPE_CHECKING:
    from archive.lending import Lending
    from archive.store import Archive
    from minutes.writers.pictures import Pictures


@contextmanager
def pictures_of(archive: "Archive | Lending") -> Iterator["Pictures"]:
    """Pictures by SHA-256 for one document; afterwards those left out are counted on stderr."""
    from minutes.writers.pictures import Pictures

    def fetch(sha256: str) -> bytes | None:
        try:
            return archive.original(sha256).read_bytes()
        except (ArchiveError, OSError):
            return None

    pictures = Pictures(fetch)
    yield pictures
    if pictures.left:
        said = say(
            "Pictures left out, because they are missing, too large or in no format of Word's: {count}.",
            count=len(pictures.left),
        )
        reply.tell(said)
