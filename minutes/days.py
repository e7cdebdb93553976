"""Days and hours as people write them, on a command line or into a document."""

import datetime as dt
import re
from typing import Final

_FIGURES: Final = re.compile(r"(\d{4})\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})\s*\u65e5?")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_MONTH_FIRST: Final = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_CLOCK: Final = re.compile(r"(\d{1,2})[:\uff1a.](\d{2})")

_SHOWN: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")


def day_of(written: str) -> str | None:
    """The day as YYYY-MM-DD: 2023-09-04, 2023/9/4, 4 Sept 2023, or with Chinese signs; None where the words are not a whole date, with its year."""
    words = written.strip()
    if found := _FIGURES.fullmatch(words):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(words):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    elif found := _MONTH_FIRST.fullmatch(words):
        day, month, year = int(found[2]), _month(found[1]), int(found[3])
    else:
        return None
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def clock_of(written: str) -> str | None:
    """The time of day as HH:MM; None where no clock shows it."""
    found = _CLOCK.fullmatch(written.strip())
    time = f"{int(found[1]):02d}:{found[2]}" if found else ""
    return time if is_clock(time) else None


def is_clock(time: str) -> bool:
    """Whether a clock shows the time: 00:00 to 24:00."""
    return bool(_SHOWN.fullmatch(time))


def _month(name: str) -> int:
    """1 to 12, from three letters on; 0 where it is none."""
    from minutes.writers.wording import MONTHS

    starts = [place for place, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower())]
    return starts[0] if starts else 0
