"""The ledger of action points on paper: one wide table, with the counts that a report on progress begins with."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Final

from archive.record import Meeting
from minutes.writers.ledger import COLUMNS, Ledger, Row, Value, ledger
from minutes.writers.paper import Grid, Paper, Properties, line
from minutes.writers.words import Words

_SHOWN: Final = ("serial", "source", "text", "owner", "person", "helping", "due", "state", "progress")
_OVERDUE: Final = "F8CBAD"
_COLOURS: Final = {"done": "E2F0D9", "dropped": "EDEDED"}


def register(meetings: Sequence[Meeting], today: dt.date) -> Paper:
    """Title, counts, table."""
    found = ledger(meetings, today)
    words = found.words
    about = Properties(title=found.title, language=words.language)
    parts = (line("title", found.title), line("subtitle", counts(found, words)), _table(found, words))
    return Paper(f"register-{found.language}", about, parts)


def counts(found: Ledger, words: Words) -> str:
    """How many there are, by state, in numbers and percent; how many are overdue."""
    total = len(found.rows)
    states = Counter(row.point.state for row in found.rows)
    late = sum(row.overdue for row in found.rows)
    shown = [
        words("share", state=words(state), count=count, percent=round(100 * count / total))
        for state, count in sorted(states.items())
    ]
    return words.clauses(
        [words("total", count=total), *shown, *([words("late", count=late)] if late else [])]
    )


def _table(found: Ledger, words: Words) -> Grid:
    places = [place for place, (key, *_) in enumerate(COLUMNS) if key in _SHOWN]
    return Grid(
        header=tuple(found.header[place] for place in places),
        rows=tuple(tuple(_shown(row.values[place], words) for place in places) for row in found.rows),
        widths=tuple(COLUMNS[place][1] for place in places),
        says=found.title,
        origin=("action_points",),
        shades=tuple(_colour(row) for row in found.rows),
    )


def _colour(row: Row) -> str | None:
    return _OVERDUE if row.overdue else _COLOURS.get(row.point.state)


def _shown(value: Value, words: Words) -> str:
    return words.day(value) if isinstance(value, dt.date) else "" if value is None else str(value)
