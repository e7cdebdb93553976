"""The package around the document (ECMA-376 part 2): the other parts, their types and relations, the zip."""

import io
import zipfile
from typing import Final

from minutes.writers.paper import Properties
from minutes.writers.word.body import Body
from minutes.writers.word.numbering import numbering
from minutes.writers.word.shape import Look, Page
from minutes.writers.word.styles import font_table, fonts, styles
from minutes.writers.word.xml import HEAD, NAMES, RELATIONS, escaped, tag, text

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # of the zip format; the clock never gets into the bytes
_UNIX: Final = 3  # named as the maker on every system, for equal bytes

RECORD: Final = "urn:minutes-archive:record:1"
"""Namespace of the part that carries the record."""


def package(body: Body, look: Look, about: Properties, record: bytes | None) -> bytes:
    """The .docx: same content, same bytes, on every machine."""
    parts = {
        "word/document.xml": body.xml,
        "word/styles.xml": styles(look),
        "word/numbering.xml": numbering(look, body.lists),
        "word/settings.xml": _settings(look),
        "word/fontTable.xml": font_table(look),
        **{f"word/footer-{kind}.xml": _footer(look.page, kind) for kind in _footer_kinds(look)},
        "docProps/core.xml": _core(about),
        "docProps/app.xml": _app(),
    }
    if record is not None:
        parts |= _record(record)
    return _zipped({"[Content_Types].xml": _types(parts), **_relations(parts), **parts})


def _zipped(parts: dict[str, str]) -> bytes:
    """Stored, not deflated: zlib and zlib-ng compress differently, and equal records must give equal bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = _UNIX
            archive.writestr(entry, content.encode())
    return made.getvalue()


def _footer_kinds(look: Look) -> tuple[str, ...]:
    return ("default", "even") if look.page.dashes else ("default",)


_TYPES: Final = {
    "word/document.xml": _TYPE + "document.main+xml",
    "word/styles.xml": _TYPE + "styles+xml",
    "word/numbering.xml": _TYPE + "numbering+xml",
    "word/settings.xml": _TYPE + "settings+xml",
    "word/fontTable.xml": _TYPE + "fontTable+xml",
    "word/footer-default.xml": _TYPE + "footer+xml",
    "word/footer-even.xml": _TYPE + "footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}


def _types(parts: dict[str, str]) -> str:
    defaults = [
        tag(
            "Default",
            Extension="rels",
            ContentType="application/vnd.openxmlformats-package.relationships+xml",
        ),
        tag("Default", Extension="xml", ContentType="application/xml"),
    ]
    named = [
        tag("Override", PartName=f"/{name}", ContentType=_TYPES[name]) for name in parts if name in _TYPES
    ]
    return HEAD + tag("Types", *defaults, *named, xmlns=f"{_PACKAGE}/content-types")


def _relations(parts: dict[str, str]) -> dict[str, str]:
    top = [
        _relation("document", f"{RELATIONS}/officeDocument", "word/document.xml"),
        _relation("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        _relation("app", f"{RELATIONS}/extended-properties", "docProps/app.xml"),
    ]
    near = [name.removeprefix("word/").removesuffix(".xml") for name in parts if name.startswith("word/")]
    below = [
        _relation(name, f"{RELATIONS}/{name.split('-')[0]}", f"{name}.xml")
        for name in near
        if name != "document"
    ]
    made = {"_rels/.rels": top, "word/_rels/document.xml.rels": below}
    if "customXml/item1.xml" in parts:
        below.append(_relation("record", f"{RELATIONS}/customXml", "../customXml/item1.xml"))
        made["customXml/_rels/item1.xml.rels"] = [
            _relation("properties", f"{RELATIONS}/customXmlProps", "itemProps1.xml")
        ]
    return {
        name: HEAD + tag("Relationships", *relations, xmlns=f"{_PACKAGE}/relationships")
        for name, relations in made.items()
    }


def _relation(name: str, kind: str, target: str) -> str:
    return tag("Relationship", Id=name, Type=kind, Target=target)


def _settings(look: Look) -> str:
    """settings.xml, in the order of the schema (CT_Settings)."""
    layout = ("spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace")
    mode = tag(
        "w:compatSetting",
        w_name="compatibilityMode",
        w_uri="http://schemas.microsoft.com/office/word",
        w_val=15,
    )
    return HEAD + tag(
        "w:settings",
        tag("w:zoom", w_percent=100),
        tag("w:defaultTabStop", w_val=420),
        tag("w:evenAndOddHeaders") if look.page.dashes else "",
        tag("w:characterSpacingControl", w_val="doNotCompress"),
        tag("w:compat", *(tag(f"w:{name}") for name in layout if look.chinese), tag("w:useFELayout"), mode),
        tag("w:themeFontLang", w_val=look.language, w_eastAsia="zh-CN"),
        **NAMES,
    )


def _footer(page: Page, kind: str) -> str:
    """The page number: -1- at the outer edge one character in (GB/T 9704-2012, 7.5), else in the middle."""
    place = "center" if not page.dashes else "right" if kind == "default" else "left"
    inset = {f"w_{place}Chars": 100, f"w_{place}": round(page.number_size * 20)} if page.dashes else {}
    size = round(page.number_size * 2)
    look = tag("w:rPr", fonts(page.number_font), tag("w:sz", w_val=size), tag("w:szCs", w_val=size))
    dash = tag("w:r", look, tag("w:t", "\u2014")) if page.dashes else ""
    number = tag("w:fldSimple", tag("w:r", look, tag("w:t", "1")), w_instr=" PAGE ")
    properties = tag("w:pPr", tag("w:snapToGrid", w_val=0), tag("w:ind", **inset), tag("w:jc", w_val=place))
    return HEAD + tag("w:ftr", tag("w:p", properties, dash, number, dash), **NAMES)


def _core(about: Properties) -> str:
    """Dublin Core, for every library's catalogue; the dates are the record's."""
    values = {
        "dc:title": about.title,
        "dc:subject": about.subject,
        "dc:creator": about.creator,
        "cp:keywords": ", ".join(about.keywords) or None,
        "dc:description": about.description,
        "cp:category": about.category,
        "dc:identifier": about.identifier,
        "dc:language": about.language,
        "cp:version": about.version,
    }
    plain = [tag(name, text(value)) for name, value in values.items() if value]
    dates = [
        tag(f"dcterms:{name}", about.date, xsi_type="dcterms:W3CDTF")
        for name in ("created", "modified")
        if about.date
    ]
    names = {
        "xmlns_cp": f"{_PACKAGE}/metadata/core-properties",
        "xmlns_dc": "http://purl.org/dc/elements/1.1/",
        "xmlns_dcterms": "http://purl.org/dc/terms/",
        "xmlns_xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    return HEAD + tag("cp:coreProperties", *plain, *dates, **names)


def _app() -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return HEAD + tag("Properties", tag("Application", "minutes"), xmlns=kind)


def _record(record: bytes) -> dict[str, str]:
    """The record in a part of its own, so that an import finds it again."""
    written = escaped(
        record.decode().replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    )  # XML has no such characters
    store = "{6D696E75-7465-4000-8000-000000000001}"
    names = {"xmlns_ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml"}
    schema = tag("ds:schemaRefs", tag("ds:schemaRef", ds_uri=RECORD))
    return {
        "customXml/item1.xml": HEAD + tag("record", written, xmlns=RECORD),
        "customXml/itemProps1.xml": HEAD + tag("ds:datastoreItem", schema, ds_itemID=store, **names),
    }
