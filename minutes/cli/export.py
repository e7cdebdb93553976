"""`minutes export`: formal minutes, as files or on standard output."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archive.errors import ArchiveError
from minutes.cli import asked
from minutes.cli import ids as numbers
from minutes.cli.desk import desk_of

if TYPE_CHECKING:
    from archive.record import Meeting
    from archive.store import Archive
    from minutes.writers.output import Names


class NothingToExport(ArchiveError):
    """No record matches."""

    message = 'No record matches "{query}".'
    advice = "minutes list shows what is filed."
    exit_code = 1


@dataclass(frozen=True)
class Choice:
    """What the user asked for."""

    to: str
    profile: str | None
    output: str | None
    force: bool
    record: bool


def export(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="ID...|QUERY", help="Numbers of records, or a query")],
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="docx, md or json")] = "docx",
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="NAME", help="What the minutes say and how they look")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE|FOLDER", help="Where to write")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite what is there")] = False,
    no_record: Annotated[
        bool, typer.Option("--no-record", help="Leave out the record that an import would recognise")
    ] = False,
) -> None:
    """Write formal minutes.

    Text goes to standard output without --output; other formats go to a file in the current folder, whose name is printed. Several records give a file each.
    """
    from minutes.writers import check

    check(to, profile)
    archive = desk_of(context).open()
    _export(archive, chosen(archive, words), Choice(to, profile, output, force, not no_record))


def chosen(archive: "Archive", words: Sequence[str]) -> list[int]:
    """The records that digits name or a query finds; raises NothingToExport and NoSuchRecord."""
    if all(word[:1].isdigit() and numbers.RECORD.fullmatch(word) for word in words):
        named = numbers.records(words)
        for number in named:
            archive.get(number)
        return named
    query = asked.query(words)
    found = [hit.id for hit in archive.search(query, passages=False).items]
    if not found:
        raise NothingToExport(query=query)
    return found


def _export(archive: "Archive", ids: Sequence[int], choice: Choice) -> None:
    from minutes.writers import format_of

    meetings = (archive.get(number) for number in ids)
    if format_of(choice.to).is_text and choice.output is None:
        _to_stdout(meetings, len(ids), choice)
    else:
        _to_files(meetings, len(ids), choice)


def _to_stdout(meetings: Iterator["Meeting"], count: int, choice: Choice) -> None:
    from minutes.cli import reply

    if choice.to == "json":
        reply.records(list(meetings))
        return
    for place, meeting in enumerate(meetings, 1):
        sys.stdout.write(_written(meeting, choice, seen=sys.stdout.isatty()).decode())
        sys.stdout.write("\n" if place < count else "")


def _to_files(meetings: Iterator["Meeting"], count: int, choice: Choice) -> None:
    from minutes.writers import format_of
    from minutes.writers.output import Names, folder_for, save

    names = Names(format_of(choice.to).suffix)
    one = _one_file(choice.output, count)
    folder = None if one else folder_for(Path(choice.output) if choice.output else None)
    for meeting in meetings:
        target = one or (folder or Path()) / _name(meeting, names)
        save(_written(meeting, choice), target, force=choice.force)
        typer.echo(str(target))


def _one_file(output: str | None, count: int) -> Path | None:
    """The file that --output names; None where it is a folder, or there is more than one to write."""
    if output is None or count != 1 or output.endswith(("/", "\\")) or Path(output).is_dir():
        return None
    return Path(output)


def _name(meeting: "Meeting", names: "Names") -> str:
    day = f"{meeting.date} " if meeting.date else ""
    return names.name(day + (meeting.title or ""), fallback=f"minutes-{meeting.id}")


def _written(meeting: "Meeting", choice: Choice, *, seen: bool = False) -> bytes:
    """The bytes; a person who only looks at a terminal is spared the record."""
    from minutes.writers import write

    return write(meeting, choice.to, profile=choice.profile, with_record=choice.record and not seen)
