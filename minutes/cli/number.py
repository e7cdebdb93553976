"""`minutes number`: numbers by the year for meetings and decisions that have none."""

from typing import TYPE_CHECKING, Annotated

import typer

from minutes.cli import asked, days, options, reply
from minutes.cli.desk import desk_of
from minutes.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.record import Meeting
    from archive.writing import Batch
    from minutes.numbering import Given


def number(
    context: typer.Context,
    words: options.Query = None,
    year: Annotated[int | None, typer.Option("--year", min=1, max=9999, help="This year without it")] = None,
    form: Annotated[
        str | None, typer.Option("--form", help="As in {year}-{nn}; year, yy, n stand in braces")
    ] = None,
    decisions: Annotated[bool, typer.Option("--decisions", help="Number the decisions instead")] = False,
    again: Annotated[bool, typer.Option("--again", help="Give new numbers to those that have one")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the numbers; change nothing")] = False,
    json: options.Json = False,
) -> None:
    """Number the meetings of a year, or their decisions.

    Meetings of one organisation and kind are counted by their days; who has a number keeps it, and the count goes on from the highest. Final records keep what they have. A query chooses one series: minutes number --year 2024 title:院长办公会
    """
    from minutes import numbering

    if form is not None:
        numbering.check(form)
    year = year or days.day(None).year
    desk, query = desk_of(context), asked.records(words)
    archive = desk.open()
    entries = archive.list(" ".join(filter(None, (f"({query})" if query else "", f"date:{year:04d}")))).items
    reply.refuse_nothing(entries, query or f"date:{year:04d}")
    count = numbering.of_decisions if decisions else numbering.of_meetings
    meetings = [archive.get(entry.id) for entry in entries]
    counted = count(meetings, year, form, again=again)
    given = [one for one in counted if one.meeting.state != "final"]
    if not dry_run and given:
        with archive.batch("number", desk.who) as batch:
            _put(batch, given, desk.who)
    _tell(given, json=json, dry_run=dry_run)
    if left := sum(not meeting.organisation for meeting in meetings):
        reply.tell(
            say(
                "Left out, as they name no organisation: {count} (edit ID --set organisation=...).",
                count=left,
            )
        )


def _put(batch: "Batch", given: "Sequence[Given]", who: str) -> None:
    from minutes.correcting import corrected

    for one in given:
        path = "number" if one.decision is None else f"decisions.{one.decision}.reference"
        value = one.number

        def numbered(meeting: "Meeting", path: str = path, value: str = value) -> "Meeting":
            return corrected(meeting, path, value, who)

        assert one.meeting.id is not None
        batch.change(one.meeting.id, numbered)


def _tell(given: "Sequence[Given]", *, json: bool, dry_run: bool) -> None:
    if json:
        reply.items([_item(one) for one in given])
        return
    from minutes.cli.look import paper
    from minutes.cli.look.piece import Piece, of_document

    for one in given:
        words = one.meeting.title if one.decision is None else one.meeting.decisions[one.decision].text
        lead = (
            Piece(f"{one.meeting.id}  ", "id"),
            of_document(one.number, "act"),
            Piece("  "),
            of_document(one.meeting.organisation, "label"),
            Piece("  "),
        )
        paper.put(((*lead, of_document(words)),))
    told = say("Would be numbered: {count}.", count=len(given))
    reply.tell(told if dry_run else say("Numbered: {count}.", count=len(given)))


def _item(one: "Given") -> dict[str, object]:
    decision = None if one.decision is None else one.meeting.decisions[one.decision].number
    return {"id": one.meeting.id, "decision": decision, "number": one.number}
