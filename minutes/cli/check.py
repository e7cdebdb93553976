"""`minutes check`: whether every record and original is sound."""

from typing import TYPE_CHECKING

import typer

from minutes.cli import options, reply
from minutes.cli.desk import desk_of
from minutes.messages import say

if TYPE_CHECKING:
    from archive.answers import Finding

DAMAGED = 4


def check(context: typer.Context, json: options.Json = False) -> None:
    """Check that every record and original is sound.

    Every record is read, every original hashed again, the history and the index compared with the records. The exit code is 4 where something is damaged.
    """
    from minutes.cli.look.progress import bar

    archive = desk_of(context).open()
    with bar(say("Records")) as step:
        findings = archive.check(step)
    if json:
        reply.items([_item(one) for one in findings])
    else:
        _print(findings)
    if any(one.damage for one in findings):
        raise typer.Exit(DAMAGED)


def _item(finding: "Finding") -> dict[str, object]:
    return {
        "kind": finding.kind,
        "where": finding.where,
        "damage": finding.damage,
        "message": say(finding.message, **finding.values),
    }


def _print(findings: list["Finding"]) -> None:
    from minutes.cli.look import paper
    from minutes.cli.look.piece import Piece, of_document

    if not findings:
        reply.tell(say("All records and originals are sound."))
    paper.put(
        (
            Piece(say("damaged") if one.damage else say("left over"), "late" if one.damage else "guess"),
            Piece("  "),
            of_document(f"{one.where}{say(': ')}{say(one.message, **one.values)}"),
        )
        for one in findings
    )
