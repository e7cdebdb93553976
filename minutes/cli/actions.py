"""`minutes actions`: the ledger of action points."""

from typing import Annotated

import typer

from minutes.cli import found, options, reply
from minutes.cli.desk import desk_of


def actions(
    context: typer.Context,
    words: options.Query = None,
    by: Annotated[
        str, typer.Option("--by", metavar="owner|due", help="Grouped by owner, or by when they are due")
    ] = found.GROUPINGS[0],
    json: options.Json = False,
    ids: options.Ids = False,
    form: options.Format = None,
    n: options.N = None,
) -> None:
    """List action points, the overdue first.

    is:open lists those that are not closed yet, is:overdue those whose day is over.
    """
    found.actions(desk_of(context), words, reply.Shape(json, ids, form), n, by)
