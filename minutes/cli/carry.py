"""`minutes carry`: what earlier meetings of the same body left open."""

from typing import Annotated

import typer

from archive.errors import ArchiveError
from minutes.cli import found, options, reply
from minutes.cli import ids as numbers
from minutes.cli.desk import desk_of


class NoBody(ArchiveError):
    """Nothing to compare with."""

    message = "Record {id} does not say which organisation or date its meeting had."
    advice = "Set them: minutes edit {id} --set organisation=... --set date=..."


def carry(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="ID", help="Number of the record")],
    json: options.Json = False,
    ids: options.Ids = False,
    form: options.Format = None,
    n: options.N = None,
) -> None:
    """List what earlier meetings of the same body left open."""
    archive = desk_of(context).open()
    meeting = archive.get(numbers.record(number))
    if not meeting.organisation or not meeting.date:
        raise NoBody(id=meeting.id)
    body = meeting.organisation.replace('"', " ")
    query = f'is:open org:"{body}" before:{meeting.date}'
    found.ledger(archive, query, "due", reply.Shape(json, ids, form), n)
