"""A person's value put into a record, and remembered as theirs."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from archive.errors import ArchiveError
from archive.record import Correction, Meeting, to_json
from minutes.days import is_clock
from minutes.messages import say
from minutes.places import named, read, type_at, wanted

FIXED: Final = ("schema", "id", "source", "body", "evidence", "notes", "corrections", "revision")
TIMES: Final = ("start_time", "end_time")
PEOPLE: Final = ("chair", "recorder")  # a bare name is enough for them


class NotAField(ArchiveError):
    """No such place in the record."""

    message = 'The record has no "{path}".'
    advice = (
        "Places look like title, chair.role or action_points.0.owner; minutes show ID --json has them all."
    )
    exit_code = 2


class NotToEdit(ArchiveError):
    """A place that is not for people."""

    message = '"{path}" cannot be changed by hand.'
    advice = "It says where the record comes from."
    exit_code = 2


class NotAValue(ArchiveError):
    """The place holds something else."""

    message = '"{path}" cannot be {value}: {reason}.'
    advice = "minutes schema describes every value."
    exit_code = 2


def corrected(meeting: Meeting, path: str, value: Any, who: str) -> Meeting:
    """The record with `value` (as in JSON) at the dotted `path`, and the correction noted: it survives re-extraction.

    Raises NotAField, NotToEdit, NotAValue.
    """
    steps = path.split(".")
    if steps[0] in FIXED:
        raise NotToEdit(path=path)
    whole = _as_json(meeting)
    if steps[0] in PEOPLE and len(steps) > 1 and whole[steps[0]] is None:
        whole[steps[0]] = {"name": None, "role": None, "organisation": None}
    before = _at(whole, steps, path)
    after = {"name": value} if path in PEOPLE and isinstance(value, str) else value
    _at(whole, steps[:-1], path)[_key(steps[-1])] = after
    changed = _checked(whole, path, value)
    after = _at(_as_json(changed), steps, path)
    return replace(changed, corrections=(*meeting.corrections, _correction(path, before, after, who)))


def typed(meeting: Meeting, path: str, text: str, who: str) -> Meeting:
    """As `corrected`, with what a person typed: nothing is null; 40, null and [..] are JSON where the place takes it, else text.

    Places and values may have their names of queries (minutes.places).
    """
    place = named(path)
    try:
        value = json.loads(text) if text.strip() else None
        _must_say(place, value)
        return corrected(meeting, place, read(place, value), who)
    except (ValueError, NotAValue):
        _must_say(place, text)
        return corrected(meeting, place, read(place, text), who)


def all_typed(meeting: Meeting, pairs: Iterable[tuple[str, str]], who: str) -> Meeting:
    """As `typed`, one after the other; raises NotAValue too where the meeting would end before it begins."""
    for path, text in pairs:
        meeting = typed(meeting, path, text, who)
    if meeting.date and meeting.end_date and meeting.end_date < meeting.date:
        reason = say("the meeting begins on {day}", day=meeting.date)
        raise NotAValue(path="end_date", value=meeting.end_date, reason=reason)
    return meeting


def _must_say(place: str, value: Any) -> None:
    """Raises NotAValue for a title without words."""
    if place == "title" and (value is None or not str(value).strip()):
        raise NotAValue(path=place, value='""', reason=say("a meeting needs a title"))


def accepted(meeting: Meeting, path: str, who: str) -> Meeting:
    """The record with the value at `path` confirmed as it is."""
    return corrected(meeting, path, _at(_as_json(meeting), path.split("."), path), who)


def rejected(meeting: Meeting, path: str, who: str) -> Meeting:
    """The record without the value at `path`: an item of a list goes, anything else is null. It stays away on re-extraction.

    Raises as `corrected`.
    """
    parent, _, last = path.rpartition(".")
    if not parent or not last.isdigit():
        return corrected(meeting, path, None, who)
    whole = _as_json(meeting)
    many = _at(whole, parent.split("."), path)
    before = _at(many, [last], path)
    del many[int(last)]
    changed = _checked(whole, path, None)
    kept = (
        (one.path if is_rejection(one) else _closed_up(one.path, parent, int(last)), one)
        for one in meeting.corrections
    )
    return replace(
        changed,
        evidence={
            moved: many
            for place, many in meeting.evidence.items()
            if (moved := _closed_up(place, parent, int(last)))
        },
        corrections=(
            *(replace(one, path=moved) for moved, one in kept if moved),
            _correction(path, before, None, who),
        ),
    )


def value_at(meeting: Meeting, path: str) -> Any:
    """The value at the dotted `path`, as in JSON; raises NotAField."""
    return _at(_as_json(meeting), path.split("."), path)


def is_rejection(change: Correction) -> bool:
    """Whether the correction took an item out of a list."""
    return change.after == "null" and change.path.rpartition(".")[2].isdigit()


def _closed_up(path: str, parent: str, gone: int) -> str | None:
    """`path` after item `gone` of list `parent` went; None where it led to that item."""
    if not path.startswith(f"{parent}."):
        return path
    place, _, rest = path.removeprefix(f"{parent}.").partition(".")
    if not place.isdigit() or int(place) < gone:
        return path
    if int(place) == gone:
        return None
    return ".".join(part for part in (parent, str(int(place) - 1), rest) if part)


def _as_json(meeting: Meeting) -> Any:
    return msgspec.json.decode(to_json(meeting))


def _key(step: str) -> int | str:
    return int(step) if step.isdigit() else step


def _at(whole: Any, steps: list[str], path: str) -> Any:
    for step in steps:
        try:
            whole = whole[_key(step)]
        except (LookupError, TypeError) as error:
            raise NotAField(path=path) from error
    return whole


def _checked(whole: Any, path: str, value: Any) -> Meeting:
    if (
        path in TIMES and isinstance(value, str) and not is_clock(value)
    ):  # the record's type takes any two figures
        raise NotAValue(path=path, value=value, reason=wanted(path))
    try:
        return msgspec.convert(whole, Meeting)
    except msgspec.ValidationError as error:
        if type_at(path) is None:
            raise NotAField(path=path) from error
        raise NotAValue(
            path=path, value=json.dumps(value, ensure_ascii=False), reason=wanted(path)
        ) from error


def _correction(path: str, before: Any, after: Any, who: str) -> Correction:
    """The change as it is kept: values as JSON, the moment in UTC."""
    old, new = (json.dumps(value, ensure_ascii=False) for value in (before, after))
    when = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return Correction(path=path, before=old, after=new, who=who, when=when)
