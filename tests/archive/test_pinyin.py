"""How names sound."""

import pytest

from archive.pinyin import sounds_of


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("单小明", "shanxiaoming"),
        ("仇英", "qiuying"),
        ("解缙", "xiejin"),
        ("曾国华", "zengguohua"),
        ("朴正熙", "piaozhengxi"),
        ("任建国", "renjianguo"),
        ("查良", "zhaliang"),
        ("盖文", "gewen"),
        ("区大伟", "oudawei"),
        ("华罗庚", "hualuogeng"),
        ("欧阳锋", "ouyangfeng"),
        ("尉迟恭", "yuchigong"),
        ("万俟卨", "moqixie"),
        ("單小明", "shanxiaoming"),
        ("吕明", "lvming"),
    ],
)
def test_a_surname_sounds_as_a_surname(name, sound):
    assert sound in sounds_of(name)


def test_a_given_name_may_have_several_readings():
    assert {"zhangle", "zhangyue"} <= set(sounds_of("张乐"))


@pytest.mark.parametrize("name", ["Ada Marlow", "", "A张", "张3"])
def test_other_names_have_no_sound(name):
    assert sounds_of(name) == ()
