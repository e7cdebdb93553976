"""Two imports of the same report at once: one files it, the other finds it there."""

import subprocess
import sys
from pathlib import Path

import pytest

from archive.store import Archive

SAID = (
    "<p>The committee met on 4 March 2024. Anna Lind reported that the roof of the hall had been mended.</p>"
)
PAGE = f"<html><meta charset=utf-8><title>Committee meeting</title><h1>Committee meeting</h1>{SAID}</html>"
SCRIPT = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from archive.store import Archive
from minutes.importing import Choices, import_reports
from minutes.shelf import Shelf
lock = Archive.batch
def slow(*words, **names):
    print("asked", flush=True)  # nothing is known of the report, and the lock is not ours yet
    input()
    return lock(*words, **names)
Archive.batch = slow
folder = Path(sys.argv[1])
shelf = Shelf(lambda create: Archive.open(folder, create=create), "Lin", exists=(folder / "archive.json").exists())
for outcome in import_reports([Path(name) for name in sys.argv[2:]], shelf, Choices()):
    print(outcome.kind, outcome.id, flush=True)
"""


def importing(archive, *files):
    """Another process, which has looked for the reports and is about to take the lock."""
    script = SCRIPT.format(root=str(Path(__file__).parents[2]))
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(archive), *map(str, files)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "asked\n"
    return process


def outcomes(process):
    return process.communicate("\n")[0].splitlines()


@pytest.mark.parametrize("there", [False, True], ids=["a new archive", "an archive"])
def test_the_same_report_is_filed_once(tmp_path, there):
    folder, file = tmp_path / "archive", tmp_path / "a.html"
    file.write_text(PAGE, "utf-8")
    if there:
        Archive.open(folder, create=True)
    first, second = importing(folder, file), importing(folder, file)
    assert outcomes(first) == ["filed 1"]
    assert outcomes(second) == ["duplicate 1"]
    assert Archive.open(folder).list().total == 1


def test_the_same_meeting_in_other_bytes_is_filed_once(tmp_path):
    one, other = tmp_path / "a.html", tmp_path / "b.html"
    one.write_text(PAGE, "utf-8")
    other.write_text(f"{PAGE}\n", "utf-8")
    first, second = importing(tmp_path / "archive", one), importing(tmp_path / "archive", other)
    assert outcomes(first) == ["filed 1"]
    assert outcomes(second) == ["near_duplicate 1"]


def test_of_several_reports_only_those_are_filed_that_nobody_else_has_filed(tmp_path):
    files = [tmp_path / f"{name}.html" for name in "abc"]
    for number, file in enumerate(files):
        file.write_text(
            PAGE.replace("4 March", f"{number + 5} May").replace("roof", f"roof {number}"), "utf-8"
        )
    first, second = importing(tmp_path / "archive", *files[:2]), importing(tmp_path / "archive", *files)
    assert outcomes(first) == ["filed 1", "filed 2"]
    assert outcomes(second) == ["duplicate 1", "duplicate 2", "filed 3"]
