"""Questions to the index."""

import sqlite3
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from archive.index.schema import TIER, TIERS, sum_of
from archive.index.where import BODY_END, MEETING, TRUE, Scope, Sql, split, sql_of
from archive.query.tree import Tree

_OPEN: Final = "('open', 'in hand')"


class Found(NamedTuple):
    """A meeting that fits."""

    row: int
    id: int
    day: int | None
    title: str | None
    sha256: bytes
    tier: str


def search(base: sqlite3.Connection, tree: Tree, scope: Scope, *, by_date: bool) -> Iterator[Found]:
    """The meetings that fit, lazily, best first: by tier (unless `by_date`), the newest first."""
    match, rest = split(tree, scope)
    if match is None:
        sql = f"SELECT m.row, m.row, m.id, m.day, m.title, m.sha256 FROM meetings m WHERE {rest.text} ORDER BY m.row DESC"  # noqa: S608
        values: tuple[object, ...] = rest.values
    else:
        sql = (
            "SELECT w.rowid, m.row, m.id, m.day, m.title, m.sha256"  # noqa: S608
            f" FROM words w CROSS JOIN meetings m ON m.row = {MEETING}"
            f" WHERE w.words MATCH ? {f'AND w.rowid < {BODY_END}' if by_date else ''} AND {rest.text} ORDER BY w.rowid DESC"
        )
        values = (match, *rest.values)
    seen: set[int] = set()
    for place, row, number, day, title, sha256 in base.execute(sql, values):
        if row not in seen:
            seen.add(row)
            yield Found(row, number, day, title, sha256, TIERS[place >> TIER])


def count(base: sqlite3.Connection, tree: Tree | None, scope: Scope) -> int:
    """How many meetings fit."""
    match, rest = split(tree, scope) if tree else (None, TRUE)
    if match is None:
        return _number(base, Sql(f"SELECT count(*) FROM meetings m WHERE {rest.text}", rest.values))  # noqa: S608
    sql = (
        f"SELECT count(*) FROM words w CROSS JOIN meetings m ON m.row = w.rowid WHERE w.words MATCH ?"  # noqa: S608
        f" AND w.rowid < {BODY_END} AND {rest.text}"
    )
    return _number(base, Sql(sql, (match, *rest.values)))


def entries(base: sqlite3.Connection, tree: Tree | None, scope: Scope, limit: int | None) -> list[Any]:
    """The columns of a list, newest first."""
    where = sql_of(tree, scope) if tree else TRUE
    sql = (
        "SELECT m.id, m.title, m.day, m.sha256, m.kind, m.state,"  # noqa: S608
        " (SELECT text FROM terms WHERE id = m.chair), (SELECT text FROM terms WHERE id = m.organisation),"
        f" m.actions, m.open, m.notes, m.labels FROM meetings m WHERE {where.text} ORDER BY m.row DESC LIMIT ?"
    )
    return base.execute(sql, (*where.values, _limit(limit))).fetchall()


def tasks(base: sqlite3.Connection, tree: Tree | None, scope: Scope, limit: int | None) -> list[Any]:
    """Meeting and number of the action points that fit: the overdue first, then by due date, then the newest."""
    where = sql_of(tree, scope) if tree else TRUE
    sql = (
        f"SELECT m.id, a.number, a.due < ? AND a.state IN {_OPEN} AS late FROM meetings m JOIN actions a ON a.row = m.row"  # noqa: S608
        f" WHERE {where.text} ORDER BY late IS NOT 1, a.state NOT IN {_OPEN}, a.due IS NULL, a.due, m.row DESC, a.number LIMIT ?"
    )
    return base.execute(sql, (scope.today, *where.values, _limit(limit))).fetchall()


def count_tasks(base: sqlite3.Connection, tree: Tree | None, scope: Scope) -> int:
    """How many action points fit."""
    where = sql_of(tree, scope) if tree else TRUE
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
