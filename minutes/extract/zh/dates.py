"""Dates and times as Chinese reports write them, before anything is known of the year."""

import re
from collections.abc import Iterator

from msgspec import Struct

from minutes.extract.zh.numbers import number_of

_N = "[\\d\u3007○零一二三四五六七八九十]"
# Word files put spaces between figures and characters: 2024 年 3 月 5 日.
_YEAR = "(?P<era>民国 ?)?(?P<year>(?<![\\d.])(?:\\d{4}|\\d{2,3}|[\u3007○零一二三四五六七八九]{3,4}|一百[零一二三四五六七八九十]{1,3})) ?年 ?"
_MONTH = f"(?P<month>{_N}{{1,3}}) ?月 ?"
_DAY = f"(?P<day>{_N}{{1,3}}) ?[日号](?!报|线|楼|会议室|院|文|馆)"
_TO = " ?(?:至|到|-|\u2014|\u2013|~|\u2015|\u3001|和)+ ?"
_END = (
    f"(?:(?P<end_year>\\d{{4}}) ?年 ?)?(?:(?P<end_month>{_N}{{1,3}}) ?月 ?)?(?P<end_day>{_N}{{1,3}}) ?[日号]"
)
DATE = re.compile(f"(?:{_YEAR})?{_MONTH}{_DAY}?(?: ?\\([^()]{{1,6}}\\))?(?:{_TO}{_END})?")
RANGE = re.compile(f"(?:{_YEAR})?{_MONTH}(?P<day>{_N}{{1,3}}) ?[日号]?{_TO}{_END}")
COMPACT = re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
REPUBLICAN = re.compile(
    r"(?<!\d)(?P<year>1\d\d)(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)"
)
NUMERIC = re.compile(
    r"(?<![\d.-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d.-])"
)
DAY_ONLY = re.compile(
    r"(?<![\d月年.])(?P<day>\d{1,2})[日号](?=上午|下午|晚|中午|早|[,，]|举行|召开|,|从|在|至)"
)
DAMAGED = re.compile(
    r"(?<![\d年月.])(?P<both>(?:1[0-2]|[1-9])(?:[12]\d|3[01]|0?[1-9]))日(?=上午|下午|晚|,|举行|召开|在)"
)
RELATIVE = re.compile(
    "(?P<word>今天|今日|今早|今晚|昨天|昨日|昨晚|前天)(?=上午|下午|晚上?|早上|中午|,|[^,。]{0,16}(?:召开|举行))"
)
BACK = {"今": 0, "昨": 1, "前": 2}

HALF = "上午|下午|中午|晚上|晚间|早上|清晨|凌晨|晚|早"
CLOCK = re.compile(
    f"(?:(?P<half>{HALF}) ?)?(?P<hour>\\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})(?: ?[:\uff1a] ?(?P<minute>\\d{{2}})(?!\\d)|[点时](?P<spoken>半|一刻|三刻|\\d{{1,2}}分?|(?=[,。;)\n至到\\-\u2014 在举召整正开]|\\Z))整?)"
)
QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}
WEEKDAY = re.compile("(?:周|星期|礼拜)([一二三四五六日天])")
REPUBLIC = 1911  # the year before the first of the Republic of China: 民國113年 is 2024
CENTURY = 2000
NOON = 12


class Written(Struct, frozen=True):
    """A date as written: what is missing is None."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    end_month: int | None = None
    end_day: int | None = None
    back: int | None = None  # days before the publish day: 昨天 is 1
    damaged: bool = False
    end_year: int | None = None


def written_dates(text: str, start: int = 0, end: int | None = None) -> list[Written]:
    """All dates in this stretch, in order; a month alone is none."""
    stop = len(text) if end is None else end
    found = [one for one in _all(text, start, stop) if one.back is not None or one.day is not None]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Written] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _all(text: str, start: int, stop: int) -> Iterator[Written]:
    for pattern in (RANGE, DATE, NUMERIC, DAY_ONLY):
        for found in pattern.finditer(text, start, stop):
            yield _written(found)
    for found in RELATIVE.finditer(text, start, stop):
        yield Written(*found.span(), None, None, None, back=BACK[found["word"][0]])
    for found in DAMAGED.finditer(text, start, stop):
        yield Written(*found.span(), None, None, int(found["both"]), damaged=True)


def _written(found: re.Match[str]) -> Written:
    parts = found.groupdict()
    values = {
        key: number_of(parts.get(key) or "") for key in ("month", "day", "end_year", "end_month", "end_day")
    }
    year = number_of(parts.get("year") or "")
    return Written(
        *found.span(),
        year and _full_year(year, republic=bool(parts.get("era"))),
        month=values["month"],
        day=values["day"],
        end_month=values["end_month"],
        end_day=values["end_day"],
        end_year=values["end_year"],
    )


def _full_year(year: int, *, republic: bool) -> int:
    """113年 is of the Republic of China, 06年 of this century."""
    if republic or 90 < year < 200:  # noqa: PLR2004
        return year + REPUBLIC if republic or year >= 100 else year + 1900  # noqa: PLR2004
    return year + CENTURY if year < 100 else year  # noqa: PLR2004


def clock(found: re.Match[str]) -> str | None:
    """The time of day as HH:MM; 下午2点半 is 14:30."""
    hour = number_of(found["hour"])
    spoken = found["spoken"] or ""
    minute = (
        int(found["minute"])
        if found["minute"]
        else QUARTERS.get(spoken) or number_of(spoken.rstrip("分") or "0")
    )
    if hour is None or minute is None:
        return None
    if (found["half"] or "")[:1] in {"下", "晚"} and hour < 12:  # noqa: PLR2004
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None  # noqa: PLR2004


def clock_after(first: re.Match[str], last: re.Match[str]) -> str | None:
    """The second of two times: 下午3:00-5:00 ends at 17:00."""
    begin, end = clock(first), clock(last)
    if begin and end and end < begin and not last["half"] and int(end[:2]) < NOON:
        return f"{int(end[:2]) + NOON:02}{end[2:]}"
    return end


def figures_alone(text: str, start: int, end: int) -> Written | None:
    """20240305, and 113/03/05 of the Republic of China: dates only where a date is expected."""
    found = COMPACT.search(text, start, end) or REPUBLICAN.search(text, start, end)
    if found is None:
        return None
    year, month, day = (int(found[key]) for key in ("year", "month", "day"))
    return Written(*found.span(), year if year > CENTURY else year + REPUBLIC, month, day)
