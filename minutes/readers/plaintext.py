"""Plain text: the title is the first line; pictures have left their names, pages their publish lines."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from minutes.readers import errors
from minutes.readers.compose import compose
from minutes.readers.normalise import Cleaner
from minutes.readers.origin import Origin
from minutes.readers.pictures import Album, is_stamped
from minutes.readers.pieces import Piece
from minutes.report import Report

_LINE_END: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_LATIN: Final = re.compile("[A-Za-z]")
_WRAPPED: Final = range(50, 100)  # characters of a line in a text broken at a fixed width
_RULE: Final = re.compile(r"[\s=\-_*~#]{3,}")


def read_text(text: str, origin: Origin, album: Album) -> Report:
    """The report in a plain text; raises `NoText` where it has no word."""
    pieces = list(islice(_pieces(text, origin), origin.limits.blocks + 1))
    if not any(piece.text for piece in pieces):
        raise errors.NoText(file=origin.name)
    composed = compose(pieces, origin.facts, album.keep, origin.name, origin.limits)
    composed.furniture += [name for name in album.names if name not in composed.furniture]
    return origin.report(composed.blocks, album, furniture=composed.furniture)


def _pieces(text: str, origin: Origin) -> Iterator[Piece]:
    title = True
    for line in paragraphs(text, origin.notebook.cleaner):
        if is_stamped(line):
            yield Piece("picture", picture={"src": line})
        elif title:
            title = False
            yield _first(line, origin)
        else:
            yield Piece("paragraph", line)


def _first(line: str, origin: Origin) -> Piece:
    if len(line) > origin.limits.title:
        return Piece("paragraph", line)
    return Piece("heading", line, level=1, title=True)


def paragraphs(text: str, cleaner: Cleaner) -> Iterator[str]:
    """Clean paragraphs: the lines, or what stands between blank lines where the text is broken at a fixed width."""
    for group in re.split(r"\n\s*\n", _LINE_END.sub("\n", text)):
        lines = [
            line for raw in group.split("\n") if (line := cleaner.line(raw)) and not _RULE.fullmatch(line)
        ]
        yield from [" ".join(lines)] if _is_wrapped(lines) else lines


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines of Latin text end where the width ran out: all but the last nearly as long as the longest."""
    if len(lines) < 2 or not all(_LATIN.search(line) for line in lines):  # noqa: PLR2004
        return False
    longest = max(map(len, lines))
    return longest in _WRAPPED and all(len(line) > longest - 20 for line in lines[:-1])
