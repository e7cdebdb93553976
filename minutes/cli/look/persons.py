"""People: a line each, or everything about one."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from minutes.cli.look import ledger, listing, words
from minutes.cli.look.piece import BLANK, Line, Piece, columns_of, hanging, of_document, padded, shortened
from minutes.messages import say
from minutes.offices import office as office_of

if TYPE_CHECKING:
    from archive.answers import Appearance, Office, PersonCard, PersonRow

GAP: Final = Piece("  ")
LONGEST: Final = 24  # columns for a name in a list


def rows(people: Sequence["PersonRow"], columns: int | None) -> Iterator[Line]:
    """A line a person: name, meetings, chaired, spoke, action points, newest office; headed, for the numbers need names."""
    heads = (say("meetings"), say("chaired"), say("spoke"), say("owns"))
    widest = min(max(columns_of(row.name) for row in people), LONGEST)
    yield (Piece(" " * widest), *(Piece(f"  {head}", "faint") for head in heads))
    for row in people:
        counts = (row.meetings, row.chaired, row.spoke, row.owns)
        name = padded(of_document(row.name, "name"), widest)
        line = (name, *(_under(head, count) for head, count in zip(heads, counts, strict=True)))
        room = (columns or listing.UNCUT) - sum(columns_of(piece.text) for piece in line) - 2
        yield (*line, GAP, Piece(shortened(of_document(row.role).text, room), "faint"))


def _under(head: str, count: int) -> Piece:
    """The number, at the right end of its heading."""
    return Piece(f"{'':{columns_of(head) + 2 - len(str(count))}}{count or '-'}", "" if count else "faint")


def card(person: "PersonCard", columns: int) -> Iterator[Line]:
    """Offices over time, meetings and action points of one person."""
    aliases = say("also {names}", names=words.listed(person.aliases)) if person.aliases else ""
    yield (of_document(person.name, "title"), of_document(f"  {aliases}" if aliases else "", "faint"))
    for office in person.offices:
        yield from hanging((GAP,), tuple(_office(office)), columns)
    if person.appearances:
        yield from (BLANK, (Piece(say("Meetings"), "heading"),))
        for meeting in person.appearances:
            yield from _meeting(meeting, columns)
    if person.tasks:
        yield from (BLANK, (Piece(say("Action points"), "heading"),))
        yield from ledger.rows(person.tasks, columns)


def _office(office: "Office") -> Iterator[Piece]:
    days = dict.fromkeys(str(day) for day in (office.first, office.last) if day)
    yield of_document(office_of(office.organisation, office.role, " "))
    yield Piece(f"  {words.DASH.join(days)}", "label")


def _meeting(meeting: "Appearance", columns: int) -> Iterator[Line]:
    lead = (GAP, Piece(f"{meeting.id:>4}", "id"), GAP, Piece(f"{meeting.date or ''!s:<10}"), GAP)
    parts = words.listed(_parts().get(part, part) for part in meeting.parts)
    title = of_document(meeting.title or say("(without a title)"))
    yield from hanging(lead, (title, GAP, Piece(parts, "act")), columns)


def _parts() -> dict[str, str]:
    return {
        "chair": say("chaired"),
        "speaker": say("spoke"),
        "recorder": say("recorded"),
        "present": say("was present"),
        "in_attendance": say("attended"),
        "absent": say("sent apologies"),
        "cited": say("was cited"),
        "owner_person": say("owns an action point"),
    }
