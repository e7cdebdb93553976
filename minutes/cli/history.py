"""`minutes history`: who changed what, when and why."""

from typing import TYPE_CHECKING, Annotated

import typer

from minutes.cli import ids as numbers
from minutes.cli import options, reply
from minutes.cli.desk import desk_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.answers import Change
    from archive.issued import Issue


def history(
    context: typer.Context,
    number: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Number of the record; without it, the whole archive")
    ] = None,
    json: options.Json = False,
    n: options.N = None,
) -> None:
    """Show who changed what, when and why, the newest first.

    Of a record that was exported when it was final, the files issued are listed too, with their SHA-256.
    """
    archive = desk_of(context).open()
    record = None if number is None else numbers.record(number)
    changes = archive.history(record)
    newest = changes[::-1][: reply.limit(n, reply.Shape(json=json))]
    if json:
        reply.items([change._asdict() for change in newest], len(changes))
    else:
        _print(newest, len(changes))
        _print_issues(() if record is None else archive.issues(record))
    reply.refuse_nothing(changes, number or "")


def _print(changes: "Sequence[Change]", total: int) -> None:
    from minutes.cli.look import changes as look
    from minutes.cli.look import paper

    paper.put(look.lines(changes, paper.columns()))
    reply.rest(len(changes), total)


def _print_issues(issues: "Sequence[Issue]") -> None:
    from minutes.cli.look import changes as look
    from minutes.cli.look import paper

    paper.put(look.issues(issues))
