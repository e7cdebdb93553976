"""One pass over a document's own tree: paragraphs, tables, pictures in their order, as the reader of the page sees them.

`paragraph.text` of python-docx loses tracked insertions, content controls and text boxes, and nobody keeps automatic
numbers; here elements without a meaning of their own are simply passed through. lxml's own walk, not recursion, goes
down, so nesting costs nothing.
"""

from typing import Final

from lxml.etree import _Element, iterwalk

from minutes.messages import say
from minutes.readers import errors
from minutes.readers.limits import Limits
from minutes.readers.normalise import Cleaner
from minutes.readers.pieces import Piece
from minutes.readers.word.drawing import Drawing
from minutes.readers.word.names import VAL, is_on, q, value_of, whole
from minutes.readers.word.numbering import Numbering
from minutes.readers.word.package import Relation
from minutes.readers.word.paragraph import Paragraph
from minutes.readers.word.runs import Handler, Runs
from minutes.readers.word.styles import Styles, with_alignment, with_outline
from minutes.readers.word.table import Table
from minutes.readers.word.tally import Tally

_LOOKED: Final = 40  # paragraphs whose looks may tell a title
_NOTES: Final = {q("w:footnoteReference"): "footnote", q("w:endnoteReference"): "endnote"}
_CHOICE: Final = q("mc:Choice")
_FALLBACK: Final = q("mc:Fallback")
_ID: Final = q("w:id")
_REFERENCE: Final = q("r:id")


class Walk:
    """Reads the elements below a root; numbers, notes and counts go on from one root to the next."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        relations: dict[str, Relation],
        tally: Tally,
        cleaner: Cleaner,
        file: str,
        limits: Limits,
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.tally = tally
        self.cleaner = cleaner
        self.file = file
        self.limits = limits
        self.drawing = Drawing(relations)
        self.runs = Runs(tally, file, limits)
        self._flows: list[list[Piece]] = []
        self._paragraphs = self.runs.paragraphs
        self._tables: list[Table] = []
        self._placeholder = False  # whether the content control shows its prompt
        self._carried: list[str] = []  # text of a paragraph whose end is deleted
        starts = self._structure() | self.runs.handlers() | self._hangings()
        self._starts = {q(name): handler for name, handler in starts.items()}
        self._ends = {q(name): handler for name, handler in self._closings().items()}

    def pieces(self, root: _Element) -> list[Piece]:
        """The pieces below `root`; raises `TooMuchText` beyond the limits."""
        self._flows.append([])
        walker = iterwalk(root, events=("start", "end"), tag=[*self._starts])
        for event, element in walker:
            handler = (self._starts if event == "start" else self._ends).get(element.tag)
            if handler is not None and handler(element):
                walker.skip_subtree()
        if self._carried:  # the last paragraph runs on into nothing
            self._open_paragraph(root)
            self._close_paragraph(root)
        return self._flows.pop()

    def _structure(self) -> dict[str, Handler]:
        """Where elements begin that hold paragraphs, or are one."""
        return {
            "w:p": self._open_paragraph,
            "w:pPr": self._properties,
            "w:tbl": self._open_table,
            "w:tr": self._open_row,
            "w:tc": self._open_cell,
            "w:tcPr": self._cell_properties,
            "w:trPr": lambda _: True,
            "w:txbxContent": self._open_box,
            "w:ins": self._inserted,
            "w:moveTo": self._inserted,
            "w:del": self._deleted,
            "w:moveFrom": self._deleted,
            "w:sdtPr": self._control,
            "w:sdtContent": self._control_content,
            "mc:Choice": _is_other,
            "mc:Fallback": _is_other,
        }

    def _hangings(self) -> dict[str, Handler]:
        """What hangs on the text."""
        return {
            "w:hyperlink": self._link,
            "w:footnoteReference": self._note,
            "w:endnoteReference": self._note,
            "w:commentReference": self._comment,
            "wp:docPr": self.drawing.named,
            "pic:cNvPr": self.drawing.named_inside,
            "a:blip": self._picture,
            "v:imagedata": self._picture,
            "o:OLEObject": self._object,
            "c:chart": self._object,
            "dgm:relIds": self._object,
            "w:altChunk": self._chunk,
        }

    def _closings(self) -> dict[str, Handler]:
        return {
            "w:p": self._close_paragraph,
            "w:tbl": self._close_table,
            "w:tc": self._close_cell,
            "w:txbxContent": self._close_box,
        }

    # Paragraphs

    def _open_paragraph(self, element: _Element) -> None:
        self.tally.paragraphs += 1
        if self.tally.paragraphs > self.limits.blocks:
            raise errors.TooMuchText(file=self.file, what=say("paragraphs"), limit=self.limits.blocks)
        paragraph = Paragraph(element, self.styles.get(None), self._carried)
        paragraph.looked = self.tally.paragraphs <= _LOOKED
        self._carried = []
        self._paragraphs.append(paragraph)

    def _properties(self, element: _Element) -> bool:
        if self._paragraphs:
            paragraph = self._paragraphs[-1]
            mark = element.find(q("w:rPr"))
            paragraph.joined = mark is not None and (
                mark.find(q("w:del")) is not None or mark.find(q("w:moveFrom")) is not None
            )
            self._style(paragraph, element)
        return True

    def _style(self, paragraph: Paragraph, element: _Element) -> None:
        name = value_of(element, "w:pStyle")
        style = with_outline(self.styles.get(name), value_of(element, "w:outlineLvl"))
        paragraph.style = with_alignment(style, value_of(element, "w:jc"))
        if not paragraph.joined:
            self._number(paragraph, element.find(q("w:numPr")), name or self.styles.default)

    def _number(self, paragraph: Paragraph, own: _Element | None, style_name: str) -> None:
        """Direct numbering wins over the style's; number 0 takes it away (ISO/IEC 29500-1, 17.9.18)."""
        style = paragraph.style
        number = value_of(own, "w:numId") or style.number
        if number in {None, "0"}:
            return
        level = value_of(own, "w:ilvl")
        if level is not None:
            paragraph.level = whole(level)
        elif style.level is not None:
            paragraph.level = style.level
        else:
            paragraph.level = self.numbering.level_of(number or "", style_name)
        label = self.numbering.label(number or "", paragraph.level)
        paragraph.label = self.cleaner.line(label) if label else None

    def _close_paragraph(self, _: _Element) -> None:
        paragraph = self._paragraphs.pop()
        self.runs.settle()
        if paragraph.joined:
            self._carried = paragraph.parts
            self._flows[-1] += [*paragraph.before, *paragraph.after]
        elif paragraph.style.role == "contents":
            self.tally.contents.append(self.cleaner.line("".join(paragraph.parts)))
        else:
            self.tally.longest = max(self.tally.longest, sum(map(len, paragraph.parts)))
            self._flows[-1] += paragraph.pieces(self.cleaner)

    # Tables

    def _open_table(self, _: _Element) -> None:
        self._tables.append(Table())
        self.tally.tables = max(self.tally.tables, len(self._tables))
        if len(self._tables) > self.limits.table_depth:
            raise errors.TooDeep(file=self.file, limit=self.limits.table_depth)

    def _open_row(self, element: _Element) -> bool:
        """A row that was deleted is passed over."""
        properties = element.find(q("w:trPr"))
        if properties is not None:
            self.tally.inserted += properties.find(q("w:ins")) is not None
            if properties.find(q("w:del")) is not None:
                self.tally.deleted += 1
                return True
        if self._tables:
            self._tables[-1].open_row(whole(value_of(properties, "w:gridBefore"), most=self.limits.cell_span))
        return False

    def _open_cell(self, _: _Element) -> None:
        self.tally.cells += 1
        if self.tally.cells > self.limits.table_cells:
            raise errors.TooMuchText(file=self.file, what=say("table cells"), limit=self.limits.table_cells)
        self._flows.append([])
        if self._tables:
            self._tables[-1].open_cell()

    def _cell_properties(self, element: _Element) -> bool:
        if self._tables:
            span = whole(value_of(element, "w:gridSpan"), otherwise=1, most=self.limits.cell_span)
            merge = element.find(q("w:vMerge"))
            goes_on = merge is not None and merge.get(VAL) != "restart"
            self._tables[-1].spans(max(1, span), goes_on=goes_on)
        return True

    def _close_cell(self, _: _Element) -> None:
        pieces = self._flows.pop()
        if self._tables:
            self._tables[-1].close_cell(pieces)
        else:
            self._flows[-1] += pieces

    def _close_table(self, _: _Element) -> None:
        self._flows[-1] += self._tables.pop().pieces()

    # Text boxes: what is in them follows the paragraph they hang on

    def _open_box(self, _: _Element) -> None:
        self.tally.boxes += 1
        self._flows.append([])

    def _close_box(self, _: _Element) -> None:
        pieces = self._flows.pop()
        (self._paragraphs[-1].after if self._paragraphs else self._flows[-1]).extend(pieces)

    # Changes, content controls

    def _inserted(self, _: _Element) -> None:
        self.tally.inserted += 1

    def _deleted(self, element: _Element) -> bool:
        self.tally.deleted += 1
        for note in element.iter(*_NOTES):
            self.tally.dropped.add((_NOTES[str(note.tag)], note.get(_ID) or ""))
        return True

    def _control(self, element: _Element) -> bool:
        """A control that still shows its prompt ("click to enter text") holds no text."""
        self._placeholder = is_on(element, "w:showingPlcHdr", default=False)
        return True

    def _control_content(self, _: _Element) -> bool:
        skipped, self._placeholder = self._placeholder, False
        return skipped

    # What hangs on the text

    def _link(self, element: _Element) -> None:
        if name := element.get(_REFERENCE):
            self.tally.links[name] = None

    def _note(self, element: _Element) -> None:
        self.tally.noted[_NOTES[str(element.tag)], element.get(_ID) or ""] = None

    def _comment(self, _: _Element) -> None:
        self.tally.comments += 1

    def _object(self, _: _Element) -> None:
        self.tally.objects += 1

    def _chunk(self, element: _Element) -> None:
        self.tally.objects += 1
        self.tally.chunks.append(element.get(_REFERENCE) or "")

    def _picture(self, element: _Element) -> None:
        if picture := self.drawing.picture(element):
            if self._paragraphs:
                self._paragraphs[-1].hold(picture)
            else:
                self._flows[-1].append(picture)


def _is_other(alternative: _Element) -> bool:
    """Whether it is not the first of the alternatives, which all say the same."""
    return next(alternative.itersiblings(_CHOICE, _FALLBACK, preceding=True), None) is not None
