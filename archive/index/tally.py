"""Counting, by the index alone."""

import datetime as dt
import sqlite3
from collections import Counter
from typing import TYPE_CHECKING, Any

from archive.index.pairs import condition
from archive.index.schema import OPEN
from archive.index.where import Scope, Sql

if TYPE_CHECKING:
    from archive.query.tree import Tree

Counts = dict[str | None, int]


def months(base: sqlite3.Connection, tree: "Tree | None", scope: Scope) -> Counts:
    """Meetings by month (2023-09), the earliest first; None has those without a day."""
    found: Counter[str | None] = Counter()
    for day, many in _grouped(base, "m.day", "meetings m", condition(base, tree, scope)):
        found[None if day is None else f"{dt.date.fromordinal(day):%Y-%m}"] += many
    return dict(sorted(found.items(), key=lambda pair: pair[0] or ""))


def bodies(base: sqlite3.Connection, tree: "Tree | None", scope: Scope) -> Counts:
    """Meetings by organisation, most first."""
    return _named(base, _grouped(base, "m.organisation", "meetings m", condition(base, tree, scope)))


def states(base: sqlite3.Connection, tree: "Tree | None", scope: Scope) -> Counts:
    """Action points by state, those that are overdue apart; most first. `scope` is about action points."""
    where = condition(base, tree, scope)
    state = f"CASE WHEN a.due < {scope.today} AND a.state IN {OPEN} THEN 'overdue' ELSE a.state END"
    return _most_first(_grouped(base, state, "meetings m JOIN actions a ON a.row = m.row", where))


def owners(base: sqlite3.Connection, tree: "Tree | None", scope: Scope) -> Counts:
    """Action points still open by owner, most first. `scope` is about action points."""
    where = condition(base, tree, scope)
    left = Sql(f"{where.text} AND a.state IN {OPEN}", where.values)
    return _named(base, _grouped(base, "a.owner", "meetings m JOIN actions a ON a.row = m.row", left))


def _grouped(base: sqlite3.Connection, what: str, tables: str, where: Sql) -> list[tuple[Any, int]]:
    sql = f"SELECT {what} AS what, count(*) FROM {tables} WHERE {where.text} GROUP BY what"  # noqa: S608
    return base.execute(sql, where.values).fetchall()


def _named(base: sqlite3.Connection, rows: list[tuple[Any, int]]) -> Counts:
    """The terms' texts for their numbers."""
    name = "SELECT text FROM terms WHERE id = ?"
    return _most_first((term and base.execute(name, (term,)).fetchone()[0], many) for term, many in rows)


def _most_first(rows: "Any") -> Counts:
    return dict(sorted(rows, key=lambda pair: (-pair[1], pair[0] or "")))
