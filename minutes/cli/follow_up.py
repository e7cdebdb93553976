"""What becomes of action points: done, reopen, assign, due, progress."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from minutes.cli import ids as numbers
from minutes.cli import options
from minutes.cli.days import day
from minutes.cli.desk import Desk, desk_of

if TYPE_CHECKING:
    from archive.record import Meeting

    Edit = Callable[[Meeting, list[int]], Meeting]

Actions = Annotated[
    list[str], typer.Argument(metavar="ACTION...", help="Numbers of action points: 12.3, 12.3-5")
]
Action = Annotated[str, typer.Argument(metavar="ACTION", help="Number of the action point: 12.3")]
On = Annotated[str | None, typer.Option("--on", metavar="DAY", help="The day, if not today: 2023-09-04")]


def done(
    context: typer.Context,
    actions: Actions,
    on: On = None,
    why: options.Why = None,
    dropped: Annotated[bool, typer.Option("--dropped", help="Not done: given up")] = False,
) -> None:
    """Mark action points as done."""
    from minutes.follow_up import closed

    closing = day(on)
    _change(
        desk_of(context),
        numbers.actions(actions),
        "drop" if dropped else "done",
        lambda meeting, which: closed(meeting, which, closing, dropped=dropped),
        why,
    )


def reopen(context: typer.Context, actions: Actions, why: options.Why = None) -> None:
    """Open action points again."""
    from minutes.follow_up import reopened

    _change(desk_of(context), numbers.actions(actions), "reopen", reopened, why)


def assign(
    context: typer.Context,
    action: Action,
    owner: Annotated[str, typer.Argument(metavar="OWNER", help='Unit or person; "" for nobody')],
    why: options.Why = None,
) -> None:
    """Give an action point to another unit or person."""
    from minutes.follow_up import assigned

    desk = desk_of(context)
    _change(
        desk,
        [numbers.action(action)],
        "assign",
        lambda meeting, which: assigned(meeting, which[0], owner.strip() or None, desk.who),
        why,
    )


def due(
    context: typer.Context,
    action: Action,
    until: Annotated[str, typer.Argument(metavar="DAY", help='2023-09-04; "" for no day')],
    why: options.Why = None,
) -> None:
    """Set the day an action point is due.

    The day before it is kept.
    """
    from minutes.follow_up import postponed

    desk, last = desk_of(context), day(until) if until.strip() else None
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

    when, text = day(on), " ".join(words)
    _change(
        desk_of(context),
        [numbers.action(action)],
        "progress",
        lambda meeting, which: told(meeting, which[0], when, text),
        None,
    )


def _change(desk: Desk, pairs: Iterable[tuple[int, int]], what: str, edit: "Edit", why: str | None) -> None:
    """Changes the action points, one change a record, and says how they stand now."""
    archive = desk.open()
    for record, which in _by_record(pairs).items():
        meeting = archive.change(record, partial(_edited, edit, which), what=what, who=desk.who, why=why)
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
