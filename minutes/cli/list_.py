"""`minutes list`: meetings, a line each."""

import typer

from minutes.cli import found, options, reply
from minutes.cli.desk import desk_of


def list_(
    context: typer.Context,
    words: options.Query = None,
    json: options.Json = False,
    ids: options.Ids = False,
    form: options.Format = None,
    n: options.N = None,
) -> None:
    """List meetings, newest first."""
    found.meetings(desk_of(context), words, reply.Shape(json, ids, form), n)
