"""What day the words of a due date mean, counted from the day of the meeting."""

import datetime as dt
import math
import re

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

WEEK = "一二三四五六日"
MONTHS = {"月": 1, "季度": 3, "年": 12}
HALF_A_MONTH = 15
REPUBLIC = 1911


def on_day(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """9月20日前, 2025年1月5日前."""
    month, day = number_of(found["month"]), number_of(found["day"])
    if month is None or day is None:
        return None
    if year := year_of(found["year"]):
        return safe_date(year, month, day)
    return next_date(meeting, month, day)


def year_of(words: str | None) -> int | None:
    """2024, 民国113, 二〇二四."""
    if not words:
        return None
    figures = number_of(re.sub("民国", "", words)) or 0
    return figures + REPUBLIC if figures < 1000 else figures  # noqa: PLR2004


def end_of(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """6月底, 下月底, 月底, 年底."""
    if found["whole"] and "年" in found["whole"]:
        return dt.date(meeting.year + (1 if found["whole"].startswith(("明", "次")) else 0), 12, 31)
    if found["month"]:
        month, year = number_of(found["month"]) or 0, year_of(found["year"])
        this = end_of_month(year or meeting.year, month)
        return end_of_month(meeting.year + 1, month) if this and not year and this < meeting else this
    later = months_after(
        meeting.replace(day=1), 1 if found["whole"] and found["whole"].startswith(("下", "次")) else 0
    )
    return later and end_of_month(later.year, later.month)


def day_of_month(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """20日前, 下月5日前."""
    day = number_of(found["day"]) or 0
    this = safe_date(meeting.year, meeting.month, day)
    if found["next"] or (this and this < meeting):
        later = months_after(meeting.replace(day=1), 1)
        return later and safe_date(later.year, later.month, day)
    return this


def weekday(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """本周五前, 下周一, 周三下班前."""
    number = WEEK.find(found["weekday"].replace("天", "日").replace("末", "五")) + 1
    if found["which"] in {"下", "下个"}:
        return in_week(meeting, number, 1)
    if found["which"] == "下下":
        return in_week(meeting, number, 2)
    this = in_week(meeting, number)
    return next_weekday(meeting, number) if this and this < meeting else this  # on a Sunday 本周五 is to come


def week(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """本周内: its Sunday."""
    return in_week(meeting, 7, 0 if found["which"] in {"本", "这"} else 1)


def span_of(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """三天内, 两周内, 5个工作日内, 48小时内."""
    count = 0.5 if found["count"] == "半" else number_of(found["count"]) or 0
    unit = found["unit"]
    if "工作日" in unit:
        return working_days_after(meeting, int(count))
    if unit in MONTHS:
        whole = int(count * MONTHS[unit])
        return months_after(meeting, whole) if whole else after(meeting, HALF_A_MONTH)
    if unit == "小时":
        return after(meeting, math.ceil(count / 24))
    return after(meeting, int(count) * (7 if unit in {"周", "星期", "礼拜"} else 1))


def this_period(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """本月内, 年内."""
    words = found.group()
    if "月" in words:
        return end_of_month(meeting.year, meeting.month)
    return dt.date(meeting.year, 12, 31) if "年" in words else None


def tomorrow(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """今天, 当天, 明天, 后天."""
    return after(meeting, {"今": 0, "当": 0, "明": 1, "后": 2}[found["word"][0]])


def end_of_range(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """9月16日至20日: the last day; its month may stand before the first alone."""
    month, day = number_of(found["month"] or found["first"]), number_of(found["day"])
    if month is None or day is None:
        return None
    year = year_of(found["year"])
    return safe_date(year, month, day) if year else next_date(meeting, month, day)


def compact(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """20240920."""
    del meeting
    return safe_date(int(found["year"]), int(found["month"]), int(found["day"]))


def republican(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """113/10/15: years of the Republic of China."""
    del meeting
    return safe_date(int(found["year"]) + REPUBLIC, int(found["month"]), int(found["day"]))


def whole_month(found: re.Match[str], meeting: dt.date) -> dt.date | None:
    """2024-10 in a cell: the month's last day."""
    del meeting
    return end_of_month(int(found["year"]), int(found["month"]))


def unknown(found: re.Match[str], meeting: dt.date) -> None:
    """立即, 第10周前: words without a day."""
    del found, meeting
