"""The element of a page that shows the report's own title."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from archive.text import plain
from minutes.readers.furniture import is_chrome, is_ending
from minutes.readers.limits import LIMITS
from minutes.readers.page.outline import Outline
from minutes.readers.page.words import HEADINGS, names_title
from minutes.readers.publish import is_publish_line

_EARLY: Final = 0.15  # share of the article's prose that may stand before its title
_PASSAGE: Final = 400.0  # and prose after which no title comes
_CANDIDATES: Final = 1_000
_GOOD: Final = 2.4
_TAGS: Final = {"h1": 3.0, "h2": 2.0, "h3": 1.5, "h4": 1.0}
_LARGE: Final = frozenset({"4", "5", "6", "7", "+1", "+2", "+3"})  # <font size>
_LINKED: Final = 0.4
_LONG: Final = 8
_LEAST: Final = 4  # characters of a title that no heading tag marks
_OF_MEETINGS: Final = re.compile(
    "会议|例会|会$|纪要|紀要|记录|紀錄|座谈|座談|召开|會議|minutes|meeting|teleconference", re.IGNORECASE
)
_NAME_OF_A_SITE: Final = re.compile(
    r"(?:city|town|village|county|borough|parish|township)\s+of\s+[\w\s,.'-]{1,40}"
    r"|[\w\s&'-]{2,40}\b(?:council|district|university|college|school|society|association|ltd|inc)\.?"
    r"|[^\uff0c\u3002,]{2,16}(?:大学|学院|中学|小学|医院|政府|公司|集团|局|委员会|网|网站|门户)",
    re.IGNORECASE,
)
_GENERIC: Final = re.compile(
    "minutes|meetingminutes|meetings?|agenda|news|会议纪要|会议记录|会议新闻|新闻|新闻中心|正文|详情|公告|通知公告|工作动态"
)
_MARKED_DRAFT: Final = re.compile("^[-\u2013\u2014(\\[]*draft[-\u2013\u2014)\\]:]+")
_DAY_ALONE: Final = re.compile(
    r"(?:[a-z]{3,9}day,?)?(?:\d{1,2}(?:st|nd|rd|th)?,?[a-z]{3,9},?\d{4}|[a-z]{3,9}\d{1,2}(?:st|nd|rd|th)?,?\d{4}|\d{4}[-./\u5e74]\d{1,2}[-./\u6708]\d{1,2}\u65e5?)"
)
_NAMES_NO_BODY: Final = re.compile(
    r"(?:draft)?minutesof(?:the|a)?meeting(?:heldon|of|on|heldat)"
)  # a line below a title


def title_in(rows: Outline, core: int, wanted: list[str]) -> int | None:
    """The best by tag, class, place and likeness to the titles `wanted` of the head; None where none is good enough."""
    forms = [bare for form in wanted if (bare := _bare(form))]
    best, found = _GOOD, None
    for row in islice(_candidates(rows, core), _CANDIDATES):
        if (mark := _mark(rows, row, forms)) > best:
            best, found = mark, row
    return found


def _candidates(rows: Outline, core: int) -> Iterator[int]:
    """Short lines outside menus, up to where the article's prose has begun."""
    before = 0.0
    row = 0
    most = min(_EARLY * rows.prose[core], _PASSAGE)
    while row <= rows.end[core] and before <= most:
        if row >= core and rows.block[row] == row:
            before += rows.own[row]
        if _may_be(rows, row):
            yield row
        menu = rows.looks[row] == "strong" and not rows.inside(core, row) and not _has_heading(rows, row)
        row = rows.end[row] + 1 if menu else row + 1


def _has_heading(rows: Outline, row: int) -> bool:
    """Whether a header or the like holds a first-level heading, which may be the title."""
    return any(rows.elements[one].tag == "h1" for one in range(row, rows.end[row] + 1))


def _may_be(rows: Outline, row: int) -> bool:
    if not 1 < rows.chars[row] <= LIMITS.title:
        return False
    if rows.elements[row].tag in HEADINGS:
        return True
    return rows.leaf[row] and rows.chars[row] >= _LEAST and rows.linkedness(row) <= _LINKED


def _mark(rows: Outline, row: int, forms: list[str]) -> float:
    text = rows.text(row)
    if _GENERIC.fullmatch(_bare(text)):
        return 1.0
    if is_publish_line(text) or is_chrome(text) or is_ending(text):
        return 0.0
    around = rows.path(row)
    bare = _bare(text)
    mark = _TAGS.get(str(rows.elements[row].tag), 0.0) + _likeness(bare, forms)
    mark += 2.0 * any(names_title(rows.names(one)) for one in around[:2])
    mark += 1.0 * _is_large(rows, row)
    mark += 1.5 * bool(_OF_MEETINGS.search(text) and not _NAMES_NO_BODY.match(bare))
    mark -= 6.0 * bool(_DAY_ALONE.fullmatch(bare))
    mark -= 3.0 * bool(_NAME_OF_A_SITE.fullmatch(text))
    mark -= 4.0 * any(rows.looks[one] == "strong" for one in around)
    mark -= 2.0 * (rows.linkedness(row) > _LINKED)
    return mark - 3.0 * text.endswith(("\u3002", "\uff1b", ";"))


def _likeness(text: str, forms: list[str]) -> float:
    """6 for a title that the head gives as such, less for later forms and for parts."""
    if text in forms:
        return max(4.0, 6.0 - forms.index(text))
    parts = [
        (4.0 if form.startswith(text) else 2.0) * len(text) / len(form) for form in forms if text in form
    ]
    parts += [3.0 * len(form) / len(text) for form in forms if len(form) >= _LONG and form in text]
    return max(parts, default=0.0)


def _bare(text: str) -> str:
    return _MARKED_DRAFT.sub("", "".join(plain(text).split()).lower())


def _is_large(rows: Outline, row: int) -> bool:
    """Large, bold or centred, as old pages set titles without a heading tag."""
    near = [rows.elements[one] for one in (*rows.path(row)[:2], *rows.children(row))]
    return any(
        str(element.get("size", "")) in _LARGE or element.tag in {"center", "b", "strong"} for element in near
    )
