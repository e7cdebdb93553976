"""Pages that report two or three meetings: each part has a heading of its own and a dated lead."""

import re
from itertools import pairwise

from archive.record import Block
from archive.text import plain
from minutes.extract.zh.dates import written_dates

LEAD = re.compile("(?:\\d{1,2}月\\d{1,2}日|\\d{1,2}日)[^。]{0,60}(?:召开|举行|举办)")
HEADING_LENGTH = 40


def parts_of(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """The blocks of each meeting; all of them where the page reports one.

    A part begins with a short heading line (of level 2 or without a full stop) whose next paragraph opens with a
    dated 召开. The page's own title goes with the first part.
    """
    starts = [number for number in range(len(blocks) - 1) if _begins(blocks, number)]
    if len(starts) < 2 or len({_day(blocks[start + 1].text) for start in starts}) < 2:  # noqa: PLR2004
        return [blocks]
    bounds = [0, *starts[1:], len(blocks)]
    return [blocks[start:end] for start, end in pairwise(bounds)]


def _begins(blocks: tuple[Block, ...], number: int) -> bool:
    block, lead = blocks[number], plain(blocks[number + 1].text)
    short = block.kind == "heading" or (
        len(block.text) <= HEADING_LENGTH and not re.search("[。:：]\\Z", block.text)
    )
    top = block.kind == "heading" and block.level == 1
    return (
        short
        and not top
        and block.kind != "caption"
        and bool(LEAD.match(lead[:120]) or LEAD.search(lead[:60]))
    )


def _day(text: str) -> tuple[int | None, int | None]:
    found = written_dates(plain(text[:120]))
    return (found[0].month, found[0].day) if found else (None, None)
