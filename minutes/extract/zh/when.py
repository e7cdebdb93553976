"""When the meeting was: its day, the year if the report leaves it out, its hours."""

import datetime as dt
import re
from collections.abc import Iterator

from minutes.extract.calendar import after, safe_date
from minutes.extract.zh.dates import (
    CLOCK,
    DATE,
    HALF,
    WEEKDAY,
    Written,
    clock,
    clock_after,
    figures_alone,
    written_dates,
)
from minutes.extract.zh.notes import say_zh
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.years import Clue, clues, published_day

MEETING = re.compile(
    "召开|举行|举办|主持|会议|座谈|开会|研讨|学习|参加|调研|齐聚|组织|大会|例会|培训|出席|邀请"
)
OTHER = re.compile(
    "(?:截至|截止|自|从|已于|将于|定于|拟于|早在|此前|去年|上次|预计|成立于|计划于|下次|传达|学习|贯彻|落实|印发|发布的?|通知已?于|下一次)[^,。;]{0,12}\\Z"
)
HALF_DAY = re.compile(f"(?:\\([^()]{{1,6}}\\))?(?:{HALF}|\\d{{1,2}}[:点时])|\\((?:周|星期)")
ISSUE_LINE = 40
LEAD_BLOCKS = 6
DAYS = "一二三四五六日"


def find_date(reading: Reading) -> None:
    """Puts date, end_date, start_time and end_time, with the reason for a year that was left out."""
    written = _labelled(reading) or _in_lead(reading) or _in_title(reading)
    if written is None:
        return
    if written.damaged:
        _damaged(reading, written)
        return
    found = _day(reading, written)
    if found is None:
        return
    day, clue = found
    span = reading.document.span(written.start, written.end)
    reading.day = day
    reading.draft.put("date", day, span, "meeting-date", "inferred" if clue else "stated", clue)
    _end_date(reading, written, day)
    _times(reading, written)
    _time_labels(reading)
    _checks(reading, written, day)


def _labelled(reading: Reading) -> Written | None:
    """A date behind 时间: in a label row or table."""
    label = reading.label("when")
    if label is None:
        return None
    found = written_dates(reading.document.text, label.start, label.end)
    return found[0] if found else figures_alone(reading.document.text, label.start, label.end)


def _in_lead(reading: Reading) -> Written | None:
    """The first date of the first paragraphs that a meeting is held on."""
    best: tuple[int, int, Written] | None = None
    for one in _candidates(reading):
        score = _fits(reading, one)
        if score > 0 and (best is None or (score, -one.start) > best[:2]):
            best = (score, -one.start, one)
    return best[2] if best else None


def _candidates(reading: Reading) -> Iterator[Written]:
    for number in reading.page.prose()[:LEAD_BLOCKS]:
        start = reading.document.starts[number]
        yield from written_dates(reading.flat, start, reading.document.end_of(number))


def _fits(reading: Reading, one: Written) -> int:
    """How well a date fits as the meeting's own: 0 or less is not at all."""
    flat = reading.flat
    before = flat[max(0, one.start - 24) : one.start].rpartition("\n")[2]
    stop = re.compile("[\u3002\n]").search(flat, one.end)
    rest = flat[one.end : stop.start() if stop else len(flat)]
    score = 3 * bool(HALF_DAY.match(rest)) + 3 * bool(MEETING.search(rest))
    score += (
        2 * (not re.search("[,。]", before))
        + 2 * before.endswith("会议于")
        + 4 * before.endswith(("会议于", "会于"))
    )
    score -= 9 * bool(OTHER.search(before)) + 6 * rest.startswith(("前", "之前", "以前", "起", "后"))
    score -= 9 * _is_issued(reading, one)
    first = reading.document.block_at(one.start) in reading.page.prose()[:2]
    return score + (1 if first else -2)


def _is_issued(reading: Reading, one: Written) -> bool:
    """某局办公室 2024年3月8日: the line of who issued the minutes and when."""
    number = reading.document.block_at(one.start)
    start, end = reading.document.starts[number], reading.document.end_of(number)
    before, behind = reading.flat[start : one.start], reading.flat[one.end : end]
    words = before.strip(" ()") and not MEETING.search(before)
    return bool(words) and end - start <= ISSUE_LINE and not behind.strip(" ()印发")


def _in_title(reading: Reading) -> Written | None:
    numbers = [number for number, kind in enumerate(reading.page.kinds) if kind == "title"]
    for number in numbers:
        found = written_dates(
            reading.document.text, reading.document.starts[number], reading.document.end_of(number)
        )
        if found and not found[0].end_day:
            return found[0]
        if alone := figures_alone(
            reading.document.text, reading.document.starts[number], reading.document.end_of(number)
        ):
            return alone
    return None


def _damaged(reading: Reading, one: Written) -> None:
    """715日: the 月 was lost; where it stood cannot be known for sure."""
    figures = str(one.day)
    likely = [
        f"{figures[:cut]}月{int(figures[cut:])}日" for cut in (1, 2) if _is_day(figures[:cut], figures[cut:])
    ]
    span = reading.document.span(one.start, one.end)
    words = reading.document.words(one.start, one.end)
    reading.draft.note("damaged-date", say_zh("damaged-date", words=words, likely="或".join(likely)), span)


def _is_day(month: str, day: str) -> bool:
    return bool(month and day) and safe_date(2024, int(month), int(day)) is not None


def _day(reading: Reading, one: Written) -> tuple[dt.date, str | None] | None:
    """The day, and why this year where it was left out."""
    published = published_day(reading.report)
    if one.back is not None:
        day = published and after(published, -one.back)
        return (day, f"发布日期{published}") if day and published else None
    if one.month is None:
        return _of_month(one.day or 0, published)
    if one.year is not None:
        day = safe_date(one.year, one.month, one.day or 0)
        return (day, None) if day else None
    return _with_year(reading, one)


def _of_month(day: int, published: dt.date | None) -> tuple[dt.date, str] | None:
    """26日 in a report published on 27 May is 26 May."""
    if published is None:
        return None
    months = [
        (published.year, published.month),
        (
            (published - dt.timedelta(days=published.day)).year,
            (published - dt.timedelta(days=published.day)).month,
        ),
    ]
    for year, month in months:
        found = safe_date(year, month, day)
        if found and found <= published:
            return found, f"年月取自发布日期{published}"
    return None


def _with_year(reading: Reading, one: Written) -> tuple[dt.date, str] | None:
    month, day = one.month or 0, one.day or 0
    found = clues(reading.report, reading.document, reading.title, month, day)
    if not found:
        reading.draft.note("no-year", say_zh("no-year"), reading.document.span(one.start, one.end))
        return None
    best = _by_weekday(reading, one, found) or found[0]
    date = safe_date(best.year, month, day)
    if date is None:
        return None
    span = reading.document.span(one.start, one.end)
    reading.draft.note("year-inferred", say_zh("year-inferred", year=best.year, reason=best.reason), span)
    _conflict(reading, found, best)
    return date, f"年份{best.year}据{best.reason}推定"


def _weekday_after(reading: Reading, one: Written) -> int | None:
    found = WEEKDAY.search(reading.document.text, one.start, one.end + 8)
    return DAYS.find(found[1].replace("天", "日")) + 1 if found else None


def _by_weekday(reading: Reading, one: Written, found: list[Clue]) -> Clue | None:
    """A weekday beside the date decides between years."""
    weekday = _weekday_after(reading, one)
    if not weekday:
        return None
    near = () if any(clue.kind == "published" for clue in found) else _beside(found[0])
    dates = ((clue, safe_date(clue.year, one.month or 0, one.day or 0)) for clue in (*found, *near))
    return next((clue for clue, date in dates if date and date.isoweekday() == weekday), None)


def _beside(clue: Clue) -> Iterator[Clue]:
    """The years beside a year that the text only mentions (2025年计划), where the weekday fits one of them."""
    for year in (clue.year - 1, clue.year + 1) if clue.kind == "mentioned" else ():
        yield Clue(year, f"{clue.reason}和星期", "weekday")


def _conflict(reading: Reading, found: list[Clue], best: Clue) -> None:
    """Strong clues that name another year are noted; a plan for next year in the text is no clue."""
    strong = [clue for clue in found if clue.kind in {"published", "picture", "signed"}]
    other = next((clue for clue in strong if clue.year != best.year), None)
    if other:
        message = say_zh(
            "conflicting-years", year=best.year, reason=best.reason, other=other.year, why=other.reason
        )
        reading.draft.note("conflicting-dates", message)


def _end_date(reading: Reading, one: Written, day: dt.date) -> None:
    if one.end_day:
        last = safe_date(one.end_year or day.year, one.end_month or day.month, one.end_day)
        if last and last < day:
            last = safe_date(day.year + 1, last.month, last.day) if one.end_month else None
        span = reading.document.span(one.start, one.end)
        reading.draft.put("end_date", last, span, "meeting-date")


def _times(reading: Reading, one: Written) -> None:
    """The hours beside the date: 上午8:30, 14:30-16:00."""
    flat = reading.document.text
    found = re.compile(f"(?:\\([^()]{{1,6}}\\)|周.|星期.| )*({CLOCK.pattern})").match(flat, one.end)
    beside = CLOCK.match(flat, found.start(1)) if found else None
    if first := beside or _clock_behind(reading, one):
        _put_times(reading, first)


def _clock_behind(reading: Reading, one: Written) -> re.Match[str] | None:
    """The hour behind the date as far as the value of 时间: goes."""
    label = reading.label("when")
    within = label is not None and label.start <= one.start < label.end
    return CLOCK.search(reading.document.text, one.end, label.end) if label and within else None


def _put_times(reading: Reading, first: re.Match[str]) -> None:
    flat = reading.document.text
    reading.draft.put("start_time", clock(first), reading.document.span(*first.span()), "clock-beside-date")
    second = re.compile("(?:-|\u2014|\u2013|~|至|到)+ ?").match(flat, first.end())
    if second and (last := CLOCK.match(flat, second.end())):
        span = reading.document.span(*last.span())
        reading.draft.put("end_time", clock_after(first, last), span, "clock-beside-date")


def _time_labels(reading: Reading) -> None:
    """会议时间:14:00-15:30 beside 会议日期."""
    for label in reading.labels:
        first = CLOCK.search(reading.document.text, label.start, label.end) if label.key == "when" else None
        if first and not reading.draft.fields.get("start_time"):
            _put_times(reading, first)


def _checks(reading: Reading, one: Written, day: dt.date) -> None:
    weekday = _weekday_after(reading, one)
    if weekday and weekday != day.isoweekday():
        message = say_zh("weekday-conflict", date=day, weekday=DAYS[day.isoweekday() - 1])
        reading.draft.note("conflicting-dates", message, reading.document.span(one.start, one.end))
    published = published_day(reading.report)
    if published and published < day:
        message = say_zh("published-before", date=day, published=published)
        reading.draft.note("conflicting-dates", message)


def find_end_time(reading: Reading) -> None:
    """散会: 11时40分."""
    label = reading.label("end")
    found = CLOCK.search(reading.document.text, label.start, label.end) if label else None
    if found:
        span = reading.document.span(*found.span())
        reading.draft.put("end_time", clock(found), span, "adjournment")


__all__ = ["DATE", "find_date", "find_end_time"]
