"""`minutes export`: formal minutes, ledgers and calendars, as files or on standard output."""

from pathlib import Path
from typing import Annotated

import typer

from minutes.cli import redaction
from minutes.cli.desk import desk_of


def export(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="ID...|QUERY", help="Numbers of records, or a query")],
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="FORMAT", help="docx, md, json, pdf; xlsx, csv, ics for action points"),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile", metavar="NAME", help="jiyao, jilu, minutes, uk, report; ledger for action points"
        ),
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE|FOLDER", help="Where to write")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite what is there")] = False,
    no_record: Annotated[
        bool, typer.Option("--no-record", help="Leave out the record that an import would recognise")
    ] = False,
    number: Annotated[
        str | None, typer.Option("--number", help="Number of the minutes, as on their head")
    ] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", help="Body that issues the minutes")] = None,
    issued: Annotated[str | None, typer.Option("--issued", metavar="DAY", help="Day of issue")] = None,
    copies_to: Annotated[str | None, typer.Option("--copies-to", help="Who gets a copy")] = None,
    printed_by: Annotated[
        str | None, typer.Option("--printed-by", help="Office that prints the minutes")
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="FILE", help="Own Word template; see minutes templates"),
    ] = None,
    volume: Annotated[
        bool, typer.Option("--volume", help="One document for all, by date, with contents (docx, md, pdf)")
    ] = False,
    decision: Annotated[
        list[int] | None, typer.Option("--decision", metavar="N", help="An excerpt: only this decision")
    ] = None,
    action: Annotated[
        list[int] | None, typer.Option("--action", metavar="N", help="An excerpt: only this action point")
    ] = None,
    redact: redaction.Redact = False,
    keep: redaction.Keep = None,
    hide: redaction.Hide = None,
    json: redaction.AsJson = False,
) -> None:
    """Write formal minutes.

    Text goes to standard output without --output; other formats go to a file in the current folder, whose name is printed. Several records give a file each; xlsx, csv, ics and the profile ledger give one file for all.
    """
    from minutes.cli import agreed, days, exporting
    from minutes.writers.details import Details

    choice = exporting.Choice(
        to=agreed.format_for(to, output),
        profile=profile,
        output=output,
        force=force,
        record=not no_record,
        details=Details(number, issuer, days.day(issued) if issued else None, copies_to, printed_by),
        volume=volume,
        decisions=tuple(decision or ()),
        actions=tuple(action or ()),
        template=template,
    )
    agreed.check_together(choice)
    desk = desk_of(context)
    if wishes := redaction.wishes(redact, keep, hide, json, desk.lexicon):
        redaction.export(desk, words, choice, wishes, json=json)
    else:
        exporting.export(desk, words, choice)
