"""Pictures of a Word file: their names, and their bytes within limits."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from minutes.readers.errors import ReadError
from minutes.readers.pictures import Album, is_stamped
from minutes.readers.pieces import Piece
from minutes.readers.word.names import q
from minutes.readers.word.package import Package, Relation

_DATED: Final = re.compile(r"\d{6}")
_REFERENCES: Final = (q("r:embed"), q("r:id"), q("r:link"))


@dataclass(slots=True)
class Drawing:
    """The names given to the drawing that is being read."""

    relations: dict[str, Relation]
    _names: tuple[str, ...] = ()
    _inside: str = ""

    def named(self, element: etree._Element) -> None:
        """Takes the names of a drawing (wp:docPr)."""
        self._names = tuple(element.get(name) or "" for name in ("name", "title", "descr"))
        self._inside = ""

    def named_inside(self, element: etree._Element) -> None:
        """Takes the name of the picture in it (pic:cNvPr), often that of the file it was made from."""
        self._inside = element.get("name") or ""

    def picture(self, element: etree._Element) -> Piece | None:
        """The picture an a:blip or v:imagedata refers to; None where it refers to none."""
        relation = next((found for name in _REFERENCES if (found := self._relation(element.get(name)))), None)
        if relation is None:
            return None
        files = [
            name for name in (self._inside, *self._names, element.get(q("o:title")) or "") if is_stamped(name)
        ]
        files.sort(
            key=lambda name: not _DATED.search(name)
        )  # image.png says less than IMG_20240222_083512.jpg
        file = files[0] if files else relation.target.rpartition("/")[2]
        alt = self._names[-1] if self._names else ""
        # The album takes a name from the last part of an address.
        return Piece("picture", picture={"src": f"{relation.id}/{file.replace('/', '_')}", "alt": alt})

    def _relation(self, name: str | None) -> Relation | None:
        return self.relations.get(name) if name else None


@dataclass(slots=True)
class Media(Mapping[str, bytes]):
    """The bytes of pictures by address, inflated when asked for; empty where they are missing, damaged or too large."""

    package: Package
    relations: dict[str, Relation]
    missing: int = 0
    _known: dict[str, bytes] = field(default_factory=dict)

    def __contains__(self, address: object) -> bool:
        """Whether a picture of that address lies in the package."""
        return self.relation(str(address)) is not None

    def __getitem__(self, address: str) -> bytes:
        """The picture's bytes."""
        relation = self.relation(address)
        if relation is None:
            return b""
        if relation.target not in self._known:
            self._known[relation.target] = self._read(relation.target)
        return self._known[relation.target]

    def __iter__(self) -> Iterator[str]:
        """The addresses."""
        return iter(self.relations)

    def __len__(self) -> int:
        """How many relations there are."""
        return len(self.relations)

    def relation(self, address: str) -> Relation | None:
        """The relation behind an address, where it leads to a part."""
        found = self.relations.get(address.partition("/")[0])
        return found if found and not found.external and self.package.has(found.target) else None

    def _read(self, target: str) -> bytes:
        try:
            return self.package.bytes_of(target, self.package.limits.picture_size)
        except ReadError:
            self.missing += 1
            return b""


@dataclass(slots=True)
class Keeper:
    """Gives the album each picture once, however often the document shows it."""

    album: Album
    media: Media
    _known: dict[str, str | None] = field(default_factory=dict)  # SHA-256 by part

    def keep(self, attributes: Mapping[str, str]) -> str | None:
        """The SHA-256 of a picture, None where it is not kept."""
        address = attributes.get("src", "")
        relation = self.media.relation(address)
        part = relation.target if relation else address
        if part in self._known:
            self.album.names.setdefault(address.rpartition("/")[2])
        else:
            self._known[part] = self.album.keep(attributes)
        return self._known[part]
