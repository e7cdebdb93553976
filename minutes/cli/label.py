"""`minutes label`: words of your own on records, to find them by."""

from typing import Annotated

import typer

from minutes.cli import ids as numbers
from minutes.cli.desk import desk_of
from minutes.cli.usage import UsageMistake
from minutes.messages import say


class NotALabel(UsageMistake):
    """Neither put on nor taken off."""

    message = '"{word}" neither adds nor removes a label.'
    advice = "Write +urgent to add, -urgent to remove."


def label(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="ID... +LABEL... -LABEL...", help="Records, labels on and off")
    ],
) -> None:
    """Put labels on records (+urgent) and take them off (-urgent)."""
    ids = [word for word in words if word[0:1].isdigit()]
    signed = [word for word in words if word not in ids]
    for word in signed:
        if word[:1] not in ("+", "-") or not word[1:].strip():
            raise NotALabel(word=word, command="minutes label")
    desk = desk_of(context)
    add, remove = ([word[1:].strip() for word in signed if word[0] == sign] for sign in "+-")
    for meeting in desk.open().label(numbers.records(ids), add=add, remove=remove, who=desk.who):
        typer.echo(f"{meeting.id}  {say(', ').join(meeting.labels)}".rstrip())
