"""What differs between a document as it was written and as it came back, traced to the fields of the record."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final, Literal

from archive.record import Meeting
from minutes.correcting import value_at
from minutes.days import clock_of, day_of
from minutes.updating.dues import with_dues
from minutes.updating.shown import Field, fields
from minutes.updating.table import row_changes, row_of
from minutes.updating.units import Unit

_TITLE: Final = ("title",)  # the origin of the line that is nothing but the title
_PART: Final = 4  # characters that a line and a field must share for the line to say a part of it
_DAYS: Final = ("date", "end_date", "due", "start_time", "end_time")
_SIMILAR: Final = 0.4  # of the words of a line: what shares less is another line
Codes = Sequence[tuple[str, int, int, int, int]]
Place = tuple[Field, int, str]  # a field, where it begins in a line, and its words there


@dataclass(frozen=True, slots=True)
class Change:
    """One edit. `path` is None where the words could not be traced to a field."""

    path: str | None
    before: Any  # the value in the record, as in JSON; else the words of the line
    after: Any
    kind: Literal["set", "remove"] = "set"


def changes(meeting: Meeting, before: Sequence[Unit], after: Sequence[Unit]) -> list[Change]:
    """Every edit, in the order of the document; a field that stands in several places is listed once."""
    known = fields(meeting)
    found: dict[object, Change] = {}
    for old, new in _pairs(before, after):
        for change in _of(meeting, known, old, new):
            found.setdefault(change.path or (change.before, change.after), change)
    return with_dues(meeting, list(found.values()))


def _pairs(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Units that differ, side by side; None on one side for what is gone or new."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what != "equal":
            yield from _paired(before[i:j], list(after[k:m]))


def _paired(old: Sequence[Unit], new: list[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Each old unit with the most similar new one that comes after those already paired."""
    for unit in old:
        place = max(range(len(new)), key=lambda at: _likeness(unit, new[at]), default=None)
        if unit.origin == _TITLE and len(new) >= len(old) and not new[0].header:
            place = 0  # a document has its title where it had it, whatever it is now
        elif place is None or _likeness(unit, new[place]) < _SIMILAR:
            yield unit, None
            continue
        yield from ((None, added) for added in new[:place])
        yield unit, new[place]
        new = new[place + 1 :]
    yield from ((None, added) for added in new)


def _likeness(one: Unit, other: Unit) -> float:
    if bool(one.header) != bool(other.header):
        return 0.0
    if one.header and one.cells[0] == other.cells[0]:
        return 1.0
    return SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()


def _of(meeting: Meeting, known: list[Field], old: Unit | None, new: Unit | None) -> Iterator[Change]:
    place = row_of(meeting, old) if old else None
    if old and place is not None:
        yield from _in_row(meeting, place, old, new)
    elif old is None or new is None or len(old.cells) != len(new.cells):
        yield Change(None, old and old.text, new and new.text)
    else:
        for one, other in zip(old.cells, new.cells, strict=True):
            yield from _in_line(meeting, old.origin, known, one, other)


def _in_row(meeting: Meeting, place: int, old: Unit, new: Unit | None) -> Iterator[Change]:
    path = f"action_points.{place}"
    if new is None:
        yield Change(path, meeting.action_points[place].text, None, "remove")
        return
    for name, value in row_changes(meeting, place, old, new):
        yield Change(f"{path}.{name}", value_at(meeting, f"{path}.{name}"), value)


def _from(known: list[Field], origin: Sequence[str]) -> list[Field]:
    """The fields that the words of a line come from, as far as the writer says so, else []; hours stand beside the day."""
    origin = (*origin, "end_date", "start_time", "end_time") if "date" in origin else origin
    return [
        one for one in known if any(one.path == place or one.path.startswith(f"{place}.") for place in origin)
    ]


def _in_line(
    meeting: Meeting, origin: Sequence[str], known: list[Field], old: str, new: str
) -> Iterator[Change]:
    """The fields in whose words a line was edited; the line itself where some place of it belongs to none."""
    if old == new:
        return
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    edited = [(i, j) for what, i, j, _, _ in codes if what != "equal"]
    near = _from(known, origin)
    places = [
        _covering(near or known, old, start, end) or _partly(near, old, start, end) for start, end in edited
    ]
    if None in places:
        whole = origin == _TITLE  # Word and Markdown show it as a title: whatever stands there is one
        yield Change("title", meeting.title, new.strip()) if whole else Change(None, old, new)
        if whole:
            return
    places += [_around(near, place, old) for place in places]
    for field, start, words in dict.fromkeys(place for place in places if place):
        begin, end = _mapped(codes, start, first=True), _mapped(codes, start + len(words), first=False)
        yield _set(meeting, field, _put(new[begin:end].strip(), words, field.shown))


def _covering(known: list[Field], line: str, start: int, end: int) -> Place | None:
    """The field with the fewest words around the edited place; None where there is none, or more than one such."""
    found = [
        (field, place.start(), place[0])
        for field in known
        for place in re.finditer(_either_case(field.shown), line)
        if place.start() <= start and end <= place.end()
    ]
    least = min((len(field.shown) for field, _, _ in found), default=0)
    best = [one for one in found if len(one[0].shown) == least]
    things = {field.path.rpartition(".")[0] or field.path for field, _, _ in best}
    return best[0] if len(things) == 1 else None  # owner and owner_person are one thing


def _either_case(shown: str) -> str:
    """A sentence may begin with the words of a field."""
    first = shown[:1]
    return f"(?:{re.escape(first)}|{re.escape(first.upper())}){re.escape(shown[1:])}"


def _partly(near: list[Field], line: str, start: int, end: int) -> Place | None:
    """The field of which the line says a part around the edited place, the longest; None where there is none."""
    found: list[Place] = []
    for field in near:
        if field.name not in _DAYS:
            blocks = SequenceMatcher(None, line, field.shown, autojunk=False).get_matching_blocks()
            found += [
                (field, at, line[at : at + size])
                for at, _, size in blocks
                if size >= _PART and at <= start and end <= at + size
            ]
    return max(found, key=lambda place: len(place[2]), default=None)


def _around(near: list[Field], place: Place | None, line: str) -> Place | None:
    """The words of an action point around those of its due date: both change at once."""
    if place is None or place[0].name != "due_text":
        return None
    text = f"{place[0].path.rpartition('.')[0]}.text"
    return _covering([one for one in near if one.path == text], line, place[1], place[1] + len(place[2]))


def _put(words: str, old: str, shown: str) -> str:
    """What the field says with the new words in place of the old, which may be a part of it."""
    return shown.replace(old, words, 1) if old != shown and old in shown else _cased(words, old, shown)


def _cased(words: str, old: str, shown: str) -> str:
    """The new words with the first letter that the field has, where the line had it large."""
    return words[:1].lower() + words[1:] if old[:1] != shown[:1] else words


def _mapped(codes: Codes, place: int, *, first: bool) -> int:
    """Where a place in the old line lies in the new one; at an edit its beginning (`first`) or its end."""
    hits = [
        (k, m) if what != "equal" else (k + place - i, k + place - i)
        for what, i, j, k, m in codes
        if i <= place <= j
    ]
    return min(begin for begin, _ in hits) if first else max(end for _, end in hits)


def _set(meeting: Meeting, field: Field, words: str) -> Change:
    before = value_at(meeting, field.path)
    if field.name in _DAYS:
        value = clock_of(words) if field.name.endswith("time") else day_of(words)
        return Change(field.path, before, value) if value else Change(None, field.shown, words)
    if field.line is None:
        return Change(field.path, before, words or None)
    lines = before.split("\n")
    lines[field.line] = words
    return Change(field.path, before, "\n".join(line for line in lines if line) or None)
