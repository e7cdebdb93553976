"""One hard case a line, with what an extractor should make of it, in both widths of punctuation."""

import json
import re
from pathlib import Path

import pytest
from paper import notes, persons, read

HERE = Path(__file__).parent
CASES = [json.loads(line) for line in (HERE.parent / "miniatures.jsonl").read_text("utf-8").splitlines()]
CHINESE = [case for case in CASES if case["lang"] == "zh"]
STATED_DAY = "2023-10-09"


def record(case):
    published = re.search("发布时间[:\uff1a](\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})", case["text"])
    lines = [line for line in case["text"].split("\n") if not line.startswith("image-")]
    pictures = [f"{line}.png" for line in case["text"].split("\n") if line.startswith("image-")]
    day = "-".join(part.zfill(2) for part in published.groups()) if published else None
    return read("\n".join(lines), published=day, pictures=pictures)


def with_key(key):
    return [pytest.param(case, id=case["id"]) for case in CHINESE if key in case["expect"]]


def folded(text):
    return re.sub(r"\W", "", text)


@pytest.mark.parametrize("case", with_key("speakers"))
def test_persons_who_speak_are_found_with_their_roles(case):
    wanted = {one["name"]: one["role"] for one in case["expect"]["speakers"] if one["kind"] == "person"}
    found = persons(record(case))
    assert set(found) == set(wanted)
    for name, role in wanted.items():
        assert role in found[name] or found[name] in role


@pytest.mark.parametrize("case", with_key("speakers"))
def test_units_are_kept_with_the_person(case):
    meeting = record(case)
    units = {one["name"]: one["unit"] for one in case["expect"]["speakers"] if one.get("unit")}
    found = {one.name: one.organisation for one in meeting.speakers}
    assert {name: found[name] for name in units} == units


@pytest.mark.parametrize("case", with_key("cited"))
def test_those_whose_words_are_relayed_are_cited(case):
    meeting = record(case)
    assert [one.name for one in meeting.cited] == [one["name"] for one in case["expect"]["cited"]]
    assert not {one.name for one in meeting.speakers} & set(case["expect"].get("not_speakers", ()))


@pytest.mark.parametrize("case", with_key("relayed_items"))
def test_items_of_a_relayed_report_are_told_from_own_demands(case):
    points = record(case).action_points
    relayed = [point.text for point in points if point.relayed_from]
    own = [point.text for point in points if not point.relayed_from]
    assert relayed == case["expect"]["relayed_items"]
    assert len(own) == len(case["expect"]["own_demands"])
    assert all(wanted in text for wanted, text in zip(case["expect"]["own_demands"], own, strict=True))


@pytest.mark.parametrize("case", with_key("collective"))
def test_collectives_are_no_persons(case):
    found = {one.name for one in record(case).speakers if one.kind == "collective"}
    assert set(case["expect"]["collective"]) <= found


@pytest.mark.parametrize("case", with_key("units"))
def test_units_speak_as_units(case):
    assert [one.name for one in record(case).speakers if one.kind == "unit"] == case["expect"]["units"]


@pytest.mark.parametrize("case", with_key("chair"))
def test_the_chair_is_a_person_an_office_or_a_unit(case):
    chair, wanted = record(case).chair, case["expect"]["chair"]
    if isinstance(wanted, dict):
        assert chair.name is None
        assert chair.organisation == wanted.get("unit", wanted.get("name"))
        assert chair.role == wanted.get("role")
    else:
        assert chair.name == (wanted[0] if isinstance(wanted, list) else wanted)


@pytest.mark.parametrize(
    "case", [case for case in with_key("chair") if isinstance(case.values[0]["expect"]["chair"], list)]
)
def test_a_second_chair_is_noted(case):
    message = next(note.message for note in record(case).notes if note.kind == "second-chair")
    assert all(name in message for name in case["expect"]["chair"])


@pytest.mark.parametrize("case", with_key("unresolved"))
def test_a_surname_without_a_full_name_stays_open(case):
    meeting = record(case)
    said = " ".join(
        [*(note.message for note in meeting.notes), *(one.role or "" for one in meeting.speakers)]
    )
    assert all(word in said for word in case["expect"]["unresolved"])
    assert not set(case["expect"]["unresolved"]) & {one.name for one in meeting.speakers}


@pytest.mark.parametrize("case", with_key("attendees"))
def test_attendees_are_listed(case):
    assert [one.name for one in record(case).attendance.present] == case["expect"]["attendees"]


@pytest.mark.parametrize("case", with_key("persons"))
def test_one_person_under_two_titles_is_one(case):
    meeting = record(case)
    assert len(persons(meeting)) == case["expect"]["persons"]
    said = " ".join(note.message for note in meeting.notes)
    for roles in case["expect"]["roles"].values():
        assert all(role in said for role in roles)


@pytest.mark.parametrize("case", with_key("utterances"))
def test_captions_and_second_verbs_make_no_second_utterance(case):
    statements = [one for speaker in record(case).speakers for one in speaker.statements]
    if "acts" in case["expect"]:
        assert [one.act for one in statements] == case["expect"]["acts"]
    else:
        assert len(statements) == case["expect"]["utterances"]


@pytest.mark.parametrize("case", with_key("credits"))
def test_writers_are_no_speakers(case):
    assert not record(case).speakers


@pytest.mark.parametrize("case", with_key("items"))
def test_enumerations_are_counted(case):
    meeting = record(case)
    assert len(meeting.action_points) == case["expect"]["items"]
    differs = case["expect"].get("announced", case["expect"]["items"]) != case["expect"]["items"]
    assert ("count-mismatch" in notes(meeting)) == differs


@pytest.mark.parametrize("case", with_key("date"))
def test_the_day_is_found_or_left_open(case):
    meeting, wanted = record(case), case["expect"]
    assert (meeting.date and meeting.date.isoformat()) == wanted["date"]
    if "end_date" in wanted:
        assert meeting.end_date.isoformat() == wanted["end_date"]
    if "place" in wanted:
        assert meeting.place == wanted["place"]
    if "year_source" in wanted:
        assert "year-inferred" in notes(meeting)


@pytest.mark.parametrize("case", with_key("warn"))
def test_doubts_are_noted(case):
    kinds = {
        "organisation looks replaced by spam": "organisation-replaced",
        "announced 3, found 2": "count-mismatch",
        "published before the meeting": "conflicting-dates",
        "damaged date, 7月15日 likely": "damaged-date",
    }
    assert kinds[case["expect"]["warn"]] in notes(record(case))


@pytest.mark.parametrize("case", with_key("actions"))
def test_owners_helpers_and_dues_are_read(case):
    points = record(case).action_points
    assert len(points) == len(case["expect"]["actions"])
    for point, wanted in zip(points, case["expect"]["actions"], strict=True):
        assert point.owner == wanted["owner"]
        assert list(point.cooperating) == wanted.get("co", [])
        assert wanted.get("due", point.due and point.due.isoformat()) == (point.due and point.due.isoformat())
        assert point.due_text == wanted.get("due_text", point.due_text)


@pytest.mark.parametrize("case", with_key("quorum"))
def test_those_who_came_are_counted(case):
    assert record(case).attendance.count == case["expect"]["quorum"][1]


@pytest.mark.parametrize("case", with_key("clean"))
def test_pinyin_left_behind_is_skipped(case):
    meeting = record(case)
    assert meeting.organisation == "學校"
