"""`minutes import --update`: edits made in an exported document come back, field by field, each looked at."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from archive.errors import ArchiveError
from minutes.cli import days, reply
from minutes.cli.failures import sentence_of
from minutes.cli.reply import is_terminal
from minutes.messages import say

if TYPE_CHECKING:
    from archive.record import Meeting
    from archive.store import Archive
    from minutes.cli.desk import Desk
    from minutes.cli.look.piece import Line
    from minutes.updating import Change
    from minutes.updating.taking import Edit


def update(desk: "Desk", files: Sequence[Path], *, yes: bool, dry_run: bool, json: bool) -> None:
    """Asks about each edit of each document; without a terminal they are listed, and `yes` takes them over."""
    archive = desk.open()
    failed = False
    for file in files:
        try:
            _one(archive, desk, file, yes=yes, dry_run=dry_run, json=json)
        except ArchiveError as error:
            failed = True
            reply.tell(f"minutes: {sentence_of(error)}")
    raise typer.Exit(reply.SOME_FAILED if failed else 0)


def _one(archive: "Archive", desk: "Desk", file: Path, *, yes: bool, dry_run: bool, json: bool) -> None:
    from minutes.updating import edits
    from minutes.updating.taking import pending

    exported, found = edits(file)
    meeting = _record(archive, exported, file)
    open_ = pending(exported, meeting, found)
    strange = [change for change in found if change.path is None]
    if json:
        reply.items([_item(meeting, edit) for edit in open_] + [_stranger(meeting, one) for one in strange])
    else:
        _show(meeting, open_, strange, asking=_asks(yes=yes, dry_run=dry_run))
    chosen = _chosen(meeting, open_, yes=yes, dry_run=dry_run or (json and not yes))
    if chosen:
        _put(archive, desk, meeting, chosen)
    if not json:
        _sum_up(len(chosen), len(open_) + len(strange), hint=bool(open_) and not (yes or dry_run))


def _sum_up(chosen: int, total: int, *, hint: bool) -> None:
    if hint and not is_terminal():
        reply.tell(say("On a terminal each is asked about; --yes takes them over unasked."))
    reply.tell(say("Taken over: {count} of {total} edits.", count=chosen, total=total))


def _record(archive: "Archive", exported: "Meeting", file: Path) -> "Meeting":
    """The record now; raises AnotherRecord."""
    from minutes.border import shown_name
    from minutes.updating.taking import AnotherRecord

    if exported.id is not None:
        meeting = archive.get(exported.id)
        if meeting.source.sha256 == exported.source.sha256:
            return meeting
    raise AnotherRecord(file=shown_name(file.name))


def _asks(*, yes: bool, dry_run: bool) -> bool:
    return is_terminal() and not yes and not dry_run


def _chosen(meeting: "Meeting", edits: "list[Edit]", *, yes: bool, dry_run: bool) -> "list[Edit]":
    """What is to be taken over: what the user accepts, or with `yes` all that nobody changed meanwhile."""
    if dry_run:
        return []
    if not _asks(yes=yes, dry_run=dry_run):
        return [edit for edit in edits if yes and not edit.conflicts]
    chosen = []
    for edit in edits:
        _put_lines(_lines(meeting, edit))
        answer = _answer()
        if answer == "q":
            break
        if answer == "a":
            chosen.append(edit)
    return chosen


def _answer() -> str:
    while True:
        key = input(say("[a]ccept, [s]kip, [q]uit: ")).strip().lower()[:1]
        if key in ("a", "s", "q"):
            return key


def _put(archive: "Archive", desk: "Desk", meeting: "Meeting", chosen: "list[Edit]") -> None:
    from minutes.updating.taking import taken

    assert meeting.id is not None
    today = days.day(None)
    archive.change(
        meeting.id,
        lambda now: taken(now, chosen, desk.who, today),
        what="update",
        who=desk.who,
        revision=meeting.revision,
    )


def _show(meeting: "Meeting", edits: "list[Edit]", strange: "list[Change]", *, asking: bool) -> None:
    from minutes.cli.look.piece import Piece, of_document

    _put_lines(iter([(Piece(f"{meeting.id}  ", "id"), of_document(meeting.title, "title"))]))
    for edit in () if asking else edits:
        _put_lines(_lines(meeting, edit))
    for change in strange:
        _put_lines(_strange_lines(change))


def _lines(meeting: "Meeting", edit: "Edit") -> "Iterator[Line]":
    from minutes.cli.look import changes, paper
    from minutes.cli.look.piece import Piece, hanging

    path = _named(meeting, edit)
    yield from changes.pair(path, edit.before, None if edit.removes else edit.after, paper.columns())
    if edit.conflicts:
        words = say("Changed since it was exported; now: {value}", value=changes.shown(edit.now))
        yield from hanging((Piece("      "),), (Piece(words, "doubt"),), paper.columns())


def _named(meeting: "Meeting", edit: "Edit") -> str:
    """The path, with the number under which people know an action point."""
    steps = edit.path.split(".")
    if steps[0] != "action_points":
        return edit.path
    return f"{meeting.id}.{meeting.action_points[int(steps[1])].number} {'.'.join(steps[2:])}".rstrip()


def _strange_lines(change: "Change") -> "Iterator[Line]":
    from minutes.cli.look import changes, paper

    yield from changes.pair(say("not a field:"), change.before, change.after, paper.columns())


def _put_lines(lines: "Iterator[Line]") -> None:
    from minutes.cli.look import paper

    paper.put(lines)


def _item(meeting: "Meeting", edit: "Edit") -> dict[str, Any]:
    return {"id": meeting.id, **edit._asdict(), "conflicts": edit.conflicts}


def _stranger(meeting: "Meeting", change: "Change") -> dict[str, Any]:
    return {"id": meeting.id, "path": None, "before": change.before, "after": change.after}
