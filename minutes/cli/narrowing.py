"""A ledger by a query about action points holds those, not all of their meetings."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from archive.query.tree import Days, Every, Field, Is, Not, Some, Tree, Undated

if TYPE_CHECKING:
    from archive.record import Meeting
    from archive.store import Archive

_STATES: Final = frozenset(("open", "hand", "done", "dropped", "overdue"))
_FIELDS: Final = ("owner", "due")


def tasks_of(archive: "Archive", query: str) -> dict[int, frozenset[int]] | None:
    """The numbers of the action points that the query asks for, by meeting; None where it asks for meetings only."""
    if not _asks_for_tasks(archive.parsed(query).tree):
        return None
    found: dict[int, set[int]] = {}
    for task in archive.tasks(query):
        found.setdefault(task.id, set()).add(task.number)
    return {number: frozenset(some) for number, some in found.items()}


def only(meetings: Sequence["Meeting"], tasks: Mapping[int, frozenset[int]]) -> list["Meeting"]:
    """The meetings with no other action points than `tasks`."""
    return [
        replace(
            one,
            action_points=tuple(
                point for point in one.action_points if point.number in tasks.get(one.id or 0, ())
            ),
        )
        for one in meetings
    ]


def _asks_for_tasks(tree: Tree) -> bool:
    """Whether a term of the query is about action points."""
    match tree:
        case Is(state):
            return state in _STATES
        case Field(name, _) | Days(name, _, _) | Undated(name):
            return name in _FIELDS
        case Not(part):
            return _asks_for_tasks(part)
        case Every(parts) | Some(parts):
            return any(map(_asks_for_tasks, parts))
    return False
