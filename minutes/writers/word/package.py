"""The .docx itself: our parts, their types and relations, in one zip (ECMA-376 part 2).

python-docx can put documents together too, but loading it takes a third of the whole export, and it holds the text three times
over: a volume of a thousand meetings took 533 MB. It opens all that we write (tests).
"""

from collections.abc import Iterator
from typing import Final

import msgspec

from minutes.carried import NAMESPACE
from minutes.writers.paper import Paper
from minutes.writers.word.body import Body
from minutes.writers.word.core import core
from minutes.writers.word.edges import footer, header
from minutes.writers.word.fonts import font_table
from minutes.writers.word.numbering import numbering
from minutes.writers.word.relations import CORE, relations, root, types
from minutes.writers.word.settings import settings
from minutes.writers.word.shape import Look
from minutes.writers.word.styles import styles
from minutes.writers.xml import HEAD, escaped, tag
from minutes.writers.zipped import zipped

_LARGE: Final = 8_000_000  # bytes of XML: some hundreds of meetings
_STORE: Final = "{6D696E75-7465-4000-8000-000000000001}"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


class Part(msgspec.Struct, frozen=True):
    """A part that the text refers to."""

    number: str  # of the relationship
    relation: str  # the last word of its type
    name: str  # in the package
    content: bytes
    kind: str | None = None  # media type, where the ending does not tell it


def package(body: Body, look: Look, paper: Paper, record: bytes | None) -> bytes:
    """The .docx: same content, same bytes, on every machine."""
    parts = [*_fixed(body, look), *_edges(look, paper.draft), *_media(body)]
    parts += [_carried(record)] if record is not None else []
    rest = {"docProps/core.xml": core(paper.properties).encode(), "docProps/app.xml": _app()}
    rest |= _custom() if record is not None else {}
    files = {
        "[Content_Types].xml": _types(parts, body),
        "_rels/.rels": root(),
        "word/document.xml": body.xml,
        "word/_rels/document.xml.rels": relations(
            (part.number, part.relation, _seen_from_word(part.name)) for part in parts
        ),
        **{part.name: part.content for part in parts},
        **rest,
    }
    return zipped(files, deflate=len(body.xml) > _LARGE)


def _seen_from_word(name: str) -> str:
    return name.removeprefix("word/") if name.startswith("word/") else f"../{name}"


def _fixed(body: Body, look: Look) -> Iterator[Part]:
    yield _part("styles", "styles", styles(look))
    yield _part("numbering", "numbering", numbering(look, body.lists))
    yield _part("settings", "settings", settings(look))
    yield _part("fontTable", "fontTable", font_table())


def _edges(look: Look, draft: str | None) -> Iterator[Part]:
    """Page numbers below, the draft mark above, on even pages too where they differ; the section names them so."""
    sides = ("default", "even") if look.page.dashes else ("default",)
    for side in sides:
        yield _part(f"footer-{side}", "footer", footer(look.page, odd=side == "default"))
        if draft:
            yield _part(f"header-{side}", "header", header(look, draft))


def _part(number: str, kind: str, xml: str) -> Part:
    return Part(number, kind, f"word/{number}.xml", xml.encode(), f"{_OFFICE}wordprocessingml.{kind}+xml")


def _media(body: Body) -> Iterator[Part]:
    for number, image in body.images.values():
        yield Part(number, "image", f"word/media/{number}.{image.suffix}", image.data)


def _carried(record: bytes) -> Part:
    """The record in a custom XML part of its own, so that an import finds it again."""
    # XML has no such characters
    words = record.decode().replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    xml = HEAD + tag("record", escaped(words), xmlns=NAMESPACE)
    return Part("record", "customXml", "customXml/item1.xml", xml.encode())


def _custom() -> dict[str, bytes]:
    """What the custom part is: Word keeps one that has a store and a schema."""
    schema = tag("ds:schemaRefs", tag("ds:schemaRef", ds_uri=NAMESPACE))
    store = HEAD + tag("ds:datastoreItem", schema, ds_itemID=_STORE, xmlns_ds=_CUSTOM)
    related = relations([("properties", "customXmlProps", "itemProps1.xml")])
    return {"customXml/_rels/item1.xml.rels": related, "customXml/itemProps1.xml": store.encode()}


def _types(parts: list[Part], body: Body) -> bytes:
    named = {
        "word/document.xml": f"{_OFFICE}wordprocessingml.document.main+xml",
        **{part.name: part.kind for part in parts if part.kind},
        "docProps/core.xml": CORE,
        "docProps/app.xml": f"{_OFFICE}extended-properties+xml",
    }
    if any(part.relation == "customXml" for part in parts):
        named["customXml/itemProps1.xml"] = f"{_OFFICE}customXmlProperties+xml"
    return types({image.suffix: f"image/{image.suffix}" for _, image in body.images.values()}, named)


def _app() -> bytes:
    return (HEAD + tag("Properties", tag("Application", "minutes"), xmlns=_PROPERTIES)).encode()
