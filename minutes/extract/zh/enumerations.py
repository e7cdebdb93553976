"""Enumerations: 一是 二是, 一要 二要, 首先 其次, 第一 第二, (一) (二), 1. 2., bullets; nested, over several paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, takewhile

from msgspec import Struct, field

from minutes.extract.zh.numbers import number_of
from minutes.extract.zh.page import Page

_CN = "[一二三四五六七八九十]{1,3}"
_OPEN = "(?:(?<=[,;:\u3002!?\n \u201d\u25a1])|\\A)"
FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("是", re.compile(f"(?:{_OPEN}({_CN})|(?<![第之统唯专万不其同一])(一))是(?!一|否)(?:要(?!求|点|素))?")),
    (
        "要",
        re.compile(
            f"{_OPEN}({_CN})要(?!求|点|素)|(?<![第之统唯专万不其同每任进另哪])(?<![^上]下)(一)要(?!求|点|素|不)(?=[^\n]{{4,240}}?[,;:\u3002]二要)"
        ),
    ),
    ("第", re.compile(f"{_OPEN}第({_CN})(?:[,、:]|个?方面[,:]|点[,:])")),
    ("(一)", re.compile(f"\\(({_CN})\\)")),
    ("(1)", re.compile(r"\((\d{1,2})\)")),
    ("1.", re.compile(r"(?:(?<=[,;:。!?\n ])|\A)(\d{1,2})[.、](?!\d(?!\d?月\d{1,2}日|\d?月[底末前份]))")),
    ("①", re.compile("([\u2460-\u2473])")),
    (
        "一、",
        re.compile("(?:(?<=[,;:\u3002!?\n ])|\\A)([一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十])"),
    ),
    ("壹、", re.compile(r"(?:(?<=\n)|\A)([壹贰叁肆伍陆柒捌玖拾参])、")),
    ("首先", re.compile(f"{_OPEN}(首先|其次|再次|再者|第三|最后)(?=[,、]?(?!由|是))[,、]?(?:是)?")),
    ("方面", re.compile("(一方面|另一方面|另方面)(?:是|,)?")),
)
WORDS = {
    "首先": 1,
    "其次": 2,
    "再次": 3,
    "再者": 3,
    "第三": 3,
    "最后": 4,
    "一方面": 1,
    "另一方面": 2,
    "另方面": 2,
}
LABEL = {
    "一、": re.compile("([一二三四五六七八九十]{1,3})[、.]"),
    "壹、": re.compile("([壹贰叁肆伍陆柒捌玖拾参])[、.]"),
    "(一)": re.compile(f"[(\uff08]({_CN})[)\uff09]"),
    "(1)": re.compile("[(\uff08]?(\\d{1,2})[)\uff09]"),
    "1.": re.compile("(\\d{1,2})[.、\uff0e]?"),
    "①": re.compile("([\u2460-\u2473])"),
}
ENUMERATED = re.compile(
    f"\\(?(?:{_CN}|\\d{{1,2}}|[\u2460-\u2473])[)、.\uff0e是要]|[\u2460-\u2473]|第{_CN}|首先"
)
BULLET = "\u2022"
# Signs of a list typed by hand at the start of a line.
SIGN = re.compile(
    "[-\u2022\u00b7\u25cf\u25a0\u25aa\u25cb\u25c6\u25c7\u2605\u2606\u27a2\u25b6\u2713\u221a*\u2013\u25a1] ?(?=[^\\s\\d-])"
)


class Marker(Struct, frozen=True):
    """An enumerator: `start` to `end` are its characters (none for a label that stands apart from the text)."""

    kind: str
    ordinal: int
    start: int
    end: int
    block: int
    heads: bool  # it begins its block


class Series(Struct):
    """The members of one enumeration."""

    markers: list[Marker]
    ends: list[int] = field(default_factory=list)

    def members(self) -> list[tuple[int, int]]:
        """The characters of each member, enumerators left out."""
        return [(one.end, end) for one, end in zip(self.markers, self.ends, strict=True)]

    @property
    def start(self) -> int:
        """Where the first enumerator stands."""
        return self.markers[0].start

    @property
    def end(self) -> int:
        """Where the last member ends."""
        return self.ends[-1]

    @property
    def by_blocks(self) -> bool:
        """Whether every member begins a block of its own."""
        return all(one.heads for one in self.markers)


def find_series(page: Page) -> list[Series]:
    """All enumerations, outer before inner; single enumerators are kept, the caller asks whether one was announced."""
    open_series: list[Series] = []
    found: list[Series] = []
    for marker in sorted(_markers(page), key=lambda one: (one.start, one.end)):
        _place(marker, open_series, found)
    starts = sorted((marker.start, series.start) for series in found for marker in series.markers)
    for series in found:
        _close(page, series, starts)
    return sorted(found, key=lambda one: (one.start, -one.end))


def _place(marker: Marker, open_series: list[Series], found: list[Series]) -> None:
    """A marker goes on with the innermost series of its kind that awaits it, or begins a new one."""
    for depth in reversed(range(len(open_series))):
        last = open_series[depth].markers[-1]
        goes_on = marker.ordinal == last.ordinal + 1 or (
            marker.kind == "首先" and marker.ordinal > last.ordinal
        )
        if last.kind == marker.kind and goes_on and _near(last, marker):
            del open_series[depth + 1 :]
            open_series[depth].markers.append(marker)
            return
    if marker.ordinal == 1:
        while open_series and any(one.markers[-1].kind == marker.kind for one in open_series):
            open_series.pop()
        series = Series([marker])
        open_series.append(series)
        found.append(series)


def _near(last: Marker, marker: Marker) -> bool:
    """Enumerations within a paragraph go on in the next one at most; those of blocks go on for pages."""
    reach = 60 if last.heads and marker.heads else 3
    return marker.block - last.block <= reach


def _close(page: Page, series: Series, starts: list[tuple[int, int]]) -> None:
    """A member ends at the next enumerator; the last one with its block, or with the member around it."""
    nexts = [one.start for one in series.markers[1:]]
    last = series.markers[-1]
    limit = page.document.end_of(last.block)
    behind = takewhile(
        lambda one: one[0] < limit, islice(starts, bisect_right(starts, (last.start, limit)), None)
    )
    limit = next((start for start, outer in behind if outer < series.start), limit)
    if last.kind == "方面":
        stop = page.document.flat.find("\u3002", last.end, limit)
        limit = stop if stop >= 0 else limit
    series.ends = [*(_trimmed(page, end) for end in nexts), limit]


def _trimmed(page: Page, end: int) -> int:
    while end and page.document.flat[end - 1] in " \n":
        end -= 1
    return end


def _markers(page: Page) -> Iterator[Marker]:
    prose = page.prose()
    for number in prose:
        yield from _markers_in(page, number)
    yield from _bullets(page, prose)


def _markers_in(page: Page, number: int) -> Iterator[Marker]:
    start, end = page.document.starts[number], page.document.end_of(number)
    if labelled := _labelled(page, number, start):
        yield labelled
    for kind, pattern in FORMS:
        for found in pattern.finditer(page.document.flat, start, end):
            if marker := _marker(kind, found, number, start):
                yield marker


def _marker(kind: str, found: re.Match[str], number: int, start: int) -> Marker | None:
    word = found[1] or found[2]
    ordinal = WORDS.get(word) or _ordinal(word)
    if ordinal is None:
        return None
    end = found.end() - 1 if kind == "是" and found.group().endswith("要") else found.end()
    return Marker(
        kind, ordinal, found.start(), end if kind != "要" else found.end(), number, found.start() == start
    )


def _ordinal(word: str) -> int | None:
    if len(word) == 1 and "\u2460" <= word <= "\u2473":
        return ord(word) - 0x245F
    return number_of(word)


def _labelled(page: Page, number: int, start: int) -> Marker | None:
    """A label the reader kept apart from the text."""
    label = page.document.blocks[number].label or ""
    for kind, pattern in LABEL.items():
        if (found := pattern.fullmatch(label.strip())) and (ordinal := _ordinal(found[1])):
            return Marker(kind, ordinal, start, start, number, heads=True)
    return None


def _bullets(page: Page, prose: list[int]) -> Iterator[Marker]:
    """Items without a number that follow a line ending in a colon."""
    count, last = 0, -2
    for number in prose:
        block = page.document.blocks[number]
        plain = block.kind == "item" and not re.search(r"[\d一二三四五六七八九十]", block.label or "")
        if ENUMERATED.match(page.document.views[number].text) or re.search(
            r"[\d一二三四五六七八九十]", block.label or ""
        ):
            count = 0
            continue
        begins = count == 0 and _ends_in_colon(page, number - 1)
        place = page.document.starts[number]
        sign = SIGN.match(page.document.flat, place)
        if (plain or sign or _semicolon(page, number)) and (begins or (count and last == number - 1)):
            count, last = count + 1, number
            yield Marker(BULLET, count, place, sign.end() if sign else place, number, heads=True)
        elif count and last == number - 1 and _semicolon(page, last):
            yield Marker(BULLET, count + 1, place, place, number, heads=True)
            count = 0
        else:
            count = 0


def _ends_in_colon(page: Page, number: int) -> bool:
    return number >= 0 and page.document.views[number].text.rstrip().endswith(":")


def _semicolon(page: Page, number: int) -> bool:
    return page.document.views[number].text.rstrip().endswith(";")
