"""`minutes stats`: the archive in numbers."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from minutes.cli import asked, options, reply
from minutes.cli.desk import desk_of

if TYPE_CHECKING:
    from archive.answers import Entry, Task

MOST = 12  # bars of one kind that a person compares


class Stats(NamedTuple):
    """How many of each, by name; None is what the reports do not say."""

    months: dict[str | None, int]  # meetings by month, 2023-09
    bodies: dict[str | None, int]  # meetings by organisation, most first
    states: dict[str, int]  # action points by state, overdue apart
    owners: dict[str | None, int]  # action points still open by owner, most first


def stats(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY...]", help="Only those that fit")
    ] = None,
    json: options.Json = False,
) -> None:
    """Count meetings by month and body, action points by state and owner."""
    archive, query = desk_of(context).open(), asked.records(words)
    entries, tasks = archive.list(query or None), archive.actions(query or None)
    reply.refuse_nothing(entries.items, query)
    counted = count(entries.items, tasks.items)
    if json:
        reply.one({"meetings": entries.total, "actions": tasks.total, **counted._asdict()})
    else:
        _print(counted)


def count(entries: "Iterable[Entry]", tasks: "Iterable[Task]") -> Stats:
    """The numbers of these meetings and action points."""
    entries, tasks = list(entries), list(tasks)
    open_ones = [task for task in tasks if task.state in ("open", "in hand")]
    months = Counter(f"{entry.date:%Y-%m}" if entry.date else None for entry in entries)
    return Stats(
        dict(sorted(months.items(), key=lambda pair: pair[0] or "")),
        _most_first(entry.organisation for entry in entries),
        dict(Counter("overdue" if task.overdue else task.state for task in tasks)),
        _most_first(task.owner for task in open_ones),
    )


def _most_first(names: Iterable[str | None]) -> dict[str | None, int]:
    return dict(Counter(names).most_common())


def _print(counted: Stats) -> None:
    from minutes.cli.look import bars, paper

    paper.put(bars.lines(counted, MOST, paper.columns()))
