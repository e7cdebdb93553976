"""Packages of parts (ECMA-376 part 2), as Word documents and spreadsheets are: types, relations, catalogue data, the zip."""

import io
import zipfile
from typing import Final

from minutes.writers.paper import Properties
from minutes.writers.xml import HEAD, tag, text

PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # of the zip format; the clock never gets into the bytes
_UNIX: Final = 3  # named as the maker on every system, for equal bytes


def zipped(parts: dict[str, str], *, deflate: bool = False) -> bytes:
    """The package. Stored, not deflated: zlib and zlib-ng compress differently, and equal records must give equal bytes.

    A volume of a thousand meetings is deflated all the same: nobody could send it by mail otherwise.
    """
    return _packed({name: content.encode() for name, content in parts.items()}, deflate=deflate)


def _packed(parts: dict[str, bytes], *, deflate: bool = False) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = _UNIX
            entry.compress_type = zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED
            archive.writestr(entry, content)
    return made.getvalue()


def repacked(package: bytes) -> bytes:
    """A package that a library wrote, with its parts as they are but without the clock."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return _packed({name: archive.read(name) for name in archive.namelist()})


def types(named: dict[str, str]) -> str:
    """[Content_Types].xml, given the type of each part that is more than XML."""
    relation = "application/vnd.openxmlformats-package.relationships+xml"
    defaults = [tag("Default", Extension="rels", ContentType=relation)]
    defaults += [tag("Default", Extension="xml", ContentType="application/xml")]
    parts = [tag("Override", PartName=f"/{name}", ContentType=kind) for name, kind in named.items()]
    return HEAD + tag("Types", *defaults, *parts, xmlns=f"{PACKAGE}/content-types")


def relations(links: dict[str, list[tuple[str, str, str]]]) -> dict[str, str]:
    """The parts that relate others: for each its (id, type, target)."""
    return {
        name: HEAD
        + tag("Relationships", *(_relation(*one) for one in given), xmlns=f"{PACKAGE}/relationships")
        for name, given in links.items()
    }


def _relation(name: str, kind: str, target: str) -> str:
    return tag("Relationship", Id=name, Type=kind, Target=target)


def core(about: Properties) -> str:
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
        "cp:contentStatus": about.status,
    }
    plain = [tag(name, text(value)) for name, value in values.items() if value]
    dates = [
        tag(f"dcterms:{name}", about.date, xsi_type="dcterms:W3CDTF")
        for name in ("created", "modified")
        if about.date
    ]
    names = {
        "xmlns_cp": f"{PACKAGE}/metadata/core-properties",
        "xmlns_dc": "http://purl.org/dc/elements/1.1/",
        "xmlns_dcterms": "http://purl.org/dc/terms/",
        "xmlns_xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    return HEAD + tag("cp:coreProperties", *plain, *dates, **names)
