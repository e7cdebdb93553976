"""Start-up is quick because heavy libraries load late."""

import subprocess
import sys

import pytest

from minutes.cli.table import COMMANDS

HEAVY = {
    "bs4",
    "docx",
    "lxml",
    "rich.table",
    "tinydb",
    "sqlite3",
    "msgspec",
    "pypinyin",
    "rapidfuzz",
    "icalendar",
}


def modules_loaded_by(*words: str) -> set[str]:
    """All modules that `python -m minutes WORDS` imports."""
    command = [sys.executable, "-X", "importtime", "-m", "minutes", *words]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return {
        line.rpartition("|")[2].strip()
        for line in done.stderr.splitlines()
        if line.startswith("import time:")
    }


@pytest.mark.parametrize("words", [[], *([name] for name in COMMANDS)], ids=" ".join)
def test_help_loads_nothing_heavy(words):
    assert not HEAVY & modules_loaded_by(*words, "--help")


def test_help_imports_no_command():
    loaded = modules_loaded_by("--help")
    assert not {row.place.partition(":")[0] for row in COMMANDS.values()} & loaded
