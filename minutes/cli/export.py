"""`minutes export`: formal minutes, ledgers and calendars, as files or on standard output."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archive.errors import ArchiveError
from minutes import border
from minutes.cli import asked, days, reply
from minutes.cli import ids as numbers
from minutes.cli.desk import desk_of
from minutes.messages import say

if TYPE_CHECKING:
    from archive.record import Meeting
    from archive.store import Archive
    from minutes.writers.details import Details
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
    details: "Details"
    volume: bool = False
    decisions: tuple[int, ...] = ()
    actions: tuple[int, ...] = ()
    template: Path | None = None
    who: str = "unknown"

    @property
    def asked(self) -> str:
        """What the bytes depend on beside the record, as a line of JSON."""
        import hashlib
        import json

        from minutes.cli.templates import bytes_of

        template = hashlib.sha256(bytes_of(self.template)).hexdigest() if self.template else None
        details = {name: str(value) for name, value in asdict(self.details).items() if value}
        parts = {"to": self.to, "profile": self.profile, "record": self.record, "template": template}
        excerpt = {"decisions": self.decisions, "actions": self.actions}
        return json.dumps({**parts, **excerpt, "details": details}, sort_keys=True, ensure_ascii=False)

    @property
    def is_excerpt(self) -> bool:
        """Whether only some decisions or action points are wanted."""
        return bool(self.decisions or self.actions)


def export(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="ID...|QUERY", help="Numbers of records, or a query")],
    to: Annotated[
        str,
        typer.Option("--to", metavar="FORMAT", help="docx, md, json, pdf; xlsx, csv, ics for action points"),
    ] = "docx",
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile", metavar="NAME", help="jiyao, jilu, minutes, uk, report; ledger for action points"
        ),
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE|FOLDER", help="Where to write")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite what is there")] = False,
    no_record: Annotated[
        bool, typer.Option("--no-record", help="Leave out the record that an import would recognise")
    ] = False,
    number: Annotated[
        str | None, typer.Option("--number", help="Number of the minutes, as on their head")
    ] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", help="Body that issues the minutes")] = None,
    issued: Annotated[str | None, typer.Option("--issued", metavar="DAY", help="Day of issue")] = None,
    copies_to: Annotated[str | None, typer.Option("--copies-to", help="Who gets a copy")] = None,
    printed_by: Annotated[
        str | None, typer.Option("--printed-by", help="Office that prints the minutes")
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="FILE", help="Own Word template; see minutes templates"),
    ] = None,
    volume: Annotated[
        bool, typer.Option("--volume", help="One document for all, by date, with contents (docx, md, pdf)")
    ] = False,
    decision: Annotated[
        list[int] | None, typer.Option("--decision", metavar="N", help="An excerpt: only this decision")
    ] = None,
    action: Annotated[
        list[int] | None, typer.Option("--action", metavar="N", help="An excerpt: only this action point")
    ] = None,
) -> None:
    """Write formal minutes.

    Text goes to standard output without --output; other formats go to a file in the current folder, whose name is printed. Several records give a file each; xlsx, csv, ics and the profile ledger give one file for all.
    """
    from minutes.writers import check
    from minutes.writers.details import Details

    check(to, profile)
    details = Details(number, issuer, days.day(issued) if issued else None, copies_to, printed_by)
    excerpt = (tuple(decision or ()), tuple(action or ()))
    choice = Choice(to, profile, output, force, not no_record, details, volume, *excerpt, template)
    desk = desk_of(context)
    archive = desk.open()
    _export(archive, chosen(archive, words), replace(choice, who=desk.who))


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
    from minutes.writers import format_of, is_ledger

    if is_ledger(choice.to, choice.profile):
        _ledger([archive.get(number) for number in ids], choice)
    elif choice.volume:
        _volume([archive.get(number) for number in ids], choice)
    elif format_of(choice.to).is_text and choice.output is None:
        _to_stdout(archive, [archive.get(number) for number in ids], choice)
    else:
        _to_files(archive, ids, choice)


def _to_stdout(archive: "Archive", meetings: list["Meeting"], choice: Choice) -> None:
    if choice.to == "json" and not choice.is_excerpt:
        reply.records(meetings)
        return
    for place, meeting in enumerate(meetings):
        seen = sys.stdout.isatty()
        made = _written(meeting, choice, seen=True) if seen else _issued(archive, meeting, choice)
        _put((b"\n" if place else b"") + made)


def _put(data: bytes) -> None:
    """Bytes as they are: Windows would turn line feeds into CRLF."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def _to_files(archive: "Archive", ids: Sequence[int], choice: Choice) -> None:
    from minutes.writers import format_of
    from minutes.writers.output import Names, save

    names = Names(format_of(choice.to).suffix)
    one = _one_file(choice.output, len(ids))
    folder = None if one else _folder(choice.output)
    for number in ids:
        meeting = archive.get(number)
        target = one or (folder or Path()) / _name(meeting, names)
        _refuse(target, choice)
        save(_issued(archive, meeting, choice), target, force=choice.force)
        _tell(target)


def _issued(archive: "Archive", meeting: "Meeting", choice: Choice) -> bytes:
    """The bytes; of a final record those that were issued before."""
    from minutes.cli.issuing import issued
    from minutes.writers import format_of

    def make() -> bytes:
        return _written(meeting, choice)

    if meeting.state != "final" or choice.to == "json":  # JSON goes on with the action points
        return make()
    return issued(archive, choice.who, meeting, choice.asked, format_of(choice.to).suffix, make)


def _refuse(target: Path, choice: Choice) -> None:
    """Before the work, not after it."""
    from minutes.writers.output import refuse_existing

    refuse_existing(target, force=choice.force)


def _folder(output: str | None) -> Path:
    from minutes.writers.output import folder_for

    return folder_for(Path(output) if output else None)


def _tell(target: Path) -> None:
    typer.echo(border.shown_name(str(target)))


def _one_file(output: str | None, count: int) -> Path | None:
    """The file that --output names; None where it is a folder, or there is more than one to write."""
    if output is None or count != 1 or output.endswith(("/", "\\")) or Path(output).is_dir():
        return None
    return Path(output)


def _name(meeting: "Meeting", names: "Names") -> str:
    title = meeting.title or ""
    day = f"{meeting.date} " if meeting.date and not title.startswith(str(meeting.date)) else ""
    return names.name(day + title, fallback=f"minutes-{meeting.id}")


def _written(meeting: "Meeting", choice: Choice, *, seen: bool = False) -> bytes:
    """The bytes; a person who only looks at a terminal is spared the record."""
    from minutes.writers import write, write_excerpt

    if choice.template:
        return _filled(meeting, choice.template, choice.to)
    if choice.is_excerpt:
        return write_excerpt(meeting, choice.to, decisions=choice.decisions, actions=choice.actions)
    with_record = choice.record and not seen
    return write(meeting, choice.to, profile=choice.profile, with_record=with_record, details=choice.details)


def _filled(meeting: "Meeting", template: Path, to: str) -> bytes:
    """The user's own template, filled."""
    from minutes.cli.templates import bytes_of
    from minutes.writers import OnlyWord
    from minutes.writers.template import fill

    if to not in ("docx", "pdf"):
        raise OnlyWord(format=to)
    made = fill(border.shown_name(template.name), bytes_of(template), meeting)
    if to == "docx":
        return made
    from minutes.writers.pdf import write_pdf

    return write_pdf(made)


def _ledger(meetings: list["Meeting"], choice: Choice) -> None:
    from minutes.writers import write_ledger

    _one_for_all(
        say("Action points"), choice, lambda: write_ledger(meetings, choice.to, today=days.day(None))
    )
    if choice.to == "ics":
        _count_without_due(meetings)


def _volume(meetings: list["Meeting"], choice: Choice) -> None:
    from minutes.writers import write_volume

    def written() -> bytes:
        return write_volume(meetings, choice.to, profile=choice.profile, details=choice.details)

    _one_for_all(say("Minutes of meetings"), choice, written)


def _one_for_all(title: str, choice: Choice, written: Callable[[], bytes]) -> None:
    """One output, whatever the number of records."""
    from minutes.writers import format_of
    from minutes.writers.output import Names, save

    row = format_of(choice.to)
    if row.is_text and choice.output is None:
        _put(written())
        return
    target = _one_file(choice.output, 1) or _folder(choice.output) / Names(row.suffix).name(title, "minutes")
    _refuse(target, choice)
    save(written(), target, force=choice.force)
    _tell(target)


def _count_without_due(meetings: list["Meeting"]) -> None:
    from minutes.writers.calendar import without_due

    if count := without_due(meetings):
        typer.echo(
            say("Action points without a due date, written without one: {count}.", count=count), err=True
        )
