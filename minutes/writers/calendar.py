"""Action points and meetings as a calendar (iCalendar, RFC 5545) that task programs take over."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from archive.record import ActionPoint, Meeting
from minutes import border
from minutes.writers.common import number_of

_LINE: Final = 75  # octets of a content line, without its end (3.1)
_STATES: Final = {
    "open": "NEEDS-ACTION",
    "in hand": "IN-PROCESS",
    "done": "COMPLETED",
    "dropped": "CANCELLED",
}
_UNKNOWN: Final = "19700101T000000Z"


def write_calendar(meetings: Iterable[Meeting]) -> bytes:
    """A VEVENT for each meeting with a day, a VTODO for each action point, related to it; UTF-8, CRLF."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//minutes//minutes//EN", "CALSCALE:GREGORIAN"]
    for meeting in meetings:
        lines += _event(meeting)
        for point in meeting.action_points:
            lines += _todo(meeting, point)
    folded = [piece for line in (*lines, "END:VCALENDAR") for piece in _folded(line)]
    return "".join(f"{line}\r\n" for line in folded).encode()


def without_due(meetings: Iterable[Meeting]) -> int:
    """How many action points stand in a calendar without a day."""
    return sum(point.due is None for meeting in meetings for point in meeting.action_points)


def _event(meeting: Meeting) -> Iterator[str]:
    if meeting.date is None:  # an event needs a day (3.6.1)
        return
    yield "BEGIN:VEVENT"
    yield from _stamps(meeting, _uid(meeting))
    yield from _hours(meeting, meeting.date)
    yield _text("SUMMARY", meeting.title or "")
    if meeting.place:
        yield _text("LOCATION", meeting.place)
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _hours(meeting: Meeting, day: dt.date) -> Iterator[str]:
    """Whole days, or local time without a zone: the report gives none (3.3.5, form 1)."""
    if meeting.start_time is None:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        if meeting.end_date and meeting.end_date > day:
            yield f"DTEND;VALUE=DATE:{meeting.end_date + dt.timedelta(days=1):%Y%m%d}"
        return
    start = _moment(day, meeting.start_time)
    yield f"DTSTART:{start}"
    if meeting.end_time and (end := _moment(meeting.end_date or day, meeting.end_time)) > start:
        yield f"DTEND:{end}"


def _moment(day: dt.date, clock: str) -> str:
    return f"{day:%Y%m%d}T{clock.replace(':', '')}00"


def _todo(meeting: Meeting, point: ActionPoint) -> Iterator[str]:
    yield "BEGIN:VTODO"
    yield from _stamps(meeting, _uid(meeting, point.number))
    yield _text("SUMMARY", point.text)
    yield _text("DESCRIPTION", "\n".join(_about(meeting, point)))
    if point.due:
        yield f"DUE;VALUE=DATE:{point.due:%Y%m%d}"
    yield f"STATUS:{_STATES[point.state]}"
    if point.state == "done":
        yield "PERCENT-COMPLETE:100"
    if point.state == "done" and point.closed_on:
        yield f"COMPLETED:{point.closed_on:%Y%m%d}T000000Z"
    # a person without an address is a contact: an attendee would need one (3.8.4.1)
    yield from (_text("CONTACT", name) for name in dict.fromkeys((point.owner, point.owner_person)) if name)
    if meeting.date:
        yield f"RELATED-TO:{_uid(meeting)}"
    yield "END:VTODO"


def _about(meeting: Meeting, point: ActionPoint) -> Iterator[str]:
    yield f"{number_of(meeting, point)} {meeting.title or ''}".strip()
    if point.due_text:
        yield point.due_text
    yield from (f"{one.date} {one.text}" for one in point.progress)


def _stamps(meeting: Meeting, uid: str) -> Iterator[str]:
    yield f"UID:{uid}"
    yield f"DTSTAMP:{_stamp(meeting)}"
    yield f"SEQUENCE:{meeting.revision}"


def _stamp(meeting: Meeting) -> str:
    """When the record was made: a new export of the same record is the same calendar."""
    try:
        made = dt.datetime.fromisoformat(meeting.source.imported_at or "")
    except ValueError:
        return _UNKNOWN
    return f"{made.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}" if made.tzinfo else f"{made:%Y%m%dT%H%M%SZ}"


def _uid(meeting: Meeting, number: int | None = None) -> str:
    """The same for the same thing at every export, different in every archive."""
    whole = f"{meeting.source.sha256}/{meeting.id}/{meeting.source.imported_at}"
    digest = hashlib.sha256(whole.encode()).hexdigest()[:32]
    return f"{digest}@minutes" if number is None else f"{digest}-{number}@minutes"


def _text(name: str, value: str) -> str:
    clean = border.terminal(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return f"{name}:" + clean.replace("\t", " ").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets, none splitting a character; each after the first begins with a space."""
    piece, size = "", 0
    for char in line:
        length = len(char.encode())
        if size + length > _LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + char, size + length
    yield piece
