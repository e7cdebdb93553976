"""Terminal sessions written down in Markdown behave as written: those in tests/commands and the README's.

A block marked `console` is a session. `$ minutes ...` is typed; what follows is what the terminal shows, stdout and stderr in
their order; `...` stands for any number of lines or, within a line, of characters; `=> 3` is the exit code where it is
not 0. All blocks of a file are one session in an empty folder that has only `samples`, in English, on an archive of its own.
"""

import io
import re
import shlex
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from minutes.cli.main import run

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "minutes" / "samples"
SESSIONS = [*sorted((ROOT / "tests" / "commands").glob("*.md")), ROOT / "README.md"]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"=> (\d+)")


class Step(NamedTuple):
    """A command, and what it is to show."""

    command: str
    shown: str
    code: int


def steps_of(path: Path) -> list[Step]:
    parts = [
        part
        for block in BLOCK.findall(path.read_text("utf-8"))
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)
    ]
    return [step_of(part) for part in parts if part.strip()]


def step_of(part: str) -> Step:
    command, *lines = part.rstrip("\n").split("\n")
    code = int(match[1]) if lines and (match := CODE.fullmatch(lines[-1])) else 0
    return Step(command, "\n".join(lines[:-1] if code else lines), code)


def typed(command: str) -> tuple[str, int]:
    """What the terminal shows, and the exit code."""
    name, *words = shlex.split(command)
    assert name == "minutes", command
    screen = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True)
    with redirect_stdout(screen), redirect_stderr(screen):
        code = run(words)
    return screen.buffer.getvalue().decode().rstrip("\n"), code


def fits(expected: str, shown: str) -> bool:
    pattern = re.escape(expected).replace(re.escape("..."), ".*")
    return re.fullmatch(pattern, shown, re.DOTALL) is not None


@pytest.fixture
def _alone(tmp_path, monkeypatch):
    shutil.copytree(SAMPLES, tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("MINUTES_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("MINUTES_ARCHIVE", str(tmp_path / "archive"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for name in ("LC_ALL", "LC_MESSAGES", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("_alone")
@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.name)
def test_sessions_show_what_is_written(path):
    for step in steps_of(path):
        shown, code = typed(step.command)
        assert fits(step.shown, shown), f"$ {step.command}\n{shown}"
        assert code == step.code, f"$ {step.command}\n{shown}\n=> {code}"


def test_there_are_sessions():
    assert all(steps_of(path) for path in SESSIONS)
