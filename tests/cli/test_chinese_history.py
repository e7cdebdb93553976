"""History in Chinese: deeds, places and decisions on names in the user's language."""

import re

from minutes import messages
from minutes.cli.look.changes import deed
from minutes.places import OTHERS, label, named


def test_history_is_chinese(minutes, own):
    minutes(own, "edit", "1", "--set", "kind=纪要", "--set", "action_points.0.owner=维修组")
    minutes(own, "people", "merge", "关小渔", "柳成荫")
    minutes(own, "people", "split", "柳成荫", "柳成荫（二）", "1")
    minutes(own, "undo")
    out = minutes(own, "history", language="zh")[1]
    for words in (
        "合并姓名",
        "关小渔",
        "区分同名",
        "撤销批次",
        "类型  新闻报道 → 会议纪要",
        "督办事项.0.责任人",
        "不再是 柳成荫（二）",
    ):
        assert words in out
    assert not re.search(r"people|undo|names|\{|owner", out)


def test_every_deed_has_a_word():
    messages.choose("zh")
    deeds = (
        "people merge",
        "people rename",
        "people split",
        "undo 40",
        "share",
        "recover",
        "backup",
        "bag",
        "issue",
    )
    assert not [one for one in deeds if one.split()[0] in deed(one)]


def test_labels_of_places_can_be_typed():
    messages.choose("zh")
    for place in ("title", "kind", "action_points.0.owner", "chair.role", "decisions.1.text", *OTHERS):
        assert named(label(place)) == place


def test_explain_shows_and_takes_places_in_chinese(minutes, own):
    out = minutes(own, "explain", "1", language="zh")[1]
    assert "日期" in out
    assert not re.search(r"\b(date|chair|owner)\b", out)
    found = minutes(own, "explain", "1", "日期", language="zh")
    assert found == minutes(own, "explain", "1", "date", language="zh")
    assert found[0] == 0
