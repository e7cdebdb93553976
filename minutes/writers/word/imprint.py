"""The imprint (版记) at the foot of the last page (GB/T 9704-2012, 7.4)."""

from typing import Final

from minutes.writers.word.shape import Page
from minutes.writers.xml import tag

_THICK: Final = 8  # eighths of a point: 0.35 mm, first and last line
_THIN: Final = 6  # 0.26 mm, those between
_LINES: Final = (("top", _THICK), ("bottom", _THICK), ("insideH", _THIN))


def imprint(lines: list[str], page: Page) -> str:
    """The paragraphs in a table as wide as the type area, whose last line is the lower edge of the type area."""
    width = page.width - page.left - page.right
    cell = tag("w:tcPr", tag("w:tcW", w_w=width, w_type="dxa"))
    rows = [tag("w:tr", tag("w:trPr", tag("w:cantSplit")), tag("w:tc", cell, line)) for line in lines]
    return tag("w:tbl", _properties(page, width), tag("w:tblGrid", tag("w:gridCol", w_w=width)), *rows)


def _properties(page: Page, width: int) -> str:
    # across, it is placed on the page: LibreOffice lets no table float that fills the width between the margins,
    # and no paragraphs in a frame that have lines of their own
    place: dict[str, str | float] = {
        "w_vertAnchor": "margin",
        "w_horzAnchor": "page",
        "w_tblpX": page.left,
        "w_tblpYSpec": "bottom",
    }
    none = [tag(f"w:{side}", w_w=0, w_type="dxa") for side in ("left", "right")]
    return tag(
        "w:tblPr",
        tag("w:tblpPr", w_leftFromText=0, w_rightFromText=0, **place),
        tag("w:tblW", w_w=width, w_type="dxa"),
        tag("w:tblBorders", *(_border(*line) for line in _LINES)),
        tag("w:tblLayout", w_type="fixed"),
        tag("w:tblCellMar", *none),
    )


def _border(side: str, size: int) -> str:
    return tag(f"w:{side}", w_val="single", w_sz=size, w_space=0, w_color="000000")
