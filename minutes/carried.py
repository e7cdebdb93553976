"""The record that our own exports carry: found again in a Word document or in Markdown, whole or not at all."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from archive.record import Meeting, Source, Span, from_json

if TYPE_CHECKING:
    import zipfile

NAMESPACE: Final = "urn:minutes-archive:record:1"
"""Of the custom XML part in a Word document."""

LABEL: Final = "minutes-record-1"
"""Of the link reference definition in Markdown; readers of Markdown show nothing of it."""

_LONGEST: Final = 64 * 1024 * 1024  # bytes of a part; far beyond any record
_LINE: Final = re.compile(rb"^\[" + LABEL.encode() + rb'\]: # "([A-Za-z0-9+/=]+)"\s*$', re.MULTILINE)


def record_in(data: bytes) -> Meeting | None:
    """The record in a file that `export` wrote; None where there is none, or where it does not fit its own text.

    The words of the document are not compared: somebody may have edited them since.
    """
    found = _in_word(data) if data.startswith(b"PK") else _in_markdown(data)
    try:
        meeting = from_json(found) if found else None
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None
    return meeting if meeting and _fits(meeting) else None


def as_imported(meeting: Meeting, source: Source) -> Meeting:
    """The carried record as one read from the file that `source` describes: what the report itself said stays."""
    own = msgspec.structs.replace(
        meeting.source,
        file=source.file,
        sha256=source.sha256,
        media_type=source.media_type,
        size=source.size,
        encoding=source.encoding,
        pictures=source.pictures,
    )
    return msgspec.structs.replace(meeting, id=None, revision=0, source=own)


def _in_markdown(data: bytes) -> bytes | None:
    import base64
    import binascii

    found = _LINE.search(data)
    try:
        return base64.b64decode(found[1], validate=True) if found else None
    except binascii.Error:
        return None


def _in_word(data: bytes) -> str | None:
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return next(_texts(package), None)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return None


def _texts(package: "zipfile.ZipFile") -> Iterator[str]:
    """The text of each custom part of our namespace: Word keeps the part, under a number of its own."""
    for entry in package.infolist():
        if re.fullmatch(r"customXml/item\d+\.xml", entry.filename) and entry.file_size <= _LONGEST:
            content = package.read(entry)
            if NAMESPACE.encode() in content[:500] and (words := _text(content)):
                yield words


def _text(content: bytes) -> str | None:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return None
    return root.text if root.tag == f"{{{NAMESPACE}}}record" else None


def _fits(meeting: Meeting) -> bool:
    """Whether every span lies in the record's own text: a record made by hand might not."""
    return all(
        0 <= span.block < len(meeting.body)
        and 0 <= span.start <= span.end <= len(meeting.body[span.block].text)
        for span in _spans(meeting)
    )


def _spans(meeting: Meeting) -> Iterator[Span]:
    for speaker in meeting.speakers:
        yield from _own(speaker.statements)
    yield from _own((*meeting.action_points, *meeting.decisions, *meeting.agenda, *meeting.notes))
    for found in meeting.evidence.values():
        yield from _own(found)


def _own(parts: Iterable[object]) -> Iterator[Span]:
    for part in parts:
        if span := getattr(part, "span", None):
            yield span
        yield from getattr(part, "spans", ())
