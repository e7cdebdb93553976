"""The small words of every listing: days, people, states, in the user's language."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from minutes import border
from minutes.cli.look.piece import Piece
from minutes.deadlines import is_overdue, is_soon, today
from minutes.messages import say
from minutes.offices import office as office_of

if TYPE_CHECKING:
    from archive.record import Meeting, Person

DASH: Final = "\u2013"


def states() -> dict[str, str]:
    """The states of action points and records, in the user's language."""
    return {
        "open": say("open"),
        "in hand": say("in hand"),
        "done": say("done"),
        "dropped": say("dropped"),
        "extracted": say("not reviewed"),
        "reviewed": say("reviewed"),
        "final": say("final"),
    }


def kinds() -> dict[str, str]:
    """The kinds of report."""
    return {
        "news": say("news report"),
        "minutes": say("minutes"),
        "record": say("record of proceedings"),
        "transcript": say("transcript"),
    }


def person(one: "Person") -> str:
    """Name and office: Smith (Director, Finance)."""
    office = border.one_line(office_of(one.organisation, one.role, " "))
    if not one.name or not office:
        return border.one_line(one.name or "") or office
    return say("{name} ({office})", name=border.one_line(one.name), office=office)


def listed(names: Iterable[str]) -> str:
    """Names in a row: a, b; in Chinese a、b."""
    return say(", ").join(name for name in names if name)


def when(meeting: "Meeting") -> str:
    """Day or days, and the times of day, as far as the report gives them."""
    days = [str(day) for day in (meeting.date, meeting.end_date) if day]
    times = [time for time in (meeting.start_time, meeting.end_time) if time]
    return " ".join(part for part in (DASH.join(dict.fromkeys(days)), DASH.join(times)) if part)


def state(name: str, due: dt.date | None) -> Piece:
    """The state of an action point, coloured by how it stands against its due date."""
    day = today()
    if is_overdue(name, due, day):
        return Piece(say("overdue"), "late")
    if is_soon(name, due, day):
        return Piece(states()[name], "soon")
    return Piece(states().get(name, name), "good" if name == "done" else "faint" if name == "dropped" else "")


def moment(when: str | None) -> str:
    """A moment, ISO 8601 in UTC, as the clock here shows it."""
    try:
        return f"{dt.datetime.fromisoformat(when or '').astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return when or ""
