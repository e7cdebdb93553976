"""`minutes explain`: where in the report each value was read, and how sure it is."""

from typing import TYPE_CHECKING, Annotated

import typer

from archive.errors import ArchiveError
from minutes.cli import ids as numbers
from minutes.cli import options, reply
from minutes.cli.desk import desk_of

if TYPE_CHECKING:
    from archive.record import Meeting


class NoEvidence(ArchiveError):
    """Nothing to explain."""

    message = "Record {id} holds nothing that was read from the report."


class NoEvidenceAt(ArchiveError):
    """Nothing to explain there."""

    message = 'Record {id} holds no evidence for "{path}".'
    advice = "It has: {known}."


def explain(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="ID", help="Number of the record")],
    path: Annotated[
        str | None, typer.Argument(metavar="[PATH]", help="Only this: date, chair, action_points.0.due")
    ] = None,
    json: options.Json = False,
) -> None:
    """Show where in the report each value was read.

    The doubtful ones come first: they are worth a look. A value is stated in so many words, inferred by a rule, or doubtful.
    """
    from minutes.places import named

    meeting = desk_of(context).open().get(numbers.record(number))
    path = named(path) if path else path
    if json:
        _json(meeting, path)
    else:
        _print(meeting, path)


def _print(meeting: "Meeting", path: str | None) -> None:
    from minutes.cli.look import evidence, paper

    found = evidence.reasons(meeting, path)
    changes = tuple(one for one in meeting.corrections if path in (None, one.path))
    if not found and not changes:
        raise _nothing(meeting, path)
    columns = paper.columns()
    paper.put((*evidence.lines(meeting, found, columns), *evidence.corrections(changes, columns)))


def _json(meeting: "Meeting", path: str | None) -> None:
    from minutes.cli.look import evidence

    found = evidence.reasons(meeting, path)
    if not found:
        raise _nothing(meeting, path)
    reply.items([evidence.as_item(meeting, one) for one in found])


def _nothing(meeting: "Meeting", path: str | None) -> ArchiveError:
    if path is None or not meeting.evidence:
        return NoEvidence(id=meeting.id)
    return NoEvidenceAt(id=meeting.id, path=path, known=", ".join(sorted(meeting.evidence)))
