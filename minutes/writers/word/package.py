"""The package around the document (ECMA-376 part 2): the other parts, their types and relations."""

from typing import Final

from minutes.carried import NAMESPACE
from minutes.writers.opc import CORE_TYPE, PACKAGE, core, relations, types, zipped
from minutes.writers.paper import Paper
from minutes.writers.word.body import Body
from minutes.writers.word.edges import edges
from minutes.writers.word.numbering import numbering
from minutes.writers.word.shape import Look
from minutes.writers.word.styles import font_table, styles
from minutes.writers.xml import HEAD, NAMES, RELATIONS, escaped, tag

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_LARGE: Final = 8_000_000  # characters of XML: some hundreds of meetings
_TOP: Final = [
    ("document", f"{RELATIONS}/officeDocument", "word/document.xml"),
    ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ("app", f"{RELATIONS}/extended-properties", "docProps/app.xml"),
]


def package(body: Body, look: Look, paper: Paper, record: bytes | None) -> bytes:
    """The .docx: same content, same bytes, on every machine."""
    parts = {
        "word/document.xml": body.xml,
        "word/styles.xml": styles(look),
        "word/numbering.xml": numbering(look, body.lists),
        "word/settings.xml": _settings(look),
        "word/fontTable.xml": font_table(look),
        **edges(look, paper.draft),
        "docProps/core.xml": core(paper.properties),
        "docProps/app.xml": _app(),
    }
    if record is not None:
        parts |= _record(record)
    named = {name: _TYPES[name] for name in parts if name in _TYPES}
    return zipped(
        {"[Content_Types].xml": types(named), **_relations(parts), **parts}, deflate=len(body.xml) > _LARGE
    )


_TYPES: Final = {
    "word/document.xml": _TYPE + "document.main+xml",
    "word/styles.xml": _TYPE + "styles+xml",
    "word/numbering.xml": _TYPE + "numbering+xml",
    "word/settings.xml": _TYPE + "settings+xml",
    "word/fontTable.xml": _TYPE + "fontTable+xml",
    "word/footer-default.xml": _TYPE + "footer+xml",
    "word/footer-even.xml": _TYPE + "footer+xml",
    "word/header-default.xml": _TYPE + "header+xml",
    "word/header-even.xml": _TYPE + "header+xml",
    "docProps/core.xml": CORE_TYPE,
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}


def _relations(parts: dict[str, str]) -> dict[str, str]:
    near = [name.removeprefix("word/").removesuffix(".xml") for name in parts if name.startswith("word/")]
    below = [
        (name, f"{RELATIONS}/{name.split('-')[0]}", f"{name}.xml") for name in near if name != "document"
    ]
    links = {"_rels/.rels": _TOP, "word/_rels/document.xml.rels": below}
    if "customXml/item1.xml" in parts:
        below.append(("record", f"{RELATIONS}/customXml", "../customXml/item1.xml"))
        links["customXml/_rels/item1.xml.rels"] = [
            ("properties", f"{RELATIONS}/customXmlProps", "itemProps1.xml")
        ]
    return relations(links)


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
    schema = tag("ds:schemaRefs", tag("ds:schemaRef", ds_uri=NAMESPACE))
    return {
        "customXml/item1.xml": HEAD + tag("record", written, xmlns=NAMESPACE),
        "customXml/itemProps1.xml": HEAD + tag("ds:datastoreItem", schema, ds_itemID=store, **names),
    }
