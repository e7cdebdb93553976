"""The document put together with python-docx, from an empty one of ours (blank.docx) whose parts our XML fills.

Its own template carries a hundred styles that nobody asked for and costs 20 ms more.
"""

import datetime as dt
import io
from importlib.resources import files
from typing import Any, Final

from minutes import border
from minutes.carried import NAMESPACE
from minutes.writers.opc import repacked
from minutes.writers.paper import Paper, Properties
from minutes.writers.word.body import Body
from minutes.writers.word.edges import footer, header
from minutes.writers.word.numbering import numbering
from minutes.writers.word.shape import Look
from minutes.writers.word.styles import styles
from minutes.writers.xml import HEAD, NAMES, escaped, tag

_LARGE: Final = 8_000_000  # characters of XML: some hundreds of meetings
_LONGEST: Final = 255  # characters of a property, as python-docx allows
_STORE: Final = "{6D696E75-7465-4000-8000-000000000001}"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def package(body: Body, look: Look, paper: Paper, record: bytes | None) -> bytes:
    """The .docx: same content, same bytes, on every machine."""
    import docx

    made = docx.Document(io.BytesIO(_laid_out(body, look)))
    made.settings.odd_and_even_pages_header_footer = look.page.dashes
    _edges(made.sections[0], look, paper.draft)
    _describe(made.core_properties, paper.properties)
    if record is not None:
        _carry(made.part, record)
    saved = io.BytesIO()
    made.save(saved)
    return repacked(saved.getvalue(), deflate=len(body.xml) > _LARGE)


def _laid_out(body: Body, look: Look) -> bytes:
    """The empty document with our parts in the place of its own.

    Moving parsed elements into an opened document is quadratic: 26 s for 200 meetings, against 1 s this way.
    """
    blank = files("minutes.writers.word").joinpath("blank.docx").read_bytes()
    parts = {
        "document": body.xml,
        "styles": styles(look),
        "numbering": numbering(look, body.lists),
        "settings": _settings(look),
    }
    return repacked(blank, instead={f"word/{name}.xml": xml.encode() for name, xml in parts.items()})


def _fill(element: Any, xml: str) -> None:
    """Gives the root element of a small part the children that `xml` has."""
    from docx.oxml import parse_xml

    element[:] = list(parse_xml(xml.encode()))


def _edges(section: Any, look: Look, draft: str | None) -> None:
    """Page numbers below, the draft mark above, on even pages too where they differ."""
    sides = [(section.header, header(look, draft))] if draft else []
    if draft and look.page.dashes:
        sides.append((section.even_page_header, header(look, draft)))
    sides.append((section.footer, footer(look.page, odd=True)))
    if look.page.dashes:
        sides.append((section.even_page_footer, footer(look.page, odd=False)))
    for side, xml in sides:
        side.is_linked_to_previous = False
        _fill(side.part.element, xml)


def _settings(look: Look) -> str:
    """settings.xml, in the order of the schema (CT_Settings)."""
    layout = ("spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace")
    word = "http://schemas.microsoft.com/office/word"
    mode = tag("w:compatSetting", w_name="compatibilityMode", w_uri=word, w_val=15)
    return HEAD + tag(
        "w:settings",
        tag("w:zoom", w_percent=100),
        tag("w:defaultTabStop", w_val=420),
        tag("w:characterSpacingControl", w_val="doNotCompress"),
        tag("w:compat", *(tag(f"w:{name}") for name in layout if look.chinese), tag("w:useFELayout"), mode),
        tag("w:themeFontLang", w_val=look.language, w_eastAsia="zh-CN"),
        **NAMES,
    )


def _describe(core: Any, about: Properties) -> None:
    """Dublin Core, for every library's catalogue; the dates are the record's, never the clock's."""
    values = {
        "title": about.title,
        "subject": about.subject,
        "author": about.creator,
        "keywords": ", ".join(about.keywords),
        "comments": about.description,
        "category": about.category,
        "identifier": about.identifier,
        "language": about.language,
        "version": about.version,
        "content_status": about.status,
    }
    for name, value in values.items():
        if value:
            setattr(core, name, border.one_line(value)[:_LONGEST])
    if moment := _moment(about.date):
        core.created = core.modified = moment


def _moment(written: str | None) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(written or "")
    except ValueError:
        return None
    return moment.astimezone(dt.UTC) if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _carry(document: Any, record: bytes) -> None:
    """The record in a custom XML part of its own, so that an import finds it again."""
    # XML has no such characters
    words = record.decode().replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    schema = tag("ds:schemaRefs", tag("ds:schemaRef", ds_uri=NAMESPACE))
    store = tag("ds:datastoreItem", schema, ds_itemID=_STORE, xmlns_ds=_CUSTOM)
    item = _part(
        "/customXml/item1.xml", "application/xml", tag("record", escaped(words), xmlns=NAMESPACE), document
    )
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    document.relate_to(item, f"{relations}/customXml")
    item.relate_to(_part("/customXml/itemProps1.xml", kind, store, document), f"{relations}/customXmlProps")


def _part(name: str, kind: str, xml: str, document: Any) -> Any:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(name), kind, (HEAD + xml).encode(), document.package)
