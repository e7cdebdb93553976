"""Meetings and decisions are counted through the year, body by body."""

import datetime as dt

import pytest

from archive.record import Decision, Meeting, Source
from minutes import numbering

SOURCE = Source(file="a.html", sha256="", media_type="text/html", size=1)
BODY = "江畔学院"


def meeting(day: str | None, number: str | None = None, **fields) -> Meeting:
    values = {"organisation": BODY, "kind": "minutes", "language": "zh", **fields}
    texts = values.pop("decisions", ())
    made = tuple(Decision(number=place, text=text) for place, text in enumerate(texts, 1))
    date = dt.date.fromisoformat(day) if day else None
    return Meeting(date=date, number=number, decisions=made, source=SOURCE, **values)


def numbers(*meetings, form=None, again=False, year=2024):
    given = numbering.of_meetings(meetings, year, form, again=again)
    return [(str(one.meeting.date), one.number) for one in given]


def test_by_day_not_by_order_of_import_and_without_padding():
    assert numbers(meeting("2024-05-02"), meeting("2024-01-09")) == [
        ("2024-01-09", "\u30142024\u30151\u53f7"),
        ("2024-05-02", "\u30142024\u30152\u53f7"),
    ]


def test_who_has_a_number_keeps_it_and_the_count_goes_on():
    assert numbers(meeting("2024-01-09", "第4期"), meeting("2024-05-02"), form="第{n}期") == [
        ("2024-05-02", "第5期")
    ]


def test_again_counts_from_one():
    assert numbers(meeting("2024-01-09", "第4期"), meeting("2024-05-02"), form="{yy}/{nnn}", again=True) == [
        ("2024-01-09", "24/001"),
        ("2024-05-02", "24/002"),
    ]


def test_each_body_and_kind_and_year_counts_for_itself():
    others = meeting("2024-02-01", organisation="平川县教育局"), meeting("2024-03-01", kind="record")
    assert numbers(meeting("2024-01-09"), *others, meeting("2023-12-30"), meeting(None), form="{n}") == [
        ("2024-01-09", "1"),
        ("2024-02-01", "1"),
        ("2024-03-01", "1"),
    ]


def test_meetings_without_an_organisation_are_no_series():
    assert numbers(meeting("2024-01-09", organisation=None), meeting("2024-05-02"), form="{n}") == [
        ("2024-05-02", "1")
    ]


def test_english_minutes_have_their_own_usual_form():
    assert numbers(meeting("2024-01-09", language="en")) == [("2024-01-09", "2024-1")]


def test_decisions_run_through_all_meetings_of_the_year():
    later, earlier = meeting("2024-05-02", decisions=("丙",)), meeting("2024-01-09", decisions=("甲", "乙"))
    given = list(numbering.of_decisions([later, earlier], 2024, "D{nn}", again=False))
    assert [(one.meeting.decisions[one.decision].text, one.number) for one in given] == [
        ("甲", "D01"),
        ("乙", "D02"),
        ("丙", "D03"),
    ]


@pytest.mark.parametrize("form", ["", "{year}", "{x}", "n", "{yy}-n"])
def test_a_form_without_a_place_for_the_number_is_refused(form):
    with pytest.raises(numbering.NotAForm):
        numbering.check(form)
