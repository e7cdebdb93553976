"""The profile `jilu`: a Chinese record of a meeting (会议记录), in the order of speaking, signed by chair and recorder."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from archive.record import Meeting
from minutes.writers.common import (
    action_table,
    attended,
    draft_of,
    facts,
    named_after,
    person,
    properties,
    said_by,
    title_of,
)
from minutes.writers.details import NONE, Details
from minutes.writers.order import statements
from minutes.writers.paper import Line, Paper, Part, labelled, line
from minutes.writers.profiles.report import decided, section
from minutes.writers.words import Words

_WORDS: Final = Words("zh")
_RECORD: Final = "记录"
_ENDS: Final = ("记录", "纪录", "紀錄", "纪要", "实录")


def jilu(meeting: Meeting, details: Details = NONE) -> Paper:  # noqa: ARG001 (profiles share one signature)
    """Title, facts, attendance, agenda, what everybody said in turn, decisions, tasks, end, signatures."""
    title = title_of(meeting, _WORDS)
    shown = title if title.endswith(_ENDS) else named_after(title, _RECORD) or title
    parts = (
        line("title", shown, "title"),
        *facts(meeting, _WORDS),
        *attended(meeting, _WORDS),
        *section(_WORDS("agenda"), _agenda(meeting)),
        *section(_WORDS("statements"), _spoken(meeting)),
        *section(_WORDS("decisions"), decided(meeting, _WORDS)),
        *section(_WORDS("actions"), _actions(meeting)),
        *_end(meeting),
        *_signatures(),
    )
    return Paper("jilu", properties(meeting, shown, _WORDS), parts, draft_of(meeting, _WORDS))


def _agenda(meeting: Meeting) -> Iterator[Line]:
    for index, item in enumerate(meeting.agenda):
        yield line("body", (item.number or "") + item.title, f"agenda.{index}")


def _spoken(meeting: Meeting) -> Iterator[Line]:
    """Who spoke, in turn; somebody who goes on is not named again."""
    for speaker, group in groupby(statements(meeting), key=lambda said: said.speaker):
        for place, said in enumerate(group):
            name = person(speaker, _WORDS) if place == 0 else None
            yield from said_by(name, said.statement, said.path, _WORDS)


def _actions(meeting: Meeting) -> Iterator[Part]:
    if meeting.action_points:
        yield action_table(meeting, _WORDS, enumerate(meeting.action_points))


def _end(meeting: Meeting) -> Iterator[Line]:
    if meeting.end_time:
        yield line("body", f"{_WORDS.clock(meeting.end_time)}散会。", "end_time")


def _signatures() -> Iterator[Line]:
    """Chair and recorder sign (GENRE 1.3); the lines are leaders of tabs."""
    for key in ("chair", "recorder"):
        yield labelled("signature", f"{_WORDS(key)}人\uff08签名\uff09", "\t")
