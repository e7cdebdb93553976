"""`minutes actions`: the ledger of action points."""

from typing import TYPE_CHECKING, Annotated

import typer

from minutes.cli import asked, options, reply
from minutes.cli.desk import desk_of

if TYPE_CHECKING:
    from archive.answers import Task, Tasks

GROUPINGS = ("owner", "due")


def actions(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY...]", help="Only those that fit")
    ] = None,
    by: Annotated[
        str, typer.Option("--by", metavar="owner|due", help="Grouped by owner, or by when they are due")
    ] = "owner",
    json: options.Json = False,
    ids: options.Ids = False,
    form: options.Format = None,
    n: options.N = None,
) -> None:
    """List action points, the overdue first.

    is:open lists those that are not closed yet, is:overdue those whose day is over.
    """
    query, grouping = asked.records(words), reply.choice("--by", by, GROUPINGS, "actions")
    shape = reply.Shape(json, ids, form)
    tasks = desk_of(context).open().actions(query or None, limit=reply.limit(n, shape))
    answer(tasks, query, grouping, shape)


def answer(tasks: "Tasks", query: str, grouping: str, shape: reply.Shape) -> None:
    """Prints action points as asked for; raises NothingFound where there are none."""
    if not reply.for_program(shape, "actions", map(_item, tasks.items), tasks.total):
        _print(tasks, grouping)
    reply.refuse_nothing(tasks.items, query)


def number_of(task: "Task") -> str:
    """The number people use: 12.3."""
    return f"{task.id}.{task.number}"


def _item(task: "Task") -> dict[str, object]:
    return {"action": number_of(task), **task._asdict()}


def _print(tasks: "Tasks", grouping: str) -> None:
    from minutes.cli.look import ledger, paper

    paper.put(ledger.lines(tasks.items, grouping, paper.whole_width()))
    reply.rest(len(tasks.items), tasks.total)
