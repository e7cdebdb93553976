"""Dates and times in English text."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.extract.calendar import safe_date
from minutes.extract.en.numerals import ORDINALS, TENS, UNITS
from minutes.extract.en.words import MONTHS, WEEKDAYS
from minutes.extract.lazy import lazy

_MONTH_OF = {form: at + 1 for at, month in enumerate(MONTHS) for form in (month, month[:3])} | {"sept": 9}
_DAY_OF = {form: at + 1 for at, day in enumerate(WEEKDAYS) for form in (day, day[:3])} | {
    "tues": 2,
    "thur": 4,
    "thurs": 4,
}
_M = r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_W = r"(?:(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?,? (?:the )?)?"
_D = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_TO = r"(?: ?(?:-|to|and|&|until) ?(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?)?"
_YEAR = r"(?:[, ]{{1,3}}(?:\d\d:\d\d:\d\d (?:[A-Z]{{3,4}} )?)?(?P<{0}>(?:19|20)\d\d|'\d\d))?"
DATE = lazy(
    r"(?<![\w/.-])" + _W + "(?:"
    + r"(?P<iso_y>(?:19|20)\d\d)[-/._](?P<iso_m>\d{1,2})[-/._](?P<iso_d>\d{1,2})(?![\d/])"
    + r"|(?P<packed>20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\w)"
    + r"|(?P<y3>20\d\d)(?:,? |-)" + _M.format("m3") + "[ -]" + _D.format("d3") + r"(?![\w:/])"
    + r"|(?P<word>" + "|".join(reversed(ORDINALS)) + r")(?: day)?(?: of)? " + _M.format("m4") + r"(?:,? (?P<y4>(?:19|20)\d\d))?(?!\w)"
    + "|" + _M.format("m5") + r" (?:the )?(?P<word2>" + "|".join(reversed(ORDINALS)) + r")(?:,? (?P<y5>(?:19|20)\d\d|(?:two thousand(?: and)?|twenty) (?:[a-z]+teen|twenty(?:[ -][a-z]+)?|thirty)))?(?!\w)"
    + "|" + _D.format("d1") + _TO.format("d1b") + r"\.?(?: day)?(?: of)?[ /-]" + _M.format("m1") + r"(?:[ ,/-]+(?P<y1>(?:19|20)\d\d|'\d\d|\d\d(?=[)\s.,;]*$|,? at\b|,? in\b|[ ,-]+\d\d?[:.]\d\d)))?(?!\w)"
    + "|" + _M.format("m2") + r" {1,2}(?:the )?" + _D.format("d2") + _TO.format("d2b") + _YEAR.format("y2") + r"(?![\w:/])"
    + r"|(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<c>(?:19|20)\d\d|\d\d)(?![\w/])"
    + ")",
    re.IGNORECASE,
)  # fmt: skip
_DIGIT = lazy(
    r"\d|(?:fir|seco|thi)(?:st|nd|rd)\b|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|teen|tie)th\b"
)
TIME = lazy(
    r"(?:(?<![\w.:/-])|(?<=[:.]\d\d-)|(?<=m-))(?:(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?(?::\d\d)? ?(?P<half>[ap])\.? ?m\b\.?|(?P<h24>[01]?\d|2[0-3])[:.h](?P<m24>[0-5]\d)(?::\d\d)?(?: ?hrs?\b)?(?![\d.:/%])|(?P<word>noon|midday|midnight)\b"
    r"|(?P<mil>[012]\d[0-5]\d) ?(?:hrs?|hours)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date as written; what it leaves out is None."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    last: int | None = None  # last day of a range in the same month
    weekday: int | None = None
    other: tuple[int, int] | None = None  # (month, day) if day and month could stand the other way round

    def on(self, year: int | None = None) -> dt.date | None:
        """The day, in `year` where the text names none."""
        known = self.year or year
        return safe_date(known, self.month, self.day) if known else None


def dates_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """All dates of the text, in order; 09/11/13 as day first unless weekday or size say otherwise (see `other`)."""
    last = len(text) if end is None else end
    if not _DIGIT.search(text, start, last):
        return
    for match in DATE.finditer(text, start, last):
        found = _read(match)
        if found and 1 <= found.month <= 12 and 1 <= found.day <= 31:  # noqa: PLR2004
            yield found


def _read(match: re.Match[str]) -> Found | None:
    weekday = _DAY_OF.get((match["weekday"] or "").lower().rstrip("."))
    at = match.span()
    if match["iso_y"]:
        return Found(*at, int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"]), None, weekday)
    if special := _special(match, at, weekday):
        return special
    for n in "12":
        if match["d" + n]:
            return _with_month_name(match, n, weekday)
    return _numeric(match, weekday)


def _special(match: re.Match[str], at: tuple[int, int], weekday: int | None) -> Found | None:
    """The rarer shapes: 20240516, 2024 May 16, the sixteenth of May, May sixteenth."""
    if match["packed"]:
        packed = match["packed"]
        return Found(*at, int(packed[:4]), int(packed[4:6]), int(packed[6:]), None, weekday)
    if match["word"]:
        day = ORDINALS.index(match["word"].lower()) + 1
        return Found(*at, _year(match["y4"]), _MONTH_OF[match["m4"].lower()], day, None, weekday)
    if match["word2"]:
        day = ORDINALS.index(match["word2"].lower()) + 1
        return Found(*at, _spoken_year(match["y5"]), _MONTH_OF[match["m5"].lower()], day, None, weekday)
    if match["d3"]:
        return Found(*at, int(match["y3"]), _MONTH_OF[match["m3"].lower()], int(match["d3"]), None, weekday)
    return None


def _with_month_name(match: re.Match[str], n: str, weekday: int | None) -> Found:
    year, last = match["y" + n], match[f"d{n}b"]
    month = _MONTH_OF[match["m" + n].lower()]
    return Found(
        *match.span(),
        _year(year),
        month,
        int(match["d" + n]),
        int(last) if last else None,
        weekday,
    )


def _spoken_year(text: str | None) -> int | None:
    """2024, two thousand twenty-four and twenty twenty-four as the year."""
    if not text or text[0].isdigit():
        return _year(text)
    words = re.split(r"[ -]", re.sub(r"^(?:two thousand(?: and)?|twenty) ", "", text.lower()))
    if words[0] in UNITS:
        return 2000 + UNITS.index(words[0])
    tens = (TENS.index(words[0]) + 2) * 10
    return 2000 + tens + (UNITS.index(words[1]) if len(words) > 1 and words[1] in UNITS[:10] else 0)


def _year(text: str | None) -> int | None:
    """2024, '24 and 24 as the year."""
    return _century(text.lstrip("'")) if text else None


def _numeric(match: re.Match[str], weekday: int | None) -> Found | None:
    first, second, year = int(match["a"]), int(match["b"]), _century(match["c"])
    if match["sep"] != "/" and len(match["c"]) == 2 and first > 31:  # noqa: PLR2004
        return None
    day_first = Found(*match.span(), year, second, first, None, weekday, (first, second))
    month_first = Found(*match.span(), year, first, second, None, weekday, (second, first))
    if second > 12 or first > 12:  # noqa: PLR2004
        chosen = month_first if second > 12 else day_first  # noqa: PLR2004
        return Found(chosen.start, chosen.end, year, chosen.month, chosen.day, None, weekday)
    return _by_weekday(day_first, month_first)


def _by_weekday(day_first: Found, month_first: Found) -> Found:
    """The reading that its weekday allows: Wednesday 09/10/13 is in October."""
    fits = [
        one
        for one in (day_first, month_first)
        if one.weekday and (day := one.on()) and day.isoweekday() == one.weekday
    ]
    if len(fits) != 1:
        return day_first
    one = fits[0]
    return Found(one.start, one.end, one.year, one.month, one.day, None, one.weekday)


def swapped(found: Found) -> Found:
    """The other reading of an ambiguous date."""
    if not found.other:
        return found
    month, day = found.other
    return Found(
        found.start, found.end, found.year, month, day, None, found.weekday, (found.month, found.day)
    )


def _century(year: str) -> int:
    number = int(year)
    if number > 99:  # noqa: PLR2004
        return number
    return number + (2000 if number < 70 else 1900)  # noqa: PLR2004


def weekday_of(word: str) -> int | None:
    """1 for Monday, mon ...; None for other words."""
    return _DAY_OF.get(word.lower().rstrip("."))


def month_of(word: str) -> int | None:
    """1 for January, jan ...; None for other words."""
    return _MONTH_OF.get(word.lower().rstrip("."))


def clock(match: re.Match[str]) -> str | None:
    """A match of TIME as HH:MM."""
    if match["word"]:
        return "00:00" if match["word"].lower() == "midnight" else "12:00"
    if match["mil"]:
        return f"{match['mil'][:2]}:{match['mil'][2:]}" if match["mil"] < "2400" else None
    if match["h24"]:
        return f"{int(match['h24']):02}:{match['m24']}"
    hour, minute = int(match["h"]), match["m"] or "00"
    if not 1 <= hour <= 12 or minute > "59":  # noqa: PLR2004
        return None
    return f"{hour % 12 + (12 if match['half'].lower() == 'p' else 0):02}:{minute}"
