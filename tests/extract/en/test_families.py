"""Families of wordings and layouts, a mini text each: see families/*.txt.

A text in the notation of conftest.py, then what its record must say, a line `=> KEY: VALUE` each. Lists are parted by
commas, action points and decisions by semicolons (`text | owner | due`); "none" is an empty field. Texts without a
heading stand below "Minutes of the meeting"; those without a date are of 16 May 2024; JR, AL and OM are Jane Roe, Ann
Lund and Otto Marsh.
"""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).with_name("families")
DAY = "Held on Thursday 16 May 2024\n"
KNOWN = "Present: Jane Roe (JR), Ann Lund (AL), Otto Marsh (OM)\n"


def _cases():
    for path in sorted(FOLDER.glob("*.txt")):
        for number, case in enumerate(path.read_text("utf-8").split("\n---\n")):
            lines = case.strip("\n").split("\n")
            text = "\n".join(line for line in lines if not line.startswith("=> "))
            wanted = dict(
                re.match(r"=> (\w+): (.*)", line).groups() for line in lines if line.startswith("=> ")
            )
            yield pytest.param(path.stem, text, wanted, id=f"{path.stem}-{number}-{text[:40]!r}")


def whole(family, text):
    """The text with what it leaves out: heading, day, those present."""
    if family in {"transcripts", "whole"}:
        return text
    head = "" if re.match(r"# ", text) else "# Minutes of the meeting\n"
    return head + (DAY + KNOWN if family.startswith("tasks") else DAY if family != "facts" else "") + text


def names(people):
    return ", ".join(one.name or "" for one in people) or "none"


def listed(text, wanted):
    """Whether every item of `wanted` matches one of `text` in order, and there are no more."""
    return len(text) == len(wanted) and all(want in got for got, want in zip(text, wanted, strict=True))


def check_actions(meeting, value):
    wanted = (
        [] if value == "none" else [[part.strip() for part in one.split("|")] for one in value.split(";")]
    )
    got = meeting.action_points
    assert listed([one.text for one in got], [one[0] for one in wanted]), [one.text for one in got]
    for point, (_, *rest) in zip(got, wanted, strict=True):
        found = [point.owner or "none", str(point.due) if point.due else "none"]
        assert found[: len(rest)] == rest


def check_speakers(meeting, value):
    persons = [one for one in meeting.speakers if one.kind == "person"]
    shown = [f"{one.name} ({one.role})" if "(" in value and one.role else one.name for one in persons]
    assert ", ".join(shown) == ("" if value == "none" else value)


@pytest.mark.parametrize(("family", "text", "wanted"), list(_cases()))
def test_reads(family, text, wanted, read):
    meeting = read(whole(family, text))
    seen = {
        "title": meeting.title or "none",
        "date": str(meeting.date),
        "place": meeting.place or "none",
        "chair": (meeting.chair and meeting.chair.name) or "none",
        "present": names(meeting.attendance.present),
        "guests": names(meeting.attendance.in_attendance),
        "absent": names(meeting.attendance.absent),
        "count": str(meeting.attendance.count),
    }
    for key, value in wanted.items():
        if key == "actions":
            check_actions(meeting, value)
        elif key == "speakers":
            check_speakers(meeting, value)
        elif key == "decisions":
            parts = [] if value == "none" else [one.strip() for one in value.split(";")]
            assert listed([one.text for one in meeting.decisions], parts), [
                one.text for one in meeting.decisions
            ]
        else:
            assert seen[key].removeprefix("The ") == value.removeprefix("The ")
