"""The report's text sorted: lists of actions and decisions apart from what is told, cells of ledgers apart from both."""

import re
from collections.abc import Iterator, Sequence

from minutes.extract.en.cast import Cast
from minutes.extract.en.decisions import Decided, decided_in
from minutes.extract.en.dues import Calendar
from minutes.extract.en.fields import reads_like_names
from minutes.extract.en.ledgers import tables
from minutes.extract.en.marks import labels_in
from minutes.extract.en.motions import is_motion
from minutes.extract.en.owners import leading_owner
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import sentences
from minutes.extract.en.tasks import RESULT, Task, read_task

_NAME = 60  # characters of a line that holds a name alone


def task_cells(passages: Sequence[Passage]) -> set[tuple[int, tuple[int, int] | None]]:
    """The cells that tables of actions have for tasks, owners, dues: they are no running text."""
    return {
        (one.block, cell)
        for table in tables(passages)
        for cell, one in table.cells.items()
        if cell[1] in table.columns.values() or cell[0] <= table.head
    }


def lists_and_text(passages: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """Items below "Actions" and "Decisions", and all running text; an agenda's "Action items" with motions is text."""
    agenda = {
        one.section.title
        for one in passages
        if one.section.kind == "actions" and one.kind != "heading" and _is_business(one)
    }
    lists: list[Passage] = []
    told: list[Passage] = []
    for one in passages:
        kind = one.section.kind or (
            one.section.parent if one.section.parent in {"actions", "decisions"} else ""
        )
        if one.section.title in agenda or kind not in {"actions", "decisions"}:
            told.append(one)
        elif one.cell is None:
            lists.append(one)
    itemised = {one.section.title for one in lists if one.kind == "item"}
    return [one for one in lists if _is_listed(one, itemised)], told


def _is_listed(passage: Passage, itemised: set[str]) -> bool:
    """Whether a line of a list counts: all items; of paragraphs among items only names, which own the items below."""
    if passage.kind != "paragraph" or passage.section.title not in itemised:
        return True
    return len(passage.text) < _NAME and reads_like_names(passage.text)


def _is_business(passage: Passage) -> bool:
    return any(is_motion(sentence) for sentence in sentences(passage))


def listed_decisions(lists: Sequence[Passage], cast: Cast) -> Iterator[Decided]:
    """The items below "Decisions"; one that names who is to do it is an action point."""
    for one in lists:
        kind = one.section.kind or one.section.parent
        if kind != "decisions" or one.kind == "heading" or len(one.text) < 8:  # noqa: PLR2004
            continue
        if re.match(
            r"(?:none|n/?a|nil|no (?:decisions?|consensus|agreement|conclusion|change of stage|advancement)|not? (?:yet )?(?:decided|agreed|reached)|did not|deferred discussion|tbd)\b",
            one.text,
            re.IGNORECASE,
        ) or labels_in(one):
            continue
        if leading_owner(one, 0, len(one.text), cast):
            continue
        found = (
            decided_in(sentences(one)[0])
            if re.match(r"\W*(?:RESOLVED|RESOLUTION|AGREED|DECISION|Decision|Resolved|Agreed)\b", one.text)
            else None
        )
        yield found or Decided(one, 0, len(one.text.rstrip(" .")), "decision-list")


def listed_results(lists: Sequence[Passage]) -> Iterator[Decided]:
    """What a body that calls its votes actions lists below "Action items": Approved a contract with ..."""
    for one in lists:
        kind = one.section.kind or one.section.parent
        done = RESULT.match(one.text) if kind == "actions" and one.kind == "item" else None
        if done and not done[0].strip(" -*").startswith(("Denied", "Tabled", "Postponed", "Rejected")):
            yield Decided(one, 0, len(one.text.rstrip(" .")), "listed-result")


def assigned_decisions(lists: Sequence[Passage], cast: Cast, when: Calendar) -> Iterator[Task]:
    """The items below "Decisions" that name who is to do them, as action points."""
    for one in lists:
        if (one.section.kind or one.section.parent) == "decisions" and leading_owner(
            one, 0, len(one.text), cast
        ):
            task = read_task(one, 0, len(one.text), cast, when, "decision-list")
            yield from (task,) if task else ()
