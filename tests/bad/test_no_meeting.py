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

# What the grammar does not see yet: speakers made of people in a story, a record that does not say it is of no meeting.
INVENTS = {"zh-news", "zh-novel"}
UNSAID = {*INVENTS, "zh-forum", "zh-obituary", "zh-timetable"}


def texts(known=()):
    """Every text; those known to fail are told when they do no longer (XPASS), to be taken off the list."""
    fails = pytest.mark.xfail(strict=False, reason="known")
    return [pytest.param(path, id=path.stem, marks=[fails] if path.stem in known else []) for path in TEXTS]


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


@pytest.mark.parametrize("path", texts(INVENTS))
def test_nobody_speaks(records, path):
    (meeting,) = records(path)
    assert not meeting.speakers
    assert meeting.chair is None
    assert not meeting.attendance.present


@pytest.mark.parametrize("path", texts())
def test_nothing_is_decided_or_to_be_done(records, path):
    (meeting,) = records(path)
    assert not meeting.decisions
    assert not meeting.action_points


@pytest.mark.parametrize("path", texts(UNSAID))
def test_the_record_says_so(records, path):
    (meeting,) = records(path)
    assert "no-meeting" in {note.kind for note in meeting.notes}


@pytest.mark.parametrize("path", texts())
def test_the_text_is_kept(records, path):
    (meeting,) = records(path)
    kept = "".join(block.text for block in meeting.body)
    assert path.read_text("utf-8").splitlines()[-1][-8:] in kept
