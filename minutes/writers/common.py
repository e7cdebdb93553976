"""Pieces that several profiles share: people, facts, the action table, the catalogue's properties."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from archive.record import ActionPoint, Block, Meeting, Person, Speaker, Statement
from minutes.offices import office
from minutes.writers.paper import Figure, Grid, Line, Properties, Run, Style, labelled, line
from minutes.writers.profiles.sentences import has_verb
from minutes.writers.words import Words, tag_of

_HELD: Final = re.compile("^.*?(?:召[开開]|[举舉](?:行|[办辦]))了?(?P<meeting>.*[会會][议議]?)$")
_MEETING: Final = ("会", "會", "会议", "會議")
ACTION_WIDTHS: Final = (8, 44, 20, 16, 12)


def title_of(meeting: Meeting, words: Words) -> str:
    """The title; a record without one gets the word for a meeting and its day."""
    if meeting.title and meeting.title.strip():
        return meeting.title
    return words("untitled") + (words.aside(words.day(meeting.date)) if meeting.date else "")


def named_after(title: str, kind: str) -> str | None:
    """The name of the meeting that a title reports (某校召开教学工作会议), followed by `kind`; None where it names none."""
    held = _HELD.match(title)
    name = held["meeting"] if held else title
    return name + kind if name.endswith(_MEETING) else None


def person(somebody: Person | Speaker, words: Words) -> str:
    """A name with organisation and role in brackets; an office without a name as it is."""
    held = _office(somebody, words)
    if not somebody.name:
        return held or words("somebody")
    return somebody.name + (words.aside(held) if held else "")


def _office(somebody: Person | Speaker, words: Words) -> str:
    if words.chinese:
        return office(somebody.organisation, somebody.role)
    return ", ".join(part for part in (somebody.role, somebody.organisation) if part)


def people(named: Iterable[Person], words: Words) -> str:
    """Several people in one line; a list whose members hold commas is parted by semicolons."""
    shown = [person(one, words) for one in named]
    return words.names(shown) if words.chinese or all(", " not in one for one in shown) else "; ".join(shown)


def facts(meeting: Meeting, words: Words) -> Iterator[Line]:
    """Time, place, organisation, subject, number, chair, recorder: those the report gives."""
    values = {
        "time": words.when(meeting),
        "place": meeting.place,
        "organisation": meeting.organisation,
        "topic": meeting.topic,
        "number": meeting.number,
        "chair": person(meeting.chair, words) if meeting.chair else None,
        "recorder": person(meeting.recorder, words) if meeting.recorder else None,
    }
    for key, value in values.items():
        if value:
            yield labelled("fact", words(key), value, "date" if key == "time" else key)


def attended(meeting: Meeting, words: Words) -> Iterator[Line]:
    """Head count and the three lists of names (出席, 请假, 列席: the order of GB/T 9704-2012, 10.3)."""
    there = meeting.attendance
    if there.count is not None:
        count = words(there.count_is or "exact", count=there.count)
        yield labelled("fact", words("count"), count, "attendance.count")
    for key in ("present", "absent", "in_attendance"):
        if named := getattr(there, key):
            yield labelled("attendance", words(key), people(named, words), f"attendance.{key}")


def action_table(meeting: Meeting, words: Words, points: Iterable[tuple[int, ActionPoint]]) -> Grid:
    """The action points, numbered as everywhere (12.3)."""
    chosen = list(points)
    return Grid(
        header=tuple(words(key) for key in ("No.", "action", "owner", "due", "state")),
        rows=tuple(_action_row(meeting, point, words) for _, point in chosen),
        widths=ACTION_WIDTHS,
        says=words("actions"),
        origin=tuple(f"action_points.{index}" for index, _ in chosen),
    )


def _action_row(meeting: Meeting, point: ActionPoint, words: Words) -> tuple[str, ...]:
    owner = owner_of(point)
    if point.cooperating:
        helped = words("with", names=words.names(list(point.cooperating)))
        owner = f"{owner}\n{helped}" if owner else helped
    return (number_of(meeting, point), point.text, owner, due_of(point, words), words(point.state))


def number_of(meeting: Meeting, point: ActionPoint) -> str:
    """As people use it everywhere: 12.3; 3 of a record that is not filed."""
    return str(point.number) if meeting.id is None else f"{meeting.id}.{point.number}"


def owner_of(point: ActionPoint) -> str:
    """Owner as written, the person behind it in a second line where it is another name."""
    names = [point.owner, point.owner_person]
    return "\n".join(dict.fromkeys(name for name in names if name))


def due_of(point: ActionPoint, words: Words) -> str:
    """The day it is due; else the words of the report (月底前)."""
    return words.day(point.due) if point.due else point.due_text or ""


def said_by(name: str | None, statement: Statement, path: str, words: Words) -> Iterator[Line]:
    """One statement, led by the speaker's name and its verb."""
    act = statement.act
    if statement.relayed_from:
        act += words.aside(words("relayed", name=statement.relayed_from))
    first, *rest = statement.text.split("\n")
    lead = (Run(words.colon(name), strong=True),) if name else ()
    said_already = words.chinese and (act == "发言" or has_verb(statement))
    verb = (Run(f"{act}\uff0c" if words.chinese else f"{act} "),) if act and not said_already else ()
    yield Line("body", (*lead, *verb, Run(first)), (path,))
    yield from (line("body", more, path) for more in rest)


def said(speaker: Speaker, index: int, words: Words) -> Iterator[Line]:
    """A speaker's statements, each led by its verb."""
    for place, statement in enumerate(speaker.statements):
        act = statement.act
        if statement.relayed_from:
            act += words.aside(words("relayed", name=statement.relayed_from))
        first, *rest = statement.text.split("\n")
        origin = f"speakers.{index}.statements.{place}"
        lead = (Run(words.colon(act), strong=True),) if statement.act else ()
        yield Line("body", (*lead, Run(first)), (origin,))
        yield from (line("body", more, origin) for more in rest)


def blocks(body: Iterable[Block]) -> Iterator[Line | Grid | Figure]:
    """The report's own text, block by block, its pictures over their captions."""
    for index, block in enumerate(body):
        origin = f"body.{index}"
        if block.picture:
            yield Figure(block.picture, block.text, (f"{origin}.picture",))
        if block.kind == "table" and block.cells:
            yield _table(block, origin)
        elif block.kind == "heading":
            yield line("heading2", (block.label or "") + block.text, origin)
        elif block.text.strip():
            style: Style = "caption" if block.kind == "caption" else "body"
            yield from (line(style, (block.label or "") + text, origin) for text in block.text.split("\n"))


def _table(block: Block, origin: str) -> Grid:
    rows = 1 + max(cell.row for cell in block.cells)
    columns = 1 + max(cell.column for cell in block.cells)
    filled = [[""] * columns for _ in range(rows)]
    for cell in block.cells:
        filled[cell.row][cell.column] = block.text[cell.start : cell.end]
    share = max(100 // columns, 1)
    header, *rest = (tuple(row) for row in filled)
    return Grid(header, tuple(rest), (share,) * columns, header[0], (origin,))


def properties(meeting: Meeting, title: str, words: Words) -> Properties:
    """What the catalogue is told; dates come from the record."""
    source = meeting.source
    number = f"minutes:{meeting.id}" if meeting.id is not None else f"sha256:{source.sha256}"
    date = source.imported_at or (f"{meeting.date}T00:00:00Z" if meeting.date else None)
    return Properties(
        title=title,
        language=tag_of(meeting),
        creator=meeting.organisation or source.publisher or source.author,
        subject=meeting.topic,
        description=words.when(meeting),
        identifier=number,
        day=meeting.date.isoformat() if meeting.date else None,
        date=date,
        keywords=meeting.labels,
        category=words("kind record" if meeting.kind == "record" else meeting.kind),
        version=str(meeting.revision),
        status="Final" if meeting.state == "final" else "Draft",
    )


def draft_of(meeting: Meeting, words: Words) -> str | None:
    """The draft mark of formal minutes; none once they are final."""
    return None if meeting.state == "final" else words("draft")
