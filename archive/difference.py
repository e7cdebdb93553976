"""What differs between two states of a record, by path: {"action_points.2.state": "open"} and {...: "done"}."""

import copy
from typing import Any, Final

Values = dict[str, Any]
Differences = tuple[Values, Values]  # before and after, by path

ABSENT: Final = {"absent": True}  # stands for a key that is not there (evidence of a value that has none)


def difference(before: Any, after: Any, path: str = "") -> Differences:
    """The values that differ; lists of unlike length are compared as wholes."""
    old: Values = {}
    new: Values = {}
    for step, one, other in _pairs(before, after):
        place = f"{path}{step}"
        if type(one) is type(other) and _may_be_split(one, other):
            below = difference(one, other, f"{place}.")
            old.update(below[0])
            new.update(below[1])
        elif one != other:
            old[place], new[place] = one, other
    return old, new


def _pairs(before: Any, after: Any) -> list[tuple[str, Any, Any]]:
    if isinstance(before, dict):
        keys = sorted({*before, *after})
        return [(_escaped(key), before.get(key, ABSENT), after.get(key, ABSENT)) for key in keys]
    return [(str(place), one, other) for place, (one, other) in enumerate(zip(before, after, strict=True))]


def _may_be_split(one: Any, other: Any) -> bool:
    return isinstance(one, dict) or (isinstance(one, list) and len(one) == len(other))


def _escaped(key: str) -> str:
    """Keys of `evidence` are paths themselves; their dots are written as slashes."""
    return key.replace(".", "/")


def applied(values: Values, changes: Values) -> Values:
    """A copy of the record with `changes` (by path) in it; raises KeyError, IndexError where a path leads nowhere."""
    result = copy.deepcopy(values)
    for path, value in changes.items():
        place, last = _walk(result, path)
        if value == ABSENT:
            del place[last]
        else:
            place[last] = copy.deepcopy(value)
    return result


def at(values: Values, path: str) -> Any:
    """The value at a path; ABSENT where there is none."""
    try:
        place, last = _walk(values, path)
        return place[last]
    except (KeyError, IndexError):
        return ABSENT


def _walk(values: Any, path: str) -> tuple[Any, Any]:
    *steps, last = path.split(".")
    for step in steps:
        values = values[_key(values, step)]
    return values, _key(values, last)


def _key(values: Any, step: str) -> Any:
    return int(step) if isinstance(values, list) else step.replace("/", ".")
