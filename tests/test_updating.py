"""Edits made in an exported document come back as changes of fields; what cannot be traced is told, never guessed."""

import datetime as dt
from pathlib import Path

import docx
import pytest

from archive.errors import ArchiveError
from archive.record import Meeting, from_json
from minutes.correcting import corrected, rejected
from minutes.days import clock_of, day_of
from minutes.reading import read_file
from minutes.updating import NoRecord, edits
from minutes.updating.taking import pending, taken
from minutes.writers import PROFILES, write

SAMPLES = Path(__file__).parents[1] / "minutes" / "samples"
OWN = sorted((Path(__file__).parent / "reports-own").glob("*.html"))
STEERING = "harbour-lights-steering-group-2024-06-06.docx"
NEWS = "江畔学院召开新学期本科教学工作会议.html"
OFFICE = "院长办公会会议纪要-2024-04-10.docx"
TODAY = dt.date(2024, 6, 30)


def record(file: Path) -> Meeting:
    reading = read_file(file)
    assert not isinstance(reading, ArchiveError)
    return from_json(reading.meetings[0])


@pytest.fixture
def exported(tmp_path):
    """Writes a sample, lets `edit` change the words of each paragraph and cell, and gives what came back."""

    def call(name: str, edit, profile: str | None = None) -> dict[str | None, object]:
        file = tmp_path / "edited.docx"
        file.write_bytes(write(record(SAMPLES / name), "docx", profile=profile))
        document = docx.Document(str(file))
        cells = [p for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]
        for paragraph in [*document.paragraphs, *cells]:
            words = edit(paragraph.text)
            if words != paragraph.text:
                for run in paragraph.runs[1:]:
                    run.text = ""
                paragraph.runs[0].text = words
        document.save(str(file))
        return {change.path: change.after for change in edits(file)[1]}

    return call


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("to", ["docx", "md"])
@pytest.mark.parametrize("name", [STEERING, OFFICE])
def test_a_document_that_nobody_edited_has_no_edits(tmp_path, name, profile, to):
    file = tmp_path / f"untouched.{to}"
    file.write_bytes(write(record(SAMPLES / name), to, profile=profile))
    assert edits(file)[1] == []


@pytest.mark.parametrize("file", OWN, ids=lambda file: file.stem)
def test_nor_has_any_other_report(tmp_path, file):
    out = tmp_path / "untouched.docx"
    out.write_bytes(write(record(file), "docx"))
    assert edits(out)[1] == []


def test_what_was_edited_in_a_line_is_traced_to_its_field(exported):
    assert exported(STEERING, lambda words: words.replace("Room 2.14", "Room 3")) == {
        "place": "Room 3 and online"
    }


def test_a_name_in_the_title_is_the_title_there_and_the_organisation_elsewhere(exported):
    changed = exported(STEERING, lambda words: words.replace("Steering Group", "Steering Committee"))
    assert changed["title"] == "Harbour Lights Project: Steering Committee Minutes"
    assert changed["organisation"] == "Steering Committee"


def test_columns_of_the_action_table_are_fields(exported):
    new = {"14 June 2024": "28 June 2024", "Dalia Fontaine": "Rosa Lind", "Open": "Done"}
    row = exported(STEERING, lambda words: new.get(words, words), "report")
    assert row["action_points.0.due"] == "2024-06-28"
    assert row["action_points.0.owner"] == "Rosa Lind"
    assert {row[f"action_points.{place}.state"] for place in range(3)} == {"done"}


def test_chinese_minutes_in_running_text(exported):
    def edit(words):
        return (
            words.replace("2024年5月15日", "2024年5月20日")
            .replace("9:00", "9:30")
            .replace("二楼第一", "三楼")
        )

    assert exported(OFFICE, edit) == {
        "start_time": "09:30",
        "place": "行政楼三楼会议室",
        "action_points.3.due": "2024-05-20",
    }


@pytest.mark.parametrize(
    ("name", "profile"),
    [(STEERING, "minutes"), (STEERING, "report"), (NEWS, "jiyao"), (NEWS, "jilu"), (NEWS, "report")],
)
def test_another_title_is_the_title_however_little_is_left_of_it(tmp_path, name, profile):
    file = tmp_path / "edited.md"
    text = write(record(SAMPLES / name), "md", profile=profile).decode()
    (title,) = (line for line in text.splitlines() if line.startswith("# "))
    file.write_text(text.replace(f"\n{title}\n", "\n# Quay \u8bae\u4e8b\n"), "utf-8")
    assert [(change.path, change.after) for change in edits(file)[1]] == [("title", "Quay \u8bae\u4e8b")]


def test_a_title_that_shows_a_part_of_it_keeps_the_rest(exported):
    changed = exported(
        NEWS, lambda words: words.replace("新学期本科教学工作会议纪要", "春季本科教学工作会议纪要"), "jiyao"
    )
    assert changed["title"] == "江畔学院召开春季本科教学工作会议"


def test_a_set_sentence_gives_back_the_words_of_the_statement_in_it(exported):
    before = record(SAMPLES / NEWS).speakers[0].statements[0].text
    changed = exported(NEWS, lambda words: words.replace("上学期教学运行情况", "上学年教学运行情况"), "jiyao")
    assert changed == {"speakers.0.statements.0.text": before.replace("上学期教学", "上学年教学")}


def test_another_day_in_the_words_of_an_action_point_is_proposed_as_its_due_date(exported):
    changed = exported(NEWS, lambda words: words.replace("于4月底前提交", "于5月20日前提交"), "report")
    (place,) = (
        path.rpartition(".")[0] for path in changed if path.endswith(".text") and path.startswith("action")
    )
    assert changed[f"{place}.due"] == "2024-05-20"
    formal = exported(NEWS, lambda words: words.replace("于4月底前提交", "于5月20日前提交"), "jiyao")
    assert formal == {
        f"{place}.due_text": "5月20日前",
        f"{place}.text": "要加快培养方案修订，各系于5月20日前提交定稿",
        f"{place}.due": "2024-05-20",
    }
    english = exported(
        STEERING, lambda words: words.replace("to all members", "to all members by 19 June"), "report"
    )
    assert english["action_points.2.due"] == "2024-06-19"
    assert "action_points.1.due" not in english


def test_words_that_belong_to_no_field_are_told_with_their_line(exported):
    changed = exported(OFFICE, lambda words: words.replace("会议议定事项纪要如下", "会议情况纪要如下"))
    assert list(changed) == [None]
    assert "会议情况纪要如下" in changed[None]


def test_a_row_that_was_taken_out_takes_out_its_action_point(tmp_path):
    file = tmp_path / "edited.docx"
    before = record(SAMPLES / STEERING)
    file.write_bytes(write(before, "docx"))
    document = docx.Document(str(file))
    gone = document.tables[-1].rows[2]._tr
    gone.getparent().remove(gone)
    document.save(str(file))
    _, found = edits(file)
    after = taken(before, pending(before, before, found), "Lin", TODAY)
    assert [point.number for point in after.action_points] == [1, 3]


def test_a_document_without_a_record_is_refused(tmp_path):
    file = tmp_path / "bare.docx"
    file.write_bytes(write(record(SAMPLES / STEERING), "docx", with_record=False))
    with pytest.raises(NoRecord):
        edits(file)


def test_what_somebody_changed_meanwhile_is_a_conflict_and_numbers_find_their_action_points():
    from minutes.updating import Change

    exported = record(SAMPLES / STEERING)
    meanwhile = corrected(exported, "place", "Room 9", "Lin")
    meanwhile = rejected(meanwhile, "action_points.0", "Lin")
    found = [
        Change("place", exported.place, "Room 3"),
        Change("action_points.0.text", exported.action_points[0].text, "gone"),
        Change("action_points.1.text", exported.action_points[1].text, "Draft the list"),
    ]
    place, second = pending(exported, meanwhile, found)
    assert place.conflicts
    assert (second.path, second.conflicts) == ("action_points.0.text", False)
    after = taken(meanwhile, [second], "Lin", TODAY)
    first = after.action_points[0]
    assert (first.number, first.text) == (2, "Draft the list")


def test_what_was_taken_over_is_not_offered_again():
    from minutes.updating import Change

    exported = record(SAMPLES / STEERING)
    found = [Change("place", exported.place, "Room 3")]
    after = taken(exported, pending(exported, exported, found), "Lin", TODAY)
    assert pending(exported, after, found) == []


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024年6月3日", "2024-06-03"),
        ("2024-06-03", "2024-06-03"),
        ("3 June 2024", "2024-06-03"),
        ("3rd Jun 2024", "2024-06-03"),
        ("June 3, 2024", "2024-06-03"),
        ("6月3日", None),
        ("31 June 2024", None),
        ("soon", None),
    ],
)
def test_days_as_people_write_them(written, day):
    assert day_of(written) == day


@pytest.mark.parametrize(("written", "clock"), [("9:30", "09:30"), ("14\uff1a05", "14:05"), ("noon", None)])
def test_hours_as_people_write_them(written, clock):
    assert clock_of(written) == clock
