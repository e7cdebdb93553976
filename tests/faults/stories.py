"""What is done to an archive while it is killed or its disk refuses: stories of commands, for `minutes` and for plain TinyDB.

As a script it plays those that stdin names, [program, story, archive, reports, out, err, largest file] a line, and prints the process id of
the player, then its exit code. `out` gets the lines of `import --json` and {"step": N, "code": C} after every command; the
story stops at the first command that fails.
"""

import contextlib
import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

FILED_BEFORE = 5  # reports that are in the archive when a story begins
NUMBER = re.compile(r"\d+(\.\d+|\.html)?")
UNITS = ("后勤办公室", "财务科", "设备组", "教务科")


def word(number: int) -> str:
    """Words that only report `number` has."""
    return f"第{number}号水泵房铭牌{number * 7919 % 99991}"


def report(number: int) -> str:
    """An invented report with two action points."""
    said = "".join(
        f"<p>第{turn}课题组组长汇报了编号{number * 1000 + turn}的设备清点情况,认为账目清楚。</p>"
        for turn in range(4 + number * 37 % 30)
    )
    return (
        f"<html><head><meta charset='utf-8'></head><body><h1>研究所第{number}次设备清点会议</h1>"
        f"<p>2024年{number % 12 + 1}月{number % 27 + 1}日,研究所召开{word(number)}会议。会议由党委书记林若兰同志主持。</p>{said}"
        f"<p>会议要求,{UNITS[number % 4]}于12月{number % 27 + 1}日前修好{word(number)}。财务科于12月底前报送清单。</p></body></html>"
    )


def write_reports(folder: Path, count: int) -> None:
    """The reports as files 1.html, 2.html ..."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        (folder / f"{number}.html").write_text(report(number), "utf-8")


def _import(*numbers: int) -> list[str]:
    return ["import", "--json", "--anyway", *(f"{number}.html" for number in numbers)]


BEFORE = [
    _import(1, 2, 3),
    _import(4, 5),
    ["edit", "1", "--set", "place=Annexe"],
    ["label", "1", "2", "+urgent"],
]

STORIES: dict[str, list[list[str]]] = {
    "import": [_import(6, 7, 8), _import(9)],
    "edit": [
        ["edit", "1", "--set", "place=Hall", "--set", "chair=Smith"],
        ["done", "1.1"],
        ["assign", "2.1", "Finance"],
        ["label", "1", "2", "3", "+later"],
        ["people", "rename", "林若兰", "林若蘭"],
    ],
    "undo": [["undo"], ["undo"], ["undo"], ["undo", "1"]],
    "rebuild": [["index", "--rebuild"]],
    "trash": [["delete", "1", "2"], ["undelete", "1"], ["delete", "3", "--purge", "--force"]],
    "care": [["backup", "--force", "../safe.zip"], ["check"]],
}
STORIES["all"] = [
    _import(6, 7, 8),
    ["edit", "6", "--set", "place=Hall"],
    ["done", "6.1"],
    ["label", "1", "6", "7", "+later"],
    ["index", "--rebuild"],
    ["undo"],
    _import(9, 10),
    ["delete", "9", "2"],
    ["progress", "10.1", "half"],
    ["undelete", "2"],
    ["due", "10.2", "2025-01-31"],
    ["delete", "9", "--purge", "--force"],
    ["undo"],
    _import(11),
    ["final", "11"],
    ["reopen", "6.1"],
]
RANDOM = ("import", "edit", "undo", "rebuild", "trash", "all")


def minutes_step(archive: Path, reports: Path, step: list[str]) -> int:
    """One command of `minutes`, in this process."""
    from minutes.cli.main import run

    words = [str(reports / part) if part.endswith(".html") else part for part in step]
    words = [str(archive / part) if part.startswith("../") else part for part in words]
    return run(["--archive", str(archive), "--lang", "en", *words])


def tinydb_step(archive: Path, reports: Path, step: list[str]) -> int:
    """The same done by TinyDB as it comes: its own storage, one file."""
    import hashlib

    from tinydb import TinyDB

    archive.mkdir(parents=True, exist_ok=True)
    with TinyDB(archive / "db.json", ensure_ascii=False, encoding="utf-8") as base:
        table = base.table("meetings")
        for number in [int(part.split(".")[0]) for part in step[1:] if NUMBER.fullmatch(part)]:
            if step[0] == "import":
                data = (reports / f"{number}.html").read_bytes()
                sha256 = hashlib.sha256(data).hexdigest()
                filed = table.insert({"sha256": sha256, "text": data.decode(), "state": ["new"]})
                sys.stdout.write(json.dumps({"sha256": sha256, "id": filed, "outcome": "filed"}) + "\n")
                sys.stdout.flush()
            elif step[0] == "delete" and table.contains(doc_id=number):
                table.remove(doc_ids=[number])
            elif table.contains(doc_id=number):
                table.update({"state": step}, doc_ids=[number])
    return 0


Step = Callable[[Path, Path, list[str]], int]
PROGRAMS: dict[str, Step] = {"minutes": minutes_step, "tinydb": tinydb_step}


def quiet(play: Step, archive: Path, reports: Path, step: list[str]) -> int:
    """Plays a step whose words nobody wants; what it says of a failure goes to the real stderr."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = play(archive, reports, step)
    if code:
        sys.stderr.write(f"{step}: {err.getvalue()}")
    return code


def load() -> None:
    """Imports what the stories need, so that a kill never hits the loading of modules: all of them are played once."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        write_reports(place / "reports", 11)
        for step in [*BEFORE, *STORIES["all"]]:
            quiet(minutes_step, place / "archive" / "whole", place / "reports", step)
        from minutes.reading import read_file

        read_file(place / "reports" / "1.html")


def main() -> None:
    """Plays what stdin asks for, each in a process of its own that is forked with all modules loaded."""
    import resource

    os.environ["MINUTES_CONFIG"] = os.devnull
    load()
    for line in sys.stdin:
        program, story, archive, reports, out, err, largest = json.loads(line)
        player = os.fork()
        if player == 0:
            os.setsid()
            sys.stdin = open(os.devnull)  # noqa: PTH123, SIM115
            for name, handle in ((out, 1), (err, 2)):
                os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), handle)
            if largest:
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
            _play(PROGRAMS[program], STORIES[story], Path(archive), Path(reports))
            os._exit(0)
        sys.stdout.write(f"{player}\n")
        sys.stdout.flush()
        status = os.waitpid(player, 0)[1]
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _play(play: Step, steps: list[list[str]], archive: Path, reports: Path) -> None:
    for number, step in enumerate(steps):
        code = play(archive, reports, step)
        sys.stdout.write(json.dumps({"step": number, "code": code}) + "\n")
        sys.stdout.flush()
        if code:
            break


if __name__ == "__main__":
    main()
