"""What we export is recognised again, and gives the equal record."""

import io
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent / "writers"))

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_meetings import chinese, english
from test_word import HOSTILE, with_text

from archive.record import Evidence, Span
from minutes.carried import LABEL, as_imported, record_in
from minutes.extract import extract
from minutes.readers import read
from minutes.writers import PROFILES, write


@pytest.mark.parametrize("profile", sorted(PROFILES))
@pytest.mark.parametrize("to", ["docx", "md"])
@pytest.mark.parametrize("make", [chinese, english])
def test_gives_the_equal_record(make, to, profile):
    assert record_in(write(make(), to, profile=profile)) == make()


@pytest.mark.parametrize(
    "text", ["\ufffe\uffff\x00\x1b", "]]> <a>&amp;", "\U0001f600\u202e\u2028", '"\\" \n\t\r']
)
@pytest.mark.parametrize("to", ["docx", "md"])
def test_any_character_survives(text, to):
    meeting = chinese(title=text, place=text)
    assert record_in(write(meeting, to)) == meeting


@pytest.mark.parametrize("to", ["docx", "md"])
def test_what_must_not_carry_it_does_not(to):
    assert record_in(write(chinese(), to, with_record=False)) is None


def test_survives_a_program_that_packs_the_document_anew():
    """As Word does: deflated, parts in another order and under another number."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(write(chinese(), "docx"))) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in reversed(before.namelist()):
            after.writestr(name.replace("item1", "item7"), before.read(name))
    assert record_in(made.getvalue()) == chinese()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"<html>",
        f'[{LABEL}]: # "e30="'.encode(),
        f'[{LABEL}]: # "%%%"'.encode(),
        f'[{LABEL}]: # "AAA"'.encode(),
    ],
)
def test_nothing_of_ours_gives_nothing(data):
    assert record_in(data) is None


def test_a_record_that_does_not_fit_its_text_is_not_taken():
    beyond = Evidence(span=Span(block=0, start=0, end=10_000), rule="x", confidence="stated")
    forged = msgspec.structs.replace(chinese(), evidence={"date": (beyond,)})
    assert record_in(write(forged, "docx")) is None


def test_all_labelled_reports_come_back_equal():
    """In both formats and every profile; only the name of a report that does not is told."""
    count = 0
    for folder in ("reports", "reports-own"):
        for path in sorted((Path(__file__).parent / folder).glob("*")):
            if path.suffix not in {".html", ".docx", ".mht"}:
                continue
            count += 1
            for meeting in extract(read(path)):
                for to in ("docx", "md"):
                    for profile in PROFILES:
                        assert record_in(write(meeting, to, profile=profile)) == meeting, path.name
    assert count >= 50


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("to", ["docx", "md"])
def test_hostile_words_come_back_equal(text, to):
    assert record_in(write(with_text(text), to)) == with_text(text)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40), st.sampled_from(["docx", "md"])
)
def test_any_words_come_back_equal(text, to):
    assert record_in(write(with_text(text), to)) == with_text(text)


def test_an_imported_record_tells_of_the_file_it_came_in():
    source = msgspec.structs.replace(
        chinese().source, file="x.docx", sha256="cd" * 32, size=1, publisher=None
    )
    imported = as_imported(chinese(), source)
    assert (imported.id, imported.revision, imported.source.file) == (None, 0, "x.docx")
    assert imported.source.sha256 == "cd" * 32
    assert imported.source.publisher == chinese().source.publisher
    assert imported.speakers == chinese().speakers
