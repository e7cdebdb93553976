"""`minutes list`: meetings, a line each."""

from typing import TYPE_CHECKING, Annotated

import typer

from minutes.cli import asked, options, reply
from minutes.cli.desk import desk_of

if TYPE_CHECKING:
    from archive.answers import Entries
    from archive.store import Archive


def list_(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY...]", help="Only those that fit")
    ] = None,
    json: options.Json = False,
    ids: options.Ids = False,
    form: options.Format = None,
    n: options.N = None,
) -> None:
    """List meetings, newest first."""
    query, shape = asked.records(words), reply.Shape(json, ids, form)
    archive = desk_of(context).open()
    entries = archive.list(query or None, limit=reply.limit(n, shape))
    items = (entry._asdict() for entry in entries.items)
    if not reply.for_program(shape, "list", items, lambda: _total(archive, query, entries)):
        _print(entries)
    reply.refuse_nothing(entries.items, query)


def _total(archive: "Archive", query: str, entries: "Entries") -> int:
    return archive.count(query) if entries.total is None else entries.total


def _print(entries: "Entries") -> None:
    from minutes.cli.look import listing, paper

    paper.put(listing.meetings(entries.items, paper.whole_width()))
    reply.more(len(entries.items), entries.total)
