"""Full-width punctuation is restored in Chinese, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.writers.punctuation import restored

CASES = [
    # between Chinese characters
    ("全院师生,各部门", "全院师生\uff0c各部门"),
    ("巡视整改;二要深化", "巡视整改\uff1b二要深化"),
    ("会议强调:要落实", "会议强调\uff1a要落实"),
    ("怎么办?抓落实", "怎么办\uff1f抓落实"),
    ("抓落实!抓到底", "抓落实\uff01抓到底"),
    ("副院长(主持工作)指出", "副院长\uff08主持工作\uff09指出"),
    ("二要深化;", "二要深化\uff1b"),
    ("全院, 各部门", "全院\uff0c各部门"),
    ("主持人 : 张三", "主持人\uff1a张三"),
    ("张三--李四", "张三\u2014\u2014李四"),
    ("科研等等...", "科研等等\u2026\u2026"),
    ("会议结束.", "会议结束。"),
    # at the border of Chinese and something else
    ("达98%,较去年", "达98%\uff0c较去年"),
    ("要求:1.提高", "要求\uff1a1.提高"),
    ("设备A,中期", "设备A\uff0c中期"),
    ("(1)加强领导", "\uff081\uff09加强领导"),
    ("氧化铝(Al2O3)的", "氧化铝\uff08Al2O3\uff09的"),
    ("他(Zhang San)说", "他\uff08Zhang San\uff09说"),
    ("国标(2012)规定", "国标\uff082012\uff09规定"),
    # quotes and brackets in pairs
    ('坚持"教育优先"', "坚持\u201c教育优先\u201d"),
    ("坚持'教育优先'", "坚持\u2018教育优先\u2019"),
    ("他说,\"要落实'一校一策'\"", "他说\uff0c\u201c要落实\u2018一校一策\u2019\u201d"),
    ('"互联网+"行动', "\u201c互联网+\u201d行动"),
    ("((甲)乙)", "\uff08\uff08甲\uff09乙\uff09"),
    ("\uff082023)年", "\uff082023\uff09年"),
    ("甲)乙", "甲)乙"),
    ('5"屏幕', '5"屏幕'),
    # never: times, numbers, names of things, addresses
    ("会议3:00开始", "会议3:00开始"),
    ("上午9:30-11:00召开", "上午9:30-11:00召开"),
    ("经费1,000元", "经费1,000元"),
    ("比例3:2为宜", "比例3:2为宜"),
    ("(2023)A", "(2023)A"),
    ("文号(2023)A", "文号(2023)A"),
    ("函数f(x)的值", "函数f(x)的值"),
    ("见https://a.cn/b?x=1:2,请查收", "见https://a.cn/b?x=1:2\uff0c请查收"),
    ("登录www.a.cn/x,y查看", "登录www.a.cn/x,y查看"),
    ("邮箱:a.b@c.cn,电话", "邮箱\uff1aa.b@c.cn\uff0c电话"),
    ("盘C:\\文件", "盘C:\\文件"),
    ("Zhang (张三) said", "Zhang (张三) said"),
    ("Hello, world (2023): yes!", "Hello, world (2023): yes!"),
    ("一.提高认识", "一.提高认识"),
    ("GB/T 9704-2012,版本1.0", "GB/T 9704-2012\uff0c版本1.0"),
]


@pytest.mark.parametrize(("given_", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_restores_what_is_chinese_and_nothing_else(given_, wanted):
    assert restored(given_) == wanted


@pytest.mark.parametrize("wanted", [wanted for _, wanted in CASES])
def test_leaves_restored_text_as_it_is(wanted):
    assert restored(wanted) == wanted


@given(st.text(alphabet="abcXYZ019 ,.;:?!()'\"-"))
def test_never_touches_text_without_chinese(text):
    assert restored(text) == text


@given(st.text(alphabet="中文a1 ,.;:?!()'\"-\ue000\u201c/"))
def test_loses_no_letter_and_no_digit(text):
    assert [c for c in restored(text) if c.isalnum()] == [c for c in text if c.isalnum()]
