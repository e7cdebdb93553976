"""`import --dry-run --json` prints the records of the samples, as the schema says they look, and changes nothing."""

import json
from pathlib import Path

import jsonschema
import pytest

from minutes.cli.main import run

SAMPLES = Path(__file__).parents[2] / "minutes" / "samples"


@pytest.fixture
def printed(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("MINUTES_CONFIG", str(tmp_path / "config.toml"))

    def run_it(*words: str) -> tuple[int, list[dict]]:
        code = run(["--archive", str(tmp_path / "archive"), *words])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run_it


def test_each_line_is_a_record_with_file_and_outcome(printed, capsys, tmp_path):
    run(["schema"])
    schema = json.loads(capsys.readouterr().out)
    code, records = printed("import", "--dry-run", "--json", str(SAMPLES))
    assert code == 0
    assert len(records) == 5
    for record in records:
        assert Path(record.pop("file")).parent == SAMPLES
        assert record.pop("outcome") == "filed"
        jsonschema.validate(record, schema, jsonschema.Draft202012Validator)
    assert not (tmp_path / "archive").exists()


def test_a_failure_is_a_line_with_its_reason(printed):
    code, (line,) = printed("import", "--dry-run", "--json", "none.html")
    assert code == 3
    assert line == {
        "file": "none.html",
        "outcome": "failed",
        "error": "none.html does not exist. Check the spelling of the path.",
    }


def test_the_samples_show_what_the_tool_can_do(printed):
    _, records = printed("import", "--dry-run", "--json", str(SAMPLES))
    for record in records:
        assert record["title"]
        assert record["date"].startswith("2024-")
        assert record["speakers"]
        assert record["action_points"]
    assert {record["language"] for record in records} == {"zh", "en"}
