"""An archive of every released format lies in `formats` and is opened by this version: nothing of it is lost.

formats/make.py made them of the invented samples; what stands here is what was done then.
"""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from archive import state
from minutes import messages
from minutes.cli.main import run

FORMATS = sorted((Path(__file__).parent / "formats").glob("format-*.zip"))


@pytest.fixture(params=FORMATS, ids=lambda path: path.stem)
def folder(request, tmp_path):
    with zipfile.ZipFile(request.param) as whole:
        whole.extractall(tmp_path / "archive")
    return tmp_path / "archive"


@pytest.fixture
def minutes(folder, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("MINUTES_CONFIG", str(tmp_path / "none.toml"))
    messages.choose("en")

    def call(*words):
        code = run(["--archive", str(folder), "--lang", "en", *words])
        return code, *capsys.readouterr()

    return call


def test_every_format_has_its_archive():
    assert [path.name for path in FORMATS] == [f"format-{one}.zip" for one in range(1, state.FORMAT + 1)]


def test_it_is_sound_and_its_permissions_are_mended(minutes):
    assert minutes("check")[0] == 0
    assert minutes("check", "--repair")[0] == 0
    assert minutes("check", "--json")[1] == '{"schema": 1, "items": [], "total": 0}\n'


def test_it_is_listed_and_shown(minutes):
    listed = json.loads(minutes("list", "--json")[1])["items"]
    assert [(one["id"], one["date"]) for one in listed] == [
        (2, "2024-06-06"),
        (5, "2024-04-10"),
        (4, "2024-03-05"),
    ]
    record = json.loads(minutes("show", "4", "--json")[1])
    action = record["action_points"][2]
    assert (record["place"], record["labels"], record["revision"]) == ("逸夫楼", ["督办"], 6)
    assert (action["owner"], action["due"], action["progress"][0]["text"]) == (
        "教务处",
        "2024-05-10",
        "已完成一半",
    )
    assert (action["due_history"][0]["before"], action["due_history"][0]["why"]) == ("2024-04-30", "延期")
    assert json.loads(minutes("show", "2", "--json")[1])["state"] == "final"


def test_it_is_searched_by_words_people_and_state(minutes):
    assert minutes("search", "培养方案", "--ids")[1] == "4\n"
    assert minutes("list", "chair:沈之和", "--ids")[1] == "4\n"
    assert minutes("list", "label:督办", "--ids")[1] == "5\n4\n"
    assert "5.3" in minutes("actions", "is:done")[1]


def test_its_originals_are_what_they_were(minutes, folder):
    for number in (2, 4, 5):
        source = json.loads(minutes("show", str(number), "--json")[1])["source"]
        (file,) = (folder / "originals").rglob(f"{source['sha256']}.*")
        assert hashlib.sha256(file.read_bytes()).hexdigest() == source["sha256"]


def test_its_history_is_told_and_taken_back(minutes):
    told = json.loads(minutes("history", "4", "--json")[1])["items"]
    assert [one["what"] for one in reversed(told)] == [
        "import",
        "edit",
        "label",
        "assign",
        "due",
        "progress",
    ]
    assert told[-2]["why"] == "更正"
    assert {one["who"] for one in told} == {"Lin"}
    undone = [minutes("undo")[0] for _ in range(5)]
    assert undone == [0] * 5
    assert minutes("list", "chair:沈之禾", "--ids")[1] == "4\n"
    assert minutes("check")[0] == 0


def test_its_trash_and_its_final_minutes_are_kept(minutes, tmp_path):
    assert minutes("undelete", "3")[0] == 0
    assert minutes("search", "沙袋", "--ids")[1] == "3\n"
    assert minutes("edit", "2", "--set", "place=Annexe")[0] == 1
    assert minutes("show", "1")[0] == 1
    assert minutes("export", "2", "--to", "md", "--output", str(tmp_path / "again.md"))[0] == 0
    issued = next((tmp_path / "archive" / "issued").rglob("*.md"))
    assert (tmp_path / "again.md").read_bytes() == issued.read_bytes()


def test_it_goes_on(minutes):
    sample = next((Path(__file__).parents[2] / "minutes" / "samples").glob("elmbrook*"))
    filed = json.loads(minutes("import", "--json", str(sample))[1])
    assert (filed["outcome"], filed["id"]) == ("filed", 6)
    assert minutes("check")[0] == 0
