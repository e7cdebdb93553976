"""The report the project began with, in both forms, through the command line: the record it must give, `beyond` included."""

import json
import subprocess
import sys
from collections import Counter

import pytest

FORMS = ("report.html", "report.docx")


@pytest.fixture(scope="module")
def records(shared, tmp_path_factory):
    archive = tmp_path_factory.mktemp("seed") / "archive"
    command = [
        sys.executable,
        "-m",
        "minutes",
        "--archive",
        str(archive),
        "import",
        "--dry-run",
        "--json",
        *(str(shared / "seed" / form) for form in FORMS),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert not archive.exists()
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    return dict(zip(FORMS, lines, strict=True))


@pytest.fixture(scope="module")
def gold(shared):
    return json.loads((shared / "seed" / "report.gold.json").read_text("utf-8"))


@pytest.fixture(params=FORMS)
def record(request, records):
    return records[request.param]


def test_single_values_are_those_of_the_labels(record, gold):
    assert record["title"] == gold["title"]
    assert record["date"] == gold["date"]
    assert record["place"] is None
    assert record["chair"]["name"] == gold["chair"]
    assert (record["attendance"]["count"], record["attendance"]["count_is"]) == (
        gold["attendance_count"],
        gold["beyond"]["count_is"],
    )
    assert record["topic"] == gold["beyond"]["topic"]
    assert record["source"]["publisher"] == gold["beyond"]["publisher"]
    assert record["organisation"] is None


def test_the_year_says_why(record):
    reasons = " ".join(proof["reason"] or "" for proof in record["evidence"]["date"])
    assert "2023" in reasons
    assert any(note["kind"] == "year-inferred" for note in record["notes"])


def test_six_persons_speak_with_their_roles_and_acts(record, gold):
    persons = {one["name"]: one for one in record["speakers"] if one["kind"] == "person"}
    assert persons.keys() == {one["name"] for one in gold["speakers"]}
    assert all(one["role"] in offices(persons[one["name"]]) for one in gold["speakers"])
    for name, acts in gold["beyond"]["acts"].items():
        said = Counter(statement["act"] for statement in persons[name]["statements"])
        assert not Counter(acts) - said, f"{name}: {said}"


def test_the_collective_is_no_person(record):
    kinds = {one["name"]: one["kind"] for one in record["speakers"]}
    assert {kind for name, kind in kinds.items() if name in {"与会人员", "大家"}} == {"collective"}


def test_eleven_action_points_of_which_three_are_relayed(record, gold):
    assert len(record["action_points"]) == len(gold["actions"])
    for point, label in zip(record["action_points"], gold["actions"], strict=True):
        assert label["quote"] in point["text"] or point["text"].startswith(label["quote"][:10])
        assert point["owner"] == label["owner"]
        assert point["due"] is None
    relayed = [
        (point["raised_by"], point["relayed_from"])
        for point in record["action_points"]
        if point["relayed_from"]
    ]
    assert relayed == [("张斯虹", "陈春声")] * 3


def test_the_relayed_are_cited_and_do_not_speak(record):
    assert {(one["name"], one["role"]) for one in record["cited"]} == {("高松", "校长"), ("陈春声", "书记")}


def test_captions_are_no_statements(record):
    captions = {number for number, block in enumerate(record["body"]) if block["kind"] == "caption"}
    assert len(captions) == 8
    spoken = {
        statement["span"]["block"]
        for one in record["speakers"]
        for statement in one["statements"]
        if statement["span"]
    }
    assert not captions & spoken


def test_doubts_are_noted(record):
    kinds = {note["kind"] for note in record["notes"]}
    assert {"year-inferred", "organisation-replaced"} <= kinds
    assert any("元少春" in note["message"] and "她" in note["message"] for note in record["notes"])
    assert "count-mismatch" not in kinds


def test_both_forms_give_the_same_record(records):
    first, second = (dict(records[form]) for form in FORMS)
    for key in ("title", "date", "chair", "topic", "speakers", "action_points", "cited", "decisions"):
        assert unspanned(first[key]) == unspanned(second[key]), key


def offices(person):
    """The role alone and with its unit, which a report may write apart: UNIT NAME ROLE."""
    return {person["role"], (person["organisation"] or "") + person["role"]}


def unspanned(value):
    if isinstance(value, dict):
        return {key: unspanned(one) for key, one in value.items() if key not in {"span", "spans"}}
    return [unspanned(one) for one in value] if isinstance(value, list) else value
