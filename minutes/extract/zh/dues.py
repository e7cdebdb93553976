"""When something is due: 9月20日前, 月底前, 本周五前, 两周内."""

import datetime as dt
import re
from collections.abc import Callable

from msgspec import Struct

from minutes.extract.calendar import (
    after,
    end_of_month,
    in_week,
    months_after,
    next_date,
    next_weekday,
    safe_date,
    working_days_after,
)
from minutes.extract.zh.numbers import number_of

_N = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|两)"
_BEFORE = "(?:之?前|以前|前后|内|底前|截止|下班前|前夕|[^,;。]{0,6}?前|之内)"
_YEAR = "(?:(?P<year>20\\d\\d|民国\\d{2,3}|\\d{3})年)?"
WEEK = "一二三四五六日"
DAYS = {"天": 7, "末": 5}
# 周五 is the Friday of the meeting's week; every Friday (每周五) is no date.
_EVERY = "(?<![每各隔])"


class Due(Struct, frozen=True):
    """The words of a due date, and the day where it can be told."""

    start: int
    end: int
    day: dt.date | None


Reckon = Callable[[re.Match[str], dt.date], dt.date | None]


def _on_day(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    month, day = number_of(found["month"]), number_of(found["day"])
    if month is None or day is None:
        return None
    if year := _year(found["year"]):
        return safe_date(year, month, day)
    return next_date(meeting, month, day)


def _year(words: str | None) -> int | None:
    if not words:
        return None
    figures = number_of(re.sub("民国", "", words)) or 0
    return figures + 1911 if figures < 1000 else figures  # noqa: PLR2004


def _end_of(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """6月底, 下月底, 月底, 年底."""
    if found["whole"] and "年" in found["whole"]:
        return dt.date(meeting.year + (1 if found["whole"].startswith(("明", "次")) else 0), 12, 31)
    if found["month"]:
        month, year = number_of(found["month"]) or 0, _year(found["year"])
        this = end_of_month(year or meeting.year, month)
        return end_of_month(meeting.year + 1, month) if this and not year and this < meeting else this
    later = months_after(
        meeting.replace(day=1), 1 if found["whole"] and found["whole"].startswith(("下", "次")) else 0
    )
    return later and end_of_month(later.year, later.month)


def _day_of_month(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    day = number_of(found["day"]) or 0
    this = safe_date(meeting.year, meeting.month, day)
    if found["next"] or (this and this < meeting):
        later = months_after(meeting.replace(day=1), 1)
        return later and safe_date(later.year, later.month, day)
    return this


def _weekday(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    number = WEEK.find(found["weekday"].replace("天", "日").replace("末", "五")) + 1
    if found["which"] in {"下", "下个"}:
        return in_week(meeting, number, 1)
    if found["which"] == "下下":
        return in_week(meeting, number, 2)
    this = in_week(meeting, number)
    return next_weekday(meeting, number) if not found["which"] and this and this < meeting else this


def _week(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    return in_week(meeting, 7, 0 if found["which"] in {"本", "这"} else 1)


def _span_of(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    count = 0.5 if found["count"] == "半" else number_of(found["count"]) or 0
    unit = found["unit"]
    if "工作日" in unit:
        return working_days_after(meeting, int(count))
    if "月" in unit:
        return months_after(meeting, int(count)) if count >= 1 else after(meeting, 15)
    return after(meeting, int(count) * (7 if "周" in unit or "星期" in unit else 1))


def _this_period(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    words = found.group()
    if "月" in words:
        return end_of_month(meeting.year, meeting.month)
    return dt.date(meeting.year, 12, 31) if "年" in words else None


def _tomorrow(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    return after(meeting, {"今": 0, "明": 1, "后": 2}[found["word"][0]])


def _unknown(found: re.Match[str], meeting: dt.date) -> None:
    del found, meeting


RULES: tuple[tuple[re.Pattern[str], Reckon], ...] = (
    (
        re.compile(
            f"{_YEAR}(?P<month>{_N})月(?P<day>{_N})[日号](?:\\([^()]{{1,4}}\\))?(?:[上下]午)?(?:\\d{{1,2}}[:时点]\\d{{0,2}}分?)?{_BEFORE}"
        ),
        _on_day,
    ),
    (
        re.compile(
            f"(?:于|在|截至|截止到?|不晚于|不迟于|最迟){_YEAR}(?P<month>{_N})月(?P<day>{_N})[日号](?=[^,;。]{{0,12}}(?:完成|提交|报送|上报|到位))"
        ),
        _on_day,
    ),
    (
        re.compile(
            f"{_YEAR}(?:(?P<month>{_N})月(?:份)?|(?P<whole>年|今年|本年度?|明年|次年|年度|本?月|当月|这个月|下个?月|次月))(?:底|末)(?:之?前|以前|完成|,|。|;|内)?"
        ),
        _end_of,
    ),
    (
        re.compile(f"(?P<next>次月|下月)?(?:本月|当月|这个月)?(?<![\\d月年第])(?P<day>{_N})[日号]{_BEFORE}"),
        _day_of_month,
    ),
    (
        re.compile(
            f"{_EVERY}(?P<which>本|这|下下|下个?|)(?:周|星期)(?P<weekday>[一二三四五六日天末])(?:\\([^()]{{1,6}}\\))?(?:[上下]午)?(?:\\d{{1,2}}[:时点]\\d{{0,2}}分?|下班)?(?:之?前|以前|上报|提交|完成|报送|召开|交)"
        ),
        _weekday,
    ),
    (
        re.compile(
            "(?P<which>本|这|下|下个)(?:周|星期)(?:内|之?内|底|末)?(?=前|内|完成|提交|上报|报送|,|。|;|召开|启动|\\Z)"
        ),
        _week,
    ),
    (re.compile(f"(?P<count>半|{_N})(?:个)?(?P<unit>工作日|天|日|周|星期|月)(?:之|以)?内"), _span_of),
    (
        re.compile(
            "(?:本|当|这个)月(?:份)?(?:之|以)?内|(?:年|今年|本年)(?:之|以)?内(?=完成|建成|启动|出台|$|,|。|;)"
        ),
        _this_period,
    ),
    (re.compile("(?P<word>今天|今日|明天|明日|后天)(?:[上下]午|晚上?)?(?:下班)?(?:之?前|内)"), _tomorrow),
    (
        re.compile(
            "(?:本学期|学期|寒假|暑假|春节|国庆|五一|假期|开学|放假|期末|期中|下次会议|汛期|年度考核|季度|上半年|下半年|本季度|第[一二三四]季度|第\\d{1,2}周)[^,;。]{0,4}?(?:之?前|以前|内|末|底)(?!沿|景|往)"
        ),
        _unknown,
    ),
    (re.compile(f"{_N}月[上中下]旬(?:之?前|以前|内|完成)?"), _unknown),
    (re.compile("立即|尽快|尽早|即日起|长期坚持|第一时间|及时"), _unknown),
)
# A due cell of a ledger holds the date alone.
LABELLED = re.compile(
    "(?:完成时间|完成时限|完成期限|时限|截止时间|截止日期|办理时限|限期|时间节点|完成日期)(?:为|是)?[:\u25a1] ?"
)
CELL: tuple[tuple[re.Pattern[str], Reckon], ...] = (
    (re.compile(f"{_YEAR}(?P<month>{_N})月(?P<day>{_N})[日号]?"), _on_day),
    (re.compile("(?P<year>20\\d\\d)[-/.](?P<month>\\d{1,2})[-/.](?P<day>\\d{1,2})"), _on_day),
    (re.compile("(?P<year>)(?P<month>\\d{1,2})[./-](?P<day>\\d{1,2})(?!\\d)"), _on_day),
    (re.compile(f"{_YEAR}(?P<month>{_N})月(?:份)?(?P<whole>(?=[底末,。;]|\\Z|前|完成))"), _end_of),
)


def find_due(flat: str, start: int, end: int, meeting: dt.date | None, *, cell: bool = False) -> Due | None:
    """The first due date of this stretch; `day` is None where it names no day or the meeting's day is unknown."""
    if label := LABELLED.search(flat, start, end):
        start, cell = label.end(), True
    vague: Due | None = None
    for pattern, reckon in (*RULES, *CELL) if cell else RULES:
        found = pattern.search(flat, start, end)
        if found is None:
            continue
        day = reckon(found, meeting) if meeting else None
        due = Due(found.start(), found.end(), day)
        if reckon is not _unknown and (day or not meeting):
            return _trimmed(flat, due)
        vague = vague or _trimmed(flat, due)
    return vague


def _trimmed(flat: str, due: Due) -> Due:
    """Without the punctuation or the verb that a rule needed to see."""
    found = re.search("(?:[,;。]|完成|提交|上报|报送|召开|交)\\Z", flat[due.start : due.end])
    return Due(due.start, due.start + found.start(), due.day) if found else due
