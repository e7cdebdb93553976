"""The Chinese grammar, in stages: text, mentions, utterances, demands and decisions, facts of the meeting."""

from collections.abc import Callable
from pathlib import Path

from archive.record import Block, Meeting
from minutes.extract.draft import Draft
from minutes.extract.zh.agenda import find_agenda
from minutes.extract.zh.attendance import find_attendance
from minutes.extract.zh.chair import find_chair
from minutes.extract.zh.decisions import Decided, find_decisions
from minutes.extract.zh.demands import Demand, find_demands
from minutes.extract.zh.document import read_blocks
from minutes.extract.zh.enumerations import find_series
from minutes.extract.zh.gate import reports_a_meeting
from minutes.extract.zh.heading import find_head, find_title
from minutes.extract.zh.labels import find_labels
from minutes.extract.zh.lexicon import Lexicon, load_lexicon
from minutes.extract.zh.listening import listen
from minutes.extract.zh.mentions import find_mentions
from minutes.extract.zh.names import names_of
from minutes.extract.zh.notes import say_zh
from minutes.extract.zh.page import read_page
from minutes.extract.zh.points import put_points
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.recorder import find_recorder
from minutes.extract.zh.sentences import sentences_of
from minutes.extract.zh.speakers import note_pronouns, note_titles, put_speakers
from minutes.extract.zh.split import parts_of
from minutes.extract.zh.when import find_date, find_end_time
from minutes.extract.zh.where import find_place
from minutes.report import Report


def extract_zh(report: Report, blocks: tuple[Block, ...], *, lexicon: Path | None = None) -> list[Meeting]:
    """One record for each meeting of the report."""
    words, problem = _lexicon(lexicon)
    parts = parts_of(blocks)
    found = [_meeting(report, part, words) for part in parts]
    for number, draft in enumerate(found, 1):
        if len(parts) > 1:
            draft.note("two-meetings", say_zh("two-meetings", count=len(parts), number=number))
        if problem:
            draft.note("lexicon-unreadable", say_zh("lexicon-unreadable", problem=problem))
    return [draft.finish() for draft in found]


def _lexicon(folder: Path | None) -> tuple[Lexicon, str | None]:
    """The office's lexicon, or ours with the reason why theirs cannot be read."""
    try:
        return load_lexicon(folder), None
    except (OSError, ValueError) as problem:
        return load_lexicon(), str(problem)


def _meeting(report: Report, blocks: tuple[Block, ...], lexicon: Lexicon) -> Draft:
    draft = Draft(report, blocks, "zh")
    title, _ = find_title(report, blocks)
    draft.put("title", title, None, "heading")
    document = read_blocks(blocks)
    page = read_page(document, title, lexicon)
    reading = Reading(report, page, lexicon, draft, title)
    reading.labels = find_labels(page.document, names_of(lexicon))
    for stage in (
        _people,
        find_head,
        find_date,
        find_place,
        find_chair,
        find_recorder,
        find_attendance,
        find_end_time,
        find_agenda,
        _speech,
    ):
        _guarded(reading, stage)
    _notes(reading)
    return draft


def _people(reading: Reading) -> None:
    reading.mentions = find_mentions(reading.document, reading.lexicon, reading.labels)
    reading.sentences = sentences_of(reading.page)


def _speech(reading: Reading) -> None:
    """Utterances first: demands and decisions are theirs; none where nobody met."""
    if not reports_a_meeting(reading):
        return
    series = find_series(reading.page)
    said = listen(reading, series)
    demands: list[Demand] = find_demands(reading, said, series)
    decided: list[Decided] = find_decisions(reading, demands)
    put_speakers(reading, said)
    put_points(reading, demands, decided)
    note_pronouns(reading, said)
    note_titles(reading)


def _guarded(reading: Reading, stage: Callable[[Reading], None]) -> None:
    """A stage that fails costs its own values only."""
    try:
        stage(reading)
    except Exception as problem:  # noqa: BLE001
        name = stage.__name__.strip("_")
        reading.draft.note(
            "stage-failed", say_zh("stage-failed", stage=name, problem=f"{type(problem).__name__}: {problem}")
        )


def _notes(reading: Reading) -> None:
    """What the reader of the page left out, and whether there is a meeting at all."""
    if reading.page.repeated:
        span = reading.document.span(*_ends(reading, reading.page.repeated[0]))
        message = say_zh("repeated-paragraph", count=len(reading.page.repeated))
        reading.draft.note("repeated-paragraph", message, span)
    fields = reading.draft.fields
    if not reports_a_meeting(reading) or not any(
        fields.get(name) for name in ("date", "chair", "speakers", "decisions", "attendance", "action_points")
    ):
        reading.draft.note("no-meeting", say_zh("no-meeting"))


def _ends(reading: Reading, number: int) -> tuple[int, int]:
    return reading.document.starts[number], reading.document.end_of(number)
