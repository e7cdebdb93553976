"""Minutes of many shapes, written for these tests and labelled before the grammar read them."""

from pathlib import Path

import pytest

from archive.record import words_of
from minutes.scoring.compare import compare, labels_of

FOLDER = Path(__file__).parent / "reports"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def test_there_are_reports_of_many_shapes():
    assert len(NAMES) >= 20


@pytest.mark.parametrize("name", NAMES)
def test_reads_what_a_careful_secretary_labelled(name, read, labels):
    meeting = read((FOLDER / f"{name}.txt").read_text("utf-8"))
    assert compare(labels(name), labels_of([meeting])).errors == []


@pytest.mark.parametrize("name", NAMES)
def test_every_span_holds_its_words(name, read):
    meeting = read((FOLDER / f"{name}.txt").read_text("utf-8"))
    for point in meeting.action_points:
        assert words_of(meeting, (point.span,)) == point.text
    for decision in meeting.decisions:
        assert words_of(meeting, (decision.span,)) == decision.text
    said = [one for speaker in meeting.speakers for one in speaker.statements]
    for one in said:
        spans = (one.span,) if one.span else one.spans
        assert not spans or words_of(meeting, spans) == one.text


@pytest.mark.parametrize("name", NAMES)
def test_every_value_has_its_evidence(name, read):
    meeting = read((FOLDER / f"{name}.txt").read_text("utf-8"))
    wanted = [f"action_points.{at}" for at in range(len(meeting.action_points))]
    wanted += [f"decisions.{at}" for at in range(len(meeting.decisions))]
    wanted += [field for field in ("title", "date", "place", "chair") if getattr(meeting, field)]
    assert set(wanted) <= meeting.evidence.keys()
