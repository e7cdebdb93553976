"""Questions to the index."""

import sqlite3
from collections.abc import Iterator, Sequence
from math import inf
from typing import Any

from archive.index.pairs import condition, nowhere
from archive.index.schema import LATE, LATE_FIRST, TIER, TIERS, sum_of
from archive.index.where import BODY_END, MEETING, TRUE, Scope, Split, Sql, split
from archive.query.tree import Tree

Match = tuple[int, str]  # id of a meeting, and the best part that has all the words


def search(base: sqlite3.Connection, tree: Tree, scope: Scope, *, by_date: bool) -> Iterator[Match]:
    """The meetings that fit, lazily, best first: by tier (unless `by_date`), the newest first."""
    parts = split(tree, scope)
    if nowhere(base, tree):
        return
    unwanted = _Unwanted(base, None if by_date else parts.without)
    seen: set[int] = set()
    for place, row, number in _walk(base, parts, by_date=by_date):
        if row not in seen and row not in unwanted:
            seen.add(row)
            yield number, TIERS[place >> TIER]


def titles(base: sqlite3.Connection, numbers: Sequence[int]) -> list[Any]:
    """Id, day, title and SHA-256 of these meetings, in any order."""
    marks = ",".join("?" * len(numbers))
    sql = f"SELECT id, day, title, sha256 FROM meetings WHERE id IN ({marks})"  # noqa: S608
    return base.execute(sql, tuple(numbers)).fetchall()


def _walk(base: sqlite3.Connection, parts: Split, *, by_date: bool) -> Iterator[Any]:
    """Place in `words`, row and id of the meetings, each maybe several times."""
    rest = parts.rest
    if parts.match is None:
        sql = f"SELECT m.row, m.row, m.id FROM meetings m WHERE {rest.text} ORDER BY m.row DESC"  # noqa: S608
        return base.execute(sql, rest.values)
    sql = (
        "SELECT w.rowid, m.row, m.id"  # noqa: S608
        f" FROM words w CROSS JOIN meetings m ON m.row = {MEETING}"
        f" WHERE w.words MATCH ? {f'AND w.rowid < {BODY_END}' if by_date else ''} AND {rest.text} ORDER BY w.rowid DESC"
    )
    return base.execute(sql, (parts.exact, *rest.values))


class _Unwanted:
    """The rows of the meetings whose text has what it must not have, read from the newest on as far as is asked for.

    All of them at once cost 60 ms where half of 100,000 meetings have the word; twenty hits need the first few.
    """

    def __init__(self, base: sqlite3.Connection, match: str | None) -> None:
        sql = f"SELECT rowid FROM words WHERE words MATCH ? AND rowid < {BODY_END} ORDER BY rowid DESC"  # noqa: S608
        self.left = iter(base.execute(sql, (match,)) if match else ())
        self.rows: set[int] = set()
        self.last: float = inf

    def __contains__(self, row: int) -> bool:
        while self.last > row:
            self.last = next(self.left, (-inf,))[0]
            self.rows.add(self.last)  # type: ignore[arg-type]
        return row in self.rows


def count(base: sqlite3.Connection, tree: Tree | None, scope: Scope) -> int:
    """How many meetings fit."""
    parts = split(tree, scope) if tree else Split(None, None, TRUE)
    if tree and nowhere(base, tree):
        return 0
    if parts.match is None:
        every = f"SELECT count(*) FROM meetings m WHERE {parts.rest.text}"  # noqa: S608
        return _number(base, Sql(every, parts.rest.values))
    sql = (
        f"SELECT count(*) FROM words w CROSS JOIN meetings m ON m.row = w.rowid WHERE w.words MATCH ?"  # noqa: S608
        f" AND w.rowid < {BODY_END} AND {parts.rest.text}"
    )
    return _number(base, Sql(sql, (parts.exact, *parts.rest.values)))


def entries(base: sqlite3.Connection, tree: Tree | None, scope: Scope, limit: int | None) -> list[Any]:
    """The columns of a list, newest first."""
    parts = split(tree, scope) if tree else Split(None, None, TRUE)
    if tree and nowhere(base, tree):
        return []
    tables, row, values = "meetings m WHERE", "m.row", parts.rest.values
    if parts.match is not None:
        tables = f"words w CROSS JOIN meetings m ON m.row = w.rowid WHERE w.words MATCH ? AND w.rowid < {BODY_END} AND"
        row, values = "w.rowid", (parts.exact, *values)
    sql = (
        "SELECT m.id, m.title, m.day, m.sha256, m.kind, m.state,"  # noqa: S608
        " (SELECT text FROM terms WHERE id = m.chair), (SELECT text FROM terms WHERE id = m.organisation),"
        f" m.actions, m.open, m.notes, m.labels FROM {tables} {parts.rest.text} ORDER BY {row} DESC LIMIT ?"
    )
    return base.execute(sql, (*values, _limit(limit))).fetchall()


def tasks(base: sqlite3.Connection, tree: Tree | None, scope: Scope, limit: int | None) -> list[Any]:
    """Meeting and number of the action points that fit: the overdue first, then by due date, then the newest."""
    where = condition(base, tree, scope)
    sql = (
        f"SELECT m.id, a.number, {LATE} AS late FROM meetings m JOIN actions a ON a.row = m.row"  # noqa: S608
        f" WHERE {where.text} ORDER BY {LATE_FIRST} LIMIT ?"
    )
    return base.execute(sql, (scope.today, *where.values, _limit(limit))).fetchall()


def count_tasks(base: sqlite3.Connection, tree: Tree | None, scope: Scope) -> int:
    """How many action points fit."""
    where = condition(base, tree, scope)
    sql = f"SELECT count(*) FROM meetings m JOIN actions a ON a.row = m.row WHERE {where.text}"  # noqa: S608
    return _number(base, Sql(sql, where.values))


def by_sha256(base: sqlite3.Connection, sha256: str) -> int | None:
    """The first record of these bytes."""
    found = base.execute(
        "SELECT min(id) FROM meetings WHERE sum = ? AND sha256 = ?", (sum_of(sha256), bytes.fromhex(sha256))
    ).fetchone()[0]
    return None if found is None else int(found)


def sharing_prints(
    base: sqlite3.Connection, prints: tuple[int, ...], day: int | None, least: int
) -> list[int]:
    """Ids of meetings of that day (or without one) that share at least `least` prints, most first."""
    marks = ",".join("?" * len(prints))
    days = "" if day is None else "AND p.day IN (0, ?)"
    sql = (
        f"SELECT m.id, count(*) AS shared FROM prints p JOIN meetings m ON m.row = p.row WHERE p.print IN ({marks}) {days}"  # noqa: S608
        " GROUP BY m.id HAVING shared >= ? ORDER BY shared DESC, m.id LIMIT 5"
    )
    values = [*prints, *([] if day is None else [day]), least]
    return [number for number, _ in base.execute(sql, values)]


def _limit(limit: int | None) -> int:
    return -1 if limit is None else limit


def _number(base: sqlite3.Connection, sql: Sql) -> int:
    return int(base.execute(sql.text, sql.values).fetchone()[0])
