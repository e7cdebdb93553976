"""Numbers by the year: meetings of one body in the order of their days, and their decisions, as offices count them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from archive.errors import ArchiveError
from archive.record import Decision, Meeting
from archive.text import fold

USUAL: Final = {"zh": "\u3014{year}\u3015{n}\u53f7", "en": "{year}-{n}"}
"""Chinese: GB/T 9704-2012, 7.2.5: the year in full in tortoise-shell brackets, the serial not padded."""

_PLACES: Final = re.compile(r"\{(year|yy|n+)\}")
_SERIAL: Final = re.compile(r"(\d+)\D*$")


class NotAForm(ArchiveError):
    """A form of numbers without a place for the number itself."""

    message = '"{form}" does not say where the number stands.'
    advice = "Write it like {example}: year, yy and n (nnn for 007) stand in braces."
    exit_code = 2


class Given(NamedTuple):
    """A number for a meeting, or for one of its decisions."""

    meeting: Meeting
    number: str
    decision: int | None = None  # the decision's place in the record, from 0


def check(form: str) -> None:
    """Raises NotAForm."""
    if not any(found[1].startswith("n") for found in _PLACES.finditer(form)):
        raise NotAForm(form=form, example="{year}-{nn}")


def of_meetings(meetings: Iterable[Meeting], year: int, form: str | None, *, again: bool) -> Iterator[Given]:
    """Numbers for the meetings of that year that have none (`again`: for all), going on from the highest there is."""
    for body in _bodies(meetings, year):
        last = 0 if again else max((_serial(one.number) for one in body), default=0)
        for meeting in body:
            if again or not meeting.number:
                last += 1
                yield Given(meeting, _written(form or USUAL[meeting.language], year, last))


def of_decisions(meetings: Iterable[Meeting], year: int, form: str | None, *, again: bool) -> Iterator[Given]:
    """The same for decisions, counted through all meetings of the body in that year."""
    for body in _bodies(meetings, year):
        highest = max((_serial(one.reference) for _, _, one in _decisions(body)), default=0)
        last = 0 if again else highest
        for meeting, place, decision in _decisions(body):
            if again or not decision.reference:
                last += 1
                yield Given(meeting, _written(form or USUAL[meeting.language], year, last), place)


def _decisions(body: Sequence[Meeting]) -> Iterator[tuple[Meeting, int, Decision]]:
    return ((meeting, place, one) for meeting in body for place, one in enumerate(meeting.decisions))


def _bodies(meetings: Iterable[Meeting], year: int) -> Iterator[Sequence[Meeting]]:
    """The meetings of that year, those of each organisation and kind together, the oldest first.

    Meetings without an organisation are nobody's series: they are left out.
    """
    bodies: dict[tuple[str, str], list[Meeting]] = {}
    for meeting in meetings:
        if meeting.date and meeting.date.year == year and meeting.organisation:
            bodies.setdefault((fold(meeting.organisation), meeting.kind), []).append(meeting)
    for body in bodies.values():
        yield sorted(body, key=lambda one: (str(one.date), one.start_time or "", one.id or 0))


def _serial(number: str | None) -> int:
    """The last figures of a number: 5 of 2024-05."""
    found = _SERIAL.search(number or "")
    return int(found[1]) if found else 0


def _written(form: str, year: int, serial: int) -> str:
    def put(place: re.Match[str]) -> str:
        if place[1].startswith("y"):
            return f"{year:04d}"[-2:] if place[1] == "yy" else f"{year:04d}"
        return str(serial).zfill(len(place[1]))

    return _PLACES.sub(put, form)
