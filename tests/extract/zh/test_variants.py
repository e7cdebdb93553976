"""Invented reports of other towns, hospitals, companies, schools and committees, each with what a secretary would file."""

import json
from pathlib import Path

import pytest
from paper import marked, persons, read

LINES = Path(__file__).with_name("variants.jsonl").read_text("utf-8").splitlines()
CASES = [pytest.param(case, id=case["title"]) for case in map(json.loads, LINES)]


def record(case):
    return read("\n".join(case["text"]), title=case["title"], published=case["published"])


@pytest.mark.parametrize("case", CASES)
def test_the_facts_of_the_meeting(case):
    meeting = record(case)
    chair = meeting.chair and (meeting.chair.name or meeting.chair.organisation or meeting.chair.role)
    assert meeting.title == case["title"]
    assert (meeting.date and meeting.date.isoformat()) == case["date"]
    assert (meeting.place, chair, meeting.attendance.count) == (case["place"], case["chair"], case["count"])
    assert [one.name for one in meeting.attendance.present] == case["present"]


@pytest.mark.parametrize("case", CASES)
def test_who_spoke_and_as_what(case):
    assert persons(record(case)) == case["persons"]


@pytest.mark.parametrize("case", CASES)
def test_what_is_to_be_done_by_whom_and_when(case):
    points = record(case).action_points
    found = [[one.text[:14], one.owner, one.due and one.due.isoformat()] for one in points]
    assert found == case["actions"]


@pytest.mark.parametrize("case", CASES)
def test_what_was_decided(case):
    assert [one.text[:12] for one in record(case).decisions] == case["decisions"]


@pytest.mark.parametrize("case", CASES)
def test_every_text_is_found_at_its_place(case):
    meeting = record(case)
    for text, spans in marked(meeting):
        assert text == "\n".join(meeting.body[span.block].text[span.start : span.end] for span in spans)
