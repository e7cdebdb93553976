"""The same report in other bytes: recognised by sentences that hardly any other report has.

A report's prints are the six smallest check sums of its longer sentences: two forms of one report share nearly all of
them, whatever the layout around. Two weekly meetings may share half of their sentences; they differ in their day, and the
text as a whole decides.
"""

import re
import zlib
from typing import Any, Final

from archive.text import fold

PRINTS: Final = 6
SHORTEST: Final = 8  # characters of a sentence that counts
SHARED: Final = 0.5  # of the prints, for a closer look
ALIKE: Final = 0.9  # of the two texts' pieces, for the same report
_PIECE: Final = 6  # characters
_ENDS: Final = re.compile("[\u3002!?;\n\t\x02]+|\\. ")
_BETWEEN: Final = re.compile(r"[^\w\n]+")
_SIGNS: Final = re.compile(r"[\W_]+")


def prints_of(body: str) -> tuple[int, ...]:
    """Check sums of the characteristic sentences of a folded text, the smallest first."""
    sentences = _BETWEEN.sub("", _ENDS.sub("\n", body)).split("\n")
    sums = {zlib.crc32(one.encode("utf-8", "replace")) for one in sentences if len(one) >= SHORTEST}
    return tuple(sorted(sums)[:PRINTS])


def body_of(values: dict[str, Any]) -> str:
    """The whole text of a record given as JSON values, folded, blocks parted by line feeds."""
    return fold("\n".join(block["text"] for block in values["body"]))


def alike(first: dict[str, Any], second: dict[str, Any]) -> bool:
    """Whether two records (as JSON values) are of one report."""
    for name in ("date", "number"):
        if first[name] and second[name] and first[name] != second[name]:
            return False
    ours, theirs = _pieces(first), _pieces(second)
    if not ours or not theirs or _figures(first) != _figures(second):
        return ours == theirs and bool(ours)
    return len(ours & theirs) >= ALIKE * len(ours | theirs)


def _pieces(values: dict[str, Any]) -> set[str]:
    """All runs of six characters of the text without signs and spaces; captions, which one form may lack, left out."""
    blocks = (block["text"] for block in values["body"] if block["kind"] != "caption")
    text = _SIGNS.sub("", fold("".join(blocks)))
    return {text[place : place + _PIECE] for place in range(max(1, len(text) - _PIECE + 1))} - {""}


def _figures(values: dict[str, Any]) -> str | None:
    """The numbers of the title: 第5次 and 第6次 are two meetings, however alike."""
    return "".join(re.findall(r"\d+|[\u4e00-\u5341]", values["title"] or "")) or None
