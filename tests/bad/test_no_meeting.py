"""Ten kinds of text that report no meeting, in both languages, as a page and as text: nobody is made a speaker of it.

They are as tempting as such texts are: people in them say, propose, agree and must do things. All of it is invented.
"""

from html import escape
from pathlib import Path

import pytest

from minutes.extract import extract
from minutes.readers import read

TEXTS = sorted((Path(__file__).parent / "no_meeting").glob("*.txt"))
KINDS = {"novel", "prices", "news", "recipe", "timetable", "obituary", "law", "product", "poem", "forum"}


def as_page(lines):
    title, *rest = map(escape, lines)
    text = "".join(f"<p>{line}</p>" for line in rest)
    return f"<html><head><meta charset=utf-8><title>{title}</title></head><body><h1>{title}</h1>{text}</body></html>"


@pytest.fixture(params=["page", "text"])
def records(request, tmp_path):
    def records_of(path):
        text = path.read_text("utf-8")
        is_page = request.param == "page"
        file = tmp_path / ("a.html" if is_page else "a.txt")
        file.write_text(as_page(text.splitlines()) if is_page else text, "utf-8")
        return extract(read(file))

    return records_of


def test_there_are_ten_kinds_in_each_language():
    for language in ("zh", "en"):
        assert {
            path.stem.removeprefix(f"{language}-") for path in TEXTS if path.stem.startswith(language)
        } == KINDS


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nobody_speaks(records, path):
    (meeting,) = records(path)
    assert not meeting.speakers
    assert meeting.chair is None
    assert not meeting.attendance.present


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nothing_is_decided_or_to_be_done(records, path):
    (meeting,) = records(path)
    assert not meeting.decisions
    assert not meeting.action_points


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_record_says_so(records, path):
    (meeting,) = records(path)
    assert "no-meeting" in {note.kind for note in meeting.notes}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_text_is_kept(records, path):
    (meeting,) = records(path)
    kept = "".join(block.text for block in meeting.body)
    assert path.read_text("utf-8").splitlines()[-1][-8:] in kept
