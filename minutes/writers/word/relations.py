"""What binds the parts of a package: their media types, and which belongs to which (ECMA-376 part 2, 7 and 9)."""

from collections.abc import Iterable, Mapping
from typing import Final

from minutes.writers.xml import HEAD, RELATIONS, tag

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
_KIND: Final = "application/vnd.openxmlformats-package."
CORE: Final = _KIND + "core-properties+xml"


def types(defaults: Mapping[str, str], named: Mapping[str, str]) -> bytes:
    """[Content_Types].xml: media types by ending, and of single parts."""
    by_ending = {"rels": _KIND + "relationships+xml", "xml": "application/xml", **defaults}
    kinds = [tag("Default", Extension=ending, ContentType=kind) for ending, kind in by_ending.items()]
    kinds += [tag("Override", PartName=f"/{name}", ContentType=kind) for name, kind in named.items()]
    return (HEAD + tag("Types", *kinds, xmlns=_PACKAGE + "content-types")).encode()


def relations(related: Iterable[tuple[str, str, str]]) -> bytes:
    """A part of relationships: number, last words of the type, target."""
    every = [
        tag("Relationship", Id=number, Type=f"{RELATIONS}/{kind}", Target=target)
        for number, kind, target in related
    ]
    return (HEAD + tag("Relationships", *every, xmlns=_PACKAGE + "relationships")).encode()


def root() -> bytes:
    """Where a program finds the document and its properties."""
    core = _PACKAGE + "relationships/metadata/core-properties"
    document = relations(
        [
            ("document", "officeDocument", "word/document.xml"),
            ("core", "core", "docProps/core.xml"),
            ("app", "extended-properties", "docProps/app.xml"),
        ]
    )
    return document.replace(f"{RELATIONS}/core".encode(), core.encode())
