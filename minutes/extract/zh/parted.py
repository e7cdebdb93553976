"""Names parted by their title, as pages in traditional characters write them: 陳主任志明."""

import re

from archive.text import plain
from minutes.extract.zh.document import Document
from minutes.extract.zh.names import Names
from minutes.extract.zh.people import TOO_WEAK, Entry
from minutes.extract.zh.titles import Title

HAN_FROM, HAN_TO = "\u3400", "\u9fff"
SURE = 3  # characters that simplified text would write otherwise
LOOKED_AT = 2000
LONGEST_GIVEN = 2
FU = "付"
PLACES = frozenset("镇乡村县")
# 东方红(退休教授) under a title of his own.
REMARK = re.compile("\\((?![^()\n]*由)[^()\n]{2,16}\\)")
MANY = re.compile("各|全体|有关|相关|所有|每|部分|其他|多[位名]|[二两三四五六七八九十几\\d]+[位名]")


def is_traditional(document: Document) -> bool:
    """Whether the source writes traditional characters."""
    text = "\n".join(block.text for block in document.body)[:LOOKED_AT]
    return (
        sum(one != other and HAN_FROM <= one <= HAN_TO for one, other in zip(text, plain(text), strict=True))
        >= SURE
    )


def given_end(flat: str, end: int, names: Names) -> int | None:
    """The end of a given name right behind the title that ends at `end`: two characters, else one."""
    for size in range(LONGEST_GIVEN, 0, -1):
        given = flat[end : end + size]
        fits = len(given) == size and given >= HAN_FROM and not set(given) & names.ungiven
        if fits and given.isalpha() and names.speaks(flat, end + size) and not names.follows(flat, end):
            return end + size
    return None


def parted_entry(document: Document, places: tuple[int, int, int, int]) -> Entry:
    """The person whose surname, title and given name stand between these places."""
    start, core, title_end, end = places
    return Entry(
        document.flat[start:core] + document.flat[title_end:end],
        document.name(start, core) + document.name(title_end, end),
        (start, core),
        [(document.name(core, title_end), (core, title_end))],
    )


def joined(item: str, start: int, end: int, names: Names) -> str | None:
    """The name of a list's item whose title stands from `start` to `end`: 教務處陳主任志明 gives 陳志明."""
    given = item[end:]
    for size in (2, 1):
        if start >= size and names.family(item, start - size) == size and 1 <= len(given) <= LONGEST_GIVEN:
            return item[start - size : start] + given
    return None


def below(flat: str, title: Title, names: Names) -> tuple[int, int] | None:
    """The name that begins the line below where a line ends in its title: 校督导组组长 / 王静通报了..."""
    start = title.end + 1
    if (
        flat[title.end : start] != "\n"
        or MANY.match(flat, title.start)
        or flat[title.core : title.end] in TOO_WEAK
    ):
        return None
    end = names.after(flat, start)
    return (start, end) if end and names.speaks(flat, end) else None


def is_no_name(flat: str, start: int, title: Title, names: Names) -> bool:
    """Whether 郭付 before 校长 is 郭 and 付 written for 副, and 柳河镇 before 镇长王静 a place."""
    size, last = title.core - start, flat[title.core - 1]
    if size == 2 and last == FU:  # noqa: PLR2004
        return True
    return last in PLACES and bool(names.after(flat, title.end)) and (size > 2 or flat[title.core] == last)  # noqa: PLR2004
