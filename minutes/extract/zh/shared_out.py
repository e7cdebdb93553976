"""Tasks told to units one after the other without 要: 任务如下:办公室做好保障;宣传科做好报道, and 下周一前,各部门将意见反馈."""

import re

from minutes.extract.zh.dues import find_due
from minutes.extract.zh.lists import PAST, TO_DO
from minutes.extract.zh.owners import Owners
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.sentences import Clause, Sentence
from minutes.extract.zh.units import DOING

HASTE = re.compile("(?:会同[^,;。]{2,12}?)?(?:要|应)?(?:尽快|抓紧|尽早|立即|限期|即日起)")
LEFT = 2  # characters of a clause besides its date: 于, 在


def is_shared_out(reading: Reading, owners: Owners, sentence: Sentence, clause: Clause, start: int) -> bool:
    """Whether the clause names a unit and what it does in a list of tasks, behind a date, or at once."""
    flat = reading.flat
    owner = owners.leading(flat, start, clause.end, reading.mentions)
    if owner is None or PAST.search(flat, start, clause.end):
        return False
    does = bool(DOING.match(flat, owner.end, clause.end)) or flat[owner.end : owner.end + 1] in "将把"
    if does and (date_before(flat, clause) is not None or _in_tasks(flat, sentence, clause)):
        return True
    formal = reading.draft.fields.get("kind") != "news"
    return formal and bool(HASTE.match(flat, owner.end, clause.end))


def date_before(flat: str, clause: Clause) -> int | None:
    """Where the clause before begins, if it is nothing but a due date: 一周内,社区将方案公示."""
    if flat[clause.start - 1 : clause.start] != ",":
        return None
    low = max(flat.rfind(mark, max(0, clause.start - 24), clause.start - 1) for mark in ",;:\u3002\n") + 1
    if low <= 0:
        return None
    due = find_due(flat, low, clause.start - 1, None)
    return low if due and due.end - due.start >= clause.start - 1 - low - LEFT else None


def _in_tasks(flat: str, sentence: Sentence, clause: Clause) -> bool:
    head, colon, _ = flat[sentence.start : clause.start].partition(":")
    return bool(colon and TO_DO.search(head)) and flat[clause.start - 1] in ":;"
