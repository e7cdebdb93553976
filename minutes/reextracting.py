"""A record read again with newer rules: what people set or did stays, action points keep their numbers."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from difflib import SequenceMatcher
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from archive.record import ActionPoint, Correction, Meeting, Note, to_json
from archive.text import fold
from minutes.correcting import NotAField, NotAValue, corrected, is_rejection, rejected

ALIKE: Final = 0.8  # from this likeness on, two texts are the same demand, cut differently
SHORT: Final = 6  # characters from which one text within another is the same demand
KEPT: Final = ("id", "labels", "state", "revision", "source", "corrections")  # never from the new reading
UNSHOWN: Final = (*KEPT, "schema", "body", "evidence", "notes")


class Difference(NamedTuple):
    """One place whose value a new reading changes; values as in JSON."""

    path: str
    before: Any
    after: Any


def again(old: Meeting, new: Meeting) -> Meeting:
    """What `old` becomes when its original is read as `new`."""
    numbered = _numbered(old, _without_rejected(old, new))
    merged = replace(numbered, **{name: getattr(old, name) for name in KEPT})
    merged = replace(merged, source=replace(old.source, software=new.source.software or old.source.software))
    notes = list(merged.notes)
    for change in old.corrections:
        if is_rejection(change):
            continue
        merged = _replayed(old, merged, change, notes)
    return replace(merged, corrections=old.corrections, notes=tuple(notes))


def closest(old: Meeting, readings: Sequence[Meeting]) -> Meeting | None:
    """Of the meetings a page reports, the one that `old` is; None where there are none."""
    return max(readings, key=lambda new: (new.date == old.date, _likeness(old, new)), default=None)


def _likeness(one: Meeting, other: Meeting) -> float:
    return SequenceMatcher(None, one.title or "", other.title or "").ratio()


def differences(old: Meeting, new: Meeting) -> list[Difference]:
    """Every place that differs, body and evidence left out."""
    before, after = (dict(_flat(json.loads(to_json(one)))) for one in (old, new))
    places = (path for path in dict.fromkeys((*before, *after)) if before.get(path) != after.get(path))
    return [Difference(path, before.get(path), after.get(path)) for path in places]


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        pairs: Any = ((name, one) for name, one in value.items() if path or name not in UNSHOWN)
        pairs = ((name, one) for name, one in pairs if name not in ("span", "spans"))
    elif isinstance(value, list):  # an empty one shows by its items
        pairs = enumerate(value)
    else:
        yield path, value
        return
    for name, one in pairs:
        yield from _flat(one, f"{path}.{name}" if path else str(name))


def _without_rejected(old: Meeting, new: Meeting) -> Meeting:
    """The new reading without what people took out of the old one."""
    for change in old.corrections:
        if is_rejection(change):
            new = _without(new, change)
    return new


def _without(new: Meeting, change: Correction) -> Meeting:
    """The new reading without the item that `change` took out, where it is found again."""
    parent = change.path.rpartition(".")[0]
    gone = _identity(json.loads(change.before or "null"))
    many = json.loads(to_json(new))
    for step in parent.split("."):
        many = many.get(step) if isinstance(many, dict) else None
    for place, item in enumerate(many or ()):
        if gone and _identity(item) == gone:
            return rejected(new, f"{parent}.{place}", change.who)
    return new


def _identity(item: Any) -> str:
    """What makes an item of a list itself: its text, title or name, in the form searches compare."""
    values = (item.get(name) for name in ("text", "title", "name", "role")) if isinstance(item, dict) else ()
    return fold(next((value for value in values if isinstance(value, str)), ""))


def _numbered(old: Meeting, new: Meeting) -> Meeting:
    """`new` with the action points in the order and with the numbers of `old`, those of `old` alone kept, new ones last."""
    match = _matches([one.text for one in old.action_points], [one.text for one in new.action_points])
    kept = [
        _merged(one, new.action_points[match[place]]) if place in match else replace(one, span=None, spans=())
        for place, one in enumerate(old.action_points)
    ]
    fresh = [place for place in range(len(new.action_points)) if place not in match.values()]
    first = max((one.number for one in kept), default=0) + 1
    added = [replace(new.action_points[place], number=first + step) for step, place in enumerate(fresh)]
    places = {place: old_place for old_place, place in match.items()}
    places.update({place: len(kept) + step for step, place in enumerate(fresh)})
    return replace(
        new,
        action_points=(*kept, *added),
        evidence={_moved(path, "action_points", places): many for path, many in new.evidence.items()},
        notes=(*new.notes, *_lost(old, match)),
    )


def _merged(old: ActionPoint, new: ActionPoint) -> ActionPoint:
    """The new reading with what has become of the action point since."""
    return replace(
        new,
        number=old.number,
        state=old.state,
        closed_on=old.closed_on,
        progress=old.progress,
        due_history=old.due_history,
        due=old.due if old.due_history else new.due,
    )


def _lost(old: Meeting, match: dict[int, int]) -> Iterator[Note]:
    for place, action in enumerate(old.action_points):
        if place not in match:
            chinese = f"议定事项 {action.number} 在重新提取时未再找到，予以保留。"
            english = f"Action point {action.number} was not found again on re-extraction; it is kept."
            yield Note(kind="action-not-found", message=chinese if old.language == "zh" else english)


def _matches(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Which new text each old one is: the same first, then the most alike."""
    old, new = ([fold(text) for text in texts] for texts in (old, new))
    found: dict[int, int] = {}
    for alike in (str.__eq__, _is_alike):
        _match(old, new, alike, found)
    return found


def _match(
    old: Sequence[str], new: Sequence[str], alike: Callable[[str, str], bool], found: dict[int, int]
) -> None:
    taken = set(found.values())
    for place, text in enumerate(old):
        free = (other for other in range(len(new)) if other not in taken and alike(text, new[other]))
        if place not in found and (other := next(free, None)) is not None:
            found[place] = other
            taken.add(other)


def _is_alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) >= SHORT and (one in other or other in one):
        return True
    return SequenceMatcher(None, one, other).ratio() >= ALIKE


def _moved(path: str, part: str, places: dict[int, int]) -> str:
    """The path with its item's place in list `part` replaced."""
    name, _, rest = path.partition(".")
    place, _, rest = rest.partition(".")
    if name != part or not place.isdigit() or int(place) not in places:
        return path
    return ".".join((name, str(places[int(place)]), *([rest] if rest else [])))


def _replayed(old: Meeting, merged: Meeting, change: Correction, notes: list[Note]) -> Meeting:
    """The record with one correction made again; a note where its place is gone."""
    path = _speaker_found(old, merged, change)
    with suppress(NotAField, NotAValue):
        if path is not None:
            return corrected(merged, path, json.loads(change.after or "null"), change.who)
    notes.append(Note(kind="correction-not-kept", message=_not_kept(old, change)))
    return merged


def _speaker_found(old: Meeting, merged: Meeting, change: Correction) -> str | None:
    """The path in the new reading, where speakers may stand in another order; None where the speaker is gone."""
    name, place, last, *_ = (*change.path.split("."), "", "")
    if name != "speakers" or not place.isdigit():
        return change.path
    who = old.speakers[int(place)].name if int(place) < len(old.speakers) else None
    known = (json.loads(change.before or "null"), who) if last == "name" else (who,)
    found = (number for number, one in enumerate(merged.speakers) if one.name and one.name in known)
    number = next(found, None)
    return None if number is None else _moved(change.path, name, {int(place): number})


def _not_kept(old: Meeting, change: Correction) -> str:
    if old.language == "zh":
        return f"人工更正“{change.path}”（{change.after}）在重新提取后找不到对应位置。"
    return f'The correction of "{change.path}" ({change.after}) has no place in the new reading.'
