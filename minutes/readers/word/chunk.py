"""Pages wrapped in a Word file (w:altChunk): office systems that export ".docx" in the browser (html-docx-js and its
like) write nothing else into the document.
"""

from collections.abc import Mapping

from minutes.readers.encoding import decode
from minutes.readers.kinds import kind_of
from minutes.readers.origin import Origin
from minutes.readers.pictures import Album
from minutes.readers.word.package import Package, Relation
from minutes.report import Report


def read_chunk(package: Package, relation: Relation, origin: Origin) -> Report | None:
    """The report on the page that a chunk holds; None where it holds no page.

    Raises what the readers of pages raise.
    """
    from minutes.readers.page import read_page

    if relation.external or not package.has(relation.target):
        return None
    data = package.bytes_of(relation.target)
    kind = kind_of(data, origin.name)
    if kind not in {"page", "mhtml"}:
        return None
    text, parts = _page(data, kind, origin)
    origin.notebook.add("other-format", format="MHTML" if kind == "mhtml" else "HTML")
    return read_page(text, origin, Album(origin.limits, origin.notebook, inside=parts))


def _page(data: bytes, kind: str, origin: Origin) -> tuple[str, Mapping[str, bytes]]:
    if kind == "page":
        return decode(data, origin.notebook).text, {}
    from minutes.readers.mhtml import unpacked

    archived = unpacked(data, origin.name, origin.limits)
    return decode(archived.page, origin.notebook, archived.codec).text, archived.parts
