"""Publish lines: what a page or text says about its own publication, read into the source's data, kept out of the body.

Patterns are written for `archive.text.plain`: half-width, simplified. The labels are those seen on 115 real Chinese pages.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from archive.text import plain
from minutes.readers.limits import LIMITS

# What each label tells. Only those with True make a line a publish line by themselves; 时间, 地点, 主持, 记录 are no
# labels of publication at all: minutes begin with them.
_TIMES: Final = (
    "发布时间|发布日期|发表时间|发表日期|发稿时间|更新时间|更新日期|更新于|录入时间|添加时间|上传时间|创建时间|"
    "最后修改时间|最后更新|发表于|发布于|编辑于|撰稿时间|公告日期|发文日期"
)
_PUBLISHERS: Final = "发布人|发布者|发布单位|发布部门|发布机构|发布来源|发文单位|信息来源|新闻来源|文章来源|稿件来源|内容来源|来源|稿源|供稿单位|供稿部门|供稿"
_AUTHORS: Final = "文章作者|作者|撰稿人|撰稿|发稿人|通讯员|供稿人|撰文|图文|记者|文"
_COUNTS: Final = "评论数|评论|浏览次数|浏览量|浏览数|浏览|点击次数|点击数|点击量|点击率|点击|阅读次数|阅读数|阅读量|阅读|访问次数|访问量|人气|点阅数|点阅"
_HANDS: Final = "责任编辑|编辑|责编|录入者|录入|审核人|审核|审稿|初审|复审|终审|校对|摄影|图片|文字|图"
_REST: Final = "字号|字体大小|字体|打印|分享到|分享至|分享|收藏|所属栏目|栏目|信息分类|索引号|关键词|关键字|标签|日期|时间"
_LABEL: Final = re.compile(
    rf"(?:(?P<time>{_TIMES})|(?P<publisher>{_PUBLISHERS})|(?P<count>{_COUNTS})|(?P<hand>{_HANDS})"
    rf"|(?P<author>{_AUTHORS})|(?P<rest>{_REST}))\s*(?:[:|/]|(?=\[)|(?=\d))\s*"
)
_SURE: Final = {"time", "publisher", "count"}
_SURE_WORDS: Final = {
    "责任编辑",
    "责编",
    "录入者",
    "录入",
    "字号",
    "字体",
    "打印",
    "作者",
    "分享到",
    "关键词",
    "关键字",
}
_ENGLISH: Final = re.compile(
    r"(?:Posted|Published|Created|Submitted|Written|Date published|First published|Last (?:updated|modified|reviewed)|"
    r"Updated|Page updated|Modified)(?:\s*(?:on|by|at|:|in)\b|:).{0,120}",
    re.IGNORECASE,
)
_ENGLISH_DATE: Final = re.compile(
    r"(?:Posted|Published|Updated|Last updated|Created|Modified)\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]{2,8}\.?\s+(?:\d{1,2},?\s+)?20\d\d",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"\bby:?\s+([A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*){0,3})")
# Words of minutes and of speech: a line with one of them is never a publish line.
_MINUTES: Final = re.compile(
    "主持|地点|出席|列席|参加|缺席|请假|主席|会议室|Present|Attendees|Apologies|Chair|Location|Place:"
)
# A moment as publish lines write it; minutes add 星期, 上午 or a range.
_MOMENT: Final = r"((?:19|20)\d\d)\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:[T\s,]{0,3}(\d{1,2}):(\d\d)(?::\d\d)?)?"
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_FIND: Final = re.compile(_MOMENT)
_FIND_ENGLISH: Final = re.compile(
    rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)|(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+((?:19|20)\d\d)",
    re.IGNORECASE,
)
# 11/13/2023 or 13/11/2023; where both numbers may be the month, nobody can tell.
_FIND_SLASHED: Final = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)")
_MOST_MONTHS: Final = 12
# A date with a clock and nothing else was set by a machine; a bare date may be the meeting's, or that of signing.
_STAMP: Final = re.compile(
    r"[\s\[\]()|/]*(?:19|20)\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?[T\s]{1,3}\d{1,2}:\d\d(?::\d\d)?\W*"
)
_ONLY_DATE: Final = re.compile(
    r"[\s\[\]()|/]*(?:19|20)\d\d\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?[\s\[\]()|/]*"
)
_PINYIN: Final = re.compile(
    "(?<=[\u4e00-\u9fff])\\([a-z\u00e0-\u01dc]{1,6}\\)"
)  # left by machines that turn 简 into 繁
_OFFICE: Final = re.compile("^(?:本报|本网)?(?:记者|通讯员|特约通讯员)\\s*")
_EDGES: Final = " \t,;|/\xb7\u3001\u3010\u3011[]()<>\u300a\u300b-"
_LONG: Final = 160
_NEAR: Final = 3  # characters before the first label of a credit
_ENOUGH: Final = 2  # labels that are not sure alone


@dataclass(slots=True)
class Facts:
    """What the source says of itself; the first word on each wins."""

    publisher: str | None = None
    author: str | None = None
    published: str | None = None  # YYYY-MM-DD or YYYY-MM-DDTHH:MM
    address: str | None = None

    def put(self, name: str, value: str | None) -> None:
        """Keeps `value` as `name` unless there is one already; blanks and overlong values are none."""
        value = " ".join((value or "").split())
        if value and len(value) <= LIMITS.line and getattr(self, name) is None:
            setattr(self, name, value)

    def read(self, line: str) -> None:
        """Takes publisher, author and time from a publish line."""
        self.put("published", moment_in(line))
        if by := _BY.search(line):
            self.put("author", by[1])
        line = _PINYIN.sub("", plain(line)) if _PINYIN.search(plain(line)) else line
        flat = plain(line)
        labels = list(_LABEL.finditer(flat))
        ends = [*(label.start() for label in labels[1:]), len(flat)]
        for label, end in zip(labels, ends, strict=False):
            words = line[label.end() : end]
            if date := _FIND.search(plain(words)):
                words = words[: date.start()]
            value = _OFFICE.sub("", words.strip(_EDGES))
            if label.lastgroup in {"publisher", "author"}:
                self.put(label.lastgroup, value)


def author_in(text: str) -> str | None:
    """Who wrote, by a credit: 图文, 撰稿, 供稿, 作者; None where the text names nobody."""
    facts = Facts()
    labels = [label for label in _LABEL.finditer(plain(text)) if label.lastgroup == "author"]
    if labels and labels[0].start() <= _NEAR:
        facts.read(text)
    return facts.author


def is_publish_line(text: str) -> bool:
    """Whether `text` is a line of data on the publication: 发布时间:2023-12-01 来源:教务处 浏览次数:33.

    A credit in brackets at the end of an article is not: it belongs to the text.
    """
    if len(text) > 2 * _LONG:
        return False
    line = _PINYIN.sub("", plain(text).strip())
    if len(line) > _LONG or "\u3002" in line or _MINUTES.search(line) or line[:1] == "(":
        return False
    if any(pattern.fullmatch(line) for pattern in (_STAMP, _ENGLISH, _ENGLISH_DATE)):
        return True
    labels = list(_LABEL.finditer(line))
    dated = _FIND.match(line)
    if not labels or labels[0].start() > (dated.end() + _NEAR if dated else len(line) // 2):
        return False
    sure = any(label.lastgroup in _SURE or label[0].rstrip(" :|/") in _SURE_WORDS for label in labels)
    return sure or len(labels) >= _ENOUGH


def is_bare_date(text: str) -> bool:
    """Whether a piece of text, marked by its element as data on the publication, is a date in figures alone."""
    return bool(_ONLY_DATE.fullmatch(plain(text)))


def is_dated(text: str) -> bool:
    """Whether a short piece of text, marked by its element as data on the publication, has a date and no word of minutes."""
    line = plain(text)
    return len(line) <= _LONG and moment_in(line) is not None and not _MINUTES.search(line)


def moment_in(text: str) -> str | None:
    """The first date in `text` as YYYY-MM-DD, with THH:MM where a time follows; None where there is no such day."""
    for found in _FIND.finditer(plain(text)):
        numbers = [int(part) if part else None for part in found.groups()]
        if written := _written(*numbers):
            return written
    for found in _FIND_ENGLISH.finditer(text):
        month, day, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
        if written := _written(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day)):
            return written
    return _slashed(text)


def _slashed(text: str) -> str | None:
    found = _FIND_SLASHED.search(text)
    if not found:
        return None
    month, day = sorted((int(found[1]), int(found[2])))
    return _written(int(found[3]), month, day) if day > _MOST_MONTHS else None


def _written(
    year: int | None, month: int | None, day: int | None, hour: int | None = None, minute: int | None = None
) -> str | None:
    try:
        date = dt.date(year or 0, month or 0, day or 0).isoformat()
        return date if hour is None else f"{date}T{dt.time(hour, minute or 0):%H:%M}"
    except ValueError:
        return None
