"""Lines broken between a title and the name: the name below belongs to the title."""

import pytest
from paper import persons, read

ASCII = str.maketrans({"\uff1a": ":", "\uff1b": ";", "\uff0c": ",", "\uff08": "(", "\uff09": ")"})
END = "\n会议要求，各部门要在6月底前完成整改。"
CHAIRS = [
    ("主持人：教务处处长\n王静", "王静", "教务处处长"),
    ("主持人：\n教务处处长\n王静", "王静", "教务处处长"),
    ("主持：党委书记\n欧阳明", "欧阳明", "党委书记"),
    ("地点：会议室 主持人：副院长\n周亮", "周亮", "副院长"),
    ("会议主持人：总经理\n赵立明", "赵立明", "总经理"),
    ("主持人：总监\n王静\n记录人：周亮", "王静", "总监"),
    ("会议主持：街道办事处主任\n赵立明", "赵立明", "街道办事处主任"),
    ("召集人：校长\n王静", "王静", "校长"),
    ("主持人：教务处处长王静\n周亮", "王静", "教务处处长"),
    ("主持人：王静\n周亮", "王静", None),
]


@pytest.mark.parametrize(("lines", "name", "role"), CHAIRS)
@pytest.mark.parametrize("narrow", [False, True])
def test_the_chair_below_the_office(lines, name, role, narrow):
    text = f"时间：2024年5月20日9:00\n{lines}{END}"
    chair = read(text.translate(ASCII) if narrow else text, title="学院例会纪要").chair
    assert (chair.name, chair.role) == (name, role)


def test_an_office_above_something_else_stays_an_office():
    chair = read(
        f"时间：2024年5月20日\n主持人：教务处处长\n会议通报了检查情况。{END}", title="例会纪要"
    ).chair
    assert (chair.name, chair.role) == (None, "教务处处长")


SPEAKERS = [
    ("校督导组组长\n王静通报了听课情况。", {"王静": "校督导组组长"}),
    ("教务处处长\n王静指出，要抓好教学。", {"王静": "教务处处长"}),
    ("会上，副校长\n周亮介绍了招生情况。", {"周亮": "副校长"}),
    ("随后，财务处副处长\n赵立明汇报了预算执行情况。", {"赵立明": "财务处副处长"}),
    ("党委书记\n欧阳明强调：要守住底线。", {"欧阳明": "党委书记"}),
    ("工会主席\n王静传达了上级会议精神。", {"王静": "工会主席"}),
    ("镇长\n周亮作总结讲话。", {"周亮": "镇长"}),
    ("总经理\n赵立明表示，项目进展顺利。", {"赵立明": "总经理"}),
    ("后勤处处长\n王静说明了维修计划，副校长\n周亮作了点评。", {"王静": "后勤处处长", "周亮": "副校长"}),
    ("各系主任\n王静指出，要抓好教学。", {"王静": None}),
]


@pytest.mark.parametrize(("lines", "found"), SPEAKERS)
@pytest.mark.parametrize("narrow", [False, True])
def test_who_speaks_below_the_office(lines, found, narrow):
    text = f"2024年5月20日，学院召开例会。\n{lines}"
    assert persons(read(text.translate(ASCII) if narrow else text, title="学院例会")) == found
