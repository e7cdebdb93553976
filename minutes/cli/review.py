"""`minutes review`: what is doubtful, one value after another: accept, edit, reject."""

from functools import partial
from typing import TYPE_CHECKING, Any

import typer

from archive.errors import ArchiveError
from minutes.cli import asked, options, reply, usage
from minutes.cli.desk import Desk, desk_of
from minutes.cli.failures import sentence_of
from minutes.cli.reply import is_terminal
from minutes.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive.record import Meeting
    from archive.store import Archive
    from minutes.cli.look.evidence import Reason


class NothingDoubtful(ArchiveError):
    """All is clear."""

    message = "Nothing is doubtful here."


class Enough(Exception):
    """The user stops."""


def review(
    context: typer.Context,
    words: options.Query = None,
    json: options.Json = False,
) -> None:
    """Go through what is doubtful: accept, edit, reject.

    On a terminal each doubtful value is shown with its sentence, and you decide. What you reject stays rejected when the report is read again. A record gone through is marked as reviewed. Without a terminal the doubtful values are listed.
    """
    desk, query = desk_of(context), asked.records(words)
    archive = desk.open()
    entries = archive.list(query or None).items
    reply.refuse_nothing(entries, query)
    ids = [entry.id for entry in entries if entry.state == "extracted"]
    if json or not is_terminal():
        _list(archive, ids, json=json)
    else:
        _walk(archive, desk, ids)


def doubts(meeting: "Meeting") -> "list[Reason]":
    """The doubtful values of a record that nobody has decided on yet."""
    from minutes.cli.look import evidence

    decided = {one.path for one in meeting.corrections}
    found = evidence.reasons(meeting, None)
    return [one for one in found if one.evidence.confidence == "doubtful" and one.path not in decided]


def _list(archive: "Archive", ids: list[int], *, json: bool) -> None:
    from minutes.cli.look import evidence, paper
    from minutes.cli.look.piece import Piece, of_document

    found = [(meeting, doubtful) for meeting in map(archive.get, ids) if (doubtful := doubts(meeting))]
    if json:
        reply.items([{"id": one.id, **evidence.as_item(one, each)} for one, many in found for each in many])
    elif not found:
        raise NothingDoubtful
    for meeting, doubtful in found if not json else ():
        head = (Piece(f"{meeting.id}  ", "id"), of_document(meeting.title, "title"))
        paper.put((head, *evidence.lines(meeting, doubtful, paper.columns())))


def _walk(archive: "Archive", desk: Desk, ids: list[int]) -> None:
    """Asks about the doubtful values record by record, then about marking those without any."""
    meetings = [archive.get(number) for number in ids]
    clear = [meeting for meeting in meetings if not doubts(meeting)]
    try:
        done = [meeting for meeting in meetings if meeting not in clear and _one(archive, desk, meeting)]
    except Enough:
        reply.tell(say("What you decided is kept; minutes review goes on from here."))
        return
    done += _marked(archive, desk, clear)
    reply.tell(say("{count} records reviewed.", count=len(done)))


def _one(archive: "Archive", desk: Desk, meeting: "Meeting") -> bool:
    """Asks about every doubtful value of one record, then marks it as reviewed, unless something was skipped."""
    from minutes.cli.look import paper, record

    number = meeting.id
    assert number is not None
    paper.put(record.to_review(meeting, paper.columns()))
    skipped: set[tuple[str, str]] = set()
    while doubtful := [one for one in doubts(meeting) if _key(one) not in skipped]:
        meeting = _decided(archive, desk, meeting, doubtful[0], skipped)
    if not skipped:
        archive.change(number, _reviewed, what="review", who=desk.who)
    return not skipped


def _marked(archive: "Archive", desk: Desk, clear: "list[Meeting]") -> "list[Meeting]":
    """The records that nobody doubts, marked as reviewed if the user says so."""
    if not clear:
        return []
    question = say("Nothing is doubtful in {count} records. Mark them as reviewed? [y/N]", count=len(clear))
    if not reply.is_yes(input(f"{question} ")):
        return []
    with archive.batch("review", desk.who) as batch:
        for meeting in clear:
            assert meeting.id is not None
            batch.change(meeting.id, _reviewed)
    return clear


def _decided(
    archive: "Archive", desk: Desk, meeting: "Meeting", reason: "Reason", skipped: set[tuple[str, str]]
) -> "Meeting":
    """The record after the user's decision on one value."""
    answer = _ask(meeting, reason)
    if answer is None or meeting.id is None:
        skipped.add(_key(reason))
        return meeting
    edit = partial(answer, path=reason.path, who=desk.who)
    try:
        return archive.change(meeting.id, edit, what="review", who=desk.who)
    except ArchiveError as error:  # a value that cannot stand there: said, and asked again
        if error.exit_code != usage.UsageMistake.exit_code:
            raise
        reply.tell(sentence_of(error))
        return meeting


def _key(reason: "Reason") -> tuple[str, str]:
    return reason.path, repr(reason.value)


def _ask(meeting: "Meeting", reason: "Reason") -> Any:
    """What to do with the value; None to leave it for later; raises Enough."""
    from minutes import correcting
    from minutes.cli.look import evidence, paper

    paper.put(evidence.lines(meeting, [reason], paper.columns()))
    answers: dict[str, Callable[[], Any]] = {
        "a": lambda: correcting.accepted,
        "e": _typed,
        "r": lambda: correcting.rejected,
        "s": lambda: None,
    }
    while (key := input(say("[a]ccept, [e]dit, [r]eject, [s]kip, [q]uit: ")).strip().lower()[:1]) != "q":
        if key in answers:
            return answers[key]()
    raise Enough


def _typed() -> Any:
    from minutes.correcting import typed

    value = input(say("New value: "))
    return partial(typed, text=value)


def _reviewed(meeting: "Meeting") -> "Meeting":
    from msgspec.structs import replace

    return replace(meeting, state="reviewed")
