"""Puts records into the index and takes them out."""

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from archive.index.content import Content, Fact, Naming, Values, content_of, day_of
from archive.index.pairs import pairs_of
from archive.index.schema import FIELD, PEOPLE, SLOTS, STATEMENT, TIER, TITLE, UNDATED, action_place, sum_of
from archive.text import EDGE, fold, spread

_CHUNK: Final = 1500  # documents of `words` put in at once
_PERSONS: Final = frozenset(PEOPLE)


class Filler:
    """Writes within the caller's transaction; `finish` must be the last call.

    Documents of `words` are collected and put in sorted: FTS5 begins a new segment whenever a rowid is smaller than the
    one before.
    """

    def __init__(self, base: sqlite3.Connection, naming: Naming) -> None:
        self.base = base
        self.naming = naming
        self.waiting: list[tuple[int, str]] = []
        self.pairs: set[str] = set()
        self.terms: dict[str, int] = {}

    def put(self, number: int, values: Values) -> None:
        """Adds record `number` or replaces what the index has of it."""
        values["id"] = number
        content = content_of(values, self.naming)
        old = self.base.execute("SELECT row, digest FROM meetings WHERE id = ?", (number,)).fetchone()
        if old and old[1] == content.digest:
            row = old[0]
        else:
            if old:
                self._retire(old[0])
            row = self._free_row(content.day)
            self._big_tables(row, content)
        self._small_tables(row, number, values, content)

    def drop(self, number: int) -> None:
        """Takes record `number` out."""
        if old := self.base.execute("SELECT row FROM meetings WHERE id = ?", (number,)).fetchone():
            self._retire(old[0])

    def finish(self) -> None:
        """Puts in what waits."""
        self.base.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", sorted(self.waiting))
        self.base.executemany(
            "INSERT OR IGNORE INTO pairs VALUES (?)", [(pair,) for pair in sorted(self.pairs)]
        )
        self.waiting.clear()
        self.pairs.clear()

    def _retire(self, row: int) -> None:
        self.base.execute("DELETE FROM meetings WHERE row = ?", (row,))
        self.base.execute("DELETE FROM actions WHERE row = ?", (row,))
        self.base.execute("INSERT INTO retired VALUES (?)", (row,))

    def _free_row(self, day: int | None) -> int:
        """The next row of the day; of the days after it where more than a thousand meetings lie on one."""
        low = (day or 0) << SLOTS
        low, high = (low, low + (1 << SLOTS)) if low >= UNDATED else (1, UNDATED)
        while (row := self._after_last(low, high)) >= high:
            low, high = high, high + (1 << SLOTS)
        return row

    def _after_last(self, low: int, high: int) -> int:
        found = self.base.execute(
            "SELECT max(row) FROM (SELECT max(row) AS row FROM meetings WHERE row >= ?1 AND row < ?2"
            " UNION ALL SELECT max(row) FROM retired WHERE row >= ?1 AND row < ?2)",
            (low, high),
        ).fetchone()[0]
        return low if found is None else int(found) + 1

    def _big_tables(self, row: int, content: Content) -> None:
        spread_out = [(place, spread(text)) for place, text in documents(row, content) if text]
        self.waiting += spread_out
        self.pairs.update(*(pairs_of(text) for place, text in spread_out if place == row))  # the whole text
        self.base.executemany(
            "INSERT OR IGNORE INTO facts VALUES (?, ?, ?, ?, ?)",
            [self._fact(row, fact) for fact in content.facts],
        )
        day = content.day or 0
        self.base.executemany(
            "INSERT INTO prints VALUES (?, ?, ?)", [(one, day, row) for one in content.prints]
        )
        if len(self.waiting) > _CHUNK:
            self.finish()

    def _fact(self, row: int, fact: Fact) -> tuple[int | None, ...]:
        person = fact.field in _PERSONS
        term = self.term(fact.text, person=person)
        return FIELD[fact.field], term, row, self.term(fact.role), self.term(fact.organisation)

    def _small_tables(self, row: int, number: int, values: Values, content: Content) -> None:
        self.base.execute("DELETE FROM meetings WHERE row = ?", (row,))
        self.base.execute("DELETE FROM actions WHERE row = ?", (row,))
        self.base.execute(
            f"INSERT INTO meetings VALUES ({','.join('?' * 18)})",  # noqa: S608  # only question marks
            (row, number, content.day, content.last, *self._facts_of_meeting(number, values), content.digest),
        )
        self.base.executemany(
            "INSERT INTO actions VALUES (?, ?, ?, ?, ?, ?)",
            [self._action(row, number, point) for point in values["action_points"]],
        )

    def _facts_of_meeting(self, number: int, values: Values) -> tuple[Any, ...]:
        chair = values["chair"] or {}
        name = chair.get("name")
        points = values["action_points"]
        sha256 = values["source"]["sha256"]
        return (
            values["title"],
            bytes.fromhex(sha256),
            sum_of(sha256),
            values["kind"],
            values["state"],
            self.term(self.naming(name, number) if name else chair.get("role") or chair.get("organisation")),
            self.term(values["organisation"]),
            len(points),
            sum(point["state"] in {"open", "in hand"} for point in points),
            len(values["notes"]),
            len(values["decisions"]),
            len(values["source"]["pictures"]),
            "\n".join(values["labels"]) or None,
        )

    def _action(self, row: int, number: int, point: Values) -> tuple[Any, ...]:
        person = point["owner_person"] and self.naming(point["owner_person"], number)
        due = day_of(point["due"])
        owner = self.term(point["owner"])
        return (
            row,
            point["number"],
            point["state"],
            due,
            owner,
            self.term(person, person=True),
        )

    def term(self, text: str | None, *, person: bool = False) -> int | None:
        """The number of a text, which is kept once."""
        if not text:
            return None
        if text not in self.terms:
            self.terms[text] = self._kept(text, person=person)
        return self.terms[text]

    def _kept(self, text: str, *, person: bool) -> int:
        found = self.base.execute("SELECT id, sounds FROM terms WHERE text = ?", (text,)).fetchone()
        sounds = _sounds(text) if person and not (found and found[1]) else None
        if not found:
            found = self.base.execute(
                "INSERT INTO terms (text, folded, sounds) VALUES (?, ?, ?) RETURNING id",
                (text, fold(text), sounds),
            ).fetchone()
        elif sounds:
            self.base.execute("UPDATE terms SET sounds = ? WHERE id = ?", (sounds, found[0]))
        return int(found[0])


def _sounds(name: str) -> str | None:
    from archive.pinyin import sounds_of

    sounds = sounds_of(name)
    return f";{';'.join(sounds)};" if sounds else None


def documents(row: int, content: Content) -> Iterator[tuple[int, str]]:
    """What `words` gets of a meeting: (place, folded text)."""
    yield row, content.body
    yield STATEMENT << TIER | row, content.said
    points: dict[int, list[str]] = {}
    for number, text in content.actions:
        points.setdefault(action_place(row, number), []).append(text)
    yield from ((place, EDGE.join(texts)) for place, texts in points.items())
    yield TITLE << TIER | row, content.title
