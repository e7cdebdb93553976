"""In whatever form a person is named, the copy does not name them. All people are invented."""

import pytest

from minutes.redacting.hiding import MARKS, Curtain
from minutes.redacting.names import Names

ZH, EN = MARKS["zh"], MARKS["en"]
CHINESE = ("林若兰", "何远山", "欧阳晓峰", "艾力\u00b7吐尔逊", "李明", "林")
ENGLISH = ("Alma Quill", "Teodor Mason-Reid", "Priya O'Neil", "J. van Dorn", "June May", "Una", "Ian Thorne")


def chinese(text):
    return Curtain(Names(CHINESE)).hide(text, "zh").text


def english(text, *others):
    return Curtain(Names(ENGLISH, lambda: (text, *others))).hide(text, "en").text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("会议由林若兰同志主持。", f"会议由{ZH}同志主持。"),
        ("林若蘭書記指出", f"{ZH}書記指出"),
        ("林 若 兰、李\u3000明、何远山", f"{ZH}、{ZH}、{ZH}"),
        ("林书记强调", f"{ZH}书记强调"),
        ("何付校长", f"{ZH}付校长"),
        ("教务处林处长汇报", f"教务处{ZH}处长汇报"),
        ("由欧阳主任和何副院长负责", f"由{ZH}主任和{ZH}副院长负责"),
        ("若兰同志、晓峰老师", f"{ZH}同志、{ZH}老师"),
        ("艾力\u2022吐尔逊和艾力.吐尔逊", f"{ZH}和{ZH}"),
        ("林", ZH),
        ("园林局局长、森林公园、李老师", f"园林局局长、森林公园、{ZH}老师"),
        ("如何远山近水", f"如{ZH}近水"),  # too much hidden is no leak
        ("何院长", f"{ZH}院长"),
        ("任何院长不得", "任何院长不得"),
        ("远山公园", "远山公园"),
    ],
)
def test_hides_chinese(text, left):
    assert chinese(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Alma Quill moved", f"{EN} moved"),
        ("MINUTES OF ALMA QUILL", f"MINUTES OF {EN}"),
        ("Quill, Alma", EN),
        ("Alma\nQuill", EN),
        ("Mayor Quill's report; Quills are pens", f"Mayor {EN}'s report; Quills are pens"),
        ("CllrQuill, QUILLS, TRANQUILL", f"Cllr{EN}, QUILLS, TRANQUILL"),
        ("Alma to write, almanac", f"{EN} to write, almanac"),
        ("Cllr Mason-Reid and Ms O'Neil", f"Cllr {EN} and Ms {EN}"),
        ("Mr van Dorn", f"Mr van {EN}"),
        ("May I ask, on 12 May 2024 or May 3, Ms May", f"{EN} I ask, on 12 May 2024 or May 3, Ms {EN}"),
        ("AQ: yes. (AQ) AQUA", f"{EN}: yes. ({EN}) AQUA"),
        ("the IT department", "the IT department"),
        ("IT: agreed. IT to do", f"{EN}: agreed. {EN} to do"),
        ("Unanimous", "Unanimous"),
    ],
)
def test_hides_english(text, left):
    assert english(text) == left


def test_what_the_office_keeps_stays():
    curtain = Curtain(
        Names({"Alma Quill", "Alma Frost"} - {"Alma Frost"}), keep=["Alma Frost", "13800138000"]
    )
    text = "Alma Frost and Alma Quill, 13800138000, 13900139000"
    assert curtain.hide(text, "en").text == f"Alma Frost and {EN}, 13800138000, {EN}"


def test_further_words_are_hidden_in_any_case_and_width():
    curtain = Curtain(Names(()), words=["Project Lark", "天目"])
    assert (
        curtain.hide("PROJECT LARK\uff0c天目计划\uff0c\uff30roject Lark", "zh").text
        == f"{ZH}\uff0c{ZH}计划\uff0c{ZH}"
    )


def test_everything_is_counted_once_under_the_name():
    curtain = Curtain(Names(CHINESE))
    curtain.hide("林若兰书记、何院长、何远山、a@b.org", "zh")
    assert curtain.count == {("name", "林若兰"): 1, ("name", "何远山"): 2, ("email", "a@b.org"): 1}
