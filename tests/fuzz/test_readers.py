"""Damaged pages and Word files: a sound report or one sentence, in a bearable time."""

import pytest
from damage import HEADS, MARKS, archives, docx_files, html_files, markdowns, texts_of
from hypothesis import strategies as st
from promises import record_is_sound, refusal_is_a_sentence, report_is_sound, soon

from minutes.extract import extract
from minutes.readers import read
from minutes.readers.errors import ReadError
from minutes.writers.raster import size_of


@pytest.fixture
def check(tmp_path):
    def check_with(name):
        def check_it(data):
            path = tmp_path / name
            path.write_bytes(data)
            with soon():
                try:
                    report = read(path)
                except ReadError as error:
                    refusal_is_a_sentence(error)
                    return
                report_is_sound(report)
                for meeting in extract(report):
                    record_is_sound(meeting)

        return check_it

    return check_with


def test_pages(fuzz, check):
    fuzz(html_files(), check("page.html"))


def test_word_files(fuzz, check):
    fuzz(docx_files(), check("report.docx"))


def test_markdown(fuzz, check):
    fuzz(texts_of(markdowns, MARKS), check("report.md"))


def test_web_archives(fuzz, check):
    fuzz(texts_of(archives, HEADS), check("page.mht"))


SIGNATURES = [
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    b"\xff\xd8\xff",
    b"GIF89a",
    b"BM",
    b"II*\0\x08\0\0\0",
    b"MM\0*\0\0\0\x08",
    b"RIFF\0\0\0\0WEBP",
]


def test_pictures(fuzz):
    def check_it(data):
        with soon():
            size = size_of(data)
        assert size is None or (size.width > 0 and size.height > 0)

    fuzz(st.builds(bytes.__add__, st.sampled_from(SIGNATURES), st.binary(max_size=200)), check_it)
