"""Damaged pages and Word files: a sound report or one sentence, in a bearable time."""

import pytest
from damage import docx_files, html_files
from promises import record_is_sound, refusal_is_a_sentence, report_is_sound, soon

from minutes.extract import extract
from minutes.readers import read
from minutes.readers.errors import ReadError


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
