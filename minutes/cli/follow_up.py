"""What becomes of action points: done, reopen, assign, due, progress."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from minutes.cli import ids as numbers
from minutes.cli import options, reply
from minutes.cli.days import day
from minutes.cli.desk import Desk, desk_of
from minutes.cli.usage import UsageMistake
from minutes.deadlines import today
from minutes.messages import say

if TYPE_CHECKING:
    import datetime as dt

    from archive.record import Meeting

    Edit = Callable[[Meeting, list[int]], Meeting]

Actions = Annotated[
    list[str], typer.Argument(metavar="ACTION...", help="Numbers of action points: 12.3, 12.3-5")
]
Action = Annotated[str, typer.Argument(metavar="ACTION", help="Number of the action point: 12.3")]
On = Annotated[str | None, typer.Option("--on", metavar="DAY", help="The day, if not today: 2023-09-04")]

NOTHING = "-"  # in the place of an owner or a day: there is none


class NothingSaid(UsageMistake):
    """Words that are empty."""

    message = "{name} is empty."


class NobodySaid(NothingSaid):
    """No owner, no day; but was it meant?"""

    advice = "Write - for none."


class NotYet(UsageMistake):
    """Something that is said to have happened on a day to come."""

    message = "{day} is still to come."
    advice = "--on takes the day on which it happened; minutes due sets a day to come."


def done(
    context: typer.Context,
    actions: Actions,
    on: On = None,
    why: options.Why = None,
    dropped: Annotated[bool, typer.Option("--dropped", help="Not done: given up")] = False,
) -> None:
    """Mark action points as done."""
    from minutes.follow_up import closed

    closing, state = _happened(on), "dropped" if dropped else "done"

    kept: dict[str, dt.date] = {}

    def edit(meeting: "Meeting", which: list[int]) -> "Meeting":
        before = {} if on else _closed_before(meeting, which, state)
        kept.update({f"{meeting.id}.{number}": when for number, when in before.items()})
        return closed(meeting, [one for one in which if one not in before], closing, dropped=dropped)

    _change(desk_of(context), numbers.actions(actions), "drop" if dropped else "done", edit, why)
    for action, when in kept.items():
        reply.tell(
            say("{action} was closed on {day} already; --on changes the day.", action=action, day=when)
        )


def _happened(on: str | None) -> "dt.date":
    """The day on which something happened; raises NotADay, NotYet."""
    when = day(on)
    if when > today():
        raise NotYet(day=when)
    return when


def _closed_before(meeting: "Meeting", which: list[int], state: str) -> "dict[int, dt.date]":
    """Those in that state already, with their day, which stays."""
    points = [one for one in meeting.action_points if one.number in which and one.state == state]
    return {one.number: one.closed_on for one in points if one.closed_on}


def _meant(name: str, words: str) -> str | None:
    """What was typed; None for `-`; raises NobodySaid."""
    if not words.strip():
        raise NobodySaid(name=name)
    return None if words.strip() == NOTHING else words.strip()


def reopen(context: typer.Context, actions: Actions, why: options.Why = None) -> None:
    """Open action points again."""
    from minutes.follow_up import reopened

    _change(desk_of(context), numbers.actions(actions), "reopen", reopened, why)


def assign(
    context: typer.Context,
    action: Action,
    owner: Annotated[str, typer.Argument(metavar="OWNER", help="Unit or person; - for nobody")],
    why: options.Why = None,
) -> None:
    """Give an action point to another unit or person."""
    from minutes.follow_up import assigned

    desk, whose = desk_of(context), _meant("OWNER", owner)
    _change(
        desk,
        [numbers.action(action)],
        "assign",
        lambda meeting, which: assigned(meeting, which[0], whose, desk.who),
        why,
    )


def due(
    context: typer.Context,
    action: Action,
    until: Annotated[str, typer.Argument(metavar="DAY", help="2023-09-04; - for no day")],
    why: options.Why = None,
) -> None:
    """Set the day an action point is due.

    The day before it is kept.
    """
    from minutes.follow_up import postponed

    desk, written = desk_of(context), _meant("DAY", until)
    last = None if written is None else day(written)
    _change(
        desk,
        [numbers.action(action)],
        "due",
        lambda meeting, which: postponed(meeting, which[0], last, desk.who, why),
        why,
    )


def progress(
    context: typer.Context,
    action: Action,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="How it stands")],
    on: On = None,
) -> None:
    """Note how an action point stands."""
    from minutes.follow_up import told

    when, text = _happened(on), " ".join(words).strip()
    if not text:
        raise NothingSaid(name="WORDS", command="minutes progress")
    _change(
        desk_of(context),
        [numbers.action(action)],
        "progress",
        lambda meeting, which: told(meeting, which[0], when, text),
        None,
    )


def _change(desk: Desk, pairs: Iterable[tuple[int, int]], what: str, edit: "Edit", why: str | None) -> None:
    """Changes the action points, all or none, as one batch, and says how they stand now."""
    archive = desk.open()
    records = _by_record(pairs)
    edits = {record: partial(_edited, edit, which) for record, which in records.items()}
    with archive.batch(what, desk.who) as batch:
        for record, change in edits.items():
            change(archive.get(record))  # refuses what is not there before anything is changed
        changed = [batch.change(record, change, why=why) for record, change in edits.items()]
    for meeting, which in zip(changed, records.values(), strict=True):
        _say(meeting, which)


def _edited(edit: "Edit", which: list[int], meeting: "Meeting") -> "Meeting":
    return edit(meeting, which)


def _by_record(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    records: dict[int, list[int]] = {}
    for record, number in pairs:
        records.setdefault(record, []).append(number)
    return records


def _say(meeting: "Meeting", which: list[int]) -> None:
    from minutes.cli.look import paper, record

    pieces = [one for one in meeting.action_points if one.number in which]
    paper.put(record.actions(meeting, pieces, paper.columns()))
