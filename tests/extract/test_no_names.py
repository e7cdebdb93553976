"""The grammars know no one of the labelled reports: no speaker's name stands in their code or lexicons."""

import json
import re
import tomllib
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
KNOWN = [
    path
    for pattern in ("*.py", "*.toml")
    for path in sorted((TESTS.parent / "minutes" / "extract").rglob(pattern))
]
SHORTEST = 2
LEXICON = tomllib.loads((TESTS.parent / "minutes/extract/lexicon/zh.toml").read_text("utf-8"))["names"]
WORDS = {word for key in ("never", "nounlike") for word in LEXICON[key].split()}


def names(folder):
    """Every speaker, chair and attendee of the labels, with at least two characters; one Latin word alone is a word."""
    for path in sorted((TESTS / folder).glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        people = [*(one["name"] for one in gold["speakers"]), *gold["attendees"], gold["chair"]]
        yield from (name for name in people if name and len(name) >= SHORTEST and not _is_word(name))


def _is_word(name):
    """One Latin word, or a Chinese word that the lexicon has among those that begin like a name (计划, 蓝图)."""
    return (name.isascii() and " " not in name) or name in WORDS


@pytest.mark.parametrize("folder", ["reports", "reports-own", "reports-more"])
def test_no_name_of_a_labelled_report_is_known(folder):
    wanted = set(names(folder))
    assert len(wanted) > 20
    texts = {path: path.read_text("utf-8") for path in KNOWN}
    words = {path: set(re.split(r"[^\w. '-]+| (?![A-Z])", text)) for path, text in texts.items()}
    found = {
        name: places
        for name in sorted(wanted)
        if (
            places := [
                path.name
                for path in KNOWN
                if name in (words[path] if path.suffix == ".toml" else texts[path])
            ]
        )
    }
    assert not found
