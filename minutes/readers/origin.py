"""The file a report comes from, and the report made of it."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from archive.record import Block, Source
from minutes.readers.common import LOST
from minutes.readers.limits import Limits
from minutes.readers.notes import Notebook, language_of
from minutes.readers.pictures import Album
from minutes.readers.publish import Facts
from minutes.report import Report


@dataclass(slots=True)
class Origin:
    """Everything about the file that is not its text."""

    name: str
    data: bytes
    media_type: str
    limits: Limits
    notebook: Notebook
    folder: Path | None = None
    encoding: str | None = None
    facts: Facts = field(default_factory=Facts)

    def source(self, album: Album) -> Source:
        """The source as records keep it."""
        return Source(
            file=self.name,
            sha256=hashlib.sha256(self.data).hexdigest(),
            media_type=self.media_type,
            size=len(self.data),
            encoding=self.encoding,
            publisher=self.facts.publisher,
            author=self.facts.author,
            published=self.facts.published,
            address=self.facts.address,
            pictures=tuple(album.kept),
        )

    def _note_lost(self, blocks: list[Block]) -> None:
        """Notes replacement characters that the page itself wrote; those of decoding are noted already."""
        lost = sum(block.text.count(LOST) for block in blocks)
        if lost and not any(kind in {"bytes-lost", "mixed-encoding"} for kind, _ in self.notebook.entries):
            self.notebook.add("characters-lost", count=lost)

    def report(
        self,
        blocks: list[Block],
        album: Album,
        *,
        heading: str | None = None,
        furniture: list[str] | None = None,
        links: tuple[str, ...] = (),
    ) -> Report:
        """The report of `blocks`, its notes worded in the language of its text."""
        pictures = album.finish()
        self._note_lost(blocks)
        language = language_of(" ".join(block.text for block in blocks[:50]))
        return Report(
            blocks=tuple(blocks),
            source=self.source(album),
            heading=heading,
            furniture=tuple(furniture or ()),
            picture_names=tuple(album.names),
            pictures=pictures,
            links=links,
            notes=self.notebook.notes(language),
        )
