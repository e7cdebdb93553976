"""The record of one meeting, put together from what each room finds."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from archive.record import AgendaItem, Block, Meeting, Span, Speaker
from minutes.extract.draft import Draft
from minutes.extract.en.attendance import Roll, attendance_of, roll_of
from minutes.extract.en.cast import Cast
from minutes.extract.en.cited import cited_in, relays, with_sources
from minutes.extract.en.dialogue import named as named_in_turn
from minutes.extract.en.dues import Calendar
from minutes.extract.en.fields import Field, fields
from minutes.extract.en.gate import is_meeting
from minutes.extract.en.heads import count_of
from minutes.extract.en.hours import hours_of
from minutes.extract.en.meetbot import log_fields, present_in_log
from minutes.extract.en.officers import Officer, chair_of, recorder_of
from minutes.extract.en.outcome import file_decisions, file_tasks
from minutes.extract.en.passages import Passage, passages
from minutes.extract.en.people import shared_titles, voices_of
from minutes.extract.en.reading import Story
from minutes.extract.en.spoken import answers_roll
from minutes.extract.en.story import story_of
from minutes.extract.en.title import number_of, organisation_of, title_of
from minutes.extract.en.when import Day, day_first, day_of, other_days
from minutes.extract.en.where import place_of
from minutes.extract.en.words import words
from minutes.extract.lazy import lazy
from minutes.report import Report

_BODY = lazy(r"\b(?:minutes|meeting|agm|notes|council|committee|board|senate)\b", re.IGNORECASE)
_TURNS = 5
_READ = 1000  # passages in which full names are looked for
_ITEM = 120  # characters of an agenda's item at most
_QUIET = frozenset(
    {"agenda", "next", "skip", "actions", "decisions", "old", "present", "absent", "guests", "people_lines"}
)


def read_meeting(
    report: Report, blocks: tuple[Block, ...], lexicon: Path | None, *, headed: int | None = None
) -> Meeting:
    """The record; a text that reports no meeting gives one with title, date and a note.

    `headed` is the number of the block that heads the meeting where the page reports several.
    """
    known = words(lexicon)
    read = passages(blocks, known)
    draft = Draft(report, blocks, "en")
    found = fields(read, known)
    if headed is not None:
        span = Span(block=headed, start=0, end=len(blocks[headed].text))
        draft.put("title", blocks[headed].text, span, "part-heading")
    _file_title(draft, report, read, found)
    if not is_meeting(read, report.heading):
        draft.note(
            "no-meeting",
            "The text does not read like the report of a meeting: no speakers and no action points were looked for.",
        )
        return draft.finish()
    cast = Cast(known, "\n".join(one.text for one in read[:_READ]))
    found = sorted([*found, *log_fields(read)], key=lambda one: (one.passage.block, one.passage.start))
    for step in (_file_day, _file_place, _file_people):
        _guarded(step, draft, read, found, cast)
    return draft.finish()


def _guarded(
    step: Callable[[Draft, list[Passage], list[Field], Cast], None],
    draft: Draft,
    read: list[Passage],
    found: list[Field],
    cast: Cast,
) -> None:
    """Takes a step; a bug in it costs its own fields, not the record."""
    try:
        step(draft, read, found, cast)
    except Exception as problem:  # noqa: BLE001 - see above
        draft.note(
            "not-extracted", f"Some of the text could not be read ({type(problem).__name__}: {problem})."
        )


def _file_title(draft: Draft, report: Report, read: Sequence[Passage], found: Sequence[Field]) -> None:
    if title := title_of(report, read):
        draft.put("title", title[0], title[1], title[2])
    if organisation := organisation_of(report, read, found):
        draft.put("organisation", organisation[0], organisation[1], organisation[2], "inferred")
    if number := number_of(read, found):
        draft.put("number", number[0], number[1], "number")


def _file_day(draft: Draft, read: Sequence[Passage], found: Sequence[Field], _: Cast) -> None:
    first = day_first(read)
    day = day_of(draft.report, read, found, first=first)
    if day:
        draft.put("date", day.date, day.span, day.rule, day.confidence, day.reason)
        draft.put("end_date", day.last, day.span, day.rule)
        if day.confidence != "stated":
            kind = "year-inferred" if day.confidence == "inferred" else "ambiguous-date"
            draft.note(kind, f"The date {day.date} is not certain: {day.reason or day.rule}.", day.span)
        _note_other_days(draft, day, other_days(draft.report, read, found, first=first))
    start, end = hours_of(read, found)
    for name, time in (("start_time", start), ("end_time", end)):
        if time:
            draft.put(name, time[0], time[1], "time")


def _note_other_days(draft: Draft, day: Day, others: Sequence[Day]) -> None:
    """A note where a label or the heading gives another day than the one taken."""
    for other in others:
        if other.date != day.date and other.span:
            draft.note("conflicting-dates", f"The report also gives {other.date} as its date.", other.span)
            return


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
    first = day_first(read) if day else None
    story = story_of(read, cast, Calendar(day, day_first=first is not False))
    _answer_roll(roll, story, cast)
    _file_officers(draft, chair, recorder)
    _file_attendance(draft, roll, read, cast)
    _file_voices(draft, story, read, cast, chair, shared_titles(found, cast.words))
    file_tasks(draft, story.tasks, cast)
    file_decisions(draft, story.motions, story.decided, cast)
    _file_agenda(draft, read)
    _file_cited(draft, story, read, cast)
    draft.fields["kind"] = _kind(draft, story, found)


def _answer_roll(roll: Roll, story: Story, cast: Cast) -> None:
    """Who answers the roll of a transcript is present."""
    for line in story.lines:
        if " " in line.who and line.text.strip(" .!").lower() in {"here", "present"}:
            one = named_in_turn(line.who, cast)
            if one.name not in {known.name for known in roll.present}:
                roll.present.append(one)


def _kind(draft: Draft, story: Story, found: Sequence[Field]) -> str:
    """Transcript where turns outweigh told speech; news where nothing is labelled and nothing moved; else minutes."""
    if len(story.lines) > max(_TURNS, len(story.said)):
        return "transcript"
    named = _BODY.search(str(draft.fields.get("title") or ""))
    return (
        "minutes" if named or found or story.motions or any(task.listed for task in story.tasks) else "news"
    )


def _file_cited(draft: Draft, story: Story, read: Sequence[Passage], cast: Cast) -> None:
    relayed = relays(read, story.said, cast)
    draft.fields["speakers"] = with_sources(draft.fields.get("speakers", ()), relayed)
    cited = cited_in(relayed, story.said, cast)
    draft.fields["cited"] = tuple(person for person, _ in cited)
    for number, (_, span) in enumerate(cited):
        draft.prove(f"cited.{number}", span, "relayed", "inferred")


def _file_officers(draft: Draft, chair: Officer | None, recorder: Officer | None) -> None:
    for name, officer in (("chair", chair), ("recorder", recorder)):
        if officer:
            draft.put(name, officer.person, officer.span, officer.rule, officer.confidence)


def _file_attendance(draft: Draft, roll: Roll, read: Sequence[Passage], cast: Cast) -> None:
    counted = count_of(read, listed=bool(roll.present))
    draft.fields["attendance"] = attendance_of(roll, counted, cast)
    for kind, path in (("present", "present"), ("guests", "in_attendance"), ("absent", "absent")):
        for number, named in enumerate(roll.of(kind)):
            draft.prove(f"attendance.{path}.{number}", named.span, "attendance-list")
    if counted:
        draft.prove("attendance.count", counted[2], "head-count")
        _note_count(draft, counted[0], counted[1], len(roll.present))


def _note_count(draft: Draft, stated: int, exactness: str, listed: int) -> None:
    if listed and exactness == "exact" and stated != listed:
        draft.note("count-mismatch", f"The report states {stated} present and names {listed}.")


def _file_voices(
    draft: Draft,
    story: Story,
    read: Sequence[Passage],
    cast: Cast,
    chair: Officer | None,
    shared: frozenset[str],
) -> None:
    lines = [line for line in story.lines if not answers_roll(line)]
    voices = voices_of(story, lines, read, cast, chair.person if chair else None, shared)
    speakers = voices.speakers()
    draft.fields["speakers"] = tuple(speakers)
    for number, speaker in enumerate(speakers):
        _prove_speaker(draft, number, speaker)
    for name, span in voices.unsure:
        draft.note("two-people-one-surname", f"It is not certain who is meant by {name}.", span)


def _prove_speaker(draft: Draft, number: int, speaker: Speaker) -> None:
    """Evidence for the speaker, by the first statement, and for every statement."""
    rule = f"said-{speaker.kind}"
    for at, statement in enumerate(speaker.statements):
        spans = (statement.span,) if statement.span else statement.spans
        for span in spans[:1]:
            draft.prove(f"speakers.{number}.statements.{at}", span, rule)
            if at == 0:
                draft.prove(f"speakers.{number}", span, rule)


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
