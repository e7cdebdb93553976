"""Options that mean the same in every command."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print JSON")]
Ids = Annotated[bool, typer.Option("--ids", help="Only the numbers, one a line")]
N = Annotated[int | None, typer.Option("-n", min=1, metavar="N", help="At most so many")]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="FORMAT", help="A line each, of fields: '{id} {title}'; see: minutes help format"
    ),
]
