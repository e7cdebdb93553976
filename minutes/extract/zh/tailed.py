"""Tasks below a heading, each with who and by when behind it: 检查宿舍 责任人:王静 本周五前, 整理材料(周亮,月底前)."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from archive.text import plain
from minutes.extract.zh.dues import Due, find_due
from minutes.extract.zh.names import names_of
from minutes.extract.zh.owners import Owner, owners_of
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.subjects import skip_markers

HEAD = re.compile(
    "(?:本周|下周|本月|下月|近期|下一?步|下一?阶段|后续|会后)(?:重点)?(?:工作)?(?:安排|计划|任务|事项|工作|重点)|"
    "工作安排|任务分[工解]|工作分工|任务清单|责任分工|待办|行动项|跟进事项"
)
LED = re.compile(f"[ \\d一二三四五六七八九十()、.]{{0,5}}(?:{HEAD.pattern})(?:如下)?:")
PART = re.compile("[^;\u3002]+[;\u3002]?")
REVIEWED = re.compile("上(?:周|月|次)工作安排|(?:完成|落实|执行|进展|推进)情况\\W*\\Z")
LONGEST_HEAD, LONGEST_TASK = 24, 160
_WHO = "(?P<who>[^\\s,;:()\u3002]{1,30}?)"
_DUE = "(?P<due>[^\\s,;:()\u3002](?:[^,;:()\u3002\u3011\\]]|:(?=\\d))*)"
_END = "[ ;\u3002]*\\Z"
_LABEL = "(?:责任|负责|牵头|承办|落实|主责|经办)(?:人|单位|部门|科室|领导)"
LABEL = re.compile(f"{_LABEL}(?:为|是)?[: ]")
NO_OWNER = re.compile("[由要应须的将把无]|待定")
SHAPES = (
    f"[\\s,;(]*{_LABEL}(?:为|是)?[: ]\\s*{_WHO}(?:[\\s,;]+(?:(?:完成)?(?:时限|时间|期限)[: ])?{_DUE})?\\)?",
    f"\\s*[(\u3010\\[]{_WHO}(?:负责|牵头)?[,;\\s]+{_DUE}[)\u3011\\]]",
    f"\\s*[\u2014\u2013-]+\\s*{_WHO}(?:负责|牵头)?[,;\\s]+{_DUE}",
    f"[\\s,;]+(?:由)?{_WHO}(?:负责|牵头)[,;\\s]+{_DUE}",
    f"[\\s,;]+{_WHO}\\s+{_DUE}",
)
OPENS = re.compile("[\\s,;(\\[\u3010\u2014\u2013-]")
BULLET = re.compile("[\u2022\u25cf\u25a0\u25aa\u25c6\u00b7*\u2014\u2013-] ?")
DASHES = " ,;\u2014\u2013-"
DONE = re.compile("了(?!解)|已")
LEAST_TASK = 4
SLACK = 3  # characters of the last words besides the date: 前完成


class Tailed(Struct, frozen=True):
    """A task and what stands behind it: characters of the text."""

    start: int
    end: int
    stop: int
    owner: Owner
    due: Due | None


def find_tailed(reading: Reading) -> Iterator[Tailed]:
    """All such tasks, in order."""
    below = False
    for number, kind in enumerate(reading.page.kinds):
        text = reading.document.views[number].text
        found = [] if kind != "prose" else list(_in_line(reading, number, below=below))
        yield from found
        if kind == "table":
            below = _in_cell(reading, number)
        elif not found and len(text) <= LONGEST_HEAD and HEAD.search(text):
            below = not REVIEWED.search(text)
        elif kind != "prose":
            below = False


def _in_cell(reading: Reading, number: int) -> bool:
    """Whether such a heading stands in a cell of the table."""
    block = reading.document.blocks[number]
    cells = (plain(block.text[one.start : one.end]) for one in block.cells)
    return any(len(one) <= LONGEST_HEAD and HEAD.search(one) and not REVIEWED.search(one) for one in cells)


def _in_line(reading: Reading, number: int, *, below: bool) -> Iterator[Tailed]:
    """The task of a line below a heading, or those behind 下周安排: in the same paragraph."""
    seen = reading.document.views[number]
    source, low = plain(seen.source[: seen.origin[-1]]), seen.origin[0]
    led = LED.match(source, low)
    if not led and (not below or len(seen.text) > LONGEST_TASK):
        return
    for part in PART.finditer(source, led.end()) if led else (None,):
        start, end = part.span() if part else (low, len(source))
        if end - start <= LONGEST_TASK and (found := _tailed(reading, number, source[:end], start)):
            yield found


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Made when a report has such a heading."""
    return tuple(re.compile(shape + _END) for shape in SHAPES)


def _tailed(reading: Reading, number: int, source: str, start: int) -> Tailed | None:
    """The task of this stretch of the block: up to the end of `source`."""
    places = [start, *(one.start() for one in OPENS.finditer(source, start))]
    for place in reversed(places):
        for shape in _shapes()[: 1 if place == start else None]:
            found = shape.match(source, place)
            if found and (one := _read(reading, number, found, start)):
                return one
    return None


def _read(reading: Reading, number: int, found: re.Match[str], low: int) -> Tailed | None:
    document = reading.document
    who, due = ([document.place_of(number, at) for at in found.span(key)] for key in ("who", "due"))
    start, stop = (document.place_of(number, at) for at in (low, found.end()))
    begin, end = skip_markers(reading.flat, start, stop), document.place_of(number, found.start())
    if bullet := BULLET.match(reading.flat, begin, end):
        begin = bullet.end()
    end = begin + len(reading.flat[begin:end].rstrip(DASHES))
    owner = _owner(reading, who[0], who[1], labelled=bool(LABEL.search(found.group())))
    when = _due(reading, due[0], due[1]) if found["due"] else None
    if begin >= end and number and reading.page.kinds[number - 1] == "prose":
        begin, end = _above(reading, number - 1)  # 责任人:王静 本周五前 on a line of its own
    if (
        owner is None
        or DONE.search(reading.flat, begin, end)
        or end - begin < LEAST_TASK
        or bool(found["due"]) != bool(when)
    ):
        return None
    return Tailed(begin, end, stop, owner, when)


def _above(reading: Reading, number: int) -> tuple[int, int]:
    """The task in the line above, if it is no heading."""
    start, end = reading.document.starts[number], reading.document.end_of(number)
    start = skip_markers(reading.flat, start, end)
    return (end, end) if HEAD.search(reading.flat, start, end) else (start, end)


def _owner(reading: Reading, start: int, end: int, *, labelled: bool) -> Owner | None:
    """Names and units alone; behind 责任人: whoever is named."""
    words = re.split("[\u3001和]", reading.document.text[start:end])
    if NO_OWNER.search(reading.document.text, start, end):
        return None
    if not labelled and not all(_is_owner(reading, word) for word in words):
        return None
    entry = reading.mentions.register.entries.get(words[0]) if len(words) == 1 else None
    return Owner(start, end, entry.name if entry else None)


def _is_owner(reading: Reading, word: str) -> bool:
    if word in reading.mentions.register.entries or names_of(reading.lexicon).is_name(word):
        return True
    return any(one.end() == len(word) for one in owners_of(reading.lexicon).tail.finditer(word))


def _due(reading: Reading, start: int, end: int) -> Due | None:
    """The date, where it is all that stands there."""
    due = find_due(reading.document.text, start, end, reading.day, cell=True)
    if due is None or due.start != start or end - due.end > SLACK:
        return None
    over = due.day and reading.day and due.day < reading.day
    return None if over else due
