"""Tables of actions, and the column of actions beside the minutes."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutes.extract.en.cast import Cast
from minutes.extract.en.dates import dates_in
from minutes.extract.en.dues import Calendar, Due, day_of, due_in
from minutes.extract.en.owners import Owner, is_nobody, owner_of
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import lines_of
from minutes.extract.en.tasks import Task, of_sentence_before, owner_alone, read_task, with_state
from minutes.extract.lazy import lazy

_WORDS = 5  # of an owner
_COLUMNS = {
    "task": lazy(
        r"^(?:new )?(?:actions?(?: (?:items?|points?|required|agreed|needed|to be taken|description|arising|taken|details?))*|tasks?|to[- ]?do|what(?: needs to be done)?|description(?: of action)?|follow[- ]up|next steps?|item of action|deliverables?|activity|assignment|recommendations?|agreed actions?|work to be done|actions?/decisions?|decisions?/actions?|actions? and decisions?|decisions? and actions?|action agreed|action to take|to be actioned|things to do|jobs?|action/follow[- ]up|commitment|actions?/next steps?|next actions?|required action|action items?/tasks?|actions?(?: ?[/,&+] ?(?:by )?(?:whom|who|when|owner|responsible|due|deadline|date))+)$"
    ),
    "owner": lazy(
        r"^(?:owners?(?:\(s\))?|action owner|who|by whom|whom|responsib(?:le|ility)(?: (?:person|party|parties|for action))?|assigned(?: to)?|assignees?|lead|action by|person(?: responsible)?|person\(s\) responsible|persons responsible|name|staff|delegated to|resp\.?|action for|action holder|(?:responsible|lead|action) (?:officer|person|party|member|owner|holder|director|staff)s?|officers?|led by|in charge|person in charge|pic|allocated to|initials|accountable|leader|point person|contact|staff member|accountability|owner/lead|lead/owner|actioned by|whose|for|action owner\(s\)|responsible|person\(s\)|action who|by who|assigned person|doer)$"
    ),
    "due": lazy(
        r"^(?:due(?: date| by)?|deadlines?|when|by when|by|target(?: date)?|date due|timeline|timescale|time ?frame|complete by|completion(?: date)?|to be completed by|due/date|date|timing|by date|review date|to be (?:done|completed) by|finish|end date|(?:expected|target|planned|estimated) completion(?: date)?|target completion|completion target|due by|date for completion|required by|timescales|action by when|delivery date|deadline/status|when due|date to be completed|complete date|for completion by)$"
    ),
    "status": lazy(
        r"^(?:status|state|progress|done\??|complete(?:d)?\??|update|outcome|rag|comments?/status|closed)$"
    ),
    "old": lazy(
        r"^(?:date (?:raised|opened|set|assigned)|raised(?: on)?|meeting(?: date)?|from meeting|date of meeting|minute ref(?:erence)?|origin)$"
    ),
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells by row and column, and what each column holds."""

    cells: dict[tuple[int, int], Passage]
    columns: dict[str, int]
    head: int  # row of the headings

    def at(self, row: int, kind: str) -> Passage | None:
        """The cell of a row in a column of that kind."""
        column = self.columns.get(kind)
        return self.cells.get((row, column)) if column is not None else None

    def rows(self) -> list[int]:
        """The rows below the headings."""
        return sorted({row for row, _ in self.cells if row > self.head})


def tables(passages: Sequence[Passage]) -> Iterator[Table]:
    """All tables that have a column of actions."""
    blocks: dict[int, dict[tuple[int, int], Passage]] = {}
    for passage in passages:
        if passage.cell is not None:
            blocks.setdefault(passage.block, {}).setdefault(passage.cell, passage)
    for cells in blocks.values():
        if table := _headed(cells):
            yield table


def _headed(cells: dict[tuple[int, int], Passage]) -> Table | None:
    """The table with its heading row: the first of the upper three that names a column of actions or owners."""
    below_actions = any(one.section.kind == "actions" for one in cells.values())
    for row in sorted({row for row, _ in cells})[:3]:
        columns = _columns({column: one for (at, column), one in cells.items() if at == row})
        if "task" not in columns and below_actions and "owner" in columns:
            columns = _with_widest(cells, columns, row)
        if "task" in columns and len({column for at, column in cells if at >= row}) > 1:
            return Table(cells, columns, row)
    return None


def _columns(cells: dict[int, Passage]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, passage in cells.items():
        low = re.sub(r"\s*\([^()]*\)$", "", passage.text.lower()).strip(" :*#?")
        for kind, pattern in _COLUMNS.items():
            if pattern.match(low) and column not in found.values():
                found.setdefault(kind, column)
    return found


def _with_widest(cells: dict[tuple[int, int], Passage], columns: dict[str, int], row: int) -> dict[str, int]:
    """Takes the column with most text for the tasks, where none is named so."""
    widths: dict[int, int] = {}
    for (at, column), one in cells.items():
        if at > row and column not in columns.values():
            widths[column] = widths.get(column, 0) + len(one.text)
    return {**columns, "task": max(widths, key=lambda column: widths[column])} if widths else columns


def ledger_tasks(passages: Sequence[Passage], cast: Cast, when: Calendar) -> Iterator[Task]:
    """The tasks of all tables of actions: not those done, not those of earlier meetings."""
    for table in tables(passages):
        for row in table.rows():
            cell = table.at(row, "task")
            if cell and not _is_old(table, row, cell, when):
                yield from _tasks_of(table, row, cell, cast, when)


def _is_old(table: Table, row: int, cell: Passage, when: Calendar) -> bool:
    if cell.section.kind in {"old", "next", "agenda", "skip"}:
        return True
    raised = table.at(row, "old")
    days = [day_of(one, when) for one in dates_in(raised.text)] if raised else []
    return any(day and when.day and day < when.day for day in days)


def _tasks_of(table: Table, row: int, cell: Passage, cast: Cast, when: Calendar) -> Iterator[Task]:
    owner_cell, due_cell, status = table.at(row, "owner"), table.at(row, "due"), table.at(row, "status")
    owner = (owner_of(owner_cell.text, cast) or _stranger(owner_cell.text)) if owner_cell else None
    if "owner" not in table.columns and (signed := list(_signed(cell, cast, when))):
        yield from signed
        return
    if "owner" not in table.columns and (alone := owner_alone(cell, 0, len(cell.text), cast, when)):
        beside = max(
            (one for (at, column), one in table.cells.items() if at == row and one is not cell),
            key=lambda one: len(one.text),
            default=None,
        )
        yield from of_sentence_before(cell, 0, beside, alone, when)
        return
    for start, end in _parts(cell, ledger="owner" in table.columns):
        task = read_task(cell, start, end, cast, when, "action-table", owner)
        task = with_state(task, status.text) if task and status else task
        if task and due_cell:
            due = _due_of(due_cell, when)
            task = replace(task, due=due or task.due, due_passage=due_cell if due else None)
        if task:
            yield replace(task, owner_passage=owner_cell if owner else None)


def _signed(cell: Passage, cast: Cast, when: Calendar) -> Iterator[Task]:
    """Tasks in the lines of one cell, each with a line below it that names its owner: Ring the firm / J Roe, by Friday."""
    task: tuple[int, int] | None = None
    for start, end in lines_of(cell):
        name, _, rest = cell.text[start:end].partition(",")
        owner = owner_of(name.strip(), cast) if len(name.split()) <= _WORDS else None
        if owner is None or len(rest.split()) > _WORDS:
            task = (task[0], end) if task else (start, end)
        elif task and (made := read_task(cell, *task, cast, when, "action-table", owner)):
            place = start + len(name) + 1 + len(rest) - len(rest.lstrip())
            probe = due_in(f"by {rest.strip()}", 0, len(rest.strip()) + 3, when, loose=True)
            yield replace(made, due=Due(place, end, probe.day) if probe else made.due)
            task = None


def _stranger(text: str) -> Owner | None:
    """Whom a column of owners names though no list does: a firm, a first name."""
    plain = re.fullmatch(r"[A-Z][\w'&. -]{1,40}", text.strip())
    return Owner(text.strip()) if plain and not is_nobody(text) and len(text.split()) <= _WORDS else None


def _parts(cell: Passage, *, ledger: bool) -> list[tuple[int, int]]:
    """One task per cell of a ledger; in a column beside the minutes one per sentence that closes with an owner."""
    ends = (
        []
        if ledger
        else [match.end() for match in re.finditer(r"\([A-Z][\w .,/&-]{1,40}\)\.?(?=\s+[A-Z])", cell.text)]
    )
    cuts = [0, *ends, len(cell.text)]
    return [(start, end) for start, end in itertools.pairwise(cuts) if end > start]


def _due_of(cell: Passage, when: Calendar) -> Due | None:
    """The due of its own column: a date, a weekday, any words."""
    text = cell.text.strip(" -")
    if re.match(r"(?:from|since|starting|as of|weekly|monthly|quarterly|ongoing)\b", text, re.IGNORECASE):
        return None
    if not text or text.lower() in {"n/a", "tbd", "tba", "tbc", "none", "ongoing", "open"}:
        return None
    start = len(cell.text) - len(cell.text.lstrip(" -"))
    for one in dates_in(cell.text):
        return Due(one.start, one.end, day_of(one, when))
    probe = due_in(f"by {text}", 0, len(text) + 3, when, loose=True)
    return Due(start, start + len(text), probe.day if probe else None)
