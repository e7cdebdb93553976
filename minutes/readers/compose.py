"""Pieces put in order: what surrounds the report is set apart, captions find their pictures, blocks are numbered."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from archive.record import Block
from archive.text import plain
from minutes.readers import errors
from minutes.readers.captions import is_caption
from minutes.readers.furniture import is_chrome, is_ending, is_ending_heading
from minutes.readers.limits import Limits
from minutes.readers.pieces import Piece
from minutes.readers.publish import Facts, author_in, is_publish_line

_SENTENCE: Final = 30
_CREDITS: Final = 4  # pieces at the end of a text among which credits are looked for
_SHORT: Final = 80
_INDEX_LABELS: Final = 3
_INDEX: Final = re.compile(
    "索\\s*引\\s*号|主题分类|发文机[关构]|发布机构|公开[日时]期|成文日期|发文日期|发文字号|有\\s*效\\s*性|公开方式|公开形式|主\\s*题\\s*词|生成日期|信息分类|体裁分类|服务对象|公文时效"
)
_MOST: Final = 0.65
_AHEAD: Final = 12  # pieces after the title among which publish lines are looked for
Keep = Callable[[Mapping[str, str]], str | None]


@dataclass(slots=True)
class Composed:
    """Blocks of the report and the lines around it."""

    blocks: list[Block] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)


def compose(pieces: Sequence[Piece], facts: Facts, keep: Keep, name: str, limits: Limits) -> Composed:
    """The blocks of `pieces`; publish lines go into `facts`, `keep` takes a picture and gives its SHA-256 or None.

    Raises `TooMuchText` beyond the limits.
    """
    composed = Composed()
    title = next((number for number, piece in enumerate(pieces) if piece.title), 0)
    end = _end_of(pieces, title)
    for piece in (*pieces[:title], *pieces[end:]):
        _aside(composed, facts, piece, limits)
    body = without_publication(pieces[title:end], composed, facts, limits)
    for piece in body[-_CREDITS:]:
        _credit(facts, piece)
    composed.blocks = blocks_of(body, keep)
    check_size(composed.blocks, name, limits)
    composed.furniture = list(dict.fromkeys(composed.furniture))[: limits.furniture]
    return composed


def _end_of(pieces: Sequence[Piece], title: int) -> int:
    """Where the report ends: at the first line that stands after articles (prev/next, related), if no prose follows."""
    end = _others_from(pieces, title)
    for number in range(end - 1, title, -1):
        piece = pieces[number]
        if piece.kind in {"table", "picture"}:
            continue
        if is_ending(piece.text) or _is_aside(piece):
            end = number
        elif _is_prose(piece):
            break
    return end


def _others_from(pieces: Sequence[Piece], title: int) -> int:
    """Where a heading over other articles stands with most of the text before it."""
    sizes = [len(piece.text) for piece in pieces]
    before = sum(sizes[: title + 1])
    total = sum(sizes)
    for number in range(title + 1, len(pieces)):
        heading = pieces[number].kind in {"heading", "paragraph"} and is_ending_heading(pieces[number].text)
        if heading and before > _MOST * total:
            return number
        before += sizes[number]
    return len(pieces)


def _is_prose(piece: Piece) -> bool:
    return "\u3002" in piece.text or len(piece.text) >= _SENTENCE or piece.label is not None


def is_publication(piece: Piece) -> bool:
    """Whether a piece is a publish line, or the table of data over a public document (索引号, 发布机构, 公开日期)."""
    if piece.kind == "table":
        line = piece.text.replace("\t", " ")
        return len(_INDEX.findall(plain(line))) >= _INDEX_LABELS or (
            "\n" not in line and is_publish_line(line)
        )
    return is_publish_line(piece.text)


def _is_aside(piece: Piece) -> bool:
    return piece.kind in {"paragraph", "heading", "item"} and (
        is_chrome(piece.text) or is_publish_line(piece.text)
    )


def without_publication(
    pieces: Sequence[Piece], composed: Composed, facts: Facts, limits: Limits
) -> list[Piece]:
    """The pieces without publish lines between title and text, and without lines of chrome anywhere."""
    body: list[Piece] = []
    early = True
    for number, piece in enumerate(pieces):
        early = (
            early and number < _AHEAD and (piece.title or not _is_prose(piece) or is_publish_line(piece.text))
        )
        chrome = piece.kind in {"paragraph", "heading"} and not piece.title and is_chrome(piece.text)
        published = early and not piece.title and is_publication(piece)
        if chrome or published:
            _aside(composed, facts, piece, limits)
        else:
            body.append(piece)
    return body


def _credit(facts: Facts, piece: Piece) -> None:
    """Takes the author from a credit at the end of the text, where no publish line names one: (图文:A;审核:B)."""
    if piece.kind == "paragraph" and len(piece.text) <= _SHORT and "\u3002" not in piece.text:
        facts.put("author", author_in(piece.text))


def _aside(composed: Composed, facts: Facts, piece: Piece, limits: Limits) -> None:
    if not piece.text:
        return
    line = " ".join(piece.text.split())
    composed.furniture.append(line[: limits.line])
    if is_publication(piece):
        facts.read(line)


def blocks_of(pieces: Sequence[Piece], keep: Keep) -> list[Block]:
    """The pieces as blocks; a picture gives its SHA-256 (by `keep`) to the caption under it."""
    blocks: list[Block] = []
    picture: str | None = None
    under = False  # whether the piece before is a picture
    for piece in pieces:
        if piece.kind == "picture":
            picture = keep(piece.picture or {}) or picture
            under = True
            continue
        if not piece.text:
            continue
        if caption := is_caption(piece, under_picture=under):
            blocks.append(Block(kind="caption", text=piece.text, picture=picture))
        else:
            blocks.append(_block(piece))
        picture = None if caption or not under else picture
        under = False
    return blocks


def _block(piece: Piece) -> Block:
    kind = "paragraph" if piece.kind == "picture" else piece.kind
    return Block(kind=kind, text=piece.text, level=piece.level, label=piece.label, cells=piece.cells)


def check_size(blocks: Sequence[Block], name: str, limits: Limits) -> None:
    """Raises `TooMuchText` where the blocks go beyond the limits."""
    for what, count, limit in (
        ("characters", sum(len(block.text) for block in blocks), limits.text),
        ("paragraphs", len(blocks), limits.blocks),
        ("table cells", sum(len(block.cells) for block in blocks), limits.table_cells),
    ):
        if count > limit:
            raise errors.TooMuchText(file=name, what=what, limit=limit)
