"""What stands apart from the text of a Word file: footnotes, page headers and footers, document properties."""

import re
from collections.abc import Iterator
from typing import Final

from docx.opc.coreprops import CoreProperties
from docx.oxml.coreprops import CT_CoreProperties
from lxml import etree

from minutes.readers.limits import LIMITS
from minutes.readers.normalise import Cleaner
from minutes.readers.pieces import Piece
from minutes.readers.publish import Facts
from minutes.readers.word.names import q
from minutes.readers.word.package import Package, Relation
from minutes.readers.word.walk import Walk

_KINDS: Final = ("footnote", "endnote")
_SEPARATORS: Final = {"separator", "continuationSeparator", "continuationNotice"}
_SHORT: Final = 40  # characters of a line that may be a page number
_PAGE_NUMBER: Final = re.compile(
    r"[\W_]*(?:第?\s*\d*\s*页?\W*共?\s*\d*\s*页?|page\s*\d*(?:\s*of\s*\d*)?)[\W_]*", re.IGNORECASE
)
# What programs and unnamed accounts write as author; nobody wrote the report under these names.
_NOBODY: Final = frozenset(
    {
        "",
        "admin",
        "administrator",
        "apache poi",
        "docx4j",
        "lenovo",
        "microsoft office user",
        "microsoft office 用户",
        "openpyxl",
        "owner",
        "python-docx",
        "un-named",
        "unknown",
        "user",
        "windows user",
        "windows 用户",
        "微软用户",
        "用户",
    }
)


def notes_of(walk: Walk, package: Package, relations: dict[str, Relation]) -> Iterator[Piece]:
    """Footnotes and endnotes, those referred to in the text in that order, labelled [1], [2] ...; those of deleted
    text alone are left out.
    """
    elements = dict(_elements(package, relations))
    order = [*walk.tally.noted, *(key for key in elements if key not in walk.tally.noted)]
    number = 0
    for key in order:
        if key not in elements or (key in walk.tally.dropped and key not in walk.tally.noted):
            continue
        texts = [piece for piece in walk.pieces(elements[key]) if piece.text]
        number += bool(texts)
        for place, piece in enumerate(texts):
            label = None if place else f"[{number}]"
            yield Piece("table" if piece.cells else "paragraph", piece.text, label=label, cells=piece.cells)
    walk.tally.apart = number


def _elements(
    package: Package, relations: dict[str, Relation]
) -> Iterator[tuple[tuple[str, str], etree._Element]]:
    for kind in _KINDS:
        part = next((one.target for one in relations.values() if one.kind == f"{kind}s"), "")
        root = package.tree(part) if part else None
        for element in () if root is None else root.iterchildren(q(f"w:{kind}")):
            if element.get(q("w:type")) not in _SEPARATORS:
                yield (kind, element.get(q("w:id")) or ""), element


def margins_of(
    walk: Walk, package: Package, relations: dict[str, Relation], root: etree._Element
) -> Iterator[str]:
    """The lines of the page headers and footers that the document's sections use, page numbers left out."""
    for name in ("w:headerReference", "w:footerReference"):
        used = dict.fromkeys(element.get(q("r:id")) or "" for element in root.iter(q(name)))
        for reference in used:
            relation = relations.get(reference)
            margin = package.tree(relation.target) if relation and not relation.external else None
            if margin is not None:
                yield from _lines(walk.pieces(margin))


def _lines(pieces: list[Piece]) -> Iterator[str]:
    for piece in pieces:
        for line in piece.text.split("\n"):
            text = line.replace("\t", " ").strip()[: LIMITS.line]
            if text and not (len(text) <= _SHORT and _PAGE_NUMBER.fullmatch(text)):
                yield text


def title_of(package: Package, facts: Facts, cleaner: Cleaner) -> str | None:
    """The title among the document's properties (dc:title); the author goes into `facts`.

    The dates there are those of the file, often of a template or of last year's minutes, and say nothing of the report.
    """
    part = next(
        (one.target for one in package.relations("").values() if one.kind == "core-properties"),
        "docProps/core.xml",
    )
    root = package.tree(part)
    if not isinstance(root, CT_CoreProperties):
        return None
    properties = CoreProperties(root)
    creator = cleaner.line(properties.author)
    if creator.lower() not in _NOBODY:
        facts.put("author", creator)
    return cleaner.line(properties.title) or None
