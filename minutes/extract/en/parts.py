"""Pages that report two or three meetings: each begins with a dated line of its own and tells who was there."""

import re
from itertools import pairwise

from archive.record import Block
from archive.text import plain
from minutes.extract.en.dates import dates_in
from minutes.extract.en.title import MEETING
from minutes.extract.lazy import lazy

_OTHER = lazy(
    r"\b(?:next|last|previous|prior|future|upcoming|forthcoming|earlier)\b|\b(?:approv\w+|confirmation|adoption|accept\w*|review|reading) of\b|^\W*\d+[.)]|\bcall(?:ed)? to order\b|\broll call\b|\b(?:approved|adopted|posted|published|calendar|schedule|dates|actions?|agenda)\b",
    re.IGNORECASE,
)
_OPENING = lazy(
    r"^\W*(?:(?:members|board|committee|councillors|trustees|directors|those) )?(?:present|attendance|attendees|in attendance|apologies|participants|roll call|chair)\s*(?:[:(-]|$)|\bcalled to order\b|\bwere present\b|\btook the chair\b|\bopened the meeting\b|\bchaired by\b|\bpresid(?:ed|ing)\b|\bin the chair\b",
    re.IGNORECASE,
)
_TITLE = 140  # characters of a line that heads a meeting
_NEAR = 2  # blocks below it in which its date may stand
_REACH = 10  # blocks in which those present are named
_LEAST = 3  # blocks of a meeting


def parts_of(blocks: tuple[Block, ...]) -> list[tuple[int, tuple[Block, ...]]]:
    """The blocks of each meeting, with the number of the block that heads it; all blocks where the page reports one.

    What stands before the first heading goes with the first meeting.
    """
    starts = [number for number in range(len(blocks)) if _begins(blocks, number)]
    starts = [start for start in starts if start + 1 not in starts]  # a title above the first meeting's own
    days = {_day(blocks, start) for start in starts}
    if len(starts) < 2 or len(days) < 2:  # noqa: PLR2004
        return [(0, blocks)]
    bounds = [0, *starts[1:], len(blocks)]
    if any(end - start < _LEAST for start, end in pairwise(bounds)):
        return [(0, blocks)]
    return [
        (start - first, blocks[first:end])
        for start, (first, end) in zip(starts, pairwise(bounds), strict=True)
    ]


def _begins(blocks: tuple[Block, ...], number: int) -> bool:
    """Whether the line names a meeting, gives its day and is followed by those present."""
    block = blocks[number]
    text = plain(block.text)
    if block.label or block.kind not in {"heading", "paragraph"} or not 0 < len(text) <= _TITLE:
        return False
    if text.rstrip().endswith((".", ";", ":")) or not MEETING.search(text) or _OTHER.search(text):
        return False
    if _day(blocks, number) is None:
        return False
    following = blocks[number + 1 : number + 1 + _REACH]
    return any(_OPENING.search(line) for one in following for line in plain(one.text).split("\n"))


def _day(blocks: tuple[Block, ...], number: int) -> tuple[int, int] | None:
    """Month and day in the line or just below it."""
    for block in blocks[number : number + 1 + _NEAR]:
        for found in dates_in(plain(block.text)[:_TITLE]):
            return found.month, found.day
    return None
