"""The meeting's day."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from archive.record import Confidence, Span
from minutes.extract import calendar
from minutes.extract.en.dates import Found, dates_in, swapped, weekday_of
from minutes.extract.en.fields import Field
from minutes.extract.en.passages import Passage
from minutes.extract.lazy import lazy
from minutes.report import Report

_HELD = lazy(
    r"\b(?:held|called to order|took place|met|meets|convened|gathered|assembled|meeting (?:of|on)|minutes of|opened|began|started|commenced|meeting was)\b",
    re.IGNORECASE,
)
_GATHERED = lazy(
    r"\b(?:met|hear|attended|crowded|packed|gather|agreed|meeting|session|hearing|assembly|gathered|heard|told|voted|approved)\b",
    re.IGNORECASE,
)
_NOT = lazy(
    r"\b(?:approved|adopted|accepted|agreed|confirmed|modified|updated|posted|published|created|generated|printed|will|again|scheduled|slated|postponed|next|last|previous|prior|signed|revised|issued|circulated|due|deadline|"
    r"distributed|amended|future|upcoming|starting|expires?|effective|dated|as of|copyright|draft)\b(?:(?! - )[^.;]){0,45}$"
    r"|\b(?:by|until|since|before)(?: the)? $",
    re.IGNORECASE,
)
_EARLIER = lazy(
    r"\bminutes\b[^.]{0,80}\b(?:approved|agreed|accepted|confirmed|adopted|signed|correct|taken as read|amended|read)\b|\b(?:approve|accept|adopt|approval of)\b[^.]{0,40}\bminutes\b",
    re.IGNORECASE,
)
_DATELINE = lazy(
    r"[A-Z][A-Z'. ]{3,30}(?:, [A-Za-z. ]{2,20})?,? (?:[A-Z][a-z]{2,8}\.? )?\d{1,2}(?: [A-Z][a-z]{2,8})?(?:,? 20\d\d)? ?-"
)
_OF_THIS = lazy(
    r"(?:^|\b(?:welcome to|this is|transcript (?:of|from)|minutes (?:of|from|for)|notes (?:of|from|for)|summary of|report on|proceedings of|call to order|recording of|record of|welcomed everyone to|during|at))\b(?: the| our| this)?\W*$",
    re.IGNORECASE,
)
_TITLED = lazy(r"(?:draft |unapproved |approved )?(?:minutes|notes)\b.{0,90}$", re.IGNORECASE)
_SPOKEN_DAY = lazy(
    r"\b(?:(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day(?:'s)?\b|(?P<word>today|tonight|this (?:morning|afternoon|evening)|yesterday|last night)\b)",
    re.IGNORECASE,
)
_LEAD = 220  # characters of a passage in which the meeting's date stands
_HEAD = 14  # passages in which a bare date is the meeting's
_US = lazy(
    r"\$\d|\b(?:roll call|pledge of allegiance|call(?:ed)? to order|adjourned|center|neighborhood|school board|commissioners?|county commission|city council|motion (?:carried|passed)|executive session|councilmember|ayes?|nays?|city of|county of|trustees? .{1,20} moved|[A-Z][a-z]+ \d{1,2}, 20\d\d)\b",
    re.IGNORECASE,
)
_UK = lazy(
    r"\u00a3\d|\u20ac\d|\b(?:matters arising|any other business|AOB|in the chair|centre|neighbourhood|resolved that|clerk to|standing orders|cllrs?|councillors?|apologies|parish|organisation|programme|\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)
_ISO = lazy(r"(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])[-_/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_NUMERIC = lazy(r"\b(\d{1,2})[/.-]\d{1,2}[/.-]")
_FIGURES = lazy(r"\d[/.-]\d{1,2}(?!\d)")
_ENOUGH = 8000  # characters that tell the order of day and month
_YEAR = lazy(r"(?<![\d,.\u00a3$])(?:19|20)\d\d(?![\d,])")
_POSTED = lazy(r"\W*(?:posted|published|updated|last updated|first published|date posted)\b", re.IGNORECASE)
ISSUE = lazy(
    r"\W*(?:issue|edition|vol(?:ume)?\.?|bulletin)\b[ .]{0,2}(?:no\.? ?|number )?\d{1,4}\b", re.IGNORECASE
)
_FURTHER = 80  # passages in which a day is looked for at last
_TRIED = 40  # clues looked at
_ALL = 400  # passages looked through for times


@dataclass(frozen=True, slots=True)
class Day:
    """The meeting's day, with the proof."""

    date: dt.date
    last: dt.date | None
    span: Span | None
    rule: str
    confidence: Confidence = "stated"
    reason: str | None = None


def day_first(passages: Sequence[Passage]) -> bool | None:
    """Whether 09/11/13 is 9 November here: by other dates, money and words; None where nothing tells."""
    text = "\n".join(one.text for one in passages[:_ALL])[:_ENOUGH]
    if not _FIGURES.search(text):
        return None
    for one in dates_in(text):
        written = _NUMERIC.search(text, one.start, one.end)
        if written and not one.other:
            return int(written[1]) == one.day
    american, british = len(_US.findall(text)), len(_UK.findall(text))
    return None if american == british else british > american


def day_of(
    report: Report, passages: Sequence[Passage], found: Sequence[Field], *, first: bool | None
) -> Day | None:
    """The day by the best clue: a label, the heading, "held on", the first lines, the addresses of logs.

    `first` is what `day_first` says of the passages.
    """
    years: list[int] | None = None
    for rule, passage, one in islice(_clues(passages, found), _TRIED):
        if one.year is None and years is None:
            years = _years(report, passages)
        if day := _settled(rule, passage, one, first, report, years or []):
            printed = rule in {"first-date", "heading"} and _is_published(day.date, report)
            return (_from_weekday(report, passages) if printed else None) or day
    return (
        _from_weekday(report, passages)
        or _from_source(report)
        or _further_down(report, passages, first, years)
    )


def _further_down(
    report: Report, passages: Sequence[Passage], first: bool | None, years: Sequence[int] | None
) -> Day | None:
    """The first day named below the head, where nothing else gives one."""
    for passage in passages[_HEAD:_FURTHER]:
        if passage.section.kind in {"next", "old", "skip"} or _EARLIER.search(passage.text):
            continue
        for one in _meant(passage):
            if day := _settled("first-date", passage, one, first, report, years or []):
                return replace(day, confidence="doubtful", reason="the first day that the text names")
    return None


def other_days(
    report: Report, passages: Sequence[Passage], found: Sequence[Field], *, first: bool | None
) -> list[Day]:
    """The days that labels and headings state, for a look at contradictions."""
    certain = (
        clue
        for clue in islice(_clues(passages, found), _TRIED)
        if clue[0] in {"date-label", "heading"} and clue[2].year
    )
    days = (_settled(rule, passage, one, first, report, ()) for rule, passage, one in certain)
    return [day for day in days if day]


def _clues(passages: Sequence[Passage], found: Sequence[Field]) -> Iterator[tuple[str, Passage, Found]]:
    for field in found:
        if field.kind == "date" and not _NOT.search(field.label):
            yield from (
                ("date-label", field.passage, one)
                for one in dates_in(field.passage.text, field.start, field.end)
            )
    head = [one for one in passages[:_HEAD] if one.section.kind not in {"next", "old", "skip"}]
    for passage in head[:5]:
        if passage.kind == "heading" or passage is head[0] or _TITLED.match(passage.text):
            yield from (("heading", passage, one) for one in _meant(passage))
    for passage in head:
        if _EARLIER.search(passage.text) or ISSUE.match(passage.text):
            continue
        held = passage.text[:_LEAD]
        yield from (
            ("held-on" if _HELD.search(held) else "first-date", passage, one)
            for one in _meant(passage)
            if len(passage.text) < _LEAD or one.start < _LEAD
        )
    for passage in passages[_HEAD:_ALL]:
        yield from (
            ("called-to-order", passage, one)
            for one in _meant(passage)
            if re.search(r"called to order|meeting (?:was )?held|took place", passage.text[: one.start])
        )


def _meant(passage: Passage) -> Iterator[Found]:
    """The dates of a passage that are not those of approval, of the last or next meeting, of a deadline."""
    for one in dates_in(passage.text):
        before = passage.text[max(0, one.start - 60) : one.start]
        other = re.match(r"\)? ?(?:\w+ )?meeting", passage.text[one.end :]) and not _OF_THIS.search(before)
        if not _NOT.search(before) and not other and not _DATELINE.match(passage.text[: one.end + 3]):
            yield one


def _settled(
    rule: str, passage: Passage, one: Found, first: bool | None, report: Report, years: Sequence[int]
) -> Day | None:
    """The clue as a day: its order of day and month and its year made sure."""
    span = passage.span(one.start, one.end)
    if one.other and first is False:
        one = swapped(one)
    doubtful = one.other is not None and first is None
    if one.year:
        date = one.on()
        reason = "day and month could stand the other way round" if doubtful else None
        return (
            Day(date, _last(one, date), span, rule, "doubtful" if doubtful else "stated", reason)
            if date
            else None
        )
    year, reason = year_for(one, report, years)
    date = one.on(year) if year else None
    return Day(date, _last(one, date), span, rule, "inferred", reason) if date else None


def _last(one: Found, date: dt.date | None) -> dt.date | None:
    return (
        calendar.safe_date(date.year, date.month, one.last)
        if date and one.last and one.last > one.day
        else None
    )


def _years(report: Report, passages: Sequence[Passage]) -> list[int]:
    """The years that the report names: in dates, in its title, file name and addresses, in its first lines."""
    years = [found.year for passage in passages[:_ALL] for found in dates_in(passage.text) if found.year]
    texts = (
        report.heading or "",
        *report.furniture,
        report.source.file,
        report.source.address or "",
        *report.links,
    )
    years += [int(year) for text in texts for year in _YEAR.findall(text)]
    return years + [int(year) for passage in passages[:3] for year in _YEAR.findall(passage.text)]


def year_for(one: Found, report: Report, years: Sequence[int]) -> tuple[int | None, str]:
    """A year for a date without one, and why: the publish line, other dates of the report, the weekday."""
    if report.source.published and (published := _ISO.search(report.source.published)):
        date = calendar.latest_before(dt.date(*map(int, published.groups())), one.month, one.day)
        if date:
            return date.year, "year from the publish line"
    fits = [year for year in years if not one.weekday or _is_weekday(one, year)]
    return (max(set(fits), key=fits.count), "year from other dates of the report") if fits else (None, "")


def _is_weekday(one: Found, year: int) -> bool:
    day = one.on(year)
    return day is not None and day.isoweekday() == one.weekday


def _spoken_day(spoken: re.Match[str], date: dt.date, passage: Passage) -> Day | None:
    """The day that a page of `date` calls Monday, today or yesterday."""
    if spoken["weekday"]:
        back = (date.isoweekday() - (weekday_of(spoken["weekday"][:3]) or 0)) % calendar.WEEK
    else:
        back = int(spoken["word"].lower() in {"yesterday", "last night"})
    day, span = calendar.after(date, -back), passage.span(*spoken.span())
    return Day(day, None, span, "weekday", "inferred", "day counted from the publish line") if day else None


def _is_published(date: dt.date, report: Report) -> bool:
    """Whether the day is only that of the publish line."""
    return (report.source.published or "").startswith(date.isoformat())


def _posted(passages: Sequence[Passage]) -> dt.date | None:
    """The day of a line such as "Posted Oct. 4, 2023"."""
    for passage in passages[:_HEAD]:
        if _POSTED.match(passage.text) or ISSUE.match(passage.text):
            for one in dates_in(passage.text[:_LEAD]):
                return one.on()
    return None


def _from_weekday(report: Report, passages: Sequence[Passage]) -> Day | None:
    """The last Monday before the publish line, for "at Monday's meeting"; today and yesterday likewise."""
    published = _ISO.search(report.source.published or "")
    date = calendar.safe_date(*map(int, published.groups())) if published else _posted(passages)
    for passage in passages[:_HEAD] if date else ():
        spoken = (
            _SPOKEN_DAY.search(passage.text[:_LEAD]) if _GATHERED.search(passage.text[: 2 * _LEAD]) else None
        )
        if spoken and date and not _NOT.search(passage.text[: spoken.start()]):
            return _spoken_day(spoken, date, passage)
    return None


def _from_source(report: Report) -> Day | None:
    """The day that addresses of logs, the page's own heading or address carry."""
    if report.heading:
        for one in dates_in(report.heading):
            if date := one.on():
                return Day(date, None, None, "page-title", "inferred", "date from the page's title")
    places = [("link", link) for link in report.links] + [
        ("address", report.source.address or ""),
        ("file", report.source.file),
    ]
    for rule, text in places:
        if match := _ISO.search(text):
            date = calendar.safe_date(*map(int, match.groups()))
            if date:
                return Day(date, None, None, rule, "inferred", f"date from {text}")
    return None
