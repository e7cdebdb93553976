"""Hostile and broken inputs: each has the outcome of the manifest, one sentence says why, and the rest of the batch is done.

make_bad.py writes them, the same bytes each time, and says of each what must happen.
"""

import json
import os
import re
from pathlib import Path

SAYS = re.compile(r"^'(.+)' (not )?in record$", re.DOTALL)  # what the manifest demands of a record's text
REFUSAL_IS_AS_GOOD = re.compile(r"\bor refuse", re.IGNORECASE)  # among its demands
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
READABLE_BY_ROOT = "fs/unreadable_000.html"


def inputs(batch, expected):
    """(name, demands, lines printed) of the inputs of which that is expected."""
    for name, item in batch.manifest.items():
        if item["expected"] == expected and not (ROOT and name == READABLE_BY_ROOT):
            yield name, item["must"], batch.lines[name]


def is_refused(lines):
    error = lines[0].get("error", "") if len(lines) == 1 and lines[0]["outcome"] == "failed" else ""
    return error and "\n" not in error and "fault of the program" not in error


def is_filed(lines):
    return lines and all(line["outcome"] in {"filed", "duplicate", "near_duplicate"} for line in lines)


def has_notes(lines):
    return any(line["notes"] for line in lines)


def brief(lines):
    return [{key: line.get(key) for key in ("outcome", "error", "notes")} for line in lines]


def test_what_must_be_refused_is_refused_with_one_sentence(batch):
    found = inputs(batch, "rejected with clear error")
    assert not {name: brief(lines) for name, _, lines in found if not is_refused(lines)}


def test_what_may_be_imported_is_imported(batch):
    found = inputs(batch, "imported")
    assert not {name: brief(lines) for name, _, lines in found if not is_filed(lines)}


def test_what_is_imported_with_a_warning_has_a_note(batch):
    wrong = {}
    for name, demands, lines in inputs(batch, "imported with warning"):
        tolerated = is_refused(lines) and REFUSAL_IS_AS_GOOD.search(" ".join(demands))
        if not tolerated and not (is_filed(lines) and has_notes(lines)):
            wrong[name] = brief(lines)
    assert not wrong


def test_records_hold_the_words_the_manifest_names_and_not_the_others(batch):
    wrong = [
        (name, demand[0])
        for name, item in batch.manifest.items()
        for demand in filter(None, map(SAYS.match, item["must"]))
        if is_filed(batch.lines[name]) and says(batch.lines[name], demand[1]) == bool(demand[2])
    ]
    assert not wrong


def says(lines, words):
    return words in json.dumps(lines, ensure_ascii=False)


def test_nobody_sees_a_traceback(batch):
    assert batch.code == 3
    assert "Traceback" not in batch.stderr


def test_nothing_is_written_outside(batch):
    assert batch.lines
    assert not list(Path("/tmp").glob("minutes_evil*"))
