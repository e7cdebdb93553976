"""Any arrangement of the sentences of reports: a sound record."""

from arranged import reports
from promises import record_is_sound, soon

from minutes.extract import extract


def check(report):
    with soon():
        found = extract(report)
    assert found
    for meeting in found:
        record_is_sound(meeting)


def test_reports(fuzz):
    fuzz(reports(), check)
