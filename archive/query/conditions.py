"""What `field:value` means."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from archive.query.days import NONE, NoTerm, Period, period
from archive.query.mistakes import BackToFront, BadDate, NotANumber, NoTerms, UnknownField, UnknownValue
from archive.query.names import FIELDS, KINDS, STATES, THINGS, read_backwards
from archive.query.tree import Days, Field, Has, Is, Tree, Undated
from archive.text import fold

if TYPE_CHECKING:
    from archive.query.parse import Token

_FIELDS: Final = read_backwards(FIELDS)
_VALUES: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "is": STATES,
    "state": STATES,
    "has": THINGS,
    "kind": KINDS,
}


def of(query: str, field: "Token", value: "Token", today: dt.date, terms: Mapping[str, dt.date]) -> Tree:
    """The condition; raises a QueryError."""
    name = check(query, field)
    if name in _VALUES:
        return _chosen(query, name, value)
    if name in {"date", "due", "after", "before"}:
        return _days(query, name, value, today, terms)
    if name == "id" and not value.text.isdecimal():
        raise NotANumber(query, value.at, value=value.text)
    return Field(name, fold(value.text))


def check(query: str, field: "Token") -> str:
    """The field's name; raises UnknownField."""
    typed = field.text[:-1]
    name = _FIELDS.get(typed) or _FIELDS.get(typed.lower())
    if name is None:
        raise UnknownField(query, field.at, name=typed, known=" ".join(f"{one}:" for one in FIELDS))
    return name


def _chosen(query: str, name: str, value: "Token") -> Tree:
    table = _VALUES[name]
    known = read_backwards(table).get(value.text.lower())
    if known is None:
        raise UnknownValue(query, value.at, name=name, value=value.text, known=", ".join(table))
    if name == "kind":
        return Field("kind", known)
    return Has(known) if name == "has" else Is(known)


def _days(query: str, name: str, value: "Token", today: dt.date, terms: Mapping[str, dt.date]) -> Tree:
    text = value.text.strip().lower()
    if text in NONE and name in {"date", "due"}:
        return Undated(name)
    first, last = _period(query, value, text, today, terms)
    if name == "after":
        return Days("date", first, None)
    if name == "before":
        return Days("date", None, _day_before(first))
    if first and last and last < first:
        raise BackToFront(query, value.at, value=value.text)
    return Days(name, first, last)


def _period(query: str, value: "Token", text: str, today: dt.date, terms: Mapping[str, dt.date]) -> Period:
    try:
        return period(text, today, terms)
    except NoTerm as error:
        raise NoTerms(query, value.at, value=value.text) from error
    except (ValueError, OverflowError) as error:
        raise BadDate(query, value.at, value=value.text) from error


def _day_before(day: dt.date | None) -> dt.date | None:
    return day - dt.timedelta(days=1) if day and day > dt.date.min else day
