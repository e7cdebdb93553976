"""Action points that are written as such: lines with a label, items below "Actions", the person first or in brackets."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutes.extract.en.cast import Cast
from minutes.extract.en.dues import Calendar, Due, due_in
from minutes.extract.en.marks import AT_END, DIRECTION, LABEL, OWNED, labels_in
from minutes.extract.en.owners import Owner, leading_owner, owner_of, trailing_owner
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import Sentence, sentences
from minutes.extract.en.speech import Said
from minutes.extract.lazy import lazy

_NONE = lazy(
    r"\W*(?:(?:date of )?next (?:meeting|call)\b|adjourned\b|(?:the )?meeting (?:was )?(?:adjourned|closed|ended)\b|respectfully submitted\b|none|nil|n/?a(?! (?:to|will|and)\b)|no (?:further )?actions?|nothing|no new|tbd|tbc|closed|done|completed?|no action)\b",
    re.IGNORECASE,
)
DONE = lazy(
    r"\b(?:done|completed?|closed|finished|resolved|cancelled|canceled|dropped|no longer|superseded)\b|\[x\]|\u2713|\u2705",
    re.IGNORECASE,
)
_BLANK = lazy(r"\u2026{2}|\.{5}|_{4}")  # a line to sign on
RESULT = lazy(
    r"\W*(?:Approved|Adopted|Accepted|Authori[sz]ed|Passed|Denied|Tabled|Postponed|Awarded|Appointed|Ratified|Rejected)\b(?! by:)"
)
_CHECK = lazy(r"^\s*\[(?P<mark>[ xX\u2713-]?)\]\s*")
_SPLIT = lazy(r"(?<=[.;)])\s+(?=[A-Z])")
_DETAIL = lazy(
    r"[\s.;,|*(\[-]*\b(?:(?P<owner>Action owner|Owners?|Responsible(?: person| party| officer)?|Assigned to|Assignee|Lead|Who|By whom|Person responsible)|(?P<due>Due(?: date| by)?|Deadline|By when|When|Target(?: date)?|Timeline|Timeframe|Complete by|Date due)|(?P<status>Status|Progress|Priority))\W{0,3}:\W{0,3}",
    re.IGNORECASE,
)
_CLAUSES = lazy(r";\s+(?:and\s+)?that\s+")  # Agreed: that A be stopped; and that B would write. Action: B
_MINIMUM = 4  # letters a task has at least


@dataclass(frozen=True, slots=True)
class Task:
    """An action point: `passage.text[start:end]`."""

    passage: Passage
    start: int
    end: int
    rule: str
    owner: Owner | None = None
    due: Due | None = None
    due_passage: Passage | None = None  # where the due stands, if in another cell
    owner_passage: Passage | None = None
    raised_by: str | None = None
    state: str = "open"
    inferred: bool = False
    listed: bool = False  # an item of a list or table of actions, not running text

    @property
    def text(self) -> str:
        """The words as written."""
        return self.passage.words(self.start, self.end)

    @property
    def due_text(self) -> str | None:
        """The due as written."""
        return (self.due_passage or self.passage).words(self.due.start, self.due.end) if self.due else None


def read_task(
    passage: Passage,
    start: int,
    end: int,
    cast: Cast,
    when: Calendar,
    rule: str,
    who: Owner | None = None,
    default: Owner | None = None,
) -> Task | None:
    """The task of a stretch of text: its owner first, last or given, its due, its words; None for "none"."""
    if checked := _CHECK.match(passage.text[start:end]):
        if checked["mark"].strip(" -"):
            return None
        start += checked.end()
    if (
        _NONE.match(passage.text[start:end])
        or _BLANK.search(passage.text, start, end)
        or sum(char.isalpha() for char in passage.text[start:end]) < _MINIMUM
    ):
        return None
    end = start + len(passage.text[start:end].rstrip(" *.|"))
    due = due_in(passage.text, start, end, when, loose=True)
    cut, owner, told = _without_details(passage, start, end, cast, when)
    owner, due = who or owner, told or due
    last = trailing_owner(passage.text[start:cut], cast) or _before_due(passage.text, start, due, cast)
    lead = leading_owner(passage, start, end, cast)
    if last and lead and lead[0].person and not last[0].person:
        last = None  # Kristin - email room parents
    if last and start + last[1] > start + _MINIMUM:
        cut, owner = start + last[1], owner or last[0]
    if owner is None and lead:
        owner = lead[0]
        start = _after_label_owner(passage, start, lead[1])
    if _NONE.match(passage.text[start:end]):
        return None
    return Task(passage, start, max(cut, start), rule, owner or default, due, listed=True)


def _before_due(text: str, start: int, due: Due | None, cast: Cast) -> tuple[Owner, int] | None:
    """The owner before a due at the end: Send the accounts - Otto Marsh - 30 May."""
    return (
        trailing_owner(text[start : due.start].rstrip(" -,;|"), cast) if due and due.start > start else None
    )


def _without_details(
    passage: Passage, start: int, end: int, cast: Cast, when: Calendar
) -> tuple[int, Owner | None, Due | None]:
    """Where the task ends before "Owner: ... Due: ...", and what these say."""
    text, cut, owner, due = passage.text, end, None, None
    marks = list(_DETAIL.finditer(text, start + _MINIMUM, end))
    for mark, following in itertools.zip_longest(marks, marks[1:]):
        last = following.start() if following else end
        cut = min(cut, mark.start())
        if mark["owner"]:
            owner = owner or owner_of(text[mark.end() : last].strip(" .;,*)]|"), cast)
        elif mark["due"]:
            value = text[mark.end() : last].rstrip(" .;,*)]|")
            probe = due_in(f"by {value}", 0, len(value) + 3, when, loose=True)
            due = due or Due(mark.end(), mark.end() + len(value), probe.day if probe else None)
    return cut, owner, due


def _after_label_owner(passage: Passage, start: int, task: int) -> int:
    """Where a task starts behind "JB: "; "JB to write" is kept whole."""
    return task if re.search(r"[:,-]\s*$", passage.text[start:task]) else start


def labelled_tasks(passage: Passage, before: Passage | None, cast: Cast, when: Calendar) -> Iterator[Task]:
    """The tasks behind the labels of a passage; a label with an owner alone takes the sentence before it."""
    marks = labels_in(passage, cast)
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(passage.text)
        who = owner_of(mark["who"], cast) if mark["who"] else None
        start = mark.end() if mark.re.pattern in {LABEL.pattern, DIRECTION.pattern} else mark.start("who")
        who = None if mark.re.pattern not in {LABEL.pattern, DIRECTION.pattern} else who
        if alone := owner_alone(passage, start, end, cast, when):
            yield from of_sentence_before(passage, mark.start(), before, alone, when)
            continue
        if mark.re.pattern in {AT_END.pattern, OWNED.pattern}:
            continue
        yield from _several(passage, start, end, cast, when, who)


def _several(
    passage: Passage, start: int, end: int, cast: Cast, when: Calendar, who: Owner | None
) -> Iterator[Task]:
    """The tasks of one label: one; or one per sentence where each names its owner (JB to write. The Clerk to pay.)."""
    cuts = [start, *(match.end() for match in _SPLIT.finditer(passage.text, start, end)), end]
    pieces = [(first, last) for first, last in itertools.pairwise(cuts) if passage.text[first:last].strip()]
    owned = [piece for piece in pieces if leading_owner(passage, *piece, cast)]
    if len(pieces) > 1 and len(owned) == len(pieces):
        for first, last in pieces:
            if task := read_task(passage, first, last, cast, when, "action-label"):
                yield task
        return
    first_end = _first_sentence(passage, start, end) if not owned[1:] else end
    if task := read_task(passage, start, first_end, cast, when, "action-label", who):
        yield task


def _first_sentence(passage: Passage, start: int, end: int) -> int:
    part = passage.part(start, end)
    found = sentences(part)
    rest = part.text[found[0].end :].strip() if found else ""
    return (
        start + found[0].end
        if found and not re.match(r"(?:by|due|before|owner|deadline|\(|\[)", rest, re.IGNORECASE)
        else end
    )


def owner_alone(
    passage: Passage, start: int, end: int, cast: Cast, when: Calendar
) -> tuple[Owner, Due | None] | None:
    """As in "Action: Clerk by 5 May": an owner and a due, no task."""
    due = due_in(passage.text, start, end, when, loose=True)
    text = passage.text[start : due.start if due else end].strip(" ,;.-([*")
    text = re.sub(r"\s*\([A-Z][a-z]+(?: 20\d\d)?\)?$", "", text)  # RM (November)
    owner = owner_of(text, cast) if len(text) <= 60 else None  # noqa: PLR2004
    return (owner, due) if owner and not (due and passage.text[due.end : end].strip(" .)]")) else None


def of_sentence_before(
    passage: Passage, at: int, before: Passage | None, alone: tuple[Owner, Due | None], when: Calendar
) -> Iterator[Task]:
    """The sentence that a label with an owner alone turns into a task."""
    owner, due = alone
    stretch = passage.part(0, at) if passage.text[:at].strip(" .[(*") else before
    found = sentences(stretch) if stretch else []
    found = [one for one in found if one.text.strip(" [(*.")]
    if not found or stretch is None:
        return
    last = found[-1]
    if _NONE.match(last.text):
        return
    end = last.start + len(last.text.rstrip(" [(*"))
    start = max((last.start + one.end() for one in _CLAUSES.finditer(last.text)), default=last.start)
    own = due_in(stretch.text, start, end, when)
    yield Task(
        stretch,
        start,
        end,
        "action-owner",
        owner,
        due or own,
        passage if due else None,
        passage,
        listed=True,
    )


def listed_tasks(passages: Sequence[Passage], cast: Cast, when: Calendar) -> Iterator[Task]:
    """The items below a heading such as "Action items"; a name alone owns the items nested below it."""
    above: tuple[int, Owner] | None = None
    for passage in passages:
        if passage.kind == "heading" or passage.cell is not None or not _is_list(passage):
            above = None
            continue
        if labels_in(passage, cast):
            continue
        if alone := owner_of(passage.text.rstrip(": "), cast):
            above = (passage.level, alone)
            continue
        given = above[1] if above and (passage.level > above[0] or passage.kind == "item") else None
        if (
            not DONE.search(passage.text[-30:])
            and not RESULT.match(passage.text)
            and (task := read_task(passage, 0, len(passage.text), cast, when, "action-list", default=given))
        ):
            yield task


def _is_list(passage: Passage) -> bool:
    section = passage.section
    return section.kind == "actions" or (section.parent == "actions" and section.kind == "")


def with_state(task: Task, status: str) -> Task | None:
    """The task with the state of a ledger's column; None for one that is done."""
    low = status.lower().strip()
    if DONE.search(low) and not re.search(r"\bnot (?:done|complete)|\b(?:\d{1,2} ?%|part|partly)\b", low):
        return None
    return replace(
        task,
        state="in hand"
        if re.search(r"progress|ongoing|on-going|started|in hand|underway|under way|wip|partly", low)
        else "open",
    )


def told_task(
    sentence: Sentence,
    start: int,
    owner: Owner | None,
    said: Sequence[Said],
    when: Calendar,
    rule: str,
    end: int | None = None,
) -> Task:
    """The task that running text tells, from `start` to the end of the sentence or clause."""
    text = sentence.passage.text
    end = end or sentence.start + len(sentence.text.rstrip(" ."))
    end = start + len(re.sub(r"(?:,? (?:and|but)|[,;]) ?$", "", text[start:end]).rstrip())
    clause = re.search(r";\s", text[start:end])
    end = start + clause.start() if clause else end
    raised = next(
        (one.who[0].name for one in said if one.verb < start and one.who and one.who[0].kind == "person"),
        None,
    )
    return Task(
        sentence.passage,
        start,
        end,
        rule,
        owner,
        due_in(text, start, end, when),
        raised_by=raised,
        inferred=rule in {"please", "requested-thing"},
    )
