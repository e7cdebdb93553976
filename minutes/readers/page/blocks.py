"""The article, read with beautifulsoup: headings, paragraphs, items, tables, captions, pictures, in order."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from minutes.readers.normalise import Cleaner
from minutes.readers.page.labels import label_of
from minutes.readers.page.lean import CENTRED, LINES, TITLE
from minutes.readers.page.words import BLOCKS, HEADINGS
from minutes.readers.pieces import Piece
from minutes.readers.plaintext import paragraphs
from minutes.readers.publish import is_publish_line

if TYPE_CHECKING:
    from bs4 import Tag

_END: Final = object()  # a line end (<br>)
_FULL_STOPS: Final = (
    "\u3002",
    "\uff1b",
    ";",
    "\uff0c",
    ",",
    ".",
    ":",
    "\uff1a",
    "!",
    "\uff01",
    "\u201d",
    "\u3001",
)
_BOLD_HEADING: Final = 60  # characters
_HEADING: Final = 120


class _Bold(str):
    """Text in bold."""

    __slots__ = ()


class Walk:
    """Walks an element once and collects pieces; a table's cell gets a walk of its own."""

    def __init__(self, cleaner: Cleaner) -> None:
        self.cleaner = cleaner
        self.pieces: list[Piece] = []
        self._line: list[object] = []  # text, line ends and pictures of the block being read
        self._asides: list[Piece] = []  # publish lines found in a heading
        self._bold = 0  # depth of bold elements
        self._block = Piece("paragraph")
        self._lists: list[tuple[Tag, int]] = []  # open lists, with the number of the next item
        self._heading = 1  # level of the last real heading

    def read(self, tag: "Tag") -> list[Piece]:
        """All pieces of the element."""
        self._block = self._opened(tag, tag.name, self._block)
        self._inside(tag)
        self._flush()
        return self.pieces

    def _inside(self, tag: "Tag") -> None:
        for child in tag.children:
            name = getattr(child, "name", None)
            if name is None:
                self._text(str(child))
            else:
                self._element(child, name)  # type: ignore[arg-type]

    def _text(self, text: str) -> None:
        self._line.append(_Bold(text) if self._bold else text)

    def _element(self, tag: "Tag", name: str) -> None:
        if name == "br":
            self._line.append(_END)
        elif name == "img":
            self._line.append(dict(tag.attrs))
        elif name in {"b", "strong"}:
            self._bold += 1
            self._inside(tag)
            self._bold -= 1
        elif name == "table":
            self._table(tag)
        elif name in BLOCKS:
            self._in_block(tag, name)
        else:
            self._inside(tag)

    def _in_block(self, tag: "Tag", name: str) -> None:
        self._flush()
        before = self._block
        self._block = self._opened(tag, name, before)
        if name in {"ul", "ol"}:
            self._list(tag)
        elif name == "dl":
            self._definitions(tag)
        elif name == "pre":
            self._preformatted(tag)
        else:
            self._inside(tag)
        self._flush()
        self._block = before

    def _opened(self, tag: "Tag", name: str, around: Piece) -> Piece:
        """What the text of a block becomes."""
        centred = around.centred or tag.has_attr(CENTRED) or name == "center"
        if tag.has_attr(TITLE):
            return Piece("heading", level=1, title=True)
        if around.title:
            return around
        if name in HEADINGS:
            return Piece("heading", level=max(2, HEADINGS[name]), centred=centred)
        if name in {"figcaption", "caption"}:
            return Piece("caption", centred=centred)
        if name == "li":
            return self._item(tag)
        return around if centred == around.centred else replace(around, centred=centred)

    # Lists

    def _list(self, tag: "Tag") -> None:
        start = str(tag.get("start") or "1")
        self._lists.append((tag, int(start) if start.lstrip("-").isdecimal() and len(start) < 7 else 1))  # noqa: PLR2004
        self._inside(tag)
        self._lists.pop()

    def _item(self, tag: "Tag") -> Piece:
        if not self._lists:
            return Piece("item", level=1, label="\u2022")
        around, number = self._lists[-1]
        value = str(tag.get("value") or "")
        number = int(value) if value.isdecimal() and len(value) < 7 else number  # noqa: PLR2004
        self._lists[-1] = (around, number + 1)
        return Piece("item", level=len(self._lists), label=label_of(around, number))

    def _definitions(self, tag: "Tag") -> None:
        """A list of terms as lines "Term: words"; further definitions of a term are paragraphs."""
        term = ""
        for child in tag.find_all(["dt", "dd"], recursive=False):
            pieces = Walk(self.cleaner).read(child)
            if child.name == "dt":
                self.pieces += _term(term)
                term = " ".join(piece.text for piece in pieces if piece.text)
            else:
                self.pieces += _defined(term, pieces)
                term = ""
        self.pieces += _term(term)

    def _preformatted(self, tag: "Tag") -> None:
        """Lines of ours are paragraphs; a page's own preformatted text is broken at a width."""
        text = tag.get_text()
        lines = text.split("\n") if tag.has_attr(LINES) else paragraphs(text, self.cleaner)
        for number, line in enumerate(lines):
            if number:
                self._line.append(_END)
            self._text(line)

    # Tables

    def _table(self, tag: "Tag") -> None:
        from minutes.readers.page.tables import pieces_of

        self._flush()
        if self._block.title:
            self._inside(tag)
        else:
            self.pieces += pieces_of(tag, self.cleaner)

    # Lines

    def _flush(self) -> None:
        """Ends the block being read: a piece for each of its lines."""
        line, self._line = self._line, []
        if not line:
            return
        if self._block.kind == "heading":
            line = self._joined(line)
        for piece, bold in self._lines(line):
            self._add(piece, bold=bold)
        self.pieces += self._asides
        self._asides = []

    def _joined(self, line: list[object]) -> list[object]:
        """A heading broken over lines is one; publish lines that templates put inside it are none of it."""
        joined: list[object] = []
        while line:
            end = line.index(_END) if _END in line else len(line)
            part, line = line[:end], line[end + 1 :]
            words = self.cleaner.line("".join(one for one in part if isinstance(one, str)))
            if is_publish_line(words):
                self._asides.append(Piece("paragraph", words))
            else:
                joined += [*part, " "]
        return joined

    def _lines(self, line: list[object]) -> Iterator[tuple[Piece, bool]]:
        """Pieces of a block's lines, and whether all of a line is in bold."""
        text: list[str] = []
        for part in (*line, _END):
            if isinstance(part, str):
                text.append(part)
                continue
            words = self.cleaner.line("".join(text))
            if isinstance(part, dict) and words and not _ends(text):
                yield Piece("picture", picture=part), False  # a small one inside a sentence parts nothing
                continue
            if words:
                yield (
                    replace(self._block, text=words),
                    all(isinstance(one, _Bold) or one.isspace() for one in text),
                )
            text = []
            if isinstance(part, dict):
                yield Piece("picture", picture=part), False

    def _add(self, piece: Piece, *, bold: bool) -> None:
        if piece.kind == "item":
            self._block = replace(self._block, label=None)
        elif piece.kind == "heading" and not piece.title:
            piece = self._as_heading(piece)
        elif piece.kind == "paragraph" and bold and _may_head(piece.text):
            piece = replace(piece, kind="heading", level=min(9, self._heading + 1))
        self.pieces.append(piece)

    def _as_heading(self, piece: Piece) -> Piece:
        """Whole paragraphs set as headings are paragraphs."""
        if len(piece.text) > _HEADING or piece.text.endswith(("\u3002", "\uff1b")):
            return replace(piece, kind="paragraph", level=None)
        self._heading = piece.level or 1
        return piece


def _ends(text: list[str]) -> bool:
    """Whether the text before a picture is a sentence's end, so that the picture stands by itself."""
    return "".join(text).rstrip().endswith(("\u3002", ".", "\uff1a", ":", "!", "\uff01", "\u201d"))


def _may_head(text: str) -> bool:
    """A short line in bold that is neither a sentence nor a label."""
    return (
        len(text) <= _BOLD_HEADING
        and not text.endswith(_FULL_STOPS)
        and ":" not in text
        and "\uff1a" not in text
    )


def _term(term: str) -> list[Piece]:
    return [Piece("paragraph", term)] if term else []


def _defined(term: str, pieces: list[Piece]) -> list[Piece]:
    if not term or not pieces or not pieces[0].text:
        return [*_term(term), *pieces]
    joined = f"{term}{'' if term.endswith((':', chr(0xFF1A))) else ':'} {pieces[0].text}"
    return [Piece("paragraph", joined), *pieces[1:]]
