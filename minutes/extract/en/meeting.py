"""The record of one meeting, put together from what each room finds."""

from collections.abc import Sequence
from pathlib import Path

from archive.record import AgendaItem, Block, Meeting
from minutes.extract.draft import Draft
from minutes.extract.en.attendance import Roll, attendance_of, count_of, roll_of
from minutes.extract.en.cast import Cast
from minutes.extract.en.dues import Calendar
from minutes.extract.en.fields import Field, fields
from minutes.extract.en.gate import is_meeting
from minutes.extract.en.meetbot import log_fields, present_in_log
from minutes.extract.en.officers import Officer, chair_of, recorder_of
from minutes.extract.en.outcome import file_decisions, file_tasks
from minutes.extract.en.passages import Passage, passages
from minutes.extract.en.people import voices_of
from minutes.extract.en.story import Story, story_of
from minutes.extract.en.title import number_of, organisation_of, title_of
from minutes.extract.en.when import day_first, day_of, hours_of
from minutes.extract.en.where import place_of
from minutes.extract.en.words import words
from minutes.report import Report

_ITEM = 120  # characters of an agenda's item at most
_QUIET = frozenset(
    {"agenda", "next", "skip", "actions", "old", "present", "absent", "guests", "people_lines"}
)


def read_meeting(report: Report, blocks: tuple[Block, ...], lexicon: Path | None) -> Meeting:
    """The record; a text that reports no meeting gives one with title, date and a note."""
    known = words(lexicon)
    read = passages(blocks, known)
    draft = Draft(report, blocks, "en")
    found = fields(read, known)
    _file_title(draft, report, read, found)
    if not is_meeting(read, report.heading):
        draft.note(
            "no-meeting",
            "The text does not read like the report of a meeting: no speakers and no action points were looked for.",
        )
        return draft.finish()
    cast = Cast(known)
    found = sorted([*found, *log_fields(read)], key=lambda one: (one.passage.block, one.passage.start))
    _file_day(draft, report, read, found)
    _file_place(draft, read, found, cast)
    _file_people(draft, read, found, cast)
    return draft.finish()


def _file_title(draft: Draft, report: Report, read: Sequence[Passage], found: Sequence[Field]) -> None:
    if title := title_of(report, read):
        draft.put("title", title[0], title[1], title[2])
    if organisation := organisation_of(report, read, found):
        draft.put("organisation", organisation[0], organisation[1], organisation[2], "inferred")
    if number := number_of(read, found):
        draft.put("number", number[0], number[1], "number")


def _file_day(draft: Draft, report: Report, read: Sequence[Passage], found: Sequence[Field]) -> None:
    day = day_of(report, read, found)
    if day:
        draft.put("date", day.date, day.span, day.rule, day.confidence, day.reason)
        draft.put("end_date", day.last, day.span, day.rule)
        if day.confidence != "stated":
            kind = "year-inferred" if day.confidence == "inferred" else "ambiguous-date"
            draft.note(kind, f"The date {day.date} is not certain: {day.reason or day.rule}.", day.span)
    start, end = hours_of(read, found)
    for name, time in (("start_time", start), ("end_time", end)):
        if time:
            draft.put(name, time[0], time[1], "time")


def _file_place(draft: Draft, read: Sequence[Passage], found: Sequence[Field], cast: Cast) -> None:
    if place := place_of(read, found, cast.words):
        draft.put("place", place[0], place[1], place[2])
    for field in found:
        if field.kind == "topic" and field.passage.section.kind == "" and field.text.strip():
            draft.put(
                "topic",
                field.passage.words(field.start, field.end),
                field.passage.span(field.start, field.end),
                "topic-label",
            )


def _file_people(draft: Draft, read: Sequence[Passage], found: Sequence[Field], cast: Cast) -> None:
    """Attendance first, then chair and recorder, then all that was said and decided under the names they give."""
    roll = roll_of(found, read, cast)
    for named in present_in_log(read):
        cast.add(named, "present")
        roll.present.append(named)
    chair = chair_of(read, found, roll, cast)
    recorder = recorder_of(read, found, roll, cast)
    day = draft.fields.get("date")
    first = day_first(read)
    story = story_of(read, cast, Calendar(day, day_first=first is not False))
    _file_officers(draft, chair, recorder)
    _file_attendance(draft, roll, read, cast)
    _file_voices(draft, story, read, cast, chair)
    file_tasks(draft, story.tasks, cast)
    file_decisions(draft, story.motions, story.decided, cast)
    _file_agenda(draft, read)
    draft.fields["kind"] = "transcript" if len(story.lines) > max(5, len(story.said)) else "minutes"


def _file_officers(draft: Draft, chair: Officer | None, recorder: Officer | None) -> None:
    for name, officer in (("chair", chair), ("recorder", recorder)):
        if officer:
            draft.put(name, officer.person, officer.span, officer.rule, officer.confidence)


def _file_attendance(draft: Draft, roll: Roll, read: Sequence[Passage], cast: Cast) -> None:
    counted = count_of(read)
    draft.fields["attendance"] = attendance_of(roll, counted, read, cast)
    for kind, path in (("present", "present"), ("guests", "in_attendance"), ("absent", "absent")):
        for number, named in enumerate(roll.of(kind)):
            draft.prove(f"attendance.{path}.{number}", named.span, "attendance-list")
    if counted:
        draft.prove("attendance.count", counted[2], "head-count")


def _file_voices(
    draft: Draft, story: Story, read: Sequence[Passage], cast: Cast, chair: Officer | None
) -> None:
    voices = voices_of(story.said, story.lines, read, cast, chair.person if chair else None)
    speakers = voices.speakers()
    draft.fields["speakers"] = tuple(speakers)
    for number, speaker in enumerate(speakers):
        for at, statement in enumerate(speaker.statements):
            spans = (statement.span,) if statement.span else statement.spans
            for span in spans[:1]:
                draft.prove(f"speakers.{number}.statements.{at}", span, f"said-{speaker.kind}")


def _file_agenda(draft: Draft, read: Sequence[Passage]) -> None:
    """The agenda's own list; else the numbered headings of the minutes."""
    listed = [
        one
        for one in read
        if one.section.kind == "agenda" and one.kind != "heading" and len(one.text) <= _ITEM
    ]
    headings = [
        one
        for one in read
        if one.kind == "heading" and one.section.level > 1 and (one.label or one.section.kind not in _QUIET)
    ]
    chosen = listed or headings
    draft.fields["agenda"] = tuple(
        AgendaItem(number=one.label, title=one.words(0, len(one.text)), span=one.whole) for one in chosen
    )
