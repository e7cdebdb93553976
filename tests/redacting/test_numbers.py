"""What is hidden by its shape, and what only looks like it. All numbers are invented."""

import pytest

from archive.text import plain
from minutes.redacting.hiding import MARKS, Curtain
from minutes.redacting.names import Names

MARK = MARKS["zh"]


def hidden(text):
    return Curtain(Names(())).hide(text, "zh").text


@pytest.mark.parametrize(
    ("kind", "text", "left"),
    [
        ("phone", "联系电话\uff1a13800138000。", f"联系电话\uff1a{MARK}。"),
        ("phone", "手机 138 0013 8000 或+86-138-0013-8000", f"手机 {MARK} 或{MARK}"),
        ("phone", "电话\uff11\uff13\uff18\uff10\uff10\uff11\uff13\uff18\uff10\uff10\uff10", f"电话{MARK}"),
        ("phone", "请拨0571-88206000转8012咨询", f"请拨{MARK}咨询"),
        ("phone", "传真(010)66001234", f"传真{MARK}"),
        ("phone", "幺三八零零一三八零零零是值班手机", f"{MARK}是值班手机"),
        ("phone", "热线400-800-1234", f"热线{MARK}"),
        ("phone", "分机8012", f"分机{MARK}"),
        ("phone", "值班电话88206000", f"值班电话{MARK}"),
        ("phone", "Call (555) 555-0188 or 555-555-0199.", f"Call {MARK} or {MARK}."),
        ("phone", "phone 555-0188", f"phone {MARK}"),
        ("phone", "Ring 01632 960123 or 020 7946 0018", f"Ring {MARK} or {MARK}"),
        ("phone", "+44 20 7946 0018, +49 30 12345678", f"{MARK}, {MARK}"),
        ("email", "发至zhang.san@example.edu.cn邮箱", f"发至{MARK}邮箱"),
        ("email", "alma (at) example (dot) org", MARK),
        ("email", "a\uff20example.org", MARK),
        ("identity", "身份证号110101199003074578", f"身份证号{MARK}"),
        ("identity", "身份证11010119900307457X,", f"身份证{MARK},"),
        ("identity", "旧证110101900307457", f"旧证{MARK}"),
        ("identity", "SSN 078-05-1120", f"SSN {MARK}"),
        ("identity", "NI number QQ123456C and AB 12 34 56 C", f"NI number QQ123456C and {MARK}"),
        ("identity", "A123456(7)", MARK),
        ("card", "卡号6222 0000 1111 2222 333", f"卡号{MARK}"),
        ("card", "6222021234567890123", MARK),
        ("card", "账号\uff1a33001234567", f"账号\uff1a{MARK}"),
        ("plate", "车辆浙A·12345和浙AD12345已登记", f"车辆{MARK}和{MARK}已登记"),
        ("plate", "the van AB12 CDE", f"the van {MARK}"),
        ("plate", "车牌号 XY-1234", f"车牌号 {MARK}"),
        ("passport", "护照号码E12345678", f"护照号码{MARK}"),
        ("account", "微信号\uff1alin_2024", f"微信号\uff1a{MARK}"),
        ("account", "QQ:123456", f"QQ:{MARK}"),
        ("address", "住址\uff1a青屿市学府路12号3幢\uff0c邮编", f"住址\uff1a{MARK}\uff0c邮编"),
    ],
)
def test_hides(kind, text, left):
    curtain = Curtain(Names(()))
    assert curtain.hide(text, "zh").text == left
    assert {found for found, _ in curtain.count} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月12日上午9:00\u201411:20在305会议室",
        "2024-03-12T09:12",
        "2023-2024学年第2学期",
        "\u30142024\u301512号文件\uff0c编号20240315-07",
        "经费1,000,000元\uff0c投资12345678元",
        "电话会议于2024年3月1日召开",
        "电话会议2024年召开",
        "第3次会议\uff0c共128人\uff0c合格率98.75%",
        "京A类项目、苏B级、鲁C档",
        "24/031 Minutes of 12 March 2024, 7.30 pm, £1,200,000.00",
        "Resolution 2024-017, Section 3.2.1, Bylaw 1234-2024",
        "call to order at 19:00; 3:00-4:15",
        "version 1.0.12, room B2-104, 10.1038/1234",
        "一二三四五六七八九十项任务",
        "image-20231218175202-2",
        "vote 5-0-1; 12-345 Main Street",
    ],
)
def test_leaves(text):
    assert hidden(text) == text


HOSTILE = [
    "1" * 50_000,
    "a." * 30_000 + "@",
    "a@" * 30_000,
    "+1 " * 20_000,
    "(0" * 20_000,
    "电话" * 20_000,
    "1234 " * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_takes_for_ever(text):
    import time

    start = time.process_time()
    hidden(text)
    assert time.process_time() - start < 3


def test_places_lead_from_the_old_text_to_the_new():
    text = "甲13800138000乙a@example.org丙"
    made = Curtain(Names(())).hide(text, "zh")
    for word in "甲乙丙":
        start = text.index(word)
        assert made.text[made.place(start) : made.place(start + 1, end=True)] == word
    whole = made.text[made.place(1) : made.place(12, end=True)]
    assert whole == MARK
    assert made.text[made.place(5) : made.place(7, end=True)] == MARK  # a piece of what is hidden
    assert made.place(len(text), end=True) == len(made.text)
    assert plain(text) != made.text
