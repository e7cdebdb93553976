"""Arithmetic with days, shared by all languages: due dates from a meeting's day, years that a date leaves out."""

import calendar as months
import datetime as dt

WEEK = 7
FRIDAY = 5


def safe_date(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none such (30 February, month 13)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def end_of_month(year: int, month: int) -> dt.date | None:
    """The last day of the month."""
    if not 1 <= month <= 12 or not dt.MINYEAR <= year <= dt.MAXYEAR:  # noqa: PLR2004
        return None
    return dt.date(year, month, months.monthrange(year, month)[1])


def in_week(day: dt.date, weekday: int, weeks: int = 0) -> dt.date | None:
    """The weekday (1 is Monday, 7 Sunday) of the ISO week of `day`, or of the week `weeks` later."""
    return after(day, weekday - day.isoweekday() + WEEK * weeks)


def next_weekday(day: dt.date, weekday: int) -> dt.date | None:
    """The first such weekday after `day` (1 is Monday)."""
    return after(day, (weekday - day.isoweekday() - 1) % WEEK + 1)


def after(day: dt.date, days: int) -> dt.date | None:
    """The day `days` later, or None beyond the calendar's end."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def working_days_after(day: dt.date, days: int) -> dt.date | None:
    """The day that many working days later; Monday to Friday, public holidays not known."""
    weeks, rest = divmod(days, FRIDAY)
    found = after(day, WEEK * weeks)
    while found and rest:
        found = after(found, 1)
        rest -= bool(found and found.isoweekday() <= FRIDAY)
    return found


def months_after(day: dt.date, count: int) -> dt.date | None:
    """The same day that many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = end_of_month(year, month + 1)
    return last and last.replace(day=min(day.day, last.day))


def next_date(day: dt.date, month: int, in_month: int) -> dt.date | None:
    """The next such date on or after `day`: a due of "5 January" set in December is in the next year.

    A date up to half a year back stays in the year of `day`: it was overdue when it was named, not eleven months ahead.
    """
    this = safe_date(day.year, month, in_month)
    half = 183
    return safe_date(day.year + 1, month, in_month) if this and (day - this).days > half else this


def latest_before(published: dt.date, month: int, day: int, slack: int = 7) -> dt.date | None:
    """The last such date up to `slack` days after `published`: a report follows its meeting, a plan may precede it."""
    this = safe_date(published.year, month, day)
    if this and (this - published).days <= slack:
        return this
    return safe_date(published.year - 1, month, day) or this
