"""The ledger of action points, grouped by owner or by when they are due."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from minutes.cli.look import words
from minutes.cli.look.piece import BLANK, Line, Piece, columns_of, hanging, of_document, padded
from minutes.deadlines import SOON, today
from minutes.messages import say

if TYPE_CHECKING:
    from archive.answers import Task

UNCUT: Final = 1_000_000  # columns of a pipe
GAP: Final = Piece("  ")
DAY: Final = 10  # columns of 2023-09-04
CLOSED: Final = ("done", "dropped")


def lines(items: Sequence["Task"], by: str, columns: int | None) -> Iterator[Line]:
    """The ledger; `by` is "owner" or "due". Groups come in the order of their first action point."""
    for place, (title, group) in enumerate(_grouped(items, GROUPINGS[by]).items()):
        if place:
            yield BLANK
        yield (of_document(title, "heading"), Piece(f"  {len(group)}", "faint"))
        yield from rows(group, columns)


def rows(items: Sequence["Task"], columns: int | None) -> Iterator[Line]:
    """Number, day, state and text of each."""
    widest = max((len(_number(item)) for item in items), default=0)
    state = max(map(columns_of, (say("overdue"), *words.states().values())))
    for item in items:
        yield from _row(item, widest, state, columns or UNCUT)


def _grouped(items: Sequence["Task"], title: Callable[["Task"], str]) -> dict[str, list["Task"]]:
    groups: dict[str, list[Task]] = {}
    for item in items:
        groups.setdefault(title(item), []).append(item)
    return groups


def _row(item: "Task", widest: int, state: int, columns: int) -> Iterator[Line]:
    standing = words.state(item.state, item.due)
    lead = (
        GAP,
        padded(Piece(_number(item), "id"), widest),
        GAP,
        Piece(f"{item.closed_on or item.due or ''!s:<{DAY}}", standing.style),
        GAP,
        padded(standing, state),
        GAP,
    )
    yield from hanging(lead, (of_document(item.text),), columns)


def _number(item: "Task") -> str:
    return f"{item.id}.{item.number}"


def _owner(item: "Task") -> str:
    return item.owner or say("(nobody named)")


def _when(item: "Task") -> str:
    """The group of an action point by its due date."""
    if item.state in CLOSED:
        return say("Closed")
    if item.due is None:
        return say("Without a date")
    if item.overdue:
        return say("Overdue")
    return say("Within seven days") if item.due <= today() + SOON else say("Later")


GROUPINGS: "Final[dict[str, Callable[[Task], str]]]" = {"owner": _owner, "due": _when}
