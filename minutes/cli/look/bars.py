"""Numbers as bars."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from minutes.cli.look import words
from minutes.cli.look.piece import BLANK, Line, Piece, columns_of, of_document, padded, shortened
from minutes.messages import say

if TYPE_CHECKING:
    from archive.answers import Stats

NAMES: Final = 28  # at most so many columns for names
NUMBERS: Final = 7  # columns for a number
EIGHTHS: Final = " \u258f\u258e\u258d\u258c\u258b\u258a\u2589"
FULL: Final = "\u2588"


def lines(counted: "Stats", most: int, columns: int) -> Iterator[Line]:
    """A block of bars for each kind of number; of the names only the `most` common, of the months the last."""
    states = {**words.states(), "overdue": say("overdue")}
    blocks: tuple[tuple[str, Mapping[Any, int]], ...] = (
        (say("Meetings by month"), dict(list(counted.months.items())[-most:])),
        (say("Meetings by body"), dict(list(counted.bodies.items())[:most])),
        (say("Action points by state"), {states[name or ""]: many for name, many in counted.states.items()}),
        (say("Open action points by owner"), dict(list(counted.owners.items())[:most])),
    )
    shown = [(title, block) for title, block in blocks if block]
    for place, (title, block) in enumerate(shown):
        if place:
            yield BLANK
        yield (Piece(title, "heading"),)
        yield from _bars(block, columns)


def _bars(block: Mapping[Any, int], columns: int) -> Iterator[Line]:
    names = [shortened(of_document(name or say("(not said)")).text, NAMES) for name in block]
    widest = max(map(columns_of, names))
    room = columns - widest - NUMBERS - 4
    for name, many in zip(names, block.values(), strict=True):
        length = many / max(block.values()) * room
        yield (Piece("  "), padded(Piece(name), widest), Piece(f"{many:>{NUMBERS}} ", "name"), _bar(length))


def _bar(length: float) -> Piece:
    """A bar of `length` columns, to an eighth."""
    whole, part = int(length), int(length % 1 * 8)
    return Piece((FULL * whole + EIGHTHS[part]).rstrip() or EIGHTHS[1], "id")
