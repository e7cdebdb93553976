"""Asking an archive: search, list, ledger, people. Mixed into `archive.store.Archive`."""

from __future__ import annotations

import datetime as dt
import sqlite3
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Literal

from archive.hits import Hit, Hits
from archive.index import ask, current
from archive.index.where import Scope
from archive.passages import passage_of
from archive.query.parse import parse
from archive.text import fold

if TYPE_CHECKING:
    import builtins
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from archive.answers import Entries, Entry, Stats, Task, Tasks
    from archive.query.tree import Query, Tree
    from archive.room import Room

CHUNK: Final = 500  # hits whose titles are looked up at once
REMEMBERED: Final = 64  # records


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
        matches, needles, read_as = self._matches(self.parsed(query), limit, by_date=sort == "date")
        total = len(matches)
        hits = self._hits(matches[:limit], needles if passages else ())
        return Hits([*hits], None if limit is not None and total > limit else total, read_as)

    def hits(
        self, query: Query | str, *, sort: Literal["tier", "date"] = "tier", passages: bool = True
    ) -> tuple[Iterator[Hit], dict[str, tuple[str, ...]]]:
        """As `search`, all of them, made one at a time (however many they are, memory stays small); and `read_as`."""
        matches, needles, read_as = self._matches(self.parsed(query), None, by_date=sort == "date")
        return self._hits(matches, needles if passages else ()), read_as

    def count(self, query: Query | str) -> int:
        """How many meetings `search` finds."""
        tree = self.parsed(query).tree
        found = int(self._asked(lambda base: ask.count(base, tree, self._scope())))
        if found:
            return found
        tree, read_as = self._reread(tree)
        return int(self._asked(lambda base: ask.count(base, tree, self._scope()))) if read_as else 0

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
        from archive.answers import Tasks

        tree = self.parsed(query).tree if query else None
        scope = self._scope(tasks=True)
        rows, total = self._asked(
            lambda base: (ask.tasks(base, tree, scope, limit), ask.count_tasks(base, tree, scope))
        )
        return Tasks([*self._tasks(rows)], total)

    def tasks(self, query: Query | str | None = None) -> Iterator[Task]:
        """As `actions`, all of them, made one at a time: however many they are, memory stays small."""
        tree = self.parsed(query).tree if query else None
        scope = self._scope(tasks=True)
        return self._tasks(self._asked(lambda base: ask.tasks(base, tree, scope, None)))

    def find_by_sha256(self, sha256: str) -> int | None:
        """The id of the record (the first of several) made from these bytes; records in the trash do not count."""
        found: int | None = self._asked(lambda base: ask.by_sha256(base, sha256))
        return found

    def parsed(self, query: Query | str) -> Query:
        """The query, read with this archive's today and terms; raises QueryError."""
        if not isinstance(query, str):
            return query
        asked = parse(query, today=self.today, terms=self.terms)
        return asked._replace(tree=self.room.people.led(asked.tree))

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

    def _matches(
        self, asked: Query, limit: int | None, *, by_date: bool
    ) -> tuple[builtins.list[ask.Match], tuple[str, ...], dict[str, tuple[str, ...]]]:
        """What fits (one more than `limit`, where there are more), the folded words to show, and words read otherwise."""
        most = None if limit is None else limit + 1
        scope = self._scope()
        read_as: dict[str, tuple[str, ...]] = {}

        def found(base: sqlite3.Connection) -> builtins.list[ask.Match]:
            return [*islice(ask.search(base, tree, scope, by_date=by_date), most)]

        tree = asked.tree
        matches = self._asked(found)
        if not matches:
            tree, read_as = self._reread(tree)
            matches = self._asked(found) if read_as else []
        words = (read_as.get(needle, (needle,)) for needle in asked.needles())
        return matches, tuple(fold(word) for same in words for word in same), read_as

    def _reread(self, tree: Tree) -> tuple[Tree, dict[str, tuple[str, ...]]]:
        """A second reading of what was not found, and how it reads words."""
        from archive.index import forgiving

        found: tuple[Tree, dict[str, tuple[str, ...]]] = self._asked(
            lambda base: forgiving.reread(base, tree)
        )
        return found

    def _hits(self, matches: Sequence[ask.Match], needles: tuple[str, ...]) -> Iterator[Hit]:
        for start in range(0, len(matches), CHUNK):
            chunk = matches[start : start + CHUNK]
            titles = self._titles([number for number, _ in chunk])
            yield from (
                self._hit(titles[number], tier, needles) for number, tier in chunk if number in titles
            )

    def _titles(self, numbers: builtins.list[int]) -> dict[int, tuple[Any, ...]]:
        return {row[0]: row for row in self._asked(lambda base: ask.titles(base, numbers))}

    def _hit(self, row: tuple[Any, ...], tier: str, needles: tuple[str, ...]) -> Hit:
        number, day, title, sha256 = row
        values = self.room.values(number) if needles else None
        passage = passage_of(values, needles) if values else None
        return Hit(number, title, _date(day), sha256.hex(), tier, passage)

    def _tasks(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[Task]:
        """The action points in rows of meeting, number and lateness; those of one meeting often follow one another."""
        read = lru_cache(REMEMBERED)(self.room.values)
        tasks = (self._task(read(number), number, point, bool(late)) for number, point, late in rows)
        return (task for task in tasks if task)

    def _task(self, values: dict[str, Any] | None, number: int, point: int, late: bool) -> Task | None:
        found = [one for one in values["action_points"] if one["number"] == point] if values else []
        if not values or not found:
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
