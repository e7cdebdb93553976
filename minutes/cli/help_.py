"""`minutes help`: topics that are longer than a command's own help."""

from pathlib import Path
from typing import Annotated

import typer

from minutes.cli.usage import NotAChoice
from minutes.messages import say

TOPICS = ("query", "format", "limits")


def help_(
    context: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC]", help="query: how to ask; format: fields for programs; limits: of files"
        ),
    ] = None,
) -> None:
    """Explain a topic: query, format, limits."""
    if topic is None:
        from minutes.cli.help_text import of_all

        assert context.parent is not None
        typer.echo(of_all(context.parent.command.params), nl=False)
    elif topic in TOPICS:
        _page(topic)
    else:
        raise NotAChoice(name="TOPIC", choices=", ".join(TOPICS), command="minutes help")


def _page(topic: str) -> None:
    from minutes.cli.look import paper
    from minutes.cli.look.piece import Piece

    file = Path(__file__).with_name("topics") / f"{topic}.{say('en')}.txt"
    paper.put((Piece(line),) for line in file.read_text("utf-8").splitlines())
