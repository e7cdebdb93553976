"""People: who they are, which offices they held, what they said and have to do. Mixed into `archive.store.Archive`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from archive.reading import Reading
from archive.refusals import NoSuchPerson

if TYPE_CHECKING:
    import builtins
    from collections.abc import Callable, Iterable
    from contextlib import AbstractContextManager

    from archive.answers import Appearance, Office, PersonCard, PersonRow
    from archive.query.tree import Query
    from archive.writing import Batch


class Persons(Reading):
    """Questions about people, and decisions on their names."""

    def people(
        self, query: Query | str | None = None, *, limit: int | None = None
    ) -> builtins.list[PersonRow]:
        """The people whose names fit the words, at meetings that fit the fields; those of most meetings first."""
        from archive.answers import PersonRow
        from archive.index import names

        tree = self.parsed(query).tree if query else None
        rows = self._asked(lambda base: names.table(base, tree, self._scope(), limit))
        return [PersonRow(*row)._replace(last=_date(row[-1])) for row in rows]

    def person(self, name: str) -> PersonCard | None:
        """All about the person so named (full name, alias, pinyin, initials); None where no name or several fit."""
        from archive.answers import PersonCard
        from archive.index import names

        found = self._asked(lambda base: names.like(base, self.room.people.decided(name)))
        if len(found) != 1:
            return None
        ((term, full),) = found
        rows = self._asked(lambda base: names.appearances(base, term))
        late = self._asked(lambda base: names.tasks(base, term, self._scope()))
        return PersonCard(
            full,
            self.room.people.aliases(full),
            _offices(rows),
            _appearances(rows),
            [*self._tasks(late)],
        )

    def names_like(self, name: str) -> builtins.list[str]:
        """All names that fit: equal, else containing `name` or sounding so."""
        from archive.index import names

        found = self._asked(lambda base: names.like(base, self.room.people.decided(name)))
        return [full for _, full in found]

    def suggest(self, name: str, limit: int = 3) -> builtins.list[str]:
        """Names in the archive that look or sound like `name`, best first."""
        from archive.index import names

        known = self._asked(names.spoken)
        return names.closest(name, known, limit)

    def values_of(self, field: str, begun: str, limit: int) -> builtins.list[str]:
        """What the archive has in a field of queries (its name in either language) that begins so; the commonest first."""
        from archive.index import names

        found: builtins.list[str] = self._asked(lambda base: names.values_of(base, field, begun, limit))
        return found

    def meant(self, query: Query | str, limit: int = 3) -> builtins.list[str]:
        """Names like those in a query that found nothing: in its fields, and in words that could be names."""
        from archive.index import names

        tree = self.parsed(query).tree
        asked: builtins.list[Any] = self._asked(lambda base: [*names.asked_for(base, tree)])
        near = dict.fromkeys(name for text, known in asked for name in names.closest(text, known, limit))
        return [*near][:limit]

    def merge_people(self, name: str, into: str, *, who: str, why: str | None = None) -> None:
        """From now on `name` is another name of `into`, in the whole archive; undo takes it back. Raises NoSuchPerson."""
        from archive.people import merged

        self._must_be_known(name)
        self._decide("people merge", who, why, lambda values: merged(values, name, into))

    def rename_person(self, name: str, new: str, *, who: str, why: str | None = None) -> None:
        """From now on `name` is shown as `new`; the records keep what the reports say. Raises NoSuchPerson."""
        from archive.people import merged

        self._must_be_known(name)
        self._decide("people rename", who, why, lambda values: merged(values, name, new))

    def split_person(
        self, name: str, new: str, meetings: Iterable[int], *, who: str, why: str | None = None
    ) -> None:
        """In these meetings `name` is somebody else, shown as `new`. Raises NoSuchPerson, NoSuchRecord."""
        from archive.people import parted

        self._must_be_known(name)
        numbers = list(meetings)
        self._decide("people split", who, why, lambda values: parted(values, name, new, numbers))

    def batch(self, what: str, who: str, *, timeout: float = 10.0) -> AbstractContextManager[Batch]:
        """A batch of changes; the archive has it."""
        raise NotImplementedError

    def _decide(self, what: str, who: str, why: str | None, edit: Callable[[Any], Any]) -> None:
        with self.batch(what, who) as batch:
            batch.decide(edit(self.room.people.read()), why)

    def _must_be_known(self, name: str) -> None:
        if not any(full == name for full in self.names_like(name)):
            raise NoSuchPerson(name=name)


def _appearances(rows: builtins.list[Any]) -> builtins.list[Appearance]:
    """A person's rows by meeting."""
    from archive.answers import Appearance

    found: dict[int, Appearance] = {}
    for number, title, day, part, role, organisation in rows:
        known = found.get(number) or Appearance(number, title, _date(day), (), None, None)
        found[number] = known._replace(
            parts=tuple(dict.fromkeys((*known.parts, part))),
            role=known.role or role,
            organisation=known.organisation or organisation,
        )
    return [*found.values()]


def _offices(rows: builtins.list[Any]) -> builtins.list[Office]:
    """The offices in a person's rows, each with the first and last day it was seen, the earliest first."""
    from archive.answers import Office

    days: dict[tuple[str | None, str | None], builtins.list[dt.date]] = {}
    for _, _, day, _, role, organisation in rows:
        if role or organisation:
            seen = days.setdefault((role, organisation), [])
            seen.extend([] if day is None else [dt.date.fromordinal(day)])
    offices = [
        Office(*office, min(seen, default=None), max(seen, default=None)) for office, seen in days.items()
    ]
    return sorted(offices, key=lambda office: (office.first or dt.date.min, office.last or dt.date.min))


def _date(day: int | None) -> dt.date | None:
    return None if day is None else dt.date.fromordinal(day)
