"""When something is due: by Friday, within two weeks, before the next meeting, as text and, where it can be, as a day."""

import datetime as dt
import re
from dataclasses import dataclass

from minutes.extract import calendar
from minutes.extract.en.dates import Found, dates_in, month_of, swapped, weekday_of
from minutes.extract.en.numerals import TENS, UNITS
from minutes.extract.lazy import lazy

_TENS = {word: 10 * value for value, word in enumerate(TENS, 2)}
NUMBERS = (
    {word: value for value, word in enumerate(UNITS) if value}
    | _TENS
    | {
        f"{word}-{unit}": value + at
        for word, value in _TENS.items()
        for at, unit in enumerate(UNITS[:10])
        if at
    }
    | {
        "a": 1,
        "an": 1,
        "couple of": 2,
        "a couple of": 2,
    }
)
_LEAD = r"\b(?P<lead>on or before|by|before|no later than|not later than|due(?: date)?(?: is| on| by| in)?:?|deadline(?: is| of)?:?|prior to|in time for|ahead of|target(?: date)?:?|within|in|for|on|until|at)"
_PART = r"(?:the )?(?:(?:w/c|w/b|w/e|week (?:commencing|beginning|of|ending)),? )?(?:(?:close of (?:business|play)|cob|eob|eod|noon|midday|midnight|lunchtime|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?)(?:,? (?:on|of))?,? )?(?:the )?"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|hour)s?'?"
_NEXT = r"(?P<next>next|this|the following|following|coming)? ?"
_TARGET = (
    r"(?P<target>"
    + _NEXT
    + r"(?P<weekday>mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\b(?P<weekon> week\b)?"
    r"|(?:the )?(?P<edge>end|start|beginning|close) of (?:the )?(?P<end>day|week|month|year|term|quarter|summer|spring|autumn|semester|next week|next month|this week|this month|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*)(?: (?P<endyear>20\d\d))?"
    r"|(?P<ordinal>\d{1,2})(?:st|nd|rd|th)\b(?! of\b| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|(?:mid|early|late)[- ](?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*|(?:month|year)[- ]end|tomorrow|today|tonight|asap|as soon as possible|immediately"
    r"|(?P<count>\d{1,3}|a couple of|[a-z]+(?:-[a-z]+)?)(?: \(\d{1,3}\))? (?P<work>working |business |calendar )?"
    + _UNIT
    + r"(?:(?P<time> time)?)"
    r"|(?:the )?next (?P<count2>\w+ )?(?P<unit2>days|weeks|months|fortnight)"
    r"|(?:next|this|the following|following|coming)? ?(?:[a-z]+ ){0,3}?(?:meeting|call|session|agm|sprint|release|week|month|year|term|quarter|weekend|fortnight|deadline|conference|retreat|summer|spring|autumn|fall|winter|christmas|easter|thanksgiving|semester|holidays|half-term)\b"
    r")"
)
_PHRASE = lazy(_LEAD + r",? " + _PART + _TARGET, re.IGNORECASE)
_DATED = lazy(
    r"\b(?:by|before|no later than|not later than|due(?: date)?(?: is| on| by| in)?:?|deadline(?: is| of)?:?|prior to|in time for|target(?: date)?:?|until|on or before)\s,?\s?"
    + _PART
    + r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?$"
    + r"|\bbefore (?:the |its |their |his |her )?[a-z]+ (?:on|of) $"
    + r"|\b(?:to|at|for|before|in) (?:the |its |our |their )?(?:next |regular )?(?:meeting|session)s? (?:of|on) $",
    re.IGNORECASE,
)
_FOR_MEETING = lazy(
    r"\b(?:for|to|on|at|before|until) (?:the |our |its )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?$",
    re.IGNORECASE,
)
_FOR_TALK = lazy(
    r"\bfor (?:further )?(?:discussion|consideration|action|approval|review|decision|adoption|a vote) (?:on|at)(?: the)? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?$",
    re.IGNORECASE,
)
_MEETING = lazy(
    r",? (?:(?:regular|board|council|committee|commission|monthly|next|work|general|faculty|business) )*(?:meeting|session|agenda|workshop)\b",
    re.IGNORECASE,
)
_ALONE = lazy(r"\b(?:today|tomorrow|tonight|asap|as soon as possible|immediately)\b", re.IGNORECASE)
_LAST = lazy(r"[,;(\[-]\s*(?P<due>(?:EOD |COB |end of )?[A-Za-z][A-Za-z ]{2,25}?)[\s.)\]*]*$", re.IGNORECASE)
_OF_EVENT = lazy(r"\b(?:of|from|since|in|dated|for|the|to|until|and)\s*$", re.IGNORECASE)
_VAGUE = frozenset({"in", "for", "on", "until", "at"})
_BACK = lazy(
    r"\b(?:bring|report|return|come|present|submit|meet|send|circulate|resubmit|publish|issue|raise|deliver|table)\b[^.;]* on $"
)
_FIGURES = lazy(r"(?<![\d/.-])(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?![\d/%]|\.\d)")
_DEADLINE = lazy(r"\b(?:deadline|due|till?)(?: is| on| by)?:? $", re.IGNORECASE)
_BRACKET = lazy(r" ?\(")
_MONTHS = 12
_WEEK_DAYS = 5
_OVERDUE = 31  # days: a date further back is meant for the next year


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dues are counted from."""

    day: dt.date | None  # of the meeting
    day_first: bool = True  # how 09/11/13 is read


@dataclass(frozen=True, slots=True)
class Due:
    """A due as written: `text[start:end]`, and the day it means."""

    start: int
    end: int
    day: dt.date | None


def due_in(text: str, start: int, end: int, when: Calendar, *, loose: bool = False) -> Due | None:
    """The first due of `text[start:end]`; `loose` takes a date without "by" at the end of a line or in its brackets."""
    found = [
        due
        for due in (
            _dated(text, start, end, when, loose),
            _short(text, start, end, when, loose),
            _phrase(text, start, end, when),
        )
        if due
    ]
    if found:
        return min(found, key=lambda due: due.start)
    if loose and (tail := _tail(text, start, end, when)):
        return tail
    alone = _ALONE.search(text, start, end) if loose else None
    return Due(*alone.span(), _of_word(alone[0].lower(), when)) if alone else None


def _tail(text: str, start: int, end: int, when: Calendar) -> Due | None:
    """A due without "by" at the end of a task: share the script, EOD Thursday."""
    tail = _LAST.search(text, start, end)
    probe = _PHRASE.fullmatch(f"by {tail['due'].strip()}") if tail else None
    if tail is None or probe is None or not (probe["weekday"] or probe["end"] or probe["unit2"]):
        return None
    return Due(*tail.span("due"), _resolved(probe, when))


def _dated(text: str, start: int, end: int, when: Calendar, loose: bool) -> Due | None:
    for found in dates_in(text, start, end):
        before = text[max(start, found.start - 45) : found.start]
        if lead := _DATED.search(before) or _at_meeting(text, before, found.end):
            return Due(found.start - len(before) + lead.start(), found.end, day_of(found, when))
        if (
            (loose or _BACK.search(text[start : found.start]))
            and not text[found.end : end].strip(" .)]*")
            and (
                re.search(r"[(\[,:;|-]\s*$|\bon $|^$", before)
                or (found.year and not _OF_EVENT.search(before))
            )
        ):
            return Due(found.start, found.end, day_of(found, when))
    return None


def _at_meeting(text: str, before: str, end: int) -> re.Match[str] | None:
    """The words before a date in "for the June 6 meeting" and "for discussion on July 16"."""
    return _FOR_TALK.search(before) or (_FOR_MEETING.search(before) if _MEETING.match(text, end) else None)


def _short(text: str, start: int, end: int, when: Calendar, loose: bool) -> Due | None:
    """Day and month in figures: by 5/30; at the end of a line without "by" where `loose`."""
    for found in _FIGURES.finditer(text, start, end):
        lead = _DATED.search(text[max(start, found.start() - 45) : found.start()])
        alone = (
            loose and not text[found.end() : end].strip(" .)]*") and text[found.start() - 1 :][:1] in "(-, "
        )
        dotted = found["mark"] == "."  # deadline 28.1.
        if (not lead and not alone) or (dotted and not (lead and _DEADLINE.search(lead[0]))):
            continue
        first, second = int(found["a"]), int(found["b"])
        month, day = (
            (second, first) if first > _MONTHS or (when.day_first and second <= _MONTHS) else (first, second)
        )
        date = when.day and calendar.safe_date(when.day.year, month, day)
        if date and when.day and (when.day - date).days > _OVERDUE:
            date = calendar.safe_date(date.year + 1, month, day)
        if date:
            return Due(found.start() - (len(lead[0]) if lead else 0), found.end(), date)
    return None


def day_of(found: Found, when: Calendar) -> dt.date | None:
    """The day of a date in a due; without a year, the next such date after the meeting."""
    one = found if when.day_first else swapped(found)
    if one.year or not when.day:
        return one.on()
    this = one.on(when.day.year)
    late = this is not None and (when.day - this).days > _OVERDUE
    return one.on(when.day.year + 1) if late else this


def _phrase(text: str, start: int, end: int, when: Calendar) -> Due | None:
    for match in _PHRASE.finditer(text, start, end):
        lead = match["lead"].lower()
        if _is_due(lead, match):
            return _with_day(text, end, Due(*match.span(), _resolved(match, when)), when)
    return None


def _with_day(text: str, end: int, due: Due, when: Calendar) -> Due:
    """The due with the day in brackets behind it: before the end of term (20 December)."""
    bracket = None if due.day else _BRACKET.match(text, due.end, end)
    found = next(dates_in(text, bracket.end(), end), None) if bracket else None
    return (
        Due(due.start, found.end, day_of(found, when))
        if bracket and found and found.start == bracket.end()
        else due
    )


def _is_due(lead: str, match: re.Match[str]) -> bool:
    if match["count"] and not _number(match["count"]):
        return False
    if lead in _VAGUE:
        return bool(
            (lead == "in" and match["count"] and (match["time"] or match["unit"] != "hour")) or match["unit2"]
        )
    return not (lead == "within" and not (match["count"] or match["unit2"] or match["target"]))


def _number(word: str | None) -> int | None:
    if not word:
        return None
    low = word.lower().strip()
    return int(low) if low.isdigit() else NUMBERS.get(low)


def _resolved(match: re.Match[str], when: Calendar) -> dt.date | None:
    day, target = when.day, match["target"].lower()
    if day is None:
        return None
    if match["weekday"]:
        return _weekday(match, day)
    if match["ordinal"]:
        return _day_of_month(int(match["ordinal"]), day)
    if match["end"]:
        begins = match["edge"].lower() in {"start", "beginning"}
        return None if begins else _ending(match["end"].lower(), match["endyear"], day)
    return _later(match, day) if match["count"] or match["unit2"] else _closing(target, when, day)


def _closing(target: str, when: Calendar, day: dt.date) -> dt.date | None:
    """The day of "month-end", "year end", "tomorrow"."""
    if target.endswith("end") and target[:5] == "month":
        return calendar.end_of_month(day.year, day.month)
    return (
        dt.date(day.year, 12, 31)
        if target[:4] == "year" and target.endswith("end")
        else _of_word(target, when)
    )


def _of_word(word: str, when: Calendar) -> dt.date | None:
    if not when.day or word not in {"today", "tonight", "tomorrow"}:
        return None
    return calendar.after(when.day, int(word == "tomorrow"))


def _day_of_month(wanted: int, day: dt.date) -> dt.date | None:
    """The next such day of a month on or after the meeting: by the 15th."""
    month = calendar.months_after(day, int(wanted < day.day))
    return month and calendar.safe_date(month.year, month.month, wanted)


def _weekday(match: re.Match[str], day: dt.date) -> dt.date | None:
    """The weekday of the meeting's week, or of the next one where it is past or the text says "next"."""
    wanted = weekday_of(match["weekday"][:3])
    if wanted is None:
        return None
    later = (match["next"] or "").lower() == "next" or wanted < day.isoweekday()
    return calendar.in_week(day, wanted, int(later) + bool(match["weekon"]))


def _ending(what: str, year: str | None, day: dt.date) -> dt.date | None:
    if what == "day":
        return day
    if what.endswith("week"):
        return calendar.in_week(day, _WEEK_DAYS, int(what.startswith("next")))
    if what.endswith("month"):
        month = calendar.months_after(day, int(what.startswith("next")))
        return month and calendar.end_of_month(month.year, month.month)
    if what == "year":
        return dt.date(day.year, 12, 31)
    if (
        month_number := month_of(what[:3])
        if what not in {"term", "quarter", "summer", "spring", "autumn", "semester"}
        else None
    ):
        chosen = int(year) if year else day.year + (month_number < day.month)
        return calendar.end_of_month(chosen, month_number)
    return None


def _later(match: re.Match[str], day: dt.date) -> dt.date | None:
    count = _number(match["count"]) if match["count"] else _number(match["count2"]) or 1
    unit = (match["unit"] or match["unit2"]).lower().rstrip("s")
    if count is None or unit == "hour":
        return None
    if unit == "day" and match["work"] and match["work"].lower().strip() != "calendar":
        return calendar.working_days_after(day, count)
    if unit in {"month", "year"}:
        return calendar.months_after(day, count * (12 if unit == "year" else 1))
    return calendar.after(day, count * {"day": 1, "week": 7, "fortnight": 14}[unit])
