"""What the archive answers with: small, plain values that cost nothing to load."""

import datetime as dt
from typing import Any, NamedTuple


class Entry(NamedTuple):
    """One meeting in a list."""

    id: int
    title: str | None
    date: dt.date | None
    sha256: str
    kind: str
    state: str
    chair: str | None
    organisation: str | None
    actions: int
    open_actions: int
    notes: int
    labels: tuple[str, ...]


class Entries(NamedTuple):
    """A list of meetings, newest first.

    `total` counts those beyond the limit too, and is None where that would cost more than the list: `Archive.count` counts.
    """

    items: list[Entry]
    total: int | None


class Stats(NamedTuple):
    """How many of each, by name; None is what the reports do not say."""

    months: dict[str | None, int]  # meetings by month, 2023-09, in order
    bodies: dict[str | None, int]  # meetings by organisation, most first
    states: dict[str | None, int]  # action points by state, overdue apart
    owners: dict[str | None, int]  # action points still open by owner, most first


class Task(NamedTuple):
    """One action point with the meeting it is from."""

    id: int  # of the meeting
    number: int  # shown as 12.3
    text: str
    owner: str | None
    owner_person: str | None
    due: dt.date | None
    due_text: str | None
    state: str
    closed_on: dt.date | None
    title: str | None  # of the meeting
    date: dt.date | None  # of the meeting
    overdue: bool


class Tasks(NamedTuple):
    """Action points: the overdue first, then by due date, then the newest; `total` counts those beyond the limit too."""

    items: list[Task]
    total: int


class PersonRow(NamedTuple):
    """One person in a list of people."""

    name: str
    role: str | None  # as the newest report has it
    meetings: int
    chaired: int
    spoke: int
    owns: int  # action points
    last: dt.date | None


class Appearance(NamedTuple):
    """A person at a meeting."""

    id: int
    title: str | None
    date: dt.date | None
    parts: tuple[
        str, ...
    ]  # chair | speaker | recorder | present | in_attendance | absent | cited | owner_person
    role: str | None
    organisation: str | None


class Office(NamedTuple):
    """An office somebody held, as the reports show it."""

    role: str | None
    organisation: str | None
    first: dt.date | None
    last: dt.date | None


class PersonCard(NamedTuple):
    """All the archive knows of a person."""

    name: str
    aliases: tuple[str, ...]
    offices: list[Office]  # over time
    appearances: list[Appearance]  # newest first
    tasks: list[Task]


class Change(NamedTuple):
    """One line of history."""

    number: int  # counts all changes of the archive
    batch: str
    when: str  # ISO 8601, UTC
    who: str
    what: str  # import, done, edit, delete, undo ...
    id: int | None  # of the meeting; None for a change of the whole archive (people)
    revision: int | None  # of the record after the change
    before: dict[str, Any]  # by path: action_points.2.state; {} for an import
    after: dict[str, Any]
    why: str | None
    kind: str  # import | change | delete | undelete | purge | people | recovery | repair | share: what to do to repeat or reverse it


class Undone(NamedTuple):
    """What was taken back."""

    batch: str  # the one taken back
    what: str  # what it had done
    ids: tuple[int, ...]
    by: str  # the batch that took it back; undo it to have all as before


class Finding(NamedTuple):
    """Something `check` found."""

    kind: str  # record-damaged, original-missing, original-altered, orphan, history-gap, index-differs, interrupted ...
    where: str  # file or id
    message: str  # English template, filled from `values`; also the key of the message catalogues
    values: dict[str, object]
    damage: bool  # False for what the next writer sweeps or finishes by itself


class Remark(NamedTuple):
    """A line the user should see on stderr: the index was rebuilt, an interrupted change was finished."""

    message: str  # English template, filled from `values`; also the key of the message catalogues
    values: dict[str, object]
