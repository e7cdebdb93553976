"""When the meeting began and ended."""

import re
from collections.abc import Sequence

from archive.record import Span
from minutes.extract.en.dates import TIME, clock, dates_in
from minutes.extract.en.fields import Field
from minutes.extract.en.passages import Passage
from minutes.extract.lazy import lazy

_START = lazy(
    r"\b(?:to order|began|started|opened|commenced|convened|held|start(?:s|ing)?|met)\b", re.IGNORECASE
)
_END = lazy(r"\b(?:adjourn(?:ed|ment)?|closed|ended|concluded|finished|closing)\b", re.IGNORECASE)
_CLOCK = lazy(r"\d[:.h]\d\d|\d ?[ap]\.? ?m|\d hours|noon|midday|midnight", re.IGNORECASE)
_ALL = 400  # passages looked through for times
_HEAD = 14  # passages of the head
_LEAD = 220  # characters of a line of the head


def hours_of(
    passages: Sequence[Passage], found: Sequence[Field]
) -> tuple[tuple[str, Span] | None, tuple[str, Span] | None]:
    """Start and end as (HH:MM, place)."""
    start = end = None
    for field in found:
        if field.kind in {"time", "date", "end"}:
            times = _times(field.passage, field.start, field.end)
            start, end = _from_label(field.kind, times, start, end)
    for passage in passages[:_ALL]:
        quiet = passage.section.kind in {"next", "skip", "agenda", "old"}
        if quiet or not _CLOCK.search(passage.text) or "next meeting" in passage.text.lower():
            continue
        start = start or _near(passage, _START)
        end = _near(passage, _END) or end
    return start or _in_head(passages), end


def _from_label(
    kind: str, times: list[tuple[str, Span]], start: tuple[str, Span] | None, end: tuple[str, Span] | None
) -> tuple[tuple[str, Span] | None, tuple[str, Span] | None]:
    if not times:
        return start, end
    if kind == "end":
        return start, end or times[-1]
    return start or times[0], end or (times[1] if len(times) > 1 else None)


def _times(passage: Passage, start: int, end: int) -> list[tuple[str, Span]]:
    """All times of a stretch; "6:00 - 7:35 p.m." means six in the evening."""
    found = [(match, clock(match)) for match in TIME.finditer(passage.text, start, end)]
    half = next((match["half"] for match, _ in reversed(found) if match["half"]), None)
    return [(_afternoon(match, time, half), passage.span(*match.span())) for match, time in found if time]


def _afternoon(match: re.Match[str], time: str, half: str | None) -> str:
    hour = int(time[:2])
    if match["half"] or not half or half.lower() != "p" or not 1 <= hour < 12:  # noqa: PLR2004
        return time
    return f"{hour + 12}{time[2:]}"


def _near(passage: Passage, cue: re.Pattern[str]) -> tuple[str, Span] | None:
    """The time after a word such as "adjourned" in its sentence."""
    for word in cue.finditer(passage.text):
        stretch = passage.text.find(". ", word.end())
        stop = min(len(passage.text) if stretch < 0 else stretch + 2, word.end() + 90)
        if times := _times(passage, word.end(), stop + 6 if stop < len(passage.text) else stop):
            return times[0]
    return None


def _in_head(passages: Sequence[Passage]) -> tuple[str, Span] | None:
    """The first time in a line of the head that has the date."""
    for passage in passages[:_HEAD]:
        if (
            any(True for _ in dates_in(passage.text))
            and len(passage.text) < _LEAD
            and (times := _times(passage, 0, len(passage.text)))
        ):
            return times[0]
    return None
