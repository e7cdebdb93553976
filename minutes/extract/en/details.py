"""Owner, due and state that stand on lines of their own below an action point."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.extract.en.cast import Cast
from minutes.extract.en.dues import Calendar, Due, due_in
from minutes.extract.en.owners import owner_of
from minutes.extract.en.passages import Passage
from minutes.extract.en.tasks import Task, with_state
from minutes.extract.lazy import lazy

_DETAIL = lazy(
    r"^(?:(?P<owner>(?:action )?owner|assigned to|assignee|responsible(?: person)?|person responsible|lead|who|by whom|action by)"
    r"|(?P<due>due(?: date| by)?|deadline|by when|when|target(?: date)?|timeline|complete by)|(?P<status>status|progress))\s?:\s*(?=\S)",
    re.IGNORECASE,
)
_REACH = 3  # lines below an action point that may complete it


def completed(tasks: Sequence[Task], passages: Sequence[Passage], cast: Cast, when: Calendar) -> list[Task]:
    """The tasks, with what the lines below them add; one whose status is done is dropped."""
    at = {id(task.passage): number for number, task in enumerate(tasks)}
    found: list[Task | None] = list(tasks)
    last, steps = None, 0
    for passage in passages:
        if id(passage) in at:
            last, steps = at[id(passage)], 0
            continue
        steps += 1
        detail = _DETAIL.match(passage.text) if last is not None and steps <= _REACH else None
        if detail and last is not None and (task := found[last]):
            found[last] = _with(task, passage, detail, cast, when)
    return [task for task in found if task]


def is_detail(passage: Passage) -> bool:
    """Whether the line only completes the one above it."""
    return bool(_DETAIL.match(passage.text))


def _with(task: Task, passage: Passage, detail: re.Match[str], cast: Cast, when: Calendar) -> Task | None:
    value = passage.text[detail.end() :]
    if detail["status"]:
        return with_state(task, value)
    if detail["owner"]:
        owner = owner_of(value, cast)
        return replace(task, owner=owner, owner_passage=passage) if owner else task
    probe = due_in(f"by {value}", 0, len(value) + 3, when, loose=True)
    due = Due(detail.end(), len(passage.text.rstrip(" .")), probe.day if probe else None)
    return replace(task, due=due, due_passage=passage)
