"""The grammars know no one of the labelled reports: no speaker's name stands in their code or lexicons."""

import json
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
KNOWN = [
    path
    for pattern in ("*.py", "*.toml")
    for path in sorted((TESTS.parent / "minutes" / "extract").rglob(pattern))
]
SHORTEST = 2


def names(folder):
    """Every speaker, chair and attendee of the labels, with at least two characters; one Latin word alone is a word."""
    for path in sorted((TESTS / folder).glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        people = [*(one["name"] for one in gold["speakers"]), *gold["attendees"], gold["chair"]]
        yield from (name for name in people if name and len(name) >= SHORTEST and not _is_word(name))


def _is_word(name):
    return name.isascii() and " " not in name


@pytest.mark.parametrize("folder", ["reports", "reports-own"])
def test_no_name_of_a_labelled_report_is_known(folder):
    wanted = set(names(folder))
    assert len(wanted) > 20
    texts = {path: path.read_text("utf-8") for path in KNOWN}
    found = {
        name: sorted(path.name for path, text in texts.items() if name in text)
        for name in sorted(wanted)
        if any(name in text for text in texts.values())
    }
    assert not found
