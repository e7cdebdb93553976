"""What a terminal gets that a pipe does not: colours, a pager, lines of its width."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="no pseudo-terminals on this system")

PRINT = """
from fakes import meeting
from minutes import messages
from minutes.cli.look import evidence, paper, record
messages.choose("en")
one = meeting()
paper.put(evidence.lines(one, evidence.reasons(one, None), paper.columns()))
"""
LONG = "from minutes.cli.look import paper, piece; paper.put((piece.Piece(f'row {n}'),) for n in range(200))"
IMPORTS = "import sys; from minutes.cli.look import paper, piece; paper.put([(piece.Piece('x', 'hit'),)]); print([name for name in ('rich', 'msgspec', 'subprocess') if name in sys.modules])"


def on_a_terminal(program, **environment):
    """What the program writes to a terminal of eighty columns and 24 lines."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    run = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=surroundings(environment),
    )
    os.close(theirs)
    written = b""
    while chunk := read(ours):
        written += chunk
    run.wait()
    os.close(ours)
    return written.decode()


def read(end):
    try:
        return os.read(end, 65536)
    except OSError:  # Linux says EIO where the other end is closed
        return b""


def surroundings(environment):
    paths = os.pathsep.join((str(Path(__file__).parents[2]), str(Path(__file__).parent)))
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return {
        **clean,
        "PYTHONPATH": paths,
        "TERM": "xterm-256color",
        "PAGER": "cat",
        "COVERAGE": "",
        **environment,
    }


def on_a_pipe(program):
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=surroundings({}), check=True
    ).stdout


def test_a_terminal_gets_colours():
    page = on_a_terminal(PRINT)
    assert "\x1b[1;35mdoubtful\x1b[0m" in page
    assert "\x1b[1;30;43m月底前\x1b[0m" in page


def test_who_wants_no_colours_gets_none():
    page = on_a_terminal(PRINT, NO_COLOR="1")
    assert set(re.findall("\x1b\\[[0-9;]*m", page)) <= {"\x1b[0m", "\x1b[1m", "\x1b[2m"}


def test_a_pipe_gets_plain_text():
    assert "\x1b" not in on_a_pipe(PRINT)


def test_a_pipe_costs_no_library_for_terminals():
    assert on_a_pipe(IMPORTS) == "x\n[]\n"


def test_long_output_goes_through_the_pager(tmp_path):
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho paged\ncat > /dev/null\n")
    pager.chmod(0o755)
    assert on_a_terminal(LONG, PAGER=str(pager)).split() == ["paged"]


def test_a_pager_that_ends_early_is_no_error(tmp_path):
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho enough\n")
    pager.chmod(0o755)
    assert on_a_terminal(LONG.replace("200", "200000"), PAGER=str(pager)).split() == ["enough"]


def test_short_output_needs_no_pager():
    assert on_a_terminal(LONG.replace("200", "3"), PAGER="false").split() == [
        "row",
        "0",
        "row",
        "1",
        "row",
        "2",
    ]


def minutes_on_a_terminal(words, **environment):
    return on_a_terminal(
        f"import sys; from minutes.cli.main import run; sys.exit(run({words!r}))", **environment
    )


@pytest.fixture
def many(tmp_path):
    """An archive whose list is longer than the screen."""
    from archive_of_many import fill

    return ["--archive", str(fill(tmp_path / "many", 40)), "--lang", "en"]


@pytest.fixture
def pager(tmp_path):
    file = tmp_path / "pager"
    file.write_text("#!/bin/sh\necho paged\ncat > /dev/null\n")
    file.chmod(0o755)
    return str(file)


@pytest.mark.parametrize("words", [["search", "科研"], ["list", "-n", "40"], ["actions", "-n", "40"]])
def test_a_long_answer_is_paged_and_a_user_may_forbid_it(many, pager, words):
    assert "paged" in minutes_on_a_terminal([*many, *words], PAGER=pager)
    assert "paged" in minutes_on_a_terminal([*many, *words], PAGER="false", MINUTES_PAGER=pager)
    for answer in (
        minutes_on_a_terminal([*many, "--no-pager", *words], PAGER=pager, MINUTES_PAGER=pager),
        minutes_on_a_terminal([*many, *words], PAGER=pager, MINUTES_PAGER=""),
    ):
        assert "paged" not in answer
        assert "科研" in answer


def test_what_is_piped_is_never_paged(many, pager):
    program = f"from minutes.cli.main import run; run({[*many, 'list']!r})"
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=surroundings({"PAGER": pager, "MINUTES_PAGER": pager}),
        check=True,
    )
    assert "paged" not in run.stdout
    assert len(run.stdout.splitlines()) == 40


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "words",
    [
        ["search", "科研"],
        ["list"],
        ["actions"],
        ["actions", "--by", "due"],
        ["people"],
        ["stats"],
        ["people", "张三"],
    ],
)
def test_no_line_is_wider_than_eighty_columns(many, words, language):
    from minutes.cli.look.piece import columns_of

    page = minutes_on_a_terminal([*many[:2], "--lang", language, *words], NO_COLOR="1")
    lines = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in page.splitlines()]
    assert max(map(columns_of, lines)) <= 80
    assert len(lines) >= 3
