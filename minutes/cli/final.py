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
    archive = desk.open()
    with archive.batch("final", desk.who) as batch:
        before = [archive.get(number) for number in records]
        after = [batch.change(number, _reopened if undo else _closed, why=why) for number in records]
    same = [number for number, one, other in zip(records, before, after, strict=True) if one == other]
    if changed := [number for number in records if number not in same]:
        reply.tell(
            say("Open again: {ids}", ids=_named(changed))
            if undo
            else say("Final: {ids}", ids=_named(changed))
        )
    if same:
        _tell_unchanged(same, undo=undo)


def _tell_unchanged(records: list[int], *, undo: bool) -> None:
    ids = _named(records)
    if undo:
        reply.tell(say("Not final, nothing changed: {ids}", ids=ids))
    else:
        reply.tell(say("Final already, nothing changed: {ids}", ids=ids))


def _named(records: list[int]) -> str:
    return say(", ").join(map(str, records))


def _closed(meeting: "Meeting") -> "Meeting":
    return _in_state(meeting, "final")


def _reopened(meeting: "Meeting") -> "Meeting":
    return _in_state(meeting, "reviewed") if meeting.state == "final" else meeting


def _in_state(meeting: "Meeting", state: Literal["reviewed", "final"]) -> "Meeting":
    from msgspec.structs import replace

    return replace(meeting, state=state)
