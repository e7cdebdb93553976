"""`minutes import`: files reports and tells what became of each."""

from pathlib import Path
from typing import Annotated

import typer

from minutes.cli import reply
from minutes.cli.desk import desk_of
from minutes.cli.usage import Missing


def import_(
    context: typer.Context,
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH...")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be filed; change nothing")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="One line of JSON for each record, as soon as it is on disk")
    ] = False,
    ids: Annotated[bool, typer.Option("--ids", help="Print only the ids of the records filed")] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="File a meeting that is there already in another form")
    ] = False,
    label: Annotated[
        list[str] | None,
        typer.Option("--label", metavar="LABEL", help="Put a label on each record; may be repeated"),
    ] = None,
    update: Annotated[
        bool,
        typer.Option(
            "--update", help="Take over what was edited in documents that export wrote, edit by edit"
        ),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --update: take over without asking")] = False,
    limit: Annotated[
        list[str] | None,
        typer.Option("--limit", metavar="NAME=AMOUNT", help="Raise a limit of size or time; may be repeated"),
    ] = None,
) -> None:
    """File reports: pages saved from the web, Word files, text, or folders of them.

    A folder gives the files whose names end in .html .htm .mht .mhtml .docx .doc .txt .md; a file that is named is judged by its bytes.

    The same bytes are never filed twice, nor the same meeting in another form, unless --anyway is given. One file that cannot be read does not stop the others.

    With --update nothing is filed: the edits made to an exported Word or Markdown document are shown field by field, and you decide; without a terminal they are listed.

    Files up to 50 MB are read, for at most 60 seconds each; --limit file_size=200MB --limit seconds=120 raises that, --limit ? lists all limits.
    """
    if "?" in (limit or ()):
        _list_limits()
        return
    if not paths:
        raise Missing(name="PATH...", command="minutes import")
    from minutes.cli import outcomes
    from minutes.gather import gather
    from minutes.importing import Choices, import_reports
    from minutes.limits import raised
    from minutes.shelf import Shelf, Trial

    desk = desk_of(context)
    if update:
        from minutes.cli.update import update as take_over

        take_over(desk, paths, yes=yes, dry_run=dry_run, json=json)
    files = gather(paths)
    shelf = (Trial if dry_run else Shelf)(desk.open, desk.who, exists=desk.has_archive)
    limits, bounds = raised(limit or ())
    choices = Choices(anyway, tuple(label or ()), desk.lexicon, limits, bounds)
    show = outcomes.printer(json=json, ids=ids, dry_run=dry_run)
    counts = outcomes.shown(import_reports(files, shelf, choices), show, len(files))
    outcomes.summary(counts, dry_run=dry_run)
    raise typer.Exit(reply.SOME_FAILED if counts["failed"] else 0)


def _list_limits() -> None:
    from minutes.limits import listed

    reply.lines(f"{name}={amount}" for name, amount in listed().items())
