"""`minutes check`: whether every record and original is sound."""

from typing import TYPE_CHECKING, Annotated

import typer

from minutes.cli import options, reply
from minutes.cli.desk import Desk, desk_of
from minutes.cli.reasons import in_words
from minutes.messages import say

if TYPE_CHECKING:
    from archive.answers import Finding
    from archive.repair import Repaired

DAMAGED = 4


def check(
    context: typer.Context,
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend what can be mended without guessing; set down what is lost")
    ] = False,
    json: options.Json = False,
) -> None:
    """Check that every record and original is sound.

    Every record is read, every original hashed again, the history and the index compared with the records. The exit code is 4 where something is damaged.

    --repair makes anew what follows from the rest: the index, counters, names, permissions, later states of a record that history has. It never makes up the content of a record or an original: bring those back from a backup.
    """
    desk = desk_of(context)
    mended, left = _repaired(desk) if repair else ([], _found(desk))
    if json:
        reply.items([_item(one, repaired=True) for one in mended] + [_item(one) for one in left])
    else:
        _print(mended, left)
    damaged = [one for one in left if one.damage]
    if repair and (mended or damaged):
        reply.tell(say("Repaired: {mended}. Beyond repair: {left}.", mended=len(mended), left=len(damaged)))
    if damaged:
        _tell_next_step(damaged, tried=repair)
        raise typer.Exit(DAMAGED)


def _tell_next_step(damaged: "list[Finding]", *, tried: bool) -> None:
    """What to do about what is damaged; after a repair, what the repair cannot do."""
    if not tried:
        reply.tell(say("Mend what can be mended with: minutes check --repair"))
        return
    reply.tell(
        say(
            "Bring back from a backup what is damaged: minutes --archive NEW restore FILE puts it beside this archive."
        )
    )
    records = [one.where for one in damaged if one.kind == "record-damaged"]
    if records:
        ids = " ".join(records)
        reply.tell(
            say(
                "Without a backup, import the originals again that belong to no meeting, then erase: minutes delete {ids} --purge --force",
                ids=ids,
            )
        )


def _found(desk: Desk) -> "list[Finding]":
    from minutes.cli.look.progress import bar

    archive = desk.open()
    with bar(say("Records")) as step:
        return archive.check(step)


def _repaired(desk: Desk) -> "Repaired":
    from archive.repair import state_again
    from minutes.cli.look.progress import bar

    if state_again(desk.folder):
        reply.tell(say("archive.json was made anew from the records and the history."))
    archive = desk.open()
    with bar(say("Records")) as step:
        return archive.repair(who=desk.who, progress=step)


def _item(finding: "Finding", *, repaired: bool = False) -> dict[str, object]:
    return {
        "kind": finding.kind,
        "where": finding.where,
        "damage": finding.damage,
        "repaired": repaired,
        "message": say(finding.message, **in_words(finding.values)),
    }


def _print(mended: "list[Finding]", left: "list[Finding]") -> None:
    from minutes.cli.look import paper
    from minutes.cli.look.piece import Piece, of_document

    if not left:
        reply.tell(say("All records and originals are sound."))
    labelled = [(Piece(say("repaired"), "act"), one) for one in mended]
    labelled += [
        (Piece(say("damaged"), "late") if one.damage else Piece(say("to know"), "guess"), one) for one in left
    ]
    paper.put(
        (label, Piece("  "), of_document(f"{one.where}{say(': ')}{say(one.message, **in_words(one.values))}"))
        for label, one in labelled
    )
