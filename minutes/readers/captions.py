"""Which lines belong to pictures."""

import re
from typing import Final

from archive.text import plain
from minutes.readers.pieces import Piece

_NUMBERED: Final = re.compile(
    r"[(\[]?(?:图|圖|照片|表)\s*[0-9一二三四五六七八九十]{1,3}(?![0-9个月日年、.]).{0,80}|(?:Figure|Fig\.|Photo|Picture)\s*\d{1,3}\b.{0,120}"
)
_MARKED: Final = re.compile(
    r"[\u25b2\u25b3\u2191\u2b06\u25bc\u25b3(\[]*\s*(?:图为|图\s*[:|]|上图|下图|左图|右图|题图|(?:Photo|Picture|Image)(?: by| credit|:)).{1,80}|[\u25b2\u25b3\u2191\u2b06].{1,80}",
    re.IGNORECASE,
)
_BY: Final = re.compile(r".{1,80}(?:[\s(])[\u4e00-\u9fff\xb7]{2,8}\s*(?:/\s*)?[摄攝][)\s]*")
_LABEL: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、]|第[一二三四五六七八九十]).*"
)
_STOPS: Final = ("\u3002", ".", "\uff1b", ";", "\uff0c", ",", "\uff1a", ":")
_LONGEST: Final = 140
# A look at the raw text first: folding every paragraph costs more than reading it.
_HINT: Final = re.compile(
    r"[\W_]{0,4}[图圖照表上下左右题題FPI\u25b2\u25b3\u2191\u2b06\u25bc]|.*[摄攝]", re.IGNORECASE
)
_SHORT: Final = 45
_BARE: Final = 25


def names_picture(text: str) -> bool:
    """Whether a line says by itself that it belongs to a picture: 图1 ..., 图为..., a triangle, "... 摄"."""
    if len(text) > _LONGEST or not _HINT.match(text):
        return False
    line = plain(text)
    return any(pattern.fullmatch(line) for pattern in (_NUMBERED, _MARKED, _BY))


def is_caption(piece: Piece, *, under_picture: bool) -> bool:
    """Whether a piece is the caption of the picture it follows.

    Without words that say so, a line directly under a picture must be short and no sentence or numbered heading.
    """
    if piece.kind == "caption":
        return True
    if piece.title or piece.kind not in {"paragraph", "heading"}:
        return False
    if names_picture(piece.text):
        return True
    if not under_picture or piece.kind == "heading" or piece.text.endswith(_STOPS):
        return False
    if _LABEL.match(plain(piece.text)):
        return False
    return len(piece.text) <= (_SHORT if piece.centred else _BARE)
