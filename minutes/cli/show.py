"""`minutes show`: a record, whole."""

from typing import TYPE_CHECKING, Annotated

import typer

from minutes.cli import ids as numbers
from minutes.cli import options, reply
from minutes.cli.desk import desk_of

if TYPE_CHECKING:
    from archive.record import Meeting


def show(
    context: typer.Context,
    ids: options.Records,
    text: Annotated[bool, typer.Option("--text", help="The text of the report instead")] = False,
    json: options.Json = False,
) -> None:
    """Show records.

    Everything the report says of a meeting: the facts, who was there, who said what, what is to be done, what was decided, and what a person should look at.
    """
    archive = desk_of(context).open()
    meetings = [archive.get(number) for number in numbers.records(ids)]
    if json:
        reply.records(meetings)
    else:
        _print(meetings, text=text)


def _print(meetings: list["Meeting"], *, text: bool) -> None:
    from minutes.cli.look import paper, record

    columns = paper.columns()
    draw = record.body if text else record.lines
    paper.put(paper.parted(draw(meeting, columns) for meeting in meetings))
