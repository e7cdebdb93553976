"""Publication copies of whatever was extracted: sound records in which nothing that was hidden is left, in every text format."""

import datetime as dt
import re

from arranged import reports
from promises import soon

from archive.record import from_json, to_json
from minutes.extract import extract
from minutes.redacting import Redactor, Wishes
from minutes.writers import write, write_ledger

TODAY = dt.date(2024, 3, 15)


def check(report):
    meetings = extract(report)
    with soon():
        redactor = Redactor(meetings, Wishes())
        copies = [redactor.record(meeting) for meeting in meetings]
    for copy in copies:
        assert from_json(to_json(copy)) == copy
        places_are_within(copy)
        words = to_json(copy).decode() + write(copy, "md", profile="report", with_record=False).decode()
        words += write_ledger([copy], "csv", today=TODAY).decode()
        left = [item.what for item in redactor.items if stands_in(item.what, words)]
        assert not left, left


def stands_in(what, words):
    """Whether it is there, as a word of its own where it is Latin; a surname alone may be in any word."""
    edge = "[A-Za-z\u00c0-\u024f]"
    return len(what) > 1 and re.search(f"(?<!{edge}){re.escape(what)}(?!{edge})", words)


def places_are_within(meeting):
    said = [one for speaker in meeting.speakers for one in speaker.statements]
    for one in (*said, *meeting.action_points, *meeting.decisions, *meeting.agenda):
        for span in getattr(one, "spans", ()) or ((one.span,) if one.span else ()):
            assert 0 <= span.start <= span.end <= len(meeting.body[span.block].text)
    for block in meeting.body:
        assert all(0 <= cell.start <= cell.end <= len(block.text) for cell in block.cells)


def test_copies(fuzz):
    fuzz(reports(), check)
