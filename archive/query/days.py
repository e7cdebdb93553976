"""Days and periods as people write them in a query."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final

Period = tuple[dt.date | None, dt.date | None]  # both included; None is open

_DAY: Final = dt.timedelta(days=1)
_NUMBERS: Final = r"(\d{4})(?:[-/.\u5e74](\d{1,2})(?:[-/.\u6708](\d{1,2})\u65e5?|\u6708)?|\u5e74)?"
_AGO: Final = r"(?:last-|\u8fd1|\u6700\u8fd1)(\d{1,4})-?(?:days?|\u5929|d)"

RELATIVE: Final = {
    "today": ("day", 0),
    "今天": ("day", 0),
    "今日": ("day", 0),
    "yesterday": ("day", -1),
    "昨天": ("day", -1),
    "tomorrow": ("day", 1),
    "明天": ("day", 1),
    "this-week": ("week", 0),
    "本周": ("week", 0),
    "last-week": ("week", -1),
    "上周": ("week", -1),
    "next-week": ("week", 1),
    "下周": ("week", 1),
    "this-month": ("month", 0),
    "本月": ("month", 0),
    "last-month": ("month", -1),
    "上月": ("month", -1),
    "上个月": ("month", -1),
    "next-month": ("month", 1),
    "下月": ("month", 1),
    "下个月": ("month", 1),
    "this-quarter": ("quarter", 0),
    "本季度": ("quarter", 0),
    "last-quarter": ("quarter", -1),
    "上季度": ("quarter", -1),
    "this-year": ("year", 0),
    "今年": ("year", 0),
    "本年": ("year", 0),
    "last-year": ("year", -1),
    "去年": ("year", -1),
    "前年": ("year", -2),
    "next-year": ("year", 1),
    "明年": ("year", 1),
    "this-term": ("term", 0),
    "本学期": ("term", 0),
    "last-term": ("term", -1),
    "上学期": ("term", -1),
}
NONE: Final = frozenset({"none", "无", "没有"})


class NoTerm(ValueError):
    """A term is meant, and none is known."""


def period(text: str, today: dt.date, terms: Mapping[str, dt.date]) -> Period:
    """The days that `text` means: 2023, 2023-09, 2023年9月5日, a..b, 本学期; raises ValueError, NoTerm."""
    before, dots, after = text.partition("..")
    if not dots:
        return _one(text, today, terms)
    if not before and not after:
        raise ValueError(text)
    first = _one(before, today, terms)[0] if before else None
    last = _one(after, today, terms)[1] if after else None
    return first, last


def _one(text: str, today: dt.date, terms: Mapping[str, dt.date]) -> Period:
    if text in terms:
        return _term(sorted(terms.values()), terms[text])
    if named := RELATIVE.get(text):
        return _relative(*named, today, terms)
    if ago := re.fullmatch(_AGO, text):
        return today - int(ago[1]) * _DAY, today
    if numbers := re.fullmatch(_NUMBERS, text):
        return _calendar(*(int(part) if part else None for part in numbers.groups()))
    raise ValueError(text)


def _calendar(year: int | None, month: int | None, day: int | None) -> Period:
    assert year is not None
    if day and month:
        return dt.date(year, month, day), dt.date(year, month, day)
    if month:
        return _months(dt.date(year, month, 1), 1)
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _relative(unit: str, shift: int, today: dt.date, terms: Mapping[str, dt.date]) -> Period:
    if unit == "term":
        return _nearby_term(sorted(terms.values()), today, shift)
    if unit == "day":
        return today + shift * _DAY, today + shift * _DAY
    if unit == "week":
        monday = today + (7 * shift - today.weekday()) * _DAY
        return monday, monday + 6 * _DAY
    if unit == "year":
        return _calendar(today.year + shift, None, None)
    length = 3 if unit == "quarter" else 1
    begins = today.year * 12 + (today.month - 1) // length * length + shift * length
    return _months(dt.date(begins // 12, begins % 12 + 1, 1), length)


def _months(first: dt.date, count: int) -> Period:
    last = first.year * 12 + first.month - 1 + count
    if last // 12 > dt.MAXYEAR:
        return first, dt.date.max
    return first, dt.date(last // 12, last % 12 + 1, 1) - _DAY


def _nearby_term(begins: list[dt.date], today: dt.date, shift: int) -> Period:
    """The term of today, or one before it."""
    begun = [day for day in begins if day <= today]
    if len(begun) + shift < 1:
        raise NoTerm
    return _term(begins, begun[shift - 1])


def _term(begins: list[dt.date], first: dt.date) -> Period:
    """A term lasts until the next one begins."""
    later = [day for day in begins if day > first]
    return first, (later[0] - _DAY if later else None)
