"""A bar on a terminal, and nowhere else."""

import os
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty", reason="no terminals of ours on this system")
PAGE = "<meta charset=utf-8><h1>Meeting {0} of the board</h1><p>Anna Lind reported that roof {0} of the hall had been mended in time.</p>"


def on_a_terminal(*words: str) -> str:
    """What a terminal receives."""
    terminal, other_end = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    command = [sys.executable, "-m", "minutes", *words]
    process = subprocess.Popen(command, stdout=other_end, stderr=other_end, env=environment)
    os.close(other_end)
    received = b""
    try:
        while chunk := os.read(terminal, 65536):
            received += chunk
    except OSError:  # how Linux tells that the other side is closed
        pass
    os.close(terminal)
    assert process.wait() == 0
    return received.decode()


def reports(folder, count):
    for number in range(count):
        (folder / f"{number}.html").write_text(PAGE.format(number), "utf-8")
    return str(folder)


def imported(tmp_path, count):
    archive = str(tmp_path / "none")
    (tmp_path / "in").mkdir()
    words = ("--lang", "en", "--archive", archive, "import", "--dry-run")
    return on_a_terminal(*words, reports(tmp_path / "in", count))


def test_many_files_have_a_bar_and_every_line_arrives(tmp_path):
    received = imported(tmp_path, 30)
    assert "Reading" in received
    assert all(f"Meeting {number} of the board" in received for number in range(30))
    assert "Would be filed: 30." in received


def test_a_few_files_have_none(tmp_path):
    received = imported(tmp_path, 3)
    assert "Reading" not in received
    assert "Would be filed: 3." in received
