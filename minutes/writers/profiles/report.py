"""The profile `report`: everything in the record, for reading."""

from collections.abc import Iterator, Sequence

from archive.record import Decision, Meeting
from minutes.writers.common import (
    action_table,
    attended,
    blocks,
    facts,
    people,
    person,
    properties,
    said,
    title_of,
)
from minutes.writers.details import NONE, Details
from minutes.writers.paper import Figure, Line, Paper, Part, Run, line
from minutes.writers.words import Words, words_of


def report(meeting: Meeting, details: Details = NONE) -> Paper:  # noqa: ARG001 (profiles share one signature)
    """Title, facts, attendance, agenda, statements, decisions, actions, the report's own text, notes, source."""
    words = words_of(meeting)
    title = title_of(meeting, words)
    parts = (
        line("title", title, "title"),
        *facts(meeting, words),
        *section(words("attendance"), _attendance(meeting, words)),
        *section(words("agenda"), _agenda(meeting)),
        *section(words("statements"), _statements(meeting, words)),
        *section(words("decisions"), decided(meeting, words)),
        *section(words("actions"), _actions(meeting, words)),
        *section(words("cited"), _cited(meeting, words)),
        *section(words("body"), blocks(meeting.body)),
        *section(words("pictures"), _uncaptioned(meeting, words)),
        *section(words("notes"), _notes(meeting)),
        source_line(meeting, words),
    )
    look = "report-zh" if words.chinese else "report-en"
    return Paper(look, properties(meeting, title, words), parts)


def section(heading: str, parts: Iterator[Part]) -> Iterator[Part]:
    """The parts under their heading; nothing at all where there is none."""
    for first in parts:
        yield line("heading1", heading)
        yield first
        yield from parts


def _attendance(meeting: Meeting, words: Words) -> Iterator[Part]:
    yield from attended(meeting, words)
    if meeting.attendance.text:
        yield line("body", meeting.attendance.text, "attendance.text")


def _agenda(meeting: Meeting) -> Iterator[Part]:
    for index, item in enumerate(meeting.agenda):
        number = f"{item.number} " if item.number and item.number[-1:].isalnum() else item.number or ""
        yield line("body", number + item.title, f"agenda.{index}")


def _statements(meeting: Meeting, words: Words) -> Iterator[Part]:
    for index, speaker in enumerate(meeting.speakers):
        yield line("heading2", person(speaker, words), f"speakers.{index}")
        yield from said(speaker, index, words)


def decided(meeting: Meeting, words: Words, only: Sequence[int] | None = None) -> Iterator[Part]:
    """The decisions (`only` those of these numbers), numbered as in the record, each with its motion and vote."""
    for index, decision in enumerate(meeting.decisions):
        if only is not None and decision.number not in only:
            continue
        origin = f"decisions.{index}"
        first, *rest = decision.text.split("\n")
        yield Line("item", (Run(first),), (origin,), number=decision.number)
        yield from (line("body", more, origin) for more in rest)
        if vote := motion(decision, words):
            yield line("note", vote, origin)


def motion(decision: Decision, words: Words) -> str:
    """The office's number, mover, seconder and result, as far as there are any."""
    moved = words("mover", name=decision.mover) if decision.mover else ""
    seconded = words("seconder", name=decision.seconder) if decision.seconder else ""
    counted = words("reference", number=decision.reference) if decision.reference else ""
    pieces = [counted, words.names([one for one in (moved, seconded) if one]), decision.result or ""]
    return words.clauses([piece for piece in pieces if piece])


def _actions(meeting: Meeting, words: Words) -> Iterator[Part]:
    if meeting.action_points:
        yield action_table(meeting, words, enumerate(meeting.action_points))


def _cited(meeting: Meeting, words: Words) -> Iterator[Part]:
    if meeting.cited:
        yield line("body", people(meeting.cited, words), "cited")


def _uncaptioned(meeting: Meeting, words: Words) -> Iterator[Part]:
    """Pictures of the report that no line of its text belongs to."""
    shown = {block.picture for block in meeting.body}
    left = [one for one in dict.fromkeys(meeting.source.pictures) if one not in shown]
    for number, picture in enumerate(left, 1):
        says = words("picture", number=number)
        yield Figure(picture, says, ("source.pictures",))
        yield line("caption", says, "source.pictures")


def _notes(meeting: Meeting) -> Iterator[Part]:
    for index, note in enumerate(meeting.notes):
        yield line("bullet", note.message, f"notes.{index}")


def source_line(meeting: Meeting, words: Words) -> Line:
    """Where the record comes from, in one line."""
    source = meeting.source
    known: dict[str, dict[str, object]] = {
        "file": {"name": source.file},
        "publisher": {"name": source.publisher},
        "author": {"name": source.author},
        "published": {"date": source.published},
        "address": {"address": source.address},
        "fingerprint": {"sha256": source.sha256},
        "record": {"id": meeting.id},
    }
    said_of_it = [words(key, **values) for key, values in known.items() if None not in values.values()]
    labels = [words.colon(words("labels")) + words.names(list(meeting.labels))] if meeting.labels else []
    text = words.clauses([*said_of_it, *labels])
    return Line("source", (Run(words.colon(words("source")), strong=True), Run(text)), ("source",))
