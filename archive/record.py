"""The record of one meeting: what a report says, typed, each value with the place it was read from.

One definition: JSON, JSON Schema and storage follow from these classes. `None` means "the report does not say".
"""

import datetime as dt
from typing import Annotated, Final, Literal

import msgspec

SCHEMA: Final = 1

Confidence = Literal["stated", "inferred", "doubtful"]
"""stated: the text says so; inferred: follows from it by a rule; doubtful: a person should look."""

Clock = Annotated[str, msgspec.Meta(pattern=r"^\d{2}:\d{2}$")]
"""A time of day, HH:MM, as the report's own place counts it."""


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all parts of a record share: frozen, by keyword, unknown names refused on reading."""


class Span(Part, frozen=True, kw_only=True):
    """A piece of the body: `body[block].text[start:end]`, in characters."""

    block: int
    start: int
    end: int


class Evidence(Part, frozen=True, kw_only=True):
    """Why a value stands in the record."""

    span: (
        Span | None
    )  # the words it rests on; None where it rests on the source's data (publish line, file name)
    rule: str  # the name of the rule that found it
    confidence: Confidence
    reason: str | None = (
        None  # in words, where the rule's name does not say it all ("year from the publish line")
    )


class Person(Part, frozen=True, kw_only=True):
    """Somebody named in the report; or, as chair, an office or unit without a name."""

    name: str | None  # bare, without title; None where only the office is given
    role: str | None = None  # as written: 副院长(主持工作)
    organisation: str | None = None  # as written: 教务处


class Attendance(Part, frozen=True, kw_only=True):
    """Who was there."""

    text: str | None = None  # the sentence or list as written
    count: int | None = None  # head count stated: 40余名 is 40
    count_is: Literal["exact", "at least", "about"] | None = None
    present: tuple[Person, ...] = ()  # 出席, 参加, Present
    in_attendance: tuple[Person, ...] = ()  # 列席, In attendance, Guests
    absent: tuple[Person, ...] = ()  # 请假, 缺席, Apologies


class Statement(Part, frozen=True, kw_only=True):
    """Something said: the verb as written and the words."""

    act: str  # 指出, 强调, reported ...
    text: str
    relayed_from: str | None = None  # whose words are conveyed here
    span: Span | None = None
    spans: tuple[Span, ...] = ()  # instead of `span` where the text crosses blocks; joined by line feeds


class Speaker(Part, frozen=True, kw_only=True):
    """Who spoke, and every statement in the order of the report."""

    name: str | None  # None where the report gives only an office (人事处处长)
    role: str | None = None
    organisation: str | None = None
    kind: Literal["person", "unit", "collective"] = "person"
    statements: tuple[Statement, ...] = ()


class DueChange(Part, frozen=True, kw_only=True):
    """A due date that was moved."""

    before: dt.date | None
    after: dt.date | None
    when: str  # ISO 8601, UTC
    who: str
    why: str | None = None


class Progress(Part, frozen=True, kw_only=True):
    """A dated word on how an action point stands (进展情况)."""

    date: dt.date
    text: str


class ActionPoint(Part, frozen=True, kw_only=True):
    """Something to be done (议定事项, 督办事项)."""

    number: int  # shown as 12.3; never given to another action point of the meeting
    text: str
    owner: str | None = None  # unit or person as written
    owner_person: str | None = None  # full name, where the owner is a person
    cooperating: tuple[str, ...] = ()  # 配合单位
    due: dt.date | None = None
    due_text: str | None = None  # as written: 月底前
    due_history: tuple[DueChange, ...] = ()
    state: Literal["open", "in hand", "done", "dropped"] = "open"
    closed_on: dt.date | None = None
    progress: tuple[Progress, ...] = ()
    raised_by: str | None = None  # who demanded it at this meeting
    relayed_from: str | None = None  # whose demand was conveyed
    span: Span | None = None
    spans: tuple[Span, ...] = ()


class Decision(Part, frozen=True, kw_only=True):
    """What the meeting decided, approved, agreed or resolved."""

    number: int
    reference: str | None = None  # as the office counts its decisions through a year: 2024-17
    text: str
    mover: str | None = None
    seconder: str | None = None
    result: str | None = None  # as written: carried 5-0; 9票同意，0票反对，0票弃权
    span: Span | None = None
    spans: tuple[Span, ...] = ()


class AgendaItem(Part, frozen=True, kw_only=True):
    """One item of the agenda (议题)."""

    number: str | None  # as shown: 一、 or 3.2
    title: str
    span: Span | None = None


class Cell(Part, frozen=True, kw_only=True):
    """One cell of a table; its words are `text[start:end]` of the block."""

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    start: int
    end: int


class Block(Part, frozen=True, kw_only=True):
    """A paragraph, heading, list item, table or caption of the normalised text."""

    kind: Literal["heading", "paragraph", "item", "table", "caption"]
    text: str
    level: int | None = None  # of a heading (1 is the title) or of a list item (1 is the outermost)
    label: str | None = None  # as shown, not part of the text: 一、 or (1)
    picture: str | None = None  # SHA-256 of the picture a caption belongs to
    cells: tuple[Cell, ...] = ()  # of a table: its text has a line per row, cells parted by tabs


class Source(Part, frozen=True, kw_only=True):
    """Where the record comes from."""

    file: str  # name of the imported file; undecodable bytes as \\xNN
    sha256: str
    media_type: str  # text/html, application/vnd.openxmlformats-officedocument.wordprocessingml.document ...
    size: int  # bytes
    encoding: str | None = None  # of text formats, as used to decode
    publisher: str | None = None  # 发布人, 来源, og:site_name
    author: str | None = None  # 作者, 撰稿
    published: str | None = None  # YYYY-MM-DD, or with the time: YYYY-MM-DDTHH:MM
    address: str | None = None  # URL of the page
    pictures: tuple[str, ...] = ()  # SHA-256 of each picture kept with the original
    imported_at: str | None = None  # ISO 8601, UTC
    software: str | None = None  # minutes 0.1.0


class Note(Part, frozen=True, kw_only=True):
    """Something skipped, guessed or contradictory, for a person to look at."""

    kind: str  # year-inferred, count-mismatch, conflicting-dates, two-people-one-surname, organisation-replaced ...
    message: str  # a sentence, in the record's language
    span: Span | None = None


class Correction(Part, frozen=True, kw_only=True):
    """A value that a person set: it wins over the extracted one, on re-import and re-extraction too."""

    path: str  # chair, action_points.2.due
    before: str | None  # JSON
    after: str | None  # JSON
    who: str
    when: str  # ISO 8601, UTC


class Meeting(Part, frozen=True, kw_only=True):
    """The record."""

    schema: Literal[1] = SCHEMA
    id: int | None = None  # given by the archive
    title: str | None = None
    kind: Literal["news", "minutes", "record", "transcript"] = "news"
    language: Literal["zh", "en"] = "zh"
    date: dt.date | None = None  # of several days the first
    end_date: dt.date | None = None  # of several days the last
    start_time: Clock | None = None
    end_time: Clock | None = None
    place: str | None = None
    organisation: str | None = None
    topic: str | None = None
    number: str | None = None  # 第5期, 2023-14 ...
    chair: Person | None = None
    recorder: Person | None = None
    attendance: Attendance = Attendance()
    speakers: tuple[Speaker, ...] = ()
    action_points: tuple[ActionPoint, ...] = ()
    decisions: tuple[Decision, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    cited: tuple[Person, ...] = ()  # their words are relayed; they did not speak here
    body: tuple[Block, ...] = ()
    evidence: dict[
        str, tuple[Evidence, ...]
    ] = {}  # by path: "date", "chair", "action_points.2.due" (index from 0)
    source: Source
    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()
    state: Literal["extracted", "reviewed", "final"] = "extracted"
    labels: tuple[str, ...] = ()
    revision: int = 0  # grows with every change


def to_json(part: Part) -> bytes:
    """The part as one line of UTF-8 JSON, every field present."""
    return msgspec.json.encode(part)


def from_json(data: bytes | str) -> Meeting:
    """The record in `data`; raises `msgspec.ValidationError` where it is not one."""
    return msgspec.json.decode(data, type=Meeting)


def words_of(meeting: Meeting, spans: tuple[Span, ...]) -> str:
    """The words that `spans` mark in the body; those of different blocks joined by line feeds."""
    return "\n".join(meeting.body[span.block].text[span.start : span.end] for span in spans)
