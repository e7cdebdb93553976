"""One paragraph of a Word file, open while its runs are read, then closed into pieces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from minutes.readers.limits import LIMITS
from minutes.readers.normalise import Cleaner
from minutes.readers.pieces import Piece
from minutes.readers.word.names import is_on, q
from minutes.readers.word.styles import Style, size_of

_STOP = "\u3002"
_WIDTH = 18  # characters of the shortest line in a text broken at the width of a page
_UNEVEN = 3  # by how much its lines differ
_BEGINS = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[(\uff08]?\d{1,2}[.、)\uff09]|[(\uff08][一二三四五六七八九十]|[-\u2022]"
)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines end where a width ran out, as in text pasted from a PDF: all but the last alike in length, and not
    all of them at the end of a sentence.
    """
    full = [len(line) for line in lines[:-1]]
    if len(full) < 2 or min(full) < _WIDTH or max(full) - min(full) > _UNEVEN or len(lines[-1]) > max(full):  # noqa: PLR2004
        return False
    stopped = all(line.endswith((_STOP, "\uff1b", ";", ".")) for line in lines[:-1])
    return not stopped and not any(_BEGINS.match(line) for line in lines[1:])


class WordPiece(Piece, frozen=True):
    """A piece with its looks, by which a title without a style is told."""

    size: int = 0  # half-points; 0 where nobody looked
    bold: bool = False
    goes_on: bool = False  # a soft break, not the end of the paragraph, follows


@dataclass(slots=True)
class Paragraph:
    """What has been read of it so far."""

    element: etree._Element
    style: Style
    parts: list[str]
    label: str | None = None
    level: int = 0  # in its list
    joined: bool = False  # the end of the paragraph is deleted: it runs on into the next
    looked: bool = False  # whether size and weight are wanted
    before: list[Piece] = field(default_factory=list)  # pictures ahead of its text
    after: list[Piece] = field(default_factory=list)  # pictures and text boxes

    def hold(self, picture: Piece) -> None:
        """Keeps a picture at its side of the text."""
        (self.after if any(map(str.strip, self.parts)) else self.before).append(picture)

    def pieces(self, cleaner: Cleaner) -> list[Piece]:
        """The paragraph as pieces: one, or one a line where soft breaks part it."""
        return [*self.before, *self._lines(cleaner), *self.after]

    def _lines(self, cleaner: Cleaner) -> Iterator[Piece]:
        text = "".join(self.parts)
        if not text.strip() and self.label is None:
            return
        if self._is_heading(text):
            yield self._heading(cleaner.line(text))
        elif self.style.role == "caption":
            yield Piece("caption", cleaner.line(text))
        else:
            lines = [line for part in text.split("\n") if (line := cleaner.line(part))]
            yield from self._text([cleaner.line("\n".join(lines))] if _is_wrapped(lines) else lines or [""])

    def _is_heading(self, text: str) -> bool:
        """A heading's style on a whole paragraph of sentences is a mistake of who wrote it."""
        styled = self.style.heading is not None or self.style.role == "title"
        return styled and len(text) <= LIMITS.title and _STOP not in text.rstrip()[:-1]

    def _heading(self, text: str) -> WordPiece:
        """Level 0 is the title's own style; levels are settled when all headings are known."""
        level = 0 if self.style.role == "title" else self.style.heading
        size, bold = self._looks()
        centred = self.style.centred
        return WordPiece("heading", text, level, self.label, centred=centred, size=size, bold=bold)

    def _text(self, lines: list[str]) -> Iterator[Piece]:
        size, bold = self._looks()
        for number, line in enumerate(lines):
            item = self.label is not None and not number
            yield WordPiece(
                "item" if item else "paragraph",
                line,
                level=self.level + 1 if item else None,
                label=self.label if item else None,
                centred=self.style.centred,
                size=size,
                bold=bold,
                goes_on=number < len(lines) - 1,
            )

    def _looks(self) -> tuple[int, bool]:
        """Size and weight of its first words."""
        if not self.looked:
            return 0, False
        size = self.style.size or 0
        for run in self.element.iter(q("w:r")):
            if run.find(q("w:t")) is not None:
                own = run.find(q("w:rPr"))
                if own is None:
                    return size, self.style.bold
                return size_of(own) or size, is_on(own, "w:b", default=self.style.bold)
        return size, self.style.bold
