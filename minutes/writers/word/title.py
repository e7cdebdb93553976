"""A long title in lines of even length that split no word, as far as can be told without a dictionary."""

import re
from functools import cache
from typing import Final

# after these a line may end: particles, closing marks, tails of names of bodies
_AFTER: Final = "(?<=[的和与及暨\u3001\uff0c\u300b\u201d\uff09])|(?<=大学)|(?<=学院)|(?<=公司)|(?<=委员会)|(?<=年度)|(?<=\\d年)"
# before these one may begin
_BEFORE: Final = (
    "(?=关于|召开|举行|举办|学习|(?<!学习)贯彻|传达|专题|工作|(?<!工作)会议|\u300a|\u201c|\uff08)"
)
_LATIN: Final = "[0-9A-Za-z][ -~]*[0-9A-Za-z%]|[\u201c\u300a][^\u201d\u300b]{1,12}[\u201d\u300b]"


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """Compiled when a title is long: most are not."""
    return re.compile(source)


def balanced(title: str, room: int) -> str:
    """`title` with line feeds where its lines end; lines grow or shrink gently (GB/T 9704-2012, 7.3.1)."""
    lines = -(-len(title) // room)
    if lines < 2:  # noqa: PLR2004 (one line needs no break)
        return title
    pieces, start = [], 0
    for left in range(lines, 1, -1):
        ideal = start + -(-(len(title) - start) // left)
        end = _best(title, start, ideal, room)
        pieces.append(title[start:end])
        start = end
    return "\n".join((*pieces, title[start:]))


def _best(title: str, start: int, ideal: int, room: int) -> int:
    """The good place nearest to the ideal one; the ideal one itself where there is none within four characters."""
    good = {found.start() for found in _pattern(f"{_AFTER}|{_BEFORE}").finditer(title)}
    near = [place for place in good if abs(place - ideal) <= 4 and start < place <= start + room]  # noqa: PLR2004
    near = [place for place in near if not _within(title, place)]
    return min(near, key=lambda place: (abs(place - ideal), place), default=_outside(title, ideal))


def _within(title: str, place: int) -> bool:
    return any(found.start() < place < found.end() for found in _pattern(_LATIN).finditer(title))


def _outside(title: str, place: int) -> int:
    """`place`, or the start of the number, Latin word or quotation it stands in."""
    return next(
        (found.start() for found in _pattern(_LATIN).finditer(title) if found.start() < place < found.end()),
        place,
    )
