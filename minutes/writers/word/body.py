"""document.xml: lines and tables of a paper in WordprocessingML."""

import io
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

import msgspec

from minutes.writers.paper import Figure, Grid, Line, Paper, Part, Run
from minutes.writers.pictures import Image, Pictures
from minutes.writers.punctuation import restored
from minutes.writers.word.contents import anchored
from minutes.writers.word.figure import figure
from minutes.writers.word.imprint import imprint
from minutes.writers.word.shape import Look
from minutes.writers.word.styles import CELL_STYLE, STRONG, STYLE_NAMES, TABLE_STYLE, fonts
from minutes.writers.word.title import balanced
from minutes.writers.xml import HEAD, NAMES, tag, text

_IMPRINT: Final = frozenset(("copies", "printed", "imprint"))
# two tables would become one without a paragraph between them, and a document may not end with a table
_AFTER_TABLE: Final = tag("w:p", tag("w:pPr", tag("w:pStyle", w_val=CELL_STYLE)))
_MARKS: Final = {"\t": "w:tab", "\n": "w:br"}
_BREAKS: Final = re.compile(r"([\t\n])")


class Body(msgspec.Struct):
    """The document's XML, the lists it begins (level, first number), the pictures it shows by SHA-256."""

    xml: bytes = b""
    lists: list[tuple[int, int]] = msgspec.field(default_factory=list)
    images: dict[str, tuple[str, Image]] = msgspec.field(
        default_factory=dict
    )  # with the number of the relationship


def document(paper: Paper, look: Look, pictures: Pictures) -> Body:
    """The body of the paper in the styles of the look; written as it is made, for a volume has no room in memory twice."""
    writer, made = _Writer(look, Body(), pictures), io.BytesIO()
    head, tail = (HEAD + tag("w:document", tag("w:body", "|"), **NAMES)).split("|")
    made.write(head.encode())
    for part in _grouped(paper.parts):
        made.writelines(piece.encode() for piece in writer.part(part))
    section = tag("w:sectPr", *_edges(look, paper.draft), *_page(look))
    made.write((section + tail).encode())
    writer.made.xml = made.getvalue()
    return writer.made


class _Writer(msgspec.Struct):
    look: Look
    made: Body
    pictures: Pictures
    figures: int = 0
    last: dict[int, int] = msgspec.field(default_factory=dict)  # the last number of each level
    lists: dict[int, int] = msgspec.field(default_factory=dict)  # the list that each level goes on

    def part(self, part: Part | list[Line]) -> Iterator[str]:
        if isinstance(part, Line):
            yield self.line(part)
        elif isinstance(part, Grid):
            yield from (self.grid(part), _AFTER_TABLE)
        elif isinstance(part, Figure):
            yield self.figure(part)
        else:
            yield from (imprint([self.line(line) for line in part], self.look.page), _AFTER_TABLE)

    def line(self, line: Line) -> str:
        style = tag("w:pStyle", w_val=STYLE_NAMES[line.style][0])
        return tag("w:p", tag("w:pPr", style, self.numbered(line)), *anchored(line, self.runs(line)))

    def figure(self, part: Figure) -> str:
        """The picture; nothing where it cannot be shown (its caption stays)."""
        image = self.pictures.get(part.picture)
        if image is None:
            return ""
        self.figures += 1
        known = self.made.images
        number, _ = known.setdefault(part.picture, (f"picture{len(known) + 1}", image))
        says = restored(part.says) if self.look.chinese else part.says
        return figure(image, self.look.page, self.figures, number, says)

    def numbered(self, line: Line) -> str:
        """The list of a numbered line: the running one, or a new one where the number does not follow the last."""
        level = self.look.shapes[line.style].numbered
        if level is None or line.number is None:
            return ""
        if line.number != self.last.get(level, 0) + 1:
            self.made.lists.append((level, line.number))
            self.lists[level] = len(self.made.lists) + 1
        number = self.lists.setdefault(level, 1)
        self.last = {above: last for above, last in self.last.items() if above < level} | {level: line.number}
        self.lists = {above: used for above, used in self.lists.items() if above <= level}
        self.lists |= dict.fromkeys(range(level + 1, len(self.look.levels)), number)
        return tag("w:numPr", tag("w:ilvl", w_val=level), tag("w:numId", w_val=number))

    def runs(self, line: Line) -> Iterator[str]:
        if line.label:
            yield self.run(Run(line.label + ("\uff1a" if self.look.chinese else ":\t"), strong=True))
        if line.style == "title" and self.look.title_room:
            yield self.run(Run(balanced(line.text, self.look.title_room)))
        else:
            yield from map(self.run, line.runs)

    def run(self, run: Run) -> str:
        words = restored(run.text) if self.look.chinese else run.text
        return tag("w:r", self.letters(run), *map(_piece, _BREAKS.split(text(words))))

    def letters(self, run: Run) -> str:
        strong = tag("w:rStyle", w_val=STRONG) if run.strong else ""
        # quotation marks and dashes are Chinese here, not Latin, where Word has to choose
        hint = "eastAsia" if self.look.chinese and not run.text.isascii() else None
        face = fonts(self.look.default.font if run.body else None, hint) if run.body or hint else ""
        return tag("w:rPr", strong, face) if strong or face else ""

    def grid(self, grid: Grid) -> str:
        room = self.look.page.width - self.look.page.left - self.look.page.right
        columns = [round(room * width / sum(grid.widths)) for width in grid.widths]
        rows = [self.row(grid.header, columns, header=True)]
        shades = grid.shades or (None,) * len(grid.rows)
        rows += [self.row(row, columns, shade) for row, shade in zip(grid.rows, shades, strict=True)]
        lines = tag("w:tblGrid", *(tag("w:gridCol", w_w=width) for width in columns))
        return tag("w:tbl", _table(grid, sum(columns)), lines, *rows)

    def row(
        self, cells: tuple[str, ...], columns: list[int], shade: str | None = None, *, header: bool = False
    ) -> str:
        properties = tag("w:trPr", tag("w:cantSplit"), tag("w:tblHeader") if header else "")
        filled = [self.cell(words, width, shade) for words, width in zip(cells, columns, strict=True)]
        return tag("w:tr", properties, *filled)

    def cell(self, words: str, width: int, shade: str | None) -> str:
        style = tag("w:pPr", tag("w:pStyle", w_val=CELL_STYLE))
        fill = tag("w:shd", w_val="clear", w_color="auto", w_fill=shade) if shade else ""
        lines = [tag("w:p", style, self.run(Run(line)) if line else "") for line in words.split("\n")]
        return tag("w:tc", tag("w:tcPr", tag("w:tcW", w_w=width, w_type="dxa"), fill), *lines)


def _grouped(parts: Iterable[Part]) -> Iterator[Part | list[Line]]:
    """The parts, the lines of the imprint together."""
    for is_imprint, group in groupby(parts, lambda part: isinstance(part, Line) and part.style in _IMPRINT):
        lines = list(group)
        if is_imprint:
            yield [line for line in lines if isinstance(line, Line)]
        else:
            yield from lines


def _piece(words: str) -> str:
    """Text, a tab or the end of a line."""
    if words in _MARKS:
        return tag(_MARKS[words])
    return tag("w:t", words, xml_space="preserve") if words else ""


def _table(grid: Grid, width: int) -> str:
    return tag(
        "w:tblPr",
        tag("w:tblStyle", w_val=TABLE_STYLE),
        tag("w:tblW", w_w=width, w_type="dxa"),
        tag("w:tblLayout", w_type="fixed"),
        tag(
            "w:tblLook",
            w_val="0020",
            w_firstRow=1,
            w_lastRow=0,
            w_firstColumn=0,
            w_lastColumn=0,
            w_noHBand=1,
            w_noVBand=1,
        ),
        tag("w:tblCaption", w_val=grid.says),
    )


def _edges(look: Look, draft: str | None) -> Iterator[str]:
    """Headers and footers by the numbers of their parts."""
    for edge in ("header", "footer") if draft else ("footer",):
        for side in ("default", "even") if look.page.dashes else ("default",):
            yield tag(f"w:{edge}Reference", w_type=side, r_id=f"{edge}-{side}")


def _page(look: Look) -> list[str]:
    page = look.page
    grid = tag("w:docGrid", w_type="lines", w_linePitch=page.line_pitch) if page.line_pitch else ""
    return [
        tag(
            "w:pgSz",
            w_w=page.width,
            w_h=page.height,
            w_orient="landscape" if page.width > page.height else None,
        ),
        tag(
            "w:pgMar",
            w_top=page.top,
            w_right=page.right,
            w_bottom=page.bottom,
            w_left=page.left,
            w_header=page.footer,
            w_footer=page.footer,
            w_gutter=0,
        ),
        tag("w:cols", w_space=720),
        grid,
    ]
