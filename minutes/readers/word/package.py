"""The zip container of a Word file (ISO/IEC 29500-2): parts inflated when asked for, within limits, nothing on disk.

python-docx parses the parts and knows their names; but it inflates every part, whatever its size, follows relationships
by recursion and stops at a dangling one (python-docx#797, #1351), so which parts it gets to see is decided here.
"""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final
from urllib.parse import unquote

from docx.opc.constants import RELATIONSHIP_TARGET_MODE
from docx.opc.oxml import CT_Relationship, CT_Types, parse_xml, qn
from docx.opc.packuri import PackURI
from lxml import etree

from minutes.messages import say
from minutes.readers import errors
from minutes.readers.limits import MB, Limits
from minutes.readers.word.xml import is_strict, tree_of

_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_ENTRY: Final = b"PK\x01\x02"
_ENTRY_COMMENT: Final = 65_535  # longest comment of an archive
_LOCAL: Final = struct.Struct("<4s22xHH")  # signature, lengths of name and extra field (APPNOTE 4.3.7)
_ENCRYPTED: Final = 1
_WORD: Final = ("wordprocessingml.", "ms-word.")
_OTHERS: Final = (
    ("spreadsheetml.", errors.Spreadsheet),
    ("ms-excel.", errors.Spreadsheet),
    ("presentationml.", errors.Presentation),
    ("ms-powerpoint.", errors.Presentation),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part."""

    id: str
    kind: str  # the last word of its type: image, numbering, hyperlink ...
    target: str  # the name of a part, or an address where it is external
    external: bool


@dataclass(slots=True)
class Package:
    """The parts of a Word file by name; names are compared without regard to case (ISO/IEC 29500-2, 6.2.2.3)."""

    data: bytes
    file: str
    limits: Limits
    members: dict[str, zipfile.ZipInfo] = field(default_factory=dict)
    outside: int = 0  # members whose names lead out of the container
    inflated: int = 0  # bytes so far
    strict: bool = False  # whether a part read so far is of the strict form
    kind: str = ""  # the content type of the document's own part, once that has been found

    def __post_init__(self) -> None:
        """Finds the members by name."""
        for member in _members(self.data, self.file, self.limits):
            name = member.filename.replace("\\", "/")
            self.outside += name.startswith("/") or ":" in name or ".." in name.split("/")
            self.members[name.lower()] = member

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.lower() in self.members

    def bytes_of(self, name: str, limit: int | None = None) -> bytes:
        """The part, inflated; raises `PartTooLarge`, `Damaged`, `Encrypted` and, where there is none, `KeyError`."""
        member = self.members[name.lower()]
        limit = min(limit or self.limits.part_size, self.limits.inflated_size - self.inflated)
        if member.flag_bits & _ENCRYPTED:
            raise errors.Encrypted(file=self.file)
        if member.file_size > limit:
            raise self._too_large(name, str(-(-member.file_size // MB)))
        data = self._inflated(member, name)
        self.inflated += len(data)
        return data

    def tree(self, name: str, trim: Callable[[bytes], bytes] = bytes) -> etree._Element | None:
        """The root of a part after `trim`, None where there is no such part."""
        if not self.has(name):
            return None
        data = trim(self.bytes_of(name))
        self.strict = self.strict or is_strict(data)
        return tree_of(data, name, self.file, self.limits)

    def relations(self, name: str) -> dict[str, Relation]:
        """The relationships of a part ("" for the container itself), by id."""
        folder, base = posixpath.split(name)
        root = self._listing(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = [] if root is None else root.iterchildren(qn("pr:Relationship"))
        return {one.id: one for one in (_relation(element, folder) for element in found)}

    def main(self) -> str:
        """The name of the document's own part; raises what the container is instead of a Word file."""
        if not self.has("[Content_Types].xml"):
            raise errors.NotWord(file=self.file, why=say("[Content_Types].xml is missing"))
        starts = [one for one in self.relations("").values() if one.kind == "officeDocument"]
        name = starts[0].target if starts else "word/document.xml"
        self._refuse_others(name)
        if not self.has(name):
            raise errors.NotWord(file=self.file, why=say("{part} is missing", part=name))
        return name

    def content_type(self, name: str) -> str:
        """The type the container gives for a part."""
        types = self._listing("[Content_Types].xml")
        if not isinstance(types, CT_Types):
            return ""
        own = [one for one in types.overrides if (one.partname or "").lstrip("/").lower() == name.lower()]
        ending = name.rpartition(".")[2].lower()
        usual = [one for one in types.defaults if (one.extension or "").lower() == ending]
        return next((one.content_type or "" for one in (*own, *usual)), "")

    def _listing(self, name: str) -> Any:
        """A relationships or content types part, its elements with python-docx's accessors."""
        return (
            tree_of(self.bytes_of(name), name, self.file, self.limits, parse_xml) if self.has(name) else None
        )

    def _refuse_others(self, main: str) -> None:
        self.kind = kind = self.content_type(main)
        for word, error in _OTHERS:
            if word in kind:
                raise error(file=self.file)
        if kind and not any(word in kind for word in _WORD) and not kind.endswith("/xml"):
            raise errors.NotWord(file=self.file, why=say("its main part is {kind}", kind=kind))

    def _inflated(self, member: zipfile.ZipInfo, name: str) -> bytes:
        """The member's bytes, checked by length and CRC. The header is not trusted: one byte more than it declares
        ends the matter.
        """
        raw = self._raw(member, name)
        if member.compress_type == zipfile.ZIP_STORED:
            data = bytes(raw)
        elif member.compress_type == zipfile.ZIP_DEFLATED:
            data = self._deflated(raw, member.file_size + 1, name)
        else:
            raise self._damaged(say("{part} is packed in a way Word does not use", part=name))
        if len(data) > member.file_size:
            raise self._damaged(say("{part} is larger than its header declares", part=name))
        if len(data) < member.file_size or zlib.crc32(data) != member.CRC:
            raise self._damaged(say("{part} is incomplete or altered (checksum)", part=name))
        return data

    def _raw(self, member: zipfile.ZipInfo, name: str) -> memoryview:
        try:
            mark, name_size, extra_size = _LOCAL.unpack_from(self.data, member.header_offset)
        except struct.error as error:
            raise self._damaged(say("{part} is missing", part=name)) from error
        if mark != b"PK\x03\x04":
            raise self._damaged(say("{part} is missing", part=name))
        start = member.header_offset + _LOCAL.size + name_size + extra_size
        return memoryview(self.data)[start : start + member.compress_size]

    def _deflated(self, raw: memoryview, bound: int, name: str) -> bytes:
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(raw, bound)
        except zlib.error as error:
            raise self._damaged(say("{part} is incomplete or altered (checksum)", part=name)) from error

    def _damaged(self, why: str) -> errors.Damaged:
        return errors.Damaged(file=self.file, why=why)

    def _too_large(self, name: str, size: str) -> errors.PartTooLarge:
        return errors.PartTooLarge(part=name, file=self.file, size=size, limit=self.limits.part_size // MB)


def _members(data: bytes, file: str, limits: Limits) -> Iterator[zipfile.ZipInfo]:
    """The entries of the container's directory, counted before they are read."""
    end = data.rfind(_END, max(0, len(data) - _END_SIZE - _ENTRY_COMMENT))
    if end < 0:
        raise errors.Damaged(file=file, why=say("its end is missing, as after a broken download"))
    count = data.count(_ENTRY, max(0, end - int.from_bytes(data[end + 12 : end + 16], "little")), end)
    if count > limits.zip_members:
        raise errors.TooManyParts(file=file, count=count, limit=limits.zip_members)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield from archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error) as error:
        raise errors.Damaged(file=file, why=say("the list of its parts is broken")) from error


def _relation(element: CT_Relationship, folder: str) -> Relation:
    external = element.target_mode == RELATIONSHIP_TARGET_MODE.EXTERNAL
    target = (element.target_ref or "").replace("\\", "/")
    if not external:
        target = PackURI.from_rel_ref(f"/{folder}", unquote(target)).lstrip("/")
    return Relation(element.rId or "", (element.reltype or "").rpartition("/")[2], target, external)
