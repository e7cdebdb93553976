"""The README says what there is."""

import re
from pathlib import Path

import pytest

from minutes.cli import failures
from minutes.cli.table import COMMANDS

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_is_documented_as_it_is_used(name):
    row = COMMANDS[name]
    usage = f"minutes {name} {row.usage}".rstrip().replace("|", "\\|")
    assert f"| `{usage}` | {row.short} |" in README


def test_no_command_is_documented_that_is_not_there():
    documented = re.findall(r"^\|[^|]*\| `minutes (\w+)", README, re.MULTILINE)
    assert sorted(documented) == sorted(COMMANDS)


@pytest.mark.parametrize("code", [0, 1, 2, 3, 4, 5, failures.BUG, failures.INTERRUPTED, failures.PIPE_CLOSED])
def test_every_exit_code_is_documented(code):
    assert f"\n| {code} | " in README


def test_every_promise_names_the_tests_that_prove_it():
    promises = README.split("## Promises", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in promises.splitlines() if line.startswith("| ") and "what proves it" not in line]
    assert len(rows) == 11
    for row in rows:
        files = re.findall(r"`(tests/[^`]+)`", row)
        assert files, row
        assert all((Path(__file__).parents[2] / file).is_file() for file in files), row


def test_both_commands_stand_on_one_line_with_their_powershell_twins():
    lines = README.splitlines()
    for start, runs in (("python3 -m venv .venv && ", 2), ("py -m venv .venv; ", 2)):
        assert len([line for line in lines if line.startswith(start)]) == runs
