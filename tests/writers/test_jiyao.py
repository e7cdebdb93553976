"""Formal Chinese minutes: only what the record says, in the form of GB/T 9704-2012."""

import datetime as dt
import re
from itertools import pairwise

import pytest
from invented_meetings import chinese

from archive.record import AgendaItem, Attendance, Decision, Meeting, Person, Span, Speaker, Statement
from minutes.writers.details import NONE, Details
from minutes.writers.profiles.jiyao import formal_number, jiyao, minutes_title
from minutes.writers.profiles.sentences import came, heard
from minutes.writers.word.looks import LINE, LOOKS
from minutes.writers.word.title import balanced

OFFICE = Details(
    copies_to="各学院,各部门",
    printed_by="党政办公室",
    issued=dt.date(2023, 11, 2),
    number="青大纪要[2023]005号",
)
COMMA, COLON = "\uff0c", "\uff1a"


def person(name: str, role: str | None = None, kind="person") -> Speaker:
    return Speaker(name=name, role=role, kind=kind)


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("青屿大学召开2023年实验教学工作会议", "2023年实验教学工作会议纪要"),
        ("资源学院党政联席会议纪要", "资源学院党政联席会议纪要"),
        ("秋季运行协调会", "秋季运行协调会纪要"),
        ("学院学习贯彻秋季工作会议精神", "学院学习贯彻秋季工作会议精神"),
    ],
)
def test_is_named_after_the_meeting(title, wanted):
    assert minutes_title(chinese(title=title)) == wanted


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        ("青大纪要[2024]005号", "青大纪要\u30142024\u30155号"),
        ("(2024)第12号", "\u30142024\u301512号"),
        ("第05期", "第5期"),
        ("2023-14", "2023-14"),
    ],
)
def test_writes_numbers_without_padding_in_their_brackets(number, wanted):
    assert formal_number(number) == wanted


@pytest.mark.parametrize(
    ("act", "text", "wanted"),
    [
        ("指出", "要抓好冬储;", f"会议指出{COMMA}要抓好冬储。"),
        ("强调", "要抓好冬储。", f"会议强调{COMMA}要抓好冬储。"),
        ("提出两点要求", "一是抓好冬储", f"会议要求{COMMA}一是抓好冬储。"),
        ("汇报", "汇报了冬储进展", "会议听取了站长关小渔关于冬储进展的汇报。"),
        ("通报", "通报了冬储进展,完成九成。", "会议听取了站长关小渔关于冬储进展的通报,完成九成。"),
        ("传达", "首先传达了全县会议精神。", "会议传达学习了全县会议精神。"),
        ("肯定", "肯定了冬储工作", "站长关小渔肯定了冬储工作。"),
        ("安排", "分别就冬储和检修作了说明。", "站长关小渔分别就冬储和检修作了说明。"),
        ("发言", "同意。", f"站长关小渔发言{COLON}同意。"),
    ],
)
def test_puts_what_was_said_into_the_set_sentences(act, text, wanted):
    assert heard([person("关小渔", "站长")], Statement(act=act, text=text)) == wanted


def test_names_a_group_and_several_speakers_together():
    both = [person("关小渔"), person("柳成荫")]
    assert (
        heard(both, Statement(act="介绍", text="分别介绍了两个班组。"))
        == "关小渔\u3001柳成荫分别介绍了两个班组。"
    )
    group = person("大家", kind="collective")
    assert heard([group], Statement(act="认为", text="很及时")) == f"大家认为{COMMA}很及时。"


def test_words_of_somebody_absent_are_said_to_be_so():
    relayed = Statement(act="强调", text="要抓好冬储", relayed_from="席若愚")
    assert heard([person("关小渔")], relayed) == f"会议传达了席若愚的意见{COLON}要抓好冬储。"


def test_does_not_say_twice_when_and_why():
    assert came("11月4日,水产站召开例会,全站12人参加。") == "全站12人参加。"


def test_the_meeting_reports_to_nobody_as_somebody():
    said = Statement(act="通报", text="通报了近期溺水事件")
    assert heard([person("会议", kind="collective")], said) == "会议听取了关于近期溺水事件的通报。"
    assert heard([person("安全股", kind="unit")], said) == "会议听取了安全股关于近期溺水事件的通报。"


def test_who_took_the_chair_is_said_once():
    assert came(f"班子成员到会{COMMA}站长柳成荫主持会议。", "柳成荫") == "班子成员到会。"
    assert came(f"站长柳成荫主持会议{COMMA}全站12人参加。", "柳成荫") == "全站12人参加。"
    assert came("站长柳成荫主持会议并讲话。", "柳成荫") == ""
    assert came("组长关小渔主持会议。", "柳成荫") == "组长关小渔主持会议。"
    said = Speaker(name="柳成荫", statements=(Statement(act="主持", text="站长柳成荫主持会议并讲话。"),))
    meeting = chinese(chair=Person(name="柳成荫", role="站长"), speakers=(said,))
    assert "".join(line.text for line in jiyao(meeting, NONE).lines()).count("主持") == 1


def test_those_present_keep_their_offices():
    present = (
        Person(name="柏舟", organisation="教务处", role="教务处主任"),
        Person(name="关小渔", organisation="水产站", role="组长"),
    )
    (line,) = (
        line
        for line in jiyao(chinese(attendance=Attendance(present=present)), NONE).lines()
        if line.style == "attendance"
    )
    assert line.text.endswith("教务处主任柏舟、水产站组长关小渔")


def test_every_line_is_set_words_or_the_records_own():
    """No sentence that is not the record's, a set sentence, or both."""
    meeting = chinese()
    for line in jiyao(meeting, OFFICE).lines():
        assert line.origin or line.style in {"heading1", "copies"} or "会议" in line.text


def test_nothing_unknown_is_printed():
    lines = list(jiyao(Meeting(source=chinese().source), NONE).lines())
    text = "".join(line.text for line in lines)
    assert "None" not in text
    assert not {line.style for line in lines} & {"attendance", "copies", "printed", "imprint", "number"}


def test_attendance_stands_in_the_order_of_the_standard():
    labels = [line.label for line in jiyao(chinese(), NONE).lines() if line.style == "attendance"]
    assert labels == ["出席", "请假", "列席"]


def test_a_statement_drawn_into_action_points_is_not_repeated():
    text = "要在聘任后组织一次集中培训"
    span = Span(block=1, start=0, end=len(text))
    point = chinese().action_points[0]
    said = Speaker(name="柏舟", statements=(Statement(act="要求", text=text, span=span),))
    meeting = chinese(speakers=(said,), action_points=(type(point)(number=1, text=text, span=span),))
    assert "".join(line.text for line in jiyao(meeting, NONE).lines()).count(text) == 1


def test_follows_the_agenda_where_it_shows_what_belongs_where():
    agenda = tuple(
        AgendaItem(number=None, title=title, span=Span(block=block, start=0, end=2))
        for title, block in (("冬储", 1), ("检修", 3))
    )
    decisions = tuple(
        Decision(number=number, text=text, span=Span(block=block, start=0, end=2))
        for number, text, block in ((1, "同意采购", 2), (2, "同意停机", 4), (3, "同意外包", 4))
    )
    meeting = chinese(agenda=agenda, decisions=decisions, speakers=(), action_points=())
    texts = [
        line.text for line in jiyao(meeting, NONE).lines() if line.style in {"heading1", "body", "item"}
    ][1:]
    assert texts == [
        "冬储",
        f"会议议定{COMMA}同意采购。",
        "检修",
        f"会议议定以下事项{COLON}",
        "同意停机。",
        "同意外包。",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "某某大学关于学习贯彻2023年秋季工作会议精神的会议纪要",
        "关于印发《实验教学改革实施方案》的会议纪要" * 2,
    ],
)
def test_long_titles_break_into_even_lines_and_no_number_or_quotation(title):
    lines = balanced(title, 20).split("\n")
    assert "".join(lines) == title
    assert max(map(len, lines)) <= 20
    assert not any(re.search(r"\d$", one) and re.match(r"\d", two) for one, two in pairwise(lines))


@pytest.mark.parametrize(
    ("number", "issued", "wanted"),
    [
        ("第5期", None, ["mark", "ruled", "title"]),
        ("第5期", dt.date(2023, 11, 2), ["mark", "number", "issuer", "title"]),
        (None, dt.date(2023, 11, 2), ["mark", "alone", "title"]),
        (None, None, ["mark", "alone", "title"]),
    ],
)
def test_one_red_line_stands_under_the_head_with_room_under_the_mark(number, issued, wanted):
    styles = [line.style for line in jiyao(chinese(number=number), Details(issued=issued)).lines()]
    assert styles[: len(wanted)] == wanted
    look = LOOKS["jiyao"].shapes
    assert sum(look[style].below is not None for style in wanted) == 1
    assert look[wanted[1]].before == 2 * LINE
