"""A record for publication: nothing hidden is anywhere in it, and the rest is as it was."""

import datetime as dt
import json
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from archive.record import Correction, DueChange, Meeting, Progress, from_json, to_json, words_of
from minutes.extract import extract
from minutes.readers import read
from minutes.redacting import Redactor, Wishes, kinds_of
from minutes.redacting.hiding import MARKS

sys.path.insert(0, str(Path(__file__).parents[1] / "writers"))
import invented_meetings as invented

SAMPLES = sorted((Path(__file__).parents[2] / "minutes" / "samples").iterdir())
PEOPLE = {
    "zh": [
        "闻人溪",
        "尤小禾",
        "车晓岚",
        "简竹",
        "鲍清远",
        "柏舟",
        "席小川",
        "冷泉",
        "商陆",
        "白芷",
        "黎问渠",
        "程致和",
        "乔木",
        "张素心",
        "席若愚",
    ],
    "en": [
        "Alma",
        "Quill",
        "Jon",
        "Fenwick",
        "Teodor",
        "Mason-Reid",
        "Priya",
        "O'Neil",
        "Gordon",
        "Pike",
        "Owen",
        "Hollis",
    ],
}


def full(meeting: Meeting) -> Meeting:
    """The record with everything else that may name somebody."""
    name = meeting.chair.name
    first = replace(
        meeting.action_points[0],
        progress=(Progress(date=dt.date(2024, 1, 2), text=f"{name}已联系 13800138000"),),
        due_history=(
            DueChange(before=None, after=None, when="2024-01-02T00:00:00Z", who=name, why=f"for {name}"),
        ),
        raised_by=name,
    )
    corrected = Correction(
        path="chair", before=f'"{name}"', after=None, who=name, when="2024-01-02T00:00:00Z"
    )
    source = replace(meeting.source, author=name, file=f"{name}.html", address=f"https://example.org/{name}")
    return replace(
        meeting,
        title=f"{name}: {meeting.title}",
        action_points=(first, *meeting.action_points[1:]),
        corrections=(corrected,),
        labels=(name,),
        source=source,
    )


def public(meeting, **wishes):
    redactor = Redactor([meeting], Wishes(**wishes))
    return redactor.record(meeting), redactor


@pytest.mark.parametrize("make", [invented.chinese, invented.english])
def test_nobody_is_named_anywhere(make):
    meeting = full(make())
    made, _ = public(meeting)
    words = to_json(made).decode()
    assert not [name for name in PEOPLE[meeting.language] if name in words]
    assert "13800138000" not in words
    assert made.chair.name == MARKS[meeting.language]
    assert (made.evidence, made.corrections, made.source.address, made.source.pictures) == ({}, (), None, ())
    assert from_json(to_json(made)) == made


def test_the_rest_is_as_it_was():
    meeting = invented.chinese()
    made, _ = public(meeting)
    assert made.attendance.count == 40
    assert made.chair.role == meeting.chair.role
    assert [point.text for point in made.action_points] == [point.text for point in meeting.action_points]
    assert [point.owner for point in made.action_points] == [point.owner for point in meeting.action_points]
    assert made.title == meeting.title
    assert made.source.sha256 == meeting.source.sha256
    assert made.notes[-1].kind == "redacted"


def test_what_was_hidden_is_listed_by_kind():
    meeting = replace(invented.english(), place="Room 2, phone 555-555-0188")
    made, redactor = public(meeting, hide=("Mill Street",))
    assert made.place == f"Room 2, phone {MARKS['en']}"
    assert dict(kinds_of(redactor.items)) == {"name": 6, "phone": 1}
    listed = {item.what: item.count for item in redactor.items if item.kind == "name"}
    assert listed["Alma Quill"] == 2


def test_a_name_that_stays_stays_everywhere():
    made, _ = public(invented.english(), keep=("Alma Quill",))
    assert made.chair.name == "Alma Quill"
    assert made.attendance.present[0].name == "Alma Quill"
    assert made.attendance.present[1].name == MARKS["en"]


def test_whoever_is_named_in_one_record_is_hidden_in_all():
    first = invented.chinese()
    second = invented.chinese(
        id=13,
        title="柏舟同志先进事迹报告会",
        chair=None,
        attendance=replace(first.attendance, present=()),
        speakers=(),
        decisions=(),
        action_points=(),
        cited=(),
    )
    redactor = Redactor([first, second], Wishes())
    assert redactor.record(second).title == f"{MARKS['zh']}同志先进事迹报告会"


def test_a_leader_of_the_state_in_a_set_phrase_is_nobody_at_the_meeting(tmp_path):
    page = "<html><body><h1>学院召开例会</h1><p>3月4日\uff0c学院召开例会\uff0c学习贯彻某国明总书记重要讲话精神。会议由院长林若兰主持。林若兰指出\uff0c要抓好落实。</p></body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    (meeting,) = extract(read(tmp_path / "a.html"))
    made, _ = public(meeting)
    words = to_json(made).decode()
    assert "某国明总书记" in words
    assert "林若兰" not in words


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem[:12])
def test_statements_stand_where_they_stood(path):
    for meeting in extract(read(path)):
        made, redactor = public(meeting)
        assert redactor.items
        said = [one for speaker in made.speakers for one in speaker.statements]
        for one in (*said, *made.action_points, *made.decisions):
            if spans := one.spans or ((one.span,) if one.span else ()):
                assert words_of(made, spans) == one.text
        for item in redactor.items:
            assert item.what not in to_json(made).decode()


PIECES = st.lists(
    st.sampled_from(
        [
            "林若兰",
            "林",
            "若兰",
            "书记",
            "同志",
            "13800138000",
            "1",
            "138",
            "a@b.org",
            "a",
            "\uff0c",
            " ",
            "由",
            "\u00d7",
            "何远山",
            "远山",
            "何",
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES)
def test_no_name_and_number_is_left_in_any_text(text):
    from minutes.redacting.hiding import Curtain
    from minutes.redacting.names import Names

    made = Curtain(Names(["林若兰", "何远山"])).hide(text, "zh")
    assert "林若兰" not in made.text
    assert "何远山" not in made.text
    assert "a@b.org" not in made.text
    places = [made.place(at) for at in range(len(text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(made.text)


def test_the_copy_is_told_to_be_one():
    made, _ = public(invented.english())
    assert "publication copy" in json.loads(to_json(made))["notes"][-1]["message"]
