"""Asking an archive: search, list, ledger, people. Mixed into `archive.store.Archive`."""

from __future__ import annotations

import datetime as dt
import sqlite3
from typing import TYPE_CHECKING, Any, Literal

from archive.hits import Hit, Hits
from archive.index import ask, current
from archive.index.where import Scope
from archive.passages import passage_of
from archive.query.parse import parse
from archive.text import fold

if TYPE_CHECKING:
    import builtins
    from collections.abc import Callable, Mapping

    from archive.answers import Entries, Entry, Stats, Task, Tasks
    from archive.query.tree import Query, Tree
    from archive.room import Room


class Reading:
    """The questions; the archive's index is brought up to date before each."""

    room: Room
    today: dt.date
    terms: Mapping[str, dt.date]
    _base: sqlite3.Connection | None = None

    def search(
        self,
        query: Query | str,
        *,
        limit: int | None = None,
        sort: Literal["tier", "date"] = "tier",
        passages: bool = True,
    ) -> Hits:
        """The meetings that fit, best first: title, action, statement, body; the newest first within each.

        Raises QueryError (exit 2; its `pointer` is the query with a caret under the place).
        """
        asked = self.parsed(query)
        by_date = sort == "date"
        hits, total = self._asked(lambda base: self._found(base, asked.tree, limit, by_date=by_date))
        read_as: dict[str, tuple[str, ...]] = {}
        if not hits:
            from archive.index import forgiving

            tree, read_as = self._asked(lambda base: forgiving.reread(base, asked.tree))
            if read_as:
                hits, total = self._asked(lambda base: self._found(base, tree, limit, by_date=by_date))
        words = tuple(read_as.get(needle, (needle,)) for needle in asked.needles())
        needles = tuple(fold(word) for same in words for word in same) if passages else ()
        return Hits([self._hit(found, needles) for found in hits], total, read_as)

    def count(self, query: Query | str) -> int:
        """How many meetings fit."""
        tree = self.parsed(query).tree
        return int(self._asked(lambda base: ask.count(base, tree, self._scope())))

    def list(self, query: Query | str | None = None, *, limit: int | None = None) -> Entries:
        """The meetings that fit, newest first."""
        from archive.answers import Entries

        tree = self.parsed(query).tree if query else None
        more = None if limit is None else limit + 1
        rows = self._asked(lambda base: ask.entries(base, tree, self._scope(), more))
        total: int | None = len(rows)
        if total == more:
            total = None if tree else self._asked(lambda base: ask.count(base, None, self._scope()))
        return Entries([_entry(row) for row in rows[:limit]], total)

    def stats(self, query: Query | str | None = None) -> Stats:
        """The meetings that fit, counted; of their action points those that `actions` would give."""
        from archive.answers import Stats
        from archive.index import tally

        tree = self.parsed(query).tree if query else None
        scope, of_tasks = self._scope(), self._scope(tasks=True)
        counted: Stats = self._asked(
            lambda base: Stats(
                tally.months(base, tree, scope),
                tally.bodies(base, tree, scope),
                tally.states(base, tree, of_tasks),
                tally.owners(base, tree, of_tasks),
            )
        )
        return counted

    def actions(self, query: Query | str | None = None, *, limit: int | None = None) -> Tasks:
        """The action points that fit; words are looked for in the action points, fields in them and their meetings."""
        tree = self.parsed(query).tree if query else None
        scope = self._scope(tasks=True)
        rows, total = self._asked(
            lambda base: (ask.tasks(base, tree, scope, limit), ask.count_tasks(base, tree, scope))
        )
        records: dict[int, Any] = {}
        tasks = [self._task(number, point, bool(late), records) for number, point, late in rows]
        from archive.answers import Tasks

        return Tasks([task for task in tasks if task], total)

    def find_by_sha256(self, sha256: str) -> int | None:
        """The id of the record (the first of several) made from these bytes; records in the trash do not count."""
        found: int | None = self._asked(lambda base: ask.by_sha256(base, sha256))
        return found

    def parsed(self, query: Query | str) -> Query:
        """The query, read with this archive's today and terms; raises QueryError."""
        return parse(query, today=self.today, terms=self.terms) if isinstance(query, str) else query

    def base(self) -> sqlite3.Connection:
        """The index, up to date."""
        state = self.room.state()
        source = self.room.source(state)
        if self._base is not None:
            if current.stamp_of(self._base) == source.stamp:
                return self._base
            self._base.close()
        self._base = current.current(self.room.index_file, source, self.room.disk, self.room.tell)
        return self._base

    def _asked(self, question: Callable[[sqlite3.Connection], Any]) -> Any:
        """The answer; an index that turns out damaged is made anew and asked again."""
        try:
            return question(self.base())
        except (sqlite3.DatabaseError, current.Damaged):
            self.room.tell(current.BROKEN)
            return question(self._made_anew())

    def _made_anew(self) -> sqlite3.Connection:
        if self._base is not None:
            self._base.close()
            self._base = None
        source = self.room.source(self.room.state())
        try:
            current.rebuild(self.room.index_file, source, self.room.disk)
            self._base = current.connect(self.room.index_file)
        except (OSError, sqlite3.Error):
            self._base = current.private(None, source)
        return self._base

    def _scope(self, *, tasks: bool = False) -> Scope:
        return Scope(self.today.toordinal(), tasks)

    def _found(
        self, base: sqlite3.Connection, tree: Tree, limit: int | None, *, by_date: bool
    ) -> tuple[builtins.list[ask.Found], int | None]:
        hits: builtins.list[ask.Found] = []
        for found in ask.search(base, tree, self._scope(), by_date=by_date):
            if limit is not None and len(hits) >= limit:
                return hits, None
            hits.append(found)
        return hits, len(hits)

    def _hit(self, found: ask.Found, needles: tuple[str, ...]) -> Hit:
        values = self.room.values(found.id) if needles else None
        passage = passage_of(values, needles) if values else None
        return Hit(found.id, found.title, _date(found.day), found.sha256.hex(), found.tier, passage)

    def _task(self, number: int, point: int, late: bool, records: dict[int, Any]) -> Task | None:
        if number not in records:
            records[number] = self.room.values(number)
        values = records[number]
        found = [one for one in values["action_points"] if one["number"] == point] if values else []
        if not found:
            return None
        from archive.answers import Task

        one = found[0]
        return Task(
            number,
            point,
            one["text"],
            one["owner"],
            one["owner_person"],
            _day(one["due"]),
            one["due_text"],
            one["state"],
            _day(one["closed_on"]),
            values["title"],
            _day(values["date"]),
            late,
        )


def _entry(row: tuple[Any, ...]) -> Entry:
    from archive.answers import Entry

    number, title, day, sha256, kind, state, chair, organisation, actions, left, notes, labels = row
    named = tuple(labels.split("\n")) if labels else ()
    return Entry(
        number, title, _date(day), sha256.hex(), kind, state, chair, organisation, actions, left, notes, named
    )


def _date(day: int | None) -> dt.date | None:
    return None if day is None else dt.date.fromordinal(day)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
