"""The report's title and the levels of its headings, by style or, where nobody used styles, by looks."""

import re
from collections.abc import Sequence
from statistics import multimode
from typing import Final

from msgspec.structs import replace

from archive.text import plain
from minutes.readers.captions import names_picture
from minutes.readers.normalise import Cleaner
from minutes.readers.pieces import Piece
from minutes.readers.publish import is_publish_line
from minutes.readers.word.paragraph import WordPiece

_EARLY: Final = 10  # texts among which a title stands
_LONGEST: Final = 80  # characters of a title without a style
_FIRST_LINE: Final = 60  # ... of a first line that nothing marks as title
_LARGER: Final = 1.15  # a title's type against that of the text
_DEEPEST: Final = 9
_LINES: Final = 5  # lines a title may have
_LINE: Final = 8  # characters of a title's line from which on it may be broken
_STOPS: Final = tuple("\u3002\uff1b\uff0c\uff1a\u3001;,:.!?\uff01\uff1f")
_SECTION: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、]|第[一二三四五六七八九十\d]{1,3}[章节条])"
)
# Lines above or under a title that are none: [2024]6号, 第5期, (2024年3月5日), a date, a secrecy mark.
_NO_TITLE: Final = re.compile(
    r"[(\[\u3014\u3010].*|.{0,12}[\[\u3014(]\d{4}[\])\u3015].{0,4}\d+号?|第?\s*[\d一二三四五六七八九十]+\s*[期号次]|(?:总第.{1,8}期)|"
    r"[\d\s年月日:./-]+|.{0,3}(?:机密|秘密|绝密|内部).{0,6}|-{1,2}.*|\u2014.*"
)


# The number of a document or issue: [2024]6号, 教纪[2024]6号, 第5期.
_ISSUE: Final = re.compile(
    r".{0,12}[\[\u3014(]\d{4}[\])\u3015]\s*第?\d+\s*[号期次]|[(\[]?第?\s*[\d一二三四五六七八九十]+\s*[期号][)\]]?"
)


def with_title(pieces: Sequence[Piece], cleaner: Cleaner) -> list[Piece]:
    """The pieces with one title (heading of level 1) where one is found, all other headings below it."""
    found = list(pieces)
    place = _place(found)
    if place is None:
        return [_shifted(piece, 1) for piece in found]
    title = found[place]
    lines = 1
    while lines < _LINES and place + lines < len(found) and _continues(title, found[place + lines]):
        title = _joined(title, found[place + lines], cleaner)
        lines += 1
    title = replace(title, kind="heading", level=1, title=True)
    others = found[:place] + found[place + lines :]
    shift = int(any(piece.kind == "heading" and (piece.level or 0) <= 1 for piece in others))
    below = [_shifted(piece, shift) for piece in others]
    return [*below[:place], title, *below[place:]]


def _joined(title: Piece, line: Piece, cleaner: Cleaner) -> Piece:
    text = cleaner.line(f"{title.text}\n{line.text}")
    return replace(title, text=text, goes_on=isinstance(line, WordPiece) and line.goes_on)


def _shifted(piece: Piece, shift: int) -> Piece:
    if piece.kind != "heading":
        return piece
    return replace(piece, level=max(1, min((piece.level or 0) + shift, _DEEPEST)))


def _place(pieces: Sequence[Piece]) -> int | None:
    """Where the title stands: the title's style, a heading of which there is one, an early line that looks like a
    title, an early heading, the first line.
    """
    early = [place for place, piece in enumerate(pieces) if piece.text][:_EARLY]
    headings = [place for place, piece in enumerate(pieces) if piece.kind == "heading" and piece.text]
    for place in headings:
        if pieces[place].level == 0:
            return place
    first = headings[0] if headings and headings[0] in early else None
    if first is not None and _is_alone(pieces, headings):
        return first
    looks = _by_looks(pieces, [place for place in early if first is None or place < first])
    if looks is not None:
        return looks
    if first is not None:
        return None if _is_section(pieces[first]) else first
    return _first_line(pieces, early)


def _is_alone(pieces: Sequence[Piece], headings: Sequence[int]) -> bool:
    """Whether the first heading lies above all others."""
    level = pieces[headings[0]].level or 0
    higher = any((pieces[place].level or 0) <= level for place in headings[1:])
    return not higher and not _is_section(pieces[headings[0]])


def _is_section(piece: Piece) -> bool:
    return piece.label is not None or bool(_SECTION.match(plain(piece.text)))


def _by_looks(pieces: Sequence[Piece], places: Sequence[int]) -> int | None:
    """The largest of the lines that are centred, or bold and larger than the text; of equals the first.

    A mark in large type over a document's number (某某纪要, 第5期) is not the title of what follows.
    """
    base = _text_size(pieces)
    number = next((place for place in places if _ISSUE.fullmatch(plain(pieces[place].text))), -1)
    lines = [
        (place > number and piece.size > base, piece.size, -place)
        for place in places
        if isinstance(piece := pieces[place], WordPiece)
        and _may_be_title(piece, base)
        and not (place and pieces[place - 1].kind == "picture")
    ]
    return -max(lines)[2] if lines else None


def _may_be_title(piece: WordPiece, base: float) -> bool:
    marked = piece.centred or (piece.bold and piece.size > base * _LARGER)
    return marked and piece.kind == "paragraph" and _is_line(piece.text) and len(piece.text) <= _LONGEST


def _is_line(text: str) -> bool:
    return not (
        text.endswith(_STOPS)
        or _NO_TITLE.fullmatch(plain(text))
        or is_publish_line(text)
        or names_picture(text)
    )


def _text_size(pieces: Sequence[Piece]) -> float:
    """The most frequent size of type among the paragraphs looked at."""
    sizes = [
        piece.size for piece in pieces if isinstance(piece, WordPiece) and piece.size and not piece.centred
    ]
    return min(multimode(sizes)) if sizes else 0


def _first_line(pieces: Sequence[Piece], early: Sequence[int]) -> int | None:
    """A short first line before a longer one, a label or a table, where nothing else marks a title."""
    if len(early) < 2:  # noqa: PLR2004
        return None
    first, second = pieces[early[0]], pieces[early[1]]
    line = first.kind == "paragraph" and _is_line(first.text) and ":" not in plain(first.text)
    over = len(first.text) < len(second.text) or ":" in plain(second.text[:_LINE]) or second.kind == "table"
    fits = len(first.text) <= _FIRST_LINE and over and second.kind in {"paragraph", "table"}
    return early[0] if line and fits else None


def _continues(title: Piece, line: Piece) -> bool:
    """Whether a title without style goes on in the next line: broken softly, or set in the same larger type."""
    if not (isinstance(title, WordPiece) and isinstance(line, WordPiece)):
        return False
    alike = title.kind == line.kind == "paragraph" and title.centred and line.centred
    if not (alike and title.size == line.size and title.bold == line.bold and _is_line(line.text)):
        return False
    return title.goes_on or (title.size > 0 and len(title.text) >= _LINE and len(line.text) >= _LINE // 2)
