"""Action points and decisions of the record, from demands, ledgers and what was decided."""

import re
from typing import Literal, cast

import msgspec
from msgspec import Struct

from archive.record import ActionPoint, Decision, Span
from archive.text import plain
from minutes.extract.zh.decisions import Decided
from minutes.extract.zh.demands import Demand
from minutes.extract.zh.document import MASK
from minutes.extract.zh.dues import find_due
from minutes.extract.zh.ledger import Task, find_tasks
from minutes.extract.zh.names import names_of
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.speakers import CHAIR, relayed_name
from minutes.extract.zh.utterance import Utterance

Place = tuple[int, int]
ENDS = f" ,;:\u3002\u3001\n{MASK}"
PAIRS = (("\u201c", "\u201d"), ("\u300c", "\u300d"), ("\u300a", "\u300b"), ("(", ")"))
LONGEST_TERM = 40
GENERAL = frozenset({"我们", "大家", "咱们"})


class Words(Struct, frozen=True):
    """A text of the record and where it stands."""

    text: str
    spans: tuple[Span, ...]


def put_points(reading: Reading, demands: list[Demand], decided: list[Decided]) -> None:
    """Puts action points and decisions, numbered in the order of the report."""
    points = [(demand.start, _point(reading, demand)) for demand in demands]
    points += [(task.task[0], _row(reading, task)) for task in find_tasks(reading.document)]
    points.sort(key=lambda one: one[0])
    kept = [(place, point) for place, point in points if point]
    reading.draft.fields["action_points"] = tuple(
        _numbered(point, number) for number, (_, point) in enumerate(kept, 1) if point
    )
    _prove(reading, demands, [place for place, _ in kept])
    found = [_decision(reading, one, number) for number, one in enumerate(decided, 1)]
    reading.draft.fields["decisions"] = tuple(one for one in found if one)
    for number, one in enumerate(decided):
        reading.draft.prove(f"decisions.{number}", reading.document.span(one.start, one.end), one.rule)


def words_at(reading: Reading, start: int, end: int) -> Words:
    """The words of a stretch, without the punctuation at its ends that belongs to the sentence."""
    table = reading.document.blocks[reading.document.block_at(start)].kind == "table"
    flat = reading.document.text if table else reading.flat
    while start < end and flat[start] in ENDS:
        start += 1
    while end > start and flat[end - 1] in ENDS:
        end -= 1
    end = _closed(flat, start, end)
    spans = reading.document.spans(start, end)
    return Words(
        "\n".join(reading.document.body[one.block].text[one.start : one.end] for one in spans), spans
    )


def _closed(flat: str, start: int, end: int) -> int:
    """Behind the closing mark of a quotation or title that is open at `end`: 亮“红黄牌”."""
    for opening, closing in PAIRS:
        if flat.count(opening, start, end) > flat.count(closing, start, end):
            place = flat.find(closing, end, end + LONGEST_TERM)
            return place + 1 if place >= 0 and "\n" not in flat[end:place] else end
    return end


def _numbered(point: ActionPoint, number: int) -> ActionPoint:
    return msgspec.structs.replace(point, number=number)


def _point(reading: Reading, demand: Demand) -> ActionPoint | None:
    words = words_at(reading, demand.start, demand.end)
    if not words.spans:
        return None
    owner, person = _owner(reading, demand)
    single = len(words.spans) == 1
    return ActionPoint(
        number=0,
        text=words.text,
        owner=owner,
        owner_person=person,
        cooperating=tuple(reading.document.name(*place) for place in demand.cooperating),
        due=demand.due.day if demand.due else None,
        due_text=reading.document.name(demand.due.start, demand.due.end) if demand.due else None,
        raised_by=_raised_by(reading, demand.utterance),
        relayed_from=relayed_name(demand.utterance) if demand.utterance and _relayed(demand) else None,
        span=words.spans[0] if single else None,
        spans=() if single else words.spans,
    )


def _relayed(demand: Demand) -> bool:
    """The words are another's only from where the other is named."""
    one = demand.utterance
    return bool(one and one.relay and demand.start > one.relay.start)


def _owner(reading: Reading, demand: Demand) -> tuple[str | None, str | None]:
    if demand.owner is None:
        return None, None
    if name := demand.owner.person:
        entry = reading.mentions.register.entries[name]
        return entry.shown, entry.shown
    words = reading.document.name(demand.owner.start, demand.owner.end)
    doer = reading.mentions.register.entries[demand.doer].shown if demand.doer else None
    return (None if words in GENERAL else words), doer


def _raised_by(reading: Reading, one: Utterance | None) -> str | None:
    if one is None:
        return None
    if one.kind != "person":
        return reading.document.name(*one.label)
    first = one.people[0]
    if reading.chair and first.title in CHAIR:
        return reading.chair.shown
    return first.entry.shown if first.entry else reading.document.name(first.start, first.end)


def _row(reading: Reading, task: Task) -> ActionPoint | None:
    words = words_at(reading, *task.task)
    if not words.spans:
        return None
    owner, person = _row_owner(reading, task)
    due = find_due(reading.document.text, *task.due, reading.day, cell=True) if task.due else None
    return ActionPoint(
        number=0,
        text=words.text,
        owner=owner,
        owner_person=person,
        cooperating=_parts(reading, task.helper),
        due=due.day if due else None,
        due_text=reading.document.words(*task.due) if task.due else None,
        span=words.spans[0] if len(words.spans) == 1 else None,
        spans=words.spans if len(words.spans) > 1 else (),
    )


def _row_owner(reading: Reading, task: Task) -> tuple[str | None, str | None]:
    """The unit's column is the owner, the person's column who does it; one alone is the owner.

    A column for both (责任单位及责任人) parts them by a space: 机电科 温良.
    """
    unit = reading.document.words(*task.unit) if task.unit else None
    written = reading.document.words(*task.person) if task.person else None
    if unit and not written and _is_name(reading, plain(unit.rpartition(" ")[2])):
        unit, _, written = unit.rpartition(" ")
    person = _name_of(reading, written) if written else None
    return unit or written, person


def _name_of(reading: Reading, written: str) -> str | None:
    folded = plain(written)
    entry = reading.mentions.register.entries.get(folded)
    return entry.shown if entry else (written if _is_name(reading, folded) else None)


def _is_name(reading: Reading, word: str) -> bool:
    return names_of(reading.lexicon).is_name(word)


def _parts(reading: Reading, place: Place | None) -> tuple[str, ...]:
    if place is None:
        return ()
    return tuple(
        part for part in re.split(r"[\u3001,\uff0c;\uff1b\s]+", reading.document.words(*place)) if part
    )


def _prove(reading: Reading, demands: list[Demand], places: list[int]) -> None:
    by_start = {demand.start: demand for demand in demands}
    for number, place in enumerate(places):
        path = f"action_points.{number}"
        demand = by_start.get(place)
        if demand is None:
            reading.draft.prove(path, reading.document.span(place, place + 1), "ledger-row")
            continue
        certain = cast("Literal['stated', 'inferred', 'doubtful']", demand.certain)
        reading.draft.prove(path, reading.document.span(demand.start, demand.end), demand.rule, certain)
        if demand.owner:
            span = reading.document.span(demand.owner.start, demand.owner.end)
            reading.draft.prove(
                f"{path}.owner", span, "addressee", "stated" if demand.owner.certain else "doubtful"
            )
        if demand.due:
            span = reading.document.span(demand.due.start, demand.due.end)
            reason = f"{reading.day}" if demand.due.day else None
            reading.draft.prove(f"{path}.due", span, "due-date", "inferred" if reason else "stated", reason)


def _decision(reading: Reading, one: Decided, number: int) -> Decision | None:
    words = words_at(reading, one.start, one.end)
    if not words.spans:
        return None
    return Decision(
        number=number,
        text=words.text,
        result=words_at(reading, *one.vote).text if one.vote else None,
        span=words.spans[0] if len(words.spans) == 1 else None,
        spans=words.spans if len(words.spans) > 1 else (),
    )
