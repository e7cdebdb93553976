"""English minutes: from a report's text to records. Rooms, in the order of reading:

words, passages, fields, sentences: the lexicon, and the text cut to size.
names, cast, subjects, owners: who is meant.
title, when, where, officers, attendance: the facts of the meeting.
speech, dialogue, meetbot: what was said. motions, decisions: what was decided. tasks, ledgers, assign: what is to be done.
story, people, outcome, meeting: the whole, put together.
"""

from pathlib import Path

from archive.record import Block, Meeting
from minutes.report import Report


def extract_en(report: Report, blocks: tuple[Block, ...], *, lexicon: Path | None = None) -> list[Meeting]:
    """The records of an English report, one per meeting; `lexicon` is a folder with the office's own en.toml."""
    from minutes.extract.en.meeting import read_meeting
    from minutes.extract.en.parts import parts_of

    parts = parts_of(blocks)
    if len(parts) == 1:
        return [read_meeting(report, blocks, lexicon)]
    return [read_meeting(report, part, lexicon, headed=heading) for heading, part in parts]
