"""What history leads to: revisions, decisions on names, and what it owns up to have lost. Lines come oldest first."""

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from archive.answers import Change


class Losses(NamedTuple):
    """What history lacks and owns up to (lines of kind "repair")."""

    numbers: set[int]  # of changes
    damaged: set[str]  # check sums of lines that cannot be read
    when: str | None  # it was last set down


def losses(lines: Iterable[Change]) -> Losses:
    """What was set down as lost by those who repaired."""
    found = Losses(set(), set(), None)
    for line in lines:
        if line.kind == "repair" and "lost" in line.after:
            for first, last in line.after["lost"]:
                found.numbers.update(range(first, last + 1))
            found.damaged.update(line.after["damaged"])
            found = found._replace(when=line.when)
    return found


def revisions_in(lines: Sequence[Change]) -> Counter[int | None]:
    """The revision of each record that history leads to."""
    known: Counter[int | None] = Counter()
    for line in lines:
        if line.kind in {"import", "change"}:
            known[line.id] += 1
        elif line.kind == "repair" and line.revision:
            known[line.id] = line.revision
    return known


def decided_in(lines: Sequence[Change]) -> dict[str, Any] | None:
    """The last decisions on names; None where history has none."""
    return next((line.after["people"] for line in reversed(lines) if line.kind == "people"), None)


def sum_of(raw: bytes) -> str:
    """What a damaged line of history is known by."""
    return f"{zlib.crc32(raw):08x}"
