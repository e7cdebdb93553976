"""What `minutes export` writes, and where to: as files, or text on standard output."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from archive.errors import ArchiveError
from archive.lending import Lending
from minutes import border
from minutes.cli import asked, reply
from minutes.cli.agreed import OF_WORD, STDOUT, one_file, refuse_one_name
from minutes.cli.agreed import folder as folder_of
from minutes.messages import say
from minutes.writers import check, check_language, format_of, is_ledger
from minutes.writers.details import NONE, Details

if TYPE_CHECKING:
    from archive.record import Meeting
    from archive.store import Archive
    from minutes.cli.desk import Desk
    from minutes.writers.output import Names

    Lender = Archive | Lending


DIGITS: Final = 9  # of the largest id


class NothingToExport(ArchiveError):
    """No record matches."""

    message = 'No record matches "{query}".'
    advice = "minutes list shows what is filed."
    exit_code = 1


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What the user asked for."""

    to: str = "docx"
    profile: str | None = None
    output: str | None = None
    force: bool = False
    record: bool = True
    details: Details = NONE
    volume: bool = False
    decisions: tuple[int, ...] = ()
    actions: tuple[int, ...] = ()
    template: Path | None = None
    tasks: Mapping[int, frozenset[int]] | None = None  # of a ledger: only these action points of a meeting

    @property
    def asked(self) -> str:
        """What the bytes depend on beside the record, as a line of JSON."""
        import hashlib
        import json

        template = hashlib.sha256(_bytes_of(self.template)).hexdigest() if self.template else None
        details = {name: str(value) for name, value in msgspec.structs.asdict(self.details).items() if value}
        parts = {"to": self.to, "profile": self.profile, "record": self.record, "template": template}
        excerpt = {"decisions": self.decisions, "actions": self.actions}
        return json.dumps({**parts, **excerpt, "details": details}, sort_keys=True, ensure_ascii=False)

    @property
    def is_excerpt(self) -> bool:
        """Whether only some decisions or action points are wanted."""
        return bool(self.decisions or self.actions)


def export(desk: "Desk", words: Sequence[str], choice: Choice, archive: "Lender | None" = None) -> None:
    """Writes the records that the words name; raises NothingToExport, NoSuchRecord and what writers raise."""
    check(choice.to, choice.profile)
    by_number = all(map(is_number, words)) and not choice.volume
    _Exporter(archive or (desk.lend() if by_number else desk.open()), desk, choice).export(words)


def selected(archive: "Lender", words: Sequence[str], choice: Choice) -> tuple[list[int], Choice]:
    """The records to write, and for a ledger by a query the action points it asks for; raises as `chosen`."""
    if not isinstance(archive, Lending) and is_ledger(choice.to, choice.profile) and not _by_number(words):
        from minutes.cli.narrowing import tasks_of

        tasks = tasks_of(archive, query := asked.query(words))
        if tasks is not None and not tasks:
            raise NothingToExport(query=query)
        if tasks:
            return list(tasks), msgspec.structs.replace(choice, tasks=tasks)
    return chosen(archive, words), choice


def chosen(archive: "Lender", words: Sequence[str]) -> list[int]:
    """The records that digits name or a query finds; raises NothingToExport and NoSuchRecord."""
    if named := _by_number(words):
        for number in named:
            archive.get(number)
        return named
    assert not isinstance(archive, Lending)  # those name their records by number
    query = asked.query(words)
    found = [hit.id for hit in archive.search(query, passages=False).items]
    if not found:
        raise NothingToExport(query=query)
    return found


def _by_number(words: Sequence[str]) -> list[int]:
    """The records that digits name; [] for a query."""
    return _named(words) if all(word[:1].isdigit() for word in words) else []


def is_number(word: str) -> bool:
    """Whether it can be the number of a record."""
    return word.isascii() and word.isdigit() and len(word) <= DIGITS


def _named(words: Sequence[str]) -> list[int]:
    """The numbers that the words spell; [] where one of them is none."""
    if all(map(is_number, words)):
        return list(dict.fromkeys(map(int, words)))
    from minutes.cli import ids

    return ids.records(words) if all(map(ids.RECORD.fullmatch, words)) else []


class _Exporter:
    """Writes records of one archive as chosen."""

    def __init__(self, archive: "Lender", desk: "Desk", choice: Choice) -> None:
        self.archive = archive
        self.desk = desk
        self.choice = choice

    def export(self, words: Sequence[str]) -> None:
        ids, self.choice = selected(self.archive, words, self.choice)
        for number in ids if self.choice.profile else ():
            check_language(self.archive.get(number), self.choice.profile)
        if is_ledger(self.choice.to, self.choice.profile):
            self._ledger(self._all(ids))
        elif self.choice.volume:
            self._volume(self._all(ids))
        elif format_of(self.choice.to).is_text and self.choice.output in (None, STDOUT):
            self._to_stdout(self._all(ids))
        else:
            self._to_files(ids)

    def _all(self, ids: Sequence[int]) -> list["Meeting"]:
        return [self.archive.get(number) for number in ids]

    def _to_stdout(self, meetings: list["Meeting"]) -> None:
        if self.choice.to == "json" and not self.choice.is_excerpt:
            reply.records(meetings)
            return
        for place, meeting in enumerate(meetings):
            seen = sys.stdout.isatty()
            made = self._written(meeting, seen=True) if seen else self._issued(meeting)
            _put((b"\n" if place else b"") + made)

    def _to_files(self, ids: Sequence[int]) -> None:
        from minutes.writers.output import Names, refuse_existing, save

        refuse_one_name(self.choice.output, len(ids))
        if self.choice.output == STDOUT:
            _put(self._issued(self.archive.get(ids[0])))
            return
        names = Names(format_of(self.choice.to).suffix)
        one = one_file(self.choice.output, len(ids))
        folder = None if one else folder_of(self.choice.output)
        for number in ids:
            meeting = self.archive.get(number)
            target = one or (folder or Path()) / _name(meeting, names)
            refuse_existing(target, force=self.choice.force)  # before the work, not after it
            save(self._issued(meeting), target, force=self.choice.force)
            _tell(target)

    def _issued(self, meeting: "Meeting") -> bytes:
        """The bytes; of a final record those that were issued before."""
        if meeting.state != "final" or self.choice.to == "json":  # JSON goes on with the action points
            return self._written(meeting)
        from minutes.cli.issuing import issued

        suffix = format_of(self.choice.to).suffix
        return issued(
            self.archive.whole() if isinstance(self.archive, Lending) else self.archive,
            self.desk.who,
            meeting,
            self.choice.asked,
            suffix,
            lambda: self._written(meeting),
        )

    def _written(self, meeting: "Meeting", *, seen: bool = False) -> bytes:
        """The bytes; a person who only looks at a terminal is spared the record."""
        from minutes.cli.pictures import pictures_of
        from minutes.writers import write, write_excerpt

        choice = self.choice
        if choice.template:
            return _filled(meeting, choice.template, choice.to)
        if choice.is_excerpt:
            return write_excerpt(meeting, choice.to, decisions=choice.decisions, actions=choice.actions)
        with pictures_of(self.archive) as pictures:
            return write(
                meeting,
                choice.to,
                profile=choice.profile,
                with_record=choice.record and not seen,
                details=choice.details,
                pictures=pictures,
            )

    def _ledger(self, meetings: list["Meeting"]) -> None:
        from minutes.cli import days
        from minutes.writers import write_ledger

        today = days.day(None)
        if self.choice.tasks:
            from minutes.cli.narrowing import only

            meetings = only(meetings, self.choice.tasks)
        self._one_for_all(say("Action points"), lambda: write_ledger(meetings, self.choice.to, today=today))
        if self.choice.to == "ics":
            _count_without_due(meetings)

    def _volume(self, meetings: list["Meeting"]) -> None:
        from minutes.cli.pictures import pictures_of
        from minutes.writers import write_volume

        def written() -> bytes:
            choice = self.choice
            with pictures_of(self.archive) as pictures:
                return write_volume(
                    meetings, choice.to, profile=choice.profile, details=choice.details, pictures=pictures
                )

        self._one_for_all(say("Minutes of meetings"), written)

    def _one_for_all(self, title: str, written: Callable[[], bytes]) -> None:
        """One output, whatever the number of records."""
        from minutes.writers.output import Names, refuse_existing, save

        row, output = format_of(self.choice.to), self.choice.output
        if output == STDOUT or (row.is_text and output is None):
            _put(written())
            return
        target = one_file(output, 1) or folder_of(output) / Names(row.suffix).name(title, "minutes")
        refuse_existing(target, force=self.choice.force)
        save(written(), target, force=self.choice.force)
        _tell(target)


def _put(data: bytes) -> None:
    """Bytes as they are: Windows would turn line feeds into CRLF."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def _tell(target: Path) -> None:
    """Prints the name; not into a stream that has just got the bytes."""
    from minutes.writers.output import is_stream

    if is_stream(target):
        return
    sys.stdout.write(f"{border.shown_name(str(target))}\n")


def _name(meeting: "Meeting", names: "Names") -> str:
    title = meeting.title or ""
    day = f"{meeting.date} " if meeting.date and not title.startswith(str(meeting.date)) else ""
    return names.name(day + title, fallback=f"minutes-{meeting.id}")


def _bytes_of(template: Path) -> bytes:
    from minutes.cli.templates import bytes_of  # loads typer

    return bytes_of(template)


def _filled(meeting: "Meeting", template: Path, to: str) -> bytes:
    """The user's own template, filled."""
    from minutes.writers import OnlyWord
    from minutes.writers.template import fill

    if to not in OF_WORD:
        raise OnlyWord(format=to)
    made = fill(border.shown_name(template.name), _bytes_of(template), meeting)
    if to == "docx":
        return made
    from minutes.writers.pdf import write_pdf

    return write_pdf(made)


def _count_without_due(meetings: list["Meeting"]) -> None:
    from minutes.writers.calendar import without_due

    if count := without_due(meetings):
        reply.tell(say("Action points without a due date, written without one: {count}.", count=count))
