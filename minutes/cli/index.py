"""`minutes index`: what searches go by, made anew."""

from typing import Annotated

import typer

from minutes.cli import reply
from minutes.cli.desk import desk_of
from minutes.messages import say


def index(
    context: typer.Context,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make it anew from the records")] = False,
) -> None:
    """Bring the index up to date.

    It follows from the records and is kept by itself; --rebuild makes it anew all the same.
    """
    from minutes.cli.look.progress import bar

    archive = desk_of(context).open()
    if rebuild:
        with bar(say("Index")) as step:
            archive.rebuild_index(step)
    reply.tell(say("The index has {count} records.", count=archive.list(limit=1).total))
