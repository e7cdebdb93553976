"""Meetings and passages, a few lines each."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from minutes.cli.look.piece import BLANK, Line, Piece, columns_of, hanging, of_document, shortened
from minutes.messages import say

if TYPE_CHECKING:
    from archive.answers import Entry
    from archive.hits import Hit, Passage
    from archive.record import Meeting

DAY: Final = 10  # columns of 2023-09-04
UNCUT: Final = 1_000_000  # columns of a pipe
GAP: Final = Piece("  ")


def meetings(items: "Sequence[Entry] | Sequence[Meeting]", columns: int | None) -> Iterator[Line]:
    """A line a meeting: number, day, title, and the organisation where there is room."""
    widest = max((len(str(item.id)) for item in items), default=0)
    room = (columns or UNCUT) - widest - DAY - 2 * len(GAP.text)
    for item in items:
        title = shortened(of_document(item.title or say("(without a title)")).text, room)
        yield (*_lead(item, widest), Piece(title), *_organisation(item, room - columns_of(title)))


def _organisation(item: "Entry | Meeting", room: int) -> Iterator[Piece]:
    name = of_document(item.organisation, "faint")
    if name.text and columns_of(name.text) + len(GAP.text) <= room:
        yield from (GAP, name)


def _lead(item: "Entry | Hit | Meeting", widest: int) -> Line:
    day = str(item.date or "")
    return (Piece(f"{item.id:>{widest}}", "id"), GAP, Piece(f"{day:<{DAY}}"), GAP)


def hits(items: Sequence["Hit"], needles: tuple[str, ...], columns: int | None) -> Iterator[Line]:
    """A meeting a paragraph: its line, then its best passage with who said it; the folded `needles` are lit up."""
    widest = max((len(str(item.id)) for item in items), default=0)
    indent = Piece(" " * (widest + len(GAP.text)))
    for item in items:
        yield from hanging(_lead(item, widest), tuple(_title(item, needles)), columns or UNCUT)
        if item.passage and item.passage.text != item.title:
            yield from hanging((indent,), tuple(_passage(item, item.passage)), columns or UNCUT)
        if columns:
            yield BLANK


def _title(item: "Hit", needles: tuple[str, ...]) -> Iterator[Piece]:
    from archive.passages import marks_in
    from archive.text import fold

    title = item.title or say("(without a title)")
    return marked(title, marks_in(fold(title), needles), "title")


def _passage(item: "Hit", passage: "Passage") -> Iterator[Piece]:
    if passage.number is not None:
        yield from (Piece(f"{item.id}.{passage.number}", "id"), GAP)
    if passage.speaker:
        yield of_document(passage.speaker, "name")
        yield Piece(say(": "))
    yield from marked(passage.text, passage.marks, "")


def marked(text: str, marks: Iterable[tuple[int, int]], style: str) -> Iterator[Piece]:
    """The text with the marked parts lit up."""
    place = 0
    for start, end in marks:
        yield from _between(text[place:start], style)
        yield from _between(text[start:end], "hit")
        place = end
    yield from _between(text[place:], style)


def _between(text: str, style: str) -> Iterator[Piece]:
    """The text on one line, a space at its ends kept: it parts the pieces."""
    if text:
        lead = " " if text[0].isspace() else ""
        tail = " " if text[-1].isspace() and text.strip() else ""
        yield Piece(f"{lead}{of_document(text).text}{tail}", style)
