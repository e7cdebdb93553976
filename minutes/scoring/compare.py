"""One report: its labels beside the records made of it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from archive.record import Meeting
from minutes.scoring.same import equal, overlap, pairs, within

FIELDS = ("title", "date", "place", "chair", "attendance_count")
LISTS = ("speakers", "attendees", "actions", "decisions")
EXTRAS = ("roles", "owners", "dues")  # right or wrong, on the speakers and actions found

Labels = dict[str, Any]
Counts = Counter[tuple[str, str]]


@dataclass(slots=True)
class Comparison:
    """Counts by (measure, what), and every difference as a line."""

    counts: Counts = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def value(self, name: str, gold: object, found: object, *, right: bool) -> None:
        """Counts one single value."""
        self.counts[name, "right"] += right
        self.counts[name, "total"] += 1
        self.counts[name, "gold"] += gold is not None
        self.counts[name, "found"] += found is not None
        self.counts[name, "hit"] += right and gold is not None
        if not right:
            self.errors.append(f"{name}: {_shown(gold)} -> {_shown(found)}")

    def items(
        self, name: str, golds: Sequence[Any], found: Sequence[Any], weight: Callable[[Any, Any], int]
    ) -> list[tuple[Any, Any]]:
        """Counts one list; returns the pairs that belong together."""
        matched = pairs(golds, found, lambda g, f: weight(golds[g], found[f]))
        self.counts[name, "hit"] += len(matched)
        self.counts[name, "missed"] += len(golds) - len(matched)
        self.counts[name, "false"] += len(found) - len(matched)
        used = set(matched.values())
        self.errors += [
            f"{name}: missed {_shown(gold)}" for index, gold in enumerate(golds) if index not in matched
        ]
        self.errors += [
            f"{name}: false {_shown(item)}" for index, item in enumerate(found) if index not in used
        ]
        return [(golds[gold], found[item]) for gold, item in sorted(matched.items())]


def labels_of(meetings: Sequence[Meeting]) -> Labels:
    """The records in the shape of labels: single values are the first one's, lists cover all."""
    first = meetings[0]
    spoken = [one for meeting in meetings for one in meeting.speakers if one.name and one.kind == "person"]
    roles = {one.name: one.role for one in reversed(spoken)}
    return {
        "title": first.title,
        "date": first.date.isoformat() if first.date else None,
        "place": first.place,
        "chair": first.chair.name if first.chair else None,
        "attendance_count": first.attendance.count,
        "speakers": [
            {"name": name, "role": roles[name]} for name in dict.fromkeys(one.name for one in spoken)
        ],
        "attendees": list(
            dict.fromkeys(one.name for meeting in meetings for one in meeting.attendance.present if one.name)
        ),
        "actions": [
            {"quote": one.text, "owner": one.owner, "due": one.due.isoformat() if one.due else None}
            for meeting in meetings
            for one in meeting.action_points
        ],
        "decisions": [{"quote": one.text} for meeting in meetings for one in meeting.decisions],
    }


def compare(gold: Labels, found: Labels) -> Comparison:
    """Labels beside what was found, both in the shape of labels."""
    result = Comparison()
    for name in FIELDS:
        same = within if name == "place" else equal
        result.value(name, gold.get(name), found.get(name), right=same(gold.get(name), found.get(name)))
    _compare_people(result, gold, found)
    for one, other in result.items("actions", gold["actions"], found["actions"], _overlap):
        result.value("owners", one["owner"], other["owner"], right=within(one["owner"], other["owner"]))
        result.value("dues", one["due"], other["due"], right=equal(one["due"], other["due"]))
    result.items("decisions", gold["decisions"], found["decisions"], _overlap)
    return result


def _compare_people(result: Comparison, gold: Labels, found: Labels) -> None:
    for one, other in result.items(
        "speakers", gold["speakers"], found["speakers"], lambda g, f: int(equal(g["name"], f["name"]))
    ):
        result.value("roles", one["role"], other["role"], right=within(one["role"], other["role"]))
    result.items("attendees", gold["attendees"], found["attendees"], lambda g, f: int(equal(g, f)))


def _overlap(gold: Any, found: Any) -> int:
    return overlap(gold["quote"], found["quote"])


def _shown(item: Any) -> str:
    if isinstance(item, dict):
        item = item.get("quote") or item.get("name")
    return "null" if item is None else str(item)[:60]
