"""`minutes undo`: takes back what a command did."""

from typing import Annotated

import typer

from minutes.cli import reply
from minutes.cli.desk import desk_of
from minutes.cli.options import Json


def undo(
    context: typer.Context,
    batch: Annotated[str | None, typer.Argument(metavar="BATCH")] = None,
    json: Json = False,
) -> None:
    """Take back the last import or change, or the batch that is named.

    The records of an import go; the imported files themselves are not touched. Later changes of the same records must be undone first. Without a number, what belongs to erased records or to the trash is passed over; an undo is itself taken back by its number in minutes history.
    """
    from minutes.cli.look.changes import deed
    from minutes.messages import say

    desk = desk_of(context)
    undone = desk.open().undo(batch, who=desk.who)
    if json:
        reply.one({"batch": undone.batch, "what": undone.what, "ids": undone.ids})
        return
    reply.lines(undone.ids)
    reply.tell(say("Undone: {what} ({count} records).", what=deed(undone.what), count=len(undone.ids)))
