"""`minutes stats`: the archive in numbers."""

from typing import TYPE_CHECKING

import typer

from minutes.cli import asked, options, reply
from minutes.cli.desk import desk_of

if TYPE_CHECKING:
    from archive.answers import Stats

MOST = 12  # bars of one kind that a person compares


def stats(
    context: typer.Context,
    words: options.Query = None,
    json: options.Json = False,
) -> None:
    """Count meetings by month and body, action points by state and owner."""
    query = asked.records(words)
    counted = desk_of(context).open().stats(query or None)
    reply.refuse_nothing(counted.months, query)
    if json:
        totals = {"meetings": sum(counted.months.values()), "actions": sum(counted.states.values())}
        reply.one({**totals, **counted._asdict()})
    else:
        _print(counted)


def _print(counted: "Stats") -> None:
    from minutes.cli.look import bars, paper

    paper.put(bars.lines(counted, MOST, paper.columns()))
