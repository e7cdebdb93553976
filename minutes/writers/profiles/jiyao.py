"""The profile `jiyao`: formal Chinese minutes (会议纪要) after GB/T 9704-2012, 10.3.

A news report becomes minutes by selection and set sentences alone (会议听取了 ..., 会议强调 ..., 会议议定 ...): every sentence is
one of the set ones or the record's own words, and each line names the fields its words come from.
"""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from archive.record import ActionPoint, Decision, Meeting
from minutes.writers.common import draft_of, named_after, properties, title_of
from minutes.writers.details import Details
from minutes.writers.order import Section, not_said_by_actions, sections
from minutes.writers.paper import Line, Paper, Part, Run, Style, labelled, line
from minutes.writers.profiles.sentences import asked, called, came, chairs, concluded, ended, heard
from minutes.writers.words import Words, chinese_of, traditional

_MINUTES: Final = "纪要"
_NUMBER: Final = "[\\[(\uff08\u3014](\\d{4})[\\])\uff09\u3015](?:第)?0*(\\d+)号"
_ISSUE: Final = "第0+(\\d+)"
SHORTEST_NAME: Final = 2
_COPIES: Final = "抄送"
_WORDS: Final = Words("zh")


def jiyao(meeting: Meeting, details: Details) -> Paper:
    """Mark, number, red line, title, the course of the meeting, what was agreed, attendance, imprint."""
    title = minutes_title(meeting)
    parts = (
        *_head(meeting, details),
        line("title", title, "title"),
        *_opening(meeting),
        *_body(meeting),
        *_attendance(meeting),
        *_imprint(meeting, details),
    )
    words = chinese_of(meeting)
    about = properties(meeting, traditional(title) if words.traditional else title, words)
    shown = tuple(_in_full(part) for part in parts) if words.traditional else parts
    return Paper("jiyao", about, shown, draft_of(meeting, words))


def _in_full(part: Part) -> Part:
    """The set sentences in traditional characters, as the record's own words are."""
    assert isinstance(part, Line)  # these minutes have neither tables nor pictures
    runs = tuple(replace(run, text=traditional(run.text)) for run in part.runs)
    return replace(part, runs=runs, label=traditional(part.label) if part.label else None)


def minutes_title(meeting: Meeting) -> str:
    """Name of the meeting and 纪要; a title that names no meeting stays as the record has it."""
    title = title_of(meeting, _WORDS)
    if title.endswith(_MINUTES):
        return title
    return named_after(title, _MINUTES) or title


def _head(meeting: Meeting, details: Details) -> Iterator[Line]:
    issuer = _issuer(meeting, details)
    yield line("mark", f"{issuer}会议{_MINUTES}", "organisation")
    issued, number = _issued(meeting, details), details.number or meeting.number
    if number:
        yield line("number" if issued else "ruled", formal_number(number), "number")
    if issued or not number:
        yield line(
            "issuer" if number else "alone",
            "\t".join((issuer, _WORDS.day(issued) if issued else "")),
            "organisation",
        )


def _issuer(meeting: Meeting, details: Details) -> str:
    """The issuing body; 学校 or 学院 alone is no name of one."""
    found = meeting.organisation or ""
    return details.issuer or (found if len(found) > SHORTEST_NAME else "")


def _issued(meeting: Meeting, details: Details) -> dt.date | None:
    """The day of issue: given, or that of publication where the report itself is a body's minutes."""
    if details.issued or meeting.kind != "minutes" or not meeting.source.published:
        return details.issued
    try:
        return dt.date.fromisoformat(meeting.source.published[:10])
    except ValueError:
        return None


def formal_number(number: str) -> str:
    """The number as the standard writes it: year in its brackets, nothing padded (7.2.5)."""
    return re.sub(_ISSUE, r"第\1", re.sub(_NUMBER, "\u3014\\1\u3015\\2号", number))


def _opening(meeting: Meeting) -> Iterator[Line]:
    """The set opening, as far as the record has its parts."""
    sentences = [_convened(meeting), _about(meeting), _present(meeting)]
    agreed = "会议议定事项" if meeting.decisions or meeting.action_points else "会议主要内容"
    said = "".join(sentence for sentence in sentences if sentence)
    origin = ("date", "chair", "place", "topic", "attendance.text")
    yield line("body", f"{said}现将{agreed}{_MINUTES}如下\uff1a", *origin)


def _convened(meeting: Meeting) -> str:
    """2024年3月5日，院长某某在305会议室主持召开会议。"""
    day = f"{_WORDS.when(meeting)}\uff0c" if meeting.date else ""
    place = f"在{meeting.place}" if meeting.place else ""
    if meeting.chair:
        return f"{day}{called(meeting.chair)}{place}主持召开会议。"
    return f"{day}会议{place}召开。" if day or place else ""


def _about(meeting: Meeting) -> str:
    return f"会议主题为{meeting.topic}。" if meeting.topic else ""


def _present(meeting: Meeting) -> str:
    """The report's own sentence on who came, where it names nobody one by one."""
    there = meeting.attendance
    if there.present or not there.text:
        return ""
    return came(there.text, meeting.chair.name if meeting.chair else None)


def _body(meeting: Meeting) -> Iterator[Part]:
    found = sections(meeting)
    by_agenda = sum(section.is_filled for section in found[1:]) > 1
    if by_agenda:
        yield from _by_agenda(found, meeting)
    else:
        whole = Section(None)
        for section in found:
            whole.said += section.said
            whole.decisions += section.decisions
            whole.actions += section.actions
        yield from _by_function(whole, meeting)


def _by_agenda(found: list[Section], meeting: Meeting) -> Iterator[Part]:
    """A heading for each item that was dealt with."""
    count = 0
    for section in (one for one in found if one.is_filled):
        if section.item is not None:
            count += 1
            title = meeting.agenda[section.item].title.rstrip("。\uff1b;.")
            yield Line("heading1", (Run(title),), (f"agenda.{section.item}",), number=count)
        yield from _told(section, meeting)
        yield from _listed("会议议定", [_decision(*one) for one in section.decisions])
        yield from _listed("会议要求", [_action(*one) for one in section.actions])


def _by_function(whole: Section, meeting: Meeting) -> Iterator[Part]:
    """Course, decisions, demands, each under its heading; a single one needs no heading."""
    groups = {
        "会议内容": list(_told(whole, meeting)),
        "议定事项": list(_items([_decision(*one) for one in whole.decisions])),
        "会议要求": list(_items([_action(*one) for one in whole.actions])),
    }
    filled = {heading: parts for heading, parts in groups.items() if parts}
    for count, (heading, parts) in enumerate(filled.items(), 1):
        yield Line("heading1", (Run(heading),), number=count)
        yield from parts


def _told(section: Section, meeting: Meeting) -> Iterator[Line]:
    """The statements; one that several made together is one sentence."""
    chair = meeting.chair.name if meeting.chair else None
    left = (
        said
        for said in not_said_by_actions(section.said, meeting)
        if said.speaker.name != chair or not chairs(said.statement.text, chair)  # the opening has said it
    )
    for _, group in groupby(left, key=lambda said: (said.place, said.statement.text)):
        together = list(group)
        sentence = heard([said.speaker for said in together], together[0].statement)
        yield line("body", sentence, *(said.path for said in together))


def _listed(opener: str, items: list[tuple[str, str, str]]) -> Iterator[Line]:
    """One thing in a sentence, several as items."""
    if len(items) == 1:
        first, rest, origin = items[0]
        yield line("body", f"{opener}\uff0c{first}{rest}", origin)
    elif items:
        yield line("body", f"{opener}以下事项\uff1a")
        yield from _items(items)


def _items(items: list[tuple[str, str, str]]) -> Iterator[Line]:
    for number, (first, rest, origin) in enumerate(items, 1):
        runs = (Run(first), *((Run(rest, body=True),) if rest else ()))
        yield Line("item", runs, (origin,), number=number)


def _decision(index: int, decision: Decision) -> tuple[str, str, str]:
    first, rest = concluded(decision.text)
    vote = ended(f"表决结果\uff1a{decision.result}") if decision.result else ""
    return first, rest + vote, f"decisions.{index}"


def _action(index: int, point: ActionPoint) -> tuple[str, str, str]:
    first, rest = concluded(point.text)
    return first, rest + asked(point, _WORDS), f"action_points.{index}"


def _attendance(meeting: Meeting) -> Iterator[Line]:
    """出席, 请假, 列席 in this order (10.3); a head count alone when nobody is named."""
    there = meeting.attendance
    for key, people in (
        ("present", there.present),
        ("absent", there.absent),
        ("in_attendance", there.in_attendance),
    ):
        if people:
            names = _WORDS.names([called(one) for one in people])
            yield labelled("attendance", _WORDS(key), names, f"attendance.{key}")


def _imprint(meeting: Meeting, details: Details) -> Iterator[Line]:
    """版记 (7.4): copies to, printed by and when, as far as known."""
    issued = _issued(meeting, details)
    printer = details.printed_by or (_issuer(meeting, details) if issued else None)
    printed = "\t".join((printer or "", f"{_WORDS.day(issued)}印发" if issued else ""))
    if details.copies_to:
        style: Style = "copies" if printer or issued else "imprint"
        yield labelled(style, _COPIES, ended(details.copies_to))
    if printer or issued:
        yield line("printed" if details.copies_to else "imprint", printed, "organisation")
