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
from minutes.writers.words import Words, chinese_of

_ENDS: Final = ("记录", "纪录", "紀錄", "纪要", "实录")


def jilu(meeting: Meeting, details: Details = NONE) -> Paper:  # noqa: ARG001 (profiles share one signature)
    """Title, facts, attendance, agenda, what everybody said in turn, decisions, tasks, end, signatures."""
    words = chinese_of(meeting)
    title = title_of(meeting, words)
    shown = title if title.endswith(_ENDS) else named_after(title, words("named record")) or title
    parts = (
        line("title", shown, "title"),
        *facts(meeting, words),
        *attended(meeting, words),
        *section(words("agenda"), _agenda(meeting)),
        *section(words("statements"), _spoken(meeting, words)),
        *section(words("decisions"), decided(meeting, words)),
        *section(words("actions"), _actions(meeting, words)),
        *_end(meeting, words),
        *_signatures(words),
    )
    return Paper("jilu", properties(meeting, shown, words), parts, draft_of(meeting, words))


def _agenda(meeting: Meeting) -> Iterator[Line]:
    for index, item in enumerate(meeting.agenda):
        yield line("body", (item.number or "") + item.title, f"agenda.{index}")


def _spoken(meeting: Meeting, words: Words) -> Iterator[Line]:
    """Who spoke, in turn; somebody who goes on is not named again."""
    for speaker, group in groupby(statements(meeting), key=lambda said: said.speaker):
        for place, said in enumerate(group):
            name = person(speaker, words) if place == 0 else None
            yield from said_by(name, said.statement, said.path, words)


def _actions(meeting: Meeting, words: Words) -> Iterator[Part]:
    if meeting.action_points:
        yield action_table(meeting, words, enumerate(meeting.action_points))


def _end(meeting: Meeting, words: Words) -> Iterator[Line]:
    if meeting.end_time:
        yield line("body", words("ended", time=words.clock(meeting.end_time)), "end_time")


def _signatures(words: Words) -> Iterator[Line]:
    """Chair and recorder sign (GENRE 1.3); the lines are leaders of tabs."""
    for key in ("chair", "recorder"):
        yield labelled("signature", words("signed", name=words(key)), "\t")
