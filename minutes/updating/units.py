"""A document as a list of units that can be compared: a line, or a row of a table."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from minutes.writers.paper import Line, Paper
from minutes.writers.punctuation import restored

if TYPE_CHECKING:
    from archive.record import Block
    from minutes.report import Report


@dataclass(frozen=True)
class Unit:
    """A line has one cell and no header; a row of a table has the cells of its columns."""

    cells: tuple[str, ...]
    header: tuple[str, ...] = ()  # the first row of its table
    origin: tuple[str, ...] = field(default=(), compare=False)  # the record's fields its words come from

    @property
    def text(self) -> str:
        """All words."""
        return "\t".join(self.cells)


def units(report: "Report") -> list[Unit]:
    """The lines and rows of a report, in order; empty ones are left out."""
    return [unit for block in report.blocks for unit in _of(block) if unit.text.strip()]


def _of(block: "Block") -> Iterator[Unit]:
    if not block.cells:
        yield from (Unit((line,)) for line in block.text.split("\n"))
        return
    rows: dict[int, list[str]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, []).append(block.text[cell.start : cell.end])
    first, *others = (tuple(cells) for _, cells in sorted(rows.items()))
    yield Unit(first)
    yield from (Unit(cells, first) for cells in others)


def alike(one: Sequence[Unit], other: Sequence[Unit]) -> int:
    """How much of their text both have."""
    common = Counter(one) & Counter(other)
    return sum(len(unit.text) * count for unit, count in common.items())


def traced(read: Sequence[Unit], paper: Paper) -> list[Unit]:
    """The units of a document that was written from `paper`, each with the fields its line comes from."""
    made = list(read)
    place = 0
    for line in paper.lines():
        at = next((at for at in range(place, len(made)) if _has(made[at], line)), None)
        if at is not None:
            made[at] = replace(made[at], origin=line.origin)
            place = at + 1
    return made


def _has(unit: Unit, line: Line) -> bool:
    words = line.text.strip()
    return bool(words) and not unit.header and any(text in unit.text for text in (words, restored(words)))
