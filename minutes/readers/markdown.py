"""Markdown: headings, paragraphs, lists, tables, pictures; its marks removed, its front matter read as source data."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from archive.record import Cell
from minutes.readers import errors
from minutes.readers.compose import compose
from minutes.readers.normalise import Cleaner
from minutes.readers.origin import Origin
from minutes.readers.page.words import BLOCKS, INLINE
from minutes.readers.pictures import Album
from minutes.readers.pieces import Piece
from minutes.readers.publish import Facts, moment_in
from minutes.report import Report

_FRONT: Final = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD: Final = re.compile(r"^(\w[\w-]{0,40}):[ \t]+(.+)$", re.MULTILINE)
_COMMENT: Final = re.compile("<!--.*?-->", re.DOTALL)
_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_ITEM: Final = re.compile(r"([ \t]*)(?:([-*+])|(\d{1,9}[.)]))[ \t]+(?:\[[ xX]\][ \t]+)?(.*)$")
_RULE: Final = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")
_DELIMITER: Final = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$")
_PIPE: Final = re.compile(r"(?<!\\)\|")
_QUOTE: Final = re.compile(r"^ {0,3}>[ \t]?")
# Addresses with brackets in them are rare; without this limit a row of openings takes quadratic time.
_TARGET: Final = r"\(\s*<?([^()\s<>]{0,500})>?(?:\s+[\"'(][^\"'()]{0,200}[\"')])?\s*\)"
_PICTURE: Final = re.compile(rf"!\[([^\[\]]{{0,300}})\]{_TARGET}")
_LINK: Final = re.compile(rf"(?<!!)\[([^\[\]]{{1,300}})\]{_TARGET}")
_EMPHASIS: Final = re.compile(
    r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)(.{1,200}?)(?<=\S)\1(?!\w)|(?<!\\)(\*{1,3})(?=\S)([^*]{1,200}?)(?<=\S)\3"
)
_TAG: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]{0,300})?/?>")
_TAGS: Final = BLOCKS | {
    *INLINE,
    "a",
    "b",
    "br",
    "code",
    "del",
    "img",
    "strong",
    "sub",
    "sup",
}  # <kim> is who speaks
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
# A line that opens with a speaker or a label is a turn of its own, though no blank line parts it from the one before.
_TURN: Final = re.compile(
    r"[ \t]*(?:[*_]{1,3}[^*_\n]{1,60}(?::[*_]{1,3}|[*_]{1,3}\s?:)|@[\w.-]{1,40}:|<[\w.-]{1,40}>[ \t]|&lt;[\w.-]{1,40}&gt;"
    r"|(?:[A-Z][\w.'-]{1,30}[ ]?){1,3}:[ \t]|[A-Z][A-Z _-]{1,30}:|->|=>|\u2026|\.\.\.|[\u4e00-\u9fff\xb7]{2,12}[:\uff1a])"
)
_INDENT: Final = 2  # columns that make an item deeper


def read_markdown(text: str, origin: Origin, album: Album) -> Report:
    """The report in a Markdown text; raises `NoText` where it has no word."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    links = tuple(dict.fromkeys(found[2] for found in _LINK.finditer(text) if found[2]))[:500]
    text, furniture = _without_front(text, origin.facts)
    lines = _Lines(_COMMENT.sub("", text), origin.notebook.cleaner)
    pieces = list(islice(lines.pieces(), origin.limits.blocks + 1))
    if not any(piece.text for piece in pieces):
        raise errors.NoText(file=origin.name)
    composed = compose(_titled(pieces), origin.facts, album.keep, origin.name, origin.limits)
    return origin.report(composed.blocks, album, furniture=furniture + composed.furniture, links=links)


def _without_front(text: str, facts: Facts) -> tuple[str, list[str]]:
    """The text without its front matter, whose author, publisher and date of publication are kept."""
    found = _FRONT.match(text)
    if not found:
        return text, []
    for name, raw in _FIELD.findall(found[1]):
        value = raw.strip().strip("\"'")
        if name.lower() in {"author", "publisher"}:
            facts.put(name.lower(), value)
        elif name.lower() in {"published", "publish_date"}:
            facts.put("published", moment_in(value))
    return text[found.end() :], [line.strip() for line in found[1].splitlines() if line.strip()]


def _titled(pieces: list[Piece]) -> list[Piece]:
    """The first heading, where nothing but pictures stands before it, is the title."""
    for number, piece in enumerate(pieces):
        if piece.kind == "heading":
            title = Piece("heading", piece.text, level=1, title=True)
            return [*pieces[:number], title, *pieces[number + 1 :]]
        if piece.kind != "picture":
            break
    return pieces


class _Lines:
    """The lines of a text, taken block by block."""

    def __init__(self, text: str, cleaner: Cleaner) -> None:
        self.lines = list(_unquoted(text.split("\n")))
        self.cleaner = cleaner
        self.place = 0

    def pieces(self) -> Iterator[Piece]:
        """All pieces in order."""
        while self.place < len(self.lines):
            line = self.lines[self.place]
            self.place += 1
            if not line.strip() or _RULE.match(line):
                continue
            yield from self._block(line)

    def _block(self, line: str) -> Iterator[Piece]:
        if _FENCE.match(line):
            yield from self._fenced()
        elif heading := _HEADING.match(line):
            yield from self._text("heading", heading[2], level=len(heading[1]))
        elif "|" in line and self._next(_DELIMITER):
            yield from self._table(line)
        elif item := _ITEM.match(line):
            level = 1 + len(item[1].expandtabs(4)) // _INDENT
            label = item[3] or "\u2022"
            yield from self._text("item", self._whole(item[4]), level=min(level, 9), label=label)
        elif underline := self._next(_UNDERLINE):
            self.place += 1
            yield from self._text("heading", line, level=1 if "=" in underline[1] else 2)
        else:
            yield from self._text("paragraph", self._whole(line))

    def _next(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.lines[self.place]) if self.place < len(self.lines) else None

    def _whole(self, line: str) -> str:
        """The line with those that go on with it; two blanks or a backslash at a line's end break it."""
        parts = [line]
        while self.place < len(self.lines) and self._goes_on(self.lines[self.place]):
            parts.append(self.lines[self.place])
            self.place += 1
        return "\n".join(part.rstrip("\\") + "\0" if part.endswith(("  ", "\\")) else part for part in parts)

    @staticmethod
    def _goes_on(line: str) -> bool:
        starts = (_HEADING, _ITEM, _FENCE, _RULE, _TURN)
        return (
            bool(line.strip())
            and not line.lstrip().startswith("|")
            and not any(one.match(line) for one in starts)
        )

    def _fenced(self) -> Iterator[Piece]:
        while self.place < len(self.lines) and not _FENCE.match(self.lines[self.place]):
            yield from self._text("paragraph", self.lines[self.place], plain=True)
            self.place += 1
        self.place += 1

    def _text(
        self, kind: str, text: str, *, level: int | None = None, label: str | None = None, plain: bool = False
    ) -> Iterator[Piece]:
        """A piece for each broken line; pictures stand by themselves."""
        for line in text.split("\0"):
            if not plain:
                for picture in _PICTURE.finditer(line):
                    yield Piece("picture", picture={"src": picture[2], "alt": picture[1]})
            words = self.cleaner.line(line if plain else unmarked(_PICTURE.sub("", line)))
            if words:
                yield Piece(kind, words, level=level, label=label)  # type: ignore[arg-type]
                label = None

    def _table(self, line: str) -> Iterator[Piece]:
        rows = [line]
        self.place += 1
        while (
            self.place < len(self.lines) and "|" in self.lines[self.place] and self.lines[self.place].strip()
        ):
            rows.append(self.lines[self.place])
            self.place += 1
        yield _table([[self.cleaner.line(unmarked(cell)) for cell in _cells(row)] for row in rows])


def _unquoted(lines: list[str]) -> Iterator[str]:
    """The lines without marks of quotation; a blank line where a quotation begins or ends."""
    quoted = False
    for line in lines:
        mark = _QUOTE.match(line)
        if bool(mark) != quoted and line.strip():
            quoted = bool(mark)
            yield ""
        yield line[mark.end() :] if mark else line


def _cells(row: str) -> list[str]:
    return [cell.replace("\\|", "|") for cell in _PIPE.split(row.strip().removeprefix("|").removesuffix("|"))]


def _table(rows: list[list[str]]) -> Piece:
    cells: list[Cell] = []
    place = 0
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            cells.append(Cell(row=row, column=column, start=place, end=place + len(word)))
            place += len(word) + 1
    return Piece("table", "\n".join("\t".join(words) for words in rows), cells=tuple(cells))


def unmarked(text: str) -> str:
    """The words without marks of emphasis, links, code and escapes."""
    text = _LINK.sub(r"\1", text)
    text = _TAG.sub(lambda found: "" if found[1].lower() in _TAGS else found[0], text)
    text = _EMPHASIS.sub(lambda found: found[2] or found[4], text)
    text = _EMPHASIS.sub(lambda found: found[2] or found[4], text)
    return _ESCAPE.sub(r"\1", text.replace("`", ""))
