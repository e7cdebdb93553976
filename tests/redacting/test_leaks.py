"""How many of the people named in the labelled reports stand in their publication copies: a floor, counted, nobody shown."""

import json
from pathlib import Path

from archive.record import from_json, to_json
from minutes.reading import read_file
from minutes.redacting import Redactor, Wishes

TESTS = Path(__file__).parents[1]
LEFT = 2  # of 301 people named; lower it when it can be
NAMES = {"name", "owner_person", "mover", "seconder", "recorder", "chair", "relayed_from", "raised_by"}
LISTS = {"attendees", "present", "absent", "in_attendance", "cited"}


def named_in(label, key=""):
    """Everybody a label names."""
    match label:
        case dict():
            for inner, value in label.items():
                yield from named_in(value, inner)
        case list():
            for value in label:
                yield from named_in(value, key)
        case str() if key in NAMES | LISTS:
            yield label


def report_of(gold):
    stem = gold.name.removesuffix("gold.json")
    return next(
        path for path in gold.parent.iterdir() if path.name.startswith(stem) and path.suffix != ".json"
    )


def test_nearly_nobody_is_left():
    people = left = 0
    for gold in (*TESTS.glob("reports/*.gold.json"), *TESTS.glob("reports-own/*.gold.json")):
        meetings = [from_json(one) for one in read_file(report_of(gold)).meetings]
        redactor = Redactor(meetings, Wishes())
        before = "".join(to_json(one).decode() for one in meetings)
        after = "".join(to_json(redactor.record(one)).decode() for one in meetings)
        named = {name for name in named_in(json.loads(gold.read_text("utf-8"))) if name and name in before}
        people += len(named)
        left += sum(name in after for name in named)
    assert people > 250
    assert left <= LEFT, f"{left} of {people}"
