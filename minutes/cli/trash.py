"""`minutes delete` and `minutes undelete`: into the trash and out of it; or gone for good."""

from typing import TYPE_CHECKING, Annotated

import typer

from archive.errors import ArchiveError
from minutes.cli import ids as numbers
from minutes.cli import options, reply
from minutes.cli.desk import desk_of
from minutes.cli.usage import UsageMistake
from minutes.messages import say

if TYPE_CHECKING:
    from archive.record import Meeting


class NotConfirmed(UsageMistake):
    """Erasing without a yes."""

    message = "Nothing was erased."
    advice = "--purge asks first; answer y, or add --force where nobody can answer."


class NotErased(ArchiveError):
    """The user said no."""

    message = NotConfirmed.message


class TrashIsEmpty(ArchiveError):
    """Nothing to bring back."""

    message = "The trash is empty."


def delete(
    context: typer.Context,
    ids: options.Records,
    purge: Annotated[bool, typer.Option("--purge", help="Erase them for good, originals too")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Do not ask before erasing; final minutes, too")
    ] = False,
    why: options.Why = None,
) -> None:
    """Move records to the trash; undelete brings them back.

    With --purge they are erased, with their originals and what the history quotes of them. That cannot be undone. Final minutes go only with --force.
    """
    desk, records = desk_of(context), numbers.records(ids)
    if purge:
        _ask(records, sure=force)
        desk.open().purge(records, who=desk.who, why=why, force=force)
        reply.tell(say("Erased: {ids}", ids=_named(records)))
    else:
        desk.open().delete(records, who=desk.who, why=why, force=force)
        reply.tell(say("Moved to the trash: {ids}. minutes undelete brings back.", ids=_named(records)))


def undelete(
    context: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID...]", help="Numbers of records: 12, 12-15")
    ] = None,
    why: options.Why = None,
) -> None:
    """Bring records back from the trash.

    Without numbers, what is in the trash is listed.
    """
    desk = desk_of(context)
    if not ids:
        _list(desk.open().trash())
        return
    records = numbers.records(ids)
    desk.open().undelete(records, who=desk.who, why=why)
    reply.tell(say("Brought back: {ids}", ids=_named(records)))


def _list(meetings: "list[Meeting]") -> None:
    from minutes.cli.look import listing, paper

    if not meetings:
        raise TrashIsEmpty
    paper.put(listing.meetings(meetings, paper.whole_width()))


def _ask(records: list[int], *, sure: bool) -> None:
    """Raises NotErased unless the user says yes, NotConfirmed where nobody can."""
    import sys

    if sure:
        return
    question = say("Erase {ids} for good? This cannot be undone. [y/N]", ids=_named(records))
    if not sys.stdin.isatty():
        raise NotConfirmed
    if not reply.is_yes(input(f"{question} ")):
        raise NotErased


def _named(records: list[int]) -> str:
    return say(", ").join(map(str, records))
