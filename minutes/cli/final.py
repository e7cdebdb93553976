"""`minutes final`: minutes as signed; what they say does not change any more."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from minutes.cli import ids as numbers
from minutes.cli import options, reply
from minutes.cli.desk import desk_of
from minutes.messages import say

if TYPE_CHECKING:
    from archive.record import Meeting


def final(
    context: typer.Context,
    ids: options.Records,
    undo: Annotated[bool, typer.Option("--undo", help="Open them again")] = False,
    why: options.Why = None,
) -> None:
    """Close records: final minutes stay as signed.

    What becomes of their action points goes on. --undo opens the records again, for corrections.
    """
    desk, records = desk_of(context), numbers.records(ids)
    with desk.open().batch("final", desk.who) as batch:
        for number in records:
            batch.change(number, _reopened if undo else _closed, why=why)
    named = say(", ").join(map(str, records))
    reply.tell(say("Open again: {ids}", ids=named) if undo else say("Final: {ids}", ids=named))


def _closed(meeting: "Meeting") -> "Meeting":
    return _in_state(meeting, "final")


def _reopened(meeting: "Meeting") -> "Meeting":
    return _in_state(meeting, "reviewed") if meeting.state == "final" else meeting


def _in_state(meeting: "Meeting", state: Literal["reviewed", "final"]) -> "Meeting":
    from msgspec.structs import replace

    return replace(meeting, state=state)
