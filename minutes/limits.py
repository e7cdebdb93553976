"""The limits of an import, and raising them: `--limit file_size=200MB --limit seconds=120`.

What a reader takes in stands in minutes/readers/limits.py, what a process may use in minutes/workers.py; both have their
reasons there.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Final

from archive.errors import ArchiveError
from minutes.readers.limits import LIMITS, MB, Limits
from minutes.workers import BOUNDS, Bounds

_AMOUNT: Final = re.compile(r"(\d{1,12})(MB|GB)?", re.IGNORECASE)
_UNITS: Final = {"": 1, "MB": MB, "GB": 1024 * MB}


class UnknownLimit(ArchiveError):
    """No limit of that name."""

    message = 'There is no limit "{name}".'
    advice = "Limits are {known}."
    exit_code = 2


class NoAmount(ArchiveError):
    """A name alone."""

    message = 'The limit "{name}" needs an amount.'
    advice = "Write it like file_size=200MB or seconds=120."
    exit_code = 2


class NotAnAmount(ArchiveError):
    """Not a number, with or without a unit."""

    message = 'The limit "{name}" cannot be {value}.'
    advice = "Write it like file_size=200MB or seconds=120."
    exit_code = 2


def listed() -> dict[str, str]:
    """Every limit as it stands, written as a wish takes it."""
    return {name: _written(amount) for name, amount in (asdict(LIMITS) | asdict(BOUNDS)).items()}


def _written(amount: float) -> str:
    return f"{amount // MB:.0f}MB" if amount and amount % MB == 0 else f"{amount:.0f}"


def raised(wishes: Iterable[str]) -> tuple[Limits, Bounds]:
    """The limits with those that `wishes` (NAME=AMOUNT) change; raises UnknownLimit, NoAmount or NotAnAmount."""
    amounts = dict(map(_amount, wishes))
    reading = {name: amount for name, amount in amounts.items() if name in asdict(LIMITS)}
    process = {name: amount for name, amount in amounts.items() if name in asdict(BOUNDS)}
    return replace(LIMITS, **reading), replace(BOUNDS, **process)


def _amount(wish: str) -> tuple[str, int]:
    name, _, value = wish.partition("=")
    known = [*asdict(LIMITS), *asdict(BOUNDS)]
    if name not in known:
        raise UnknownLimit(name=name, known=", ".join(known))
    if not value.strip():
        raise NoAmount(name=name)
    found = _AMOUNT.fullmatch(value)
    if not found or int(found[1]) == 0:
        raise NotAnAmount(name=name, value=value)
    return name, int(found[1]) * _UNITS[(found[2] or "").upper()]
