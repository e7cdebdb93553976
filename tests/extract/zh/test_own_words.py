"""An office's own words: a zh.toml in the folder of the configuration is added to ours."""

import pytest
from paper import paper, persons

from minutes.extract import extract

TOML = """
[titles]
core = "掌灯使 巡河官"
[units]
tail = ["灯火坊", "河务堂"]
[names]
surnames = "囍"
compound = "北宫"
[acts]
say = "谕示"
"""


@pytest.fixture
def office(tmp_path):
    (tmp_path / "zh.toml").write_text(TOML, "utf-8")
    return tmp_path


def read(text, folder=None):
    (meeting,) = extract(
        paper(f"3月5日,河务会议召开。\n{text}", title="会议纪要", published="2024-03-08"), lexicon=folder
    )
    return meeting


def test_own_titles_and_verbs_make_speakers(office):
    text = "掌灯使王静谕示,各灯笼要按时点亮。"
    assert persons(read(text, office)) == {"王静": "掌灯使"}
    assert persons(read(text)) != {"王静": "掌灯使"}


def test_own_surnames_make_names(office):
    assert persons(read("巡河官囍明远汇报了水情,巡河官北宫静汇报了汛情。", office)) == {
        "囍明远": "巡河官",
        "北宫静": "巡河官",
    }


def test_own_units_make_owners(office):
    points = read("会议要求,灯火坊要在4月底前换好灯芯。", office).action_points
    assert [(one.owner, one.due.isoformat()) for one in points] == [("灯火坊", "2024-04-30")]


def test_ours_stay(office):
    assert persons(read("校长李明远强调,要抓好落实。", office)) == {"李明远": "校长"}


def test_an_unreadable_file_is_noted_and_ours_are_used(tmp_path):
    (tmp_path / "zh.toml").write_text("[titles\ncore=", "utf-8")
    meeting = read("校长李明远强调,要抓好落实。", tmp_path)
    assert "lexicon-unreadable" in {note.kind for note in meeting.notes}
    assert persons(meeting) == {"李明远": "校长"}
