"""One file can neither kill nor hang a batch: proven with files that take long, need much, and with workers that are killed."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

PAGE = "<html><body><h1>水产站召开第{0}次例会</h1><p>2024年3月{0}日\uff0c水产站召开第{0}次例会。会议由站长柳成荫主持。柳成荫指出\uff0c要抓好第{0}号塘的冬储。</p></body></html>"
SLOW = "会议\n\n由站长主持" + "会" * 9_000_000  # half a minute
SECONDS = 8  # far above what the other files take, far below what that one takes
PLENTY = 24
PATIENCE = 300
LATE = ("--limit", f"seconds={SECONDS}", "--limit", "text=20000000")
GREEDY = ("--limit", "memory=600MB", "--limit", "part_size=2GB", "--limit", "inflated_size=2GB")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(1, PLENTY + 1):
        (folder / f"{number:02}.html").write_text(PAGE.format(number), "utf-8")
    return folder


def command(tmp_path, *words):
    return [sys.executable, "-m", "minutes", "--lang", "en", "--archive", str(tmp_path / "archive"), *words]


def surroundings(tmp_path):
    return {
        **os.environ,
        "MINUTES_CONFIG": str(tmp_path / "none.toml"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }


def imported(tmp_path, *words):
    """Exit code and outcomes by name of an import."""
    done = subprocess.run(
        command(tmp_path, "import", "--json", "--anyway", *words),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        env=surroundings(tmp_path),
    )
    assert "Traceback" not in done.stderr
    return done.returncode, {Path(one["file"]).name: one for one in map(json.loads, done.stdout.splitlines())}


def filed(outcomes):
    return [name for name, one in outcomes.items() if one["outcome"] == "filed"]


def test_a_file_that_takes_too_long_is_given_up_and_the_others_are_filed(folder, tmp_path):
    (folder / "05-slow.txt").write_text(SLOW, "utf-8")
    code, outcomes = imported(tmp_path, *LATE, str(folder))
    assert code == 3
    assert f"longer than {SECONDS} seconds" in outcomes["05-slow.txt"]["error"]
    assert len(filed(outcomes)) == PLENTY


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of address space for a process")
def test_a_file_that_needs_too_much_memory_fails_alone(folder, tmp_path):
    with zipfile.ZipFile(folder / "05-greedy.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        )
        package.writestr("word/document.xml", b" " * 700_000_000)
    code, outcomes = imported(tmp_path, *GREEDY, str(folder))
    assert code == 3
    assert "too much memory" in outcomes["05-greedy.docx"]["error"]
    assert len(filed(outcomes)) == PLENTY


def children_of(process):
    """The numbers of its children, as Linux lists them."""
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except (OSError, ValueError):
        return []


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds workers through /proc")
def test_workers_that_the_system_kills_cost_the_files_in_their_hands_at_most(folder, tmp_path):
    """As the kernel does that runs out of memory: SIGKILL, again and again."""
    for number in range(PLENTY + 1, 300):
        (folder / f"{number:03}.html").write_text(PAGE.format(number), "utf-8")
    process = subprocess.Popen(
        command(tmp_path, "import", "--json", "--anyway", str(folder)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=surroundings(tmp_path),
    )
    killed = kill_workers(process, times=5)
    out, err = process.communicate(timeout=PATIENCE)
    outcomes = [json.loads(line) for line in out.splitlines()]
    failed = [one for one in outcomes if one["outcome"] == "failed"]
    assert len(outcomes) == 299
    assert killed
    assert len(failed) <= killed
    assert all("ended unexpectedly" in one["error"] for one in failed)
    assert process.returncode == (3 if failed else 0)
    assert "Traceback" not in err


def kill_workers(process, times):
    """Kills a worker now and then while the import goes on; gives how many."""
    killed = 0
    while process.poll() is None and killed < times:
        time.sleep(0.05)
        for child in children_of(process.pid)[:1]:
            os.kill(child, signal.SIGKILL)
            killed += 1
    return killed


def test_what_was_filed_before_and_after_is_sound(folder, tmp_path):
    (folder / "05-slow.txt").write_text(SLOW, "utf-8")
    imported(tmp_path, *LATE, str(folder))
    checked = subprocess.run(
        command(tmp_path, "check"), capture_output=True, text=True, check=False, env=surroundings(tmp_path)
    )
    assert checked.returncode == 0, checked.stderr
