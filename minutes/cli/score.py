"""`minutes score`: how right the extraction is on an office's own labelled reports."""

from pathlib import Path
from typing import Annotated

import typer

from minutes.cli import options


def score(
    folder: Annotated[Path, typer.Argument(help="Folder with reports and NAME.gold.json beside each")],
    errors: Annotated[bool, typer.Option("--errors", help="Every difference too, report by report")] = False,
    json: options.Json = False,
) -> None:
    """Score the extraction against labels that people wrote, in percent."""
    from minutes.scoring import folder as scoring
    from minutes.scoring.totals import table

    result = scoring.score(folder)
    if json:
        import msgspec

        typer.echo(
            msgspec.json.encode(
                {"schema": 1, "groups": result.groups, "errors": result.errors if errors else None}
            )
        )
        return
    typer.echo(table(result.groups))
    for name, lines in result.errors.items() if errors else ():
        typer.echo("\n  ".join(("", name, *lines)))
