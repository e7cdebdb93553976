"""`minutes import --update` from the outside: asked on a terminal, listed without one, taken over with --yes."""

import json
from pathlib import Path

import docx
import pytest

from minutes.cli import update
from minutes.cli.main import run

SAMPLE = Path(__file__).parents[2] / "minutes" / "samples" / "harbour-lights-steering-group-2024-06-06.docx"


@pytest.fixture
def minutes(tmp_path, capsys):
    def call(*words):
        code = run(["--lang", "en", "--archive", str(tmp_path / "archive"), *map(str, words)])
        out, err = capsys.readouterr()
        return code, out, err

    call("import", SAMPLE)
    return call


@pytest.fixture
def edited(minutes, tmp_path):
    """The exported minutes with another place and another owner in the table."""
    file = tmp_path / "edited.docx"
    minutes("export", "1", "-o", file)
    document = docx.Document(str(file))
    for paragraph in document.paragraphs:
        for piece in paragraph.runs:
            piece.text = piece.text.replace("Room 2.14", "Room 3")
    document.tables[-1].rows[1].cells[2].text = "Rosa Lind"
    document.save(str(file))
    return file


def record(minutes):
    return json.loads(minutes("show", "1", "--json")[1])


def test_without_a_terminal_the_edits_are_listed_and_nothing_changes(minutes, edited):
    code, out, err = minutes("import", "--update", edited)
    assert code == 0
    assert "Room 2.14 and online \u2192 Room 3 and online" in out
    assert "--yes" in err
    assert record(minutes)["revision"] == 1


def test_yes_takes_all_over_in_one_batch_that_undo_takes_back(minutes, edited):
    assert minutes("import", "--update", "--yes", edited)[0] == 0
    after = record(minutes)
    assert (after["place"], after["action_points"][0]["owner"]) == ("Room 3 and online", "Rosa Lind")
    minutes("undo")
    assert record(minutes)["place"] == "Room 2.14 and online"


def test_on_a_terminal_each_is_asked_about(minutes, edited, monkeypatch):
    answers = iter(["x", "s", "a"])
    monkeypatch.setattr(update, "is_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert minutes("import", "--update", edited)[0] == 0
    after = record(minutes)
    assert (after["place"], after["action_points"][0]["owner"]) == ("Room 2.14 and online", "Rosa Lind")


def test_a_value_changed_meanwhile_is_not_overwritten_unasked(minutes, edited):
    minutes("edit", "1", "--set", "place=Room 9")
    _, out, _ = minutes("import", "--update", "--yes", edited)
    assert "now: Room 9" in out
    assert record(minutes)["place"] == "Room 9"


def test_json_lists_edits_and_changes_nothing(minutes, edited):
    _, out, _ = minutes("import", "--update", "--json", edited)
    assert [one["path"] for one in json.loads(out)["items"]] == ["place", "action_points.0.owner"]
    assert record(minutes)["revision"] == 1


def test_strangers_are_refused_and_the_others_are_looked_at(minutes, edited, tmp_path):
    stranger = tmp_path / "stranger.md"
    stranger.write_text("# Minutes\n\nNothing of ours.\n", encoding="utf-8")
    code, out, err = minutes("import", "--update", stranger, edited)
    assert code == 3
    assert "stranger.md carries no record" in err
    assert "Room 3" in out


def test_a_final_record_keeps_its_words(minutes, edited):
    minutes("final", "1")
    code, _, err = minutes("import", "--update", "--yes", edited)
    assert code != 0
    assert "final" in err
    assert record(minutes)["place"] == "Room 2.14 and online"
