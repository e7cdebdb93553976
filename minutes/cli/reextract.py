"""`minutes reextract`: archived originals read again with the present rules."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from minutes.cli import asked, options, reply
from minutes.cli.desk import Desk, desk_of
from minutes.cli.failures import sentence_of
from minutes.messages import say

if TYPE_CHECKING:
    from archive.record import Meeting
    from archive.store import Archive
    from minutes.reextracting import Difference


class Again(NamedTuple):
    """A record, what it was and what it becomes."""

    old: "Meeting"
    new: "Meeting"
    differences: "list[Difference]"


def reextract(
    context: typer.Context,
    words: options.Query = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change")] = False,
    json: options.Json = False,
) -> None:
    """Read archived reports again with the present rules, and show what changes, field by field.

    Values set by hand stay, and action points keep their numbers and how they stand. Final records are left alone.
    """
    desk = desk_of(context)
    archive, query = desk.open(), asked.records(words)
    entries = archive.list(query or None).items
    reply.refuse_nothing(entries, query)
    changed = [
        one for one in _again(archive, desk, [e.id for e in entries if e.state != "final"]) if one.differences
    ]
    if not dry_run and changed:
        _store(archive, desk, changed)
    _answer(changed, json=json, dry_run=dry_run)


def _again(archive: "Archive", desk: Desk, ids: list[int]) -> Iterator[Again]:
    from archive.errors import ArchiveError
    from archive.record import from_json
    from minutes import reextracting
    from minutes.reading import read_file

    for number in ids:
        old = archive.get(number)
        reading = read_file(archive.original(old.source.sha256), lexicon=desk.lexicon)
        if isinstance(reading, ArchiveError):
            reply.tell(f"{number}{say(': ')}{sentence_of(reading)}")
            continue
        new = reextracting.closest(old, [from_json(one) for one in reading.meetings])
        if new is not None:
            merged = reextracting.again(old, new)
            yield Again(old, merged, reextracting.differences(old, merged))


def _store(archive: "Archive", desk: Desk, changed: list[Again]) -> None:
    """Keeps the new readings in one batch; what was changed meanwhile is merged too."""
    with archive.batch("reextract", desk.who) as batch:
        for one in changed:
            assert one.old.id is not None
            batch.change(one.old.id, partial(_merged, one.new))


def _merged(new: "Meeting", now: "Meeting") -> "Meeting":
    from minutes.reextracting import again

    return again(now, new)


def _answer(changed: list[Again], *, json: bool, dry_run: bool) -> None:
    if json:
        reply.items([_item(one) for one in changed])
        return
    from minutes.cli.look import changes, paper

    paper.put(changes.differences([(one.old, one.differences) for one in changed], paper.columns()))
    count = len(changed)
    told = (
        say("{count} records would change.", count=count)
        if dry_run
        else say("{count} records changed.", count=count)
    )
    reply.tell(told)


def _item(one: Again) -> dict[str, object]:
    return {"id": one.old.id, "title": one.old.title, "changes": [each._asdict() for each in one.differences]}
