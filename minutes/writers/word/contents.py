"""Contents: lines that others refer to by name, and the numbers of their pages."""

from collections.abc import Iterator

from minutes.writers.paper import Line
from minutes.writers.xml import tag


def anchored(line: Line, runs: Iterator[str]) -> Iterator[str]:
    """The runs of a line within its bookmark, with the page number of the line it refers to."""
    if line.anchor:
        yield tag("w:bookmarkStart", w_id=line.anchor.lstrip("m"), w_name=line.anchor)
    if line.page_of:
        yield tag("w:hyperlink", *runs, *_page_of(line.page_of), w_anchor=line.page_of)
    else:
        yield from runs
    if line.anchor:
        yield tag("w:bookmarkEnd", w_id=line.anchor.lstrip("m"))


def _page_of(anchor: str) -> Iterator[str]:
    """A field that Word fills when it updates fields, LibreOffice at once."""
    yield tag("w:r", tag("w:tab"))
    yield tag("w:fldSimple", tag("w:r", tag("w:t", "1")), w_instr=f" PAGEREF {anchor} \\h ", w_dirty=1)
