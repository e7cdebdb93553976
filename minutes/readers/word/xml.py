"""A part of a Word file as a tree, or one sentence why not."""

import re
from collections.abc import Callable
from typing import Any, Final

from docx.oxml.parser import parse_xml
from lxml import etree

from minutes.messages import say
from minutes.readers import errors
from minutes.readers.limits import Limits

_DECLARATION: Final = re.compile(rb"\A(?:\xef\xbb\xbf)?\s{0,99}<\?xml[^<>]{0,500}\?>")
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
# Strict documents (ISO/IEC 29500-1) differ from transitional ones, for us, in the namespaces' first half alone.
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


def is_strict(data: bytes) -> bool:
    """Whether a part says that it belongs to a strict document."""
    return b"http://purl.oclc.org/ooxml/" in data[:8192]


def tree_of(
    data: bytes, part: str, file: str, limits: Limits, parse: Callable[[Any], etree._Element] = parse_xml
) -> etree._Element:
    """The root of a part, by python-docx's parser; strict names are turned into transitional ones.

    Raises `ForbiddenXml`, `DamagedPart`, `TooDeep` and `TooMuchText`. A part is UTF-8 or UTF-16 (ISO/IEC 29500-2,
    8.2), so the declaration is not asked: in UTF-7 a DOCTYPE could hide.
    """
    data = _as_utf8(data, part, file)
    if b"<!DOCTYPE" in data:  # in running text it would be &lt;!DOCTYPE
        raise errors.ForbiddenXml(part=part, file=file)
    if data.count(b"<") + 2 * data.count(b"=") > limits.marks:
        raise errors.TooMuchText(file=file, what=say("XML elements and attributes"), limit=limits.marks)
    if is_strict(data):
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    try:
        return parse(_DECLARATION.sub(b"", data, count=1))
    except etree.XMLSyntaxError as error:
        raise _explained(error, part, file, limits) from error


def _as_utf8(data: bytes, part: str, file: str) -> bytes:
    if not data.startswith(_WIDE):
        return data
    codec = "utf-16-be" if data.startswith((b"\xfe\xff", b"\0<")) else "utf-16-le"
    try:
        return data.decode(codec).removeprefix("\ufeff").encode()
    except UnicodeError as error:
        raise errors.DamagedPart(part=part, line=1, why=str(error), file=file) from error


def _explained(error: etree.XMLSyntaxError, part: str, file: str, limits: Limits) -> errors.ReadError:
    message = str(error.msg)
    if "depth" in message:
        return errors.TooDeep(file=file, limit=limits.depth)
    if "huge text" in message.lower():  # libxml2's own bound: 10 MB in one text
        return errors.TooMuchText(file=file, what=say("characters"), limit=limits.text)
    line = error.lineno or 1
    return errors.DamagedPart(part=part, line=line, why=message.partition(", line ")[0], file=file)
