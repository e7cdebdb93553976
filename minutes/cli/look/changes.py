"""The history of the archive, a paragraph a change."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from minutes.cli.look.piece import Line, Piece, hanging, of_document, shortened
from minutes.messages import say

if TYPE_CHECKING:
    from archive.answers import Change

LONGEST: Final = 200  # columns shown of one value
INDENT: Final = Piece("    ")


def lines(changes: "Sequence[Change]", columns: int) -> Iterator[Line]:
    """When, who, what; then each value before and after, and the reason."""
    for change in changes:
        yield _head(change)
        if change.why:
            yield from hanging((INDENT,), (of_document(change.why),), columns)
        for path in dict.fromkeys((*change.before, *change.after)):
            lead = (INDENT, of_document(path, "label"), Piece("  "))
            pair = of_document(f"{_shown(change.before.get(path))} \u2192 {_shown(change.after.get(path))}")
            yield from hanging(lead, (pair,), columns)


def _head(change: "Change") -> Line:
    record = f"  {change.id}" if change.id is not None else ""
    return (
        Piece(_local(change.when), "label"),
        Piece("  "),
        of_document(change.who, "name"),
        Piece("  "),
        Piece(_deeds().get(change.what, change.what), "act"),
        Piece(record, "id"),
        Piece(f"  {say('batch {name}', name=change.batch)}", "faint"),
    )


def _local(when: str) -> str:
    """The moment as the clock here shows it."""
    try:
        return f"{dt.datetime.fromisoformat(when).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return when


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return shortened(of_document(text).text, LONGEST)


def _deeds() -> dict[str, str]:
    return {
        "import": say("filed"),
        "edit": say("corrected"),
        "done": say("marked as done"),
        "drop": say("given up"),
        "reopen": say("opened again"),
        "assign": say("assigned"),
        "due": say("due date set"),
        "progress": say("progress noted"),
        "label": say("labelled"),
        "delete": say("moved to the trash"),
        "undelete": say("brought back"),
        "purge": say("erased"),
        "undo": say("taken back"),
        "review": say("reviewed"),
        "reextract": say("extracted anew"),
    }
