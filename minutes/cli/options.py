"""Options that mean the same in every command."""

from typing import Annotated

import typer

Records = Annotated[list[str], typer.Argument(metavar="ID...", help="Numbers of records: 12, 12-15")]
Query = Annotated[list[str] | None, typer.Argument(metavar="[QUERY...]", help="Only those that fit")]
Why = Annotated[str | None, typer.Option("--why", metavar="WORDS", help="The reason, kept in the history")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON")]
Ids = Annotated[bool, typer.Option("--ids", help="Only the numbers, one a line")]
N = Annotated[int | None, typer.Option("-n", min=1, metavar="N", help="At most so many")]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="FORMAT", help="A line each, of fields: '{id} {title}'; see: minutes help format"
    ),
]
