"""Tasks below a heading with who and by when behind each: owner and due, and the text without them."""

import pytest
from paper import read

TASKS = [
    ("完成宿舍消防检查 责任人：王静 本周五前", "完成宿舍消防检查", "王静", "2024-05-24"),
    ("整理迎新材料，责任人：周亮，月底前", "整理迎新材料", "周亮", "2024-05-31"),
    ("修订值班制度 责任人：赵立明 三天内", "修订值班制度", "赵立明", "2024-05-23"),
    ("采购实验耗材（周亮，月底前）", "采购实验耗材", "周亮", "2024-05-31"),
    ("联系体检医院——王静，三天内", "联系体检医院", "王静", "2024-05-23"),
    ("更新网站栏目，赵立明负责，下周一前", "更新网站栏目", "赵立明", "2024-05-27"),
    ("核对资产台账 责任人：王静 5月24日前", "核对资产台账", "王静", "2024-05-24"),
    ("汇总各系课表 周亮 本周五前", "汇总各系课表", "周亮", "2024-05-24"),
    ("期末考务准备 责任部门：教务处 下周三前完成", "期末考务准备", "教务处", "2024-05-29"),
    ("走访困难学生 负责人：王静、周亮 月底前；", "走访困难学生", "王静、周亮", "2024-05-31"),
    ("报送招生计划（招生办负责 5月28日17:00前）", "报送招生计划", "招生办", "2024-05-28"),
]
ASCII = str.maketrans({"\uff1a": ":", "\uff1b": ";", "\uff0c": ",", "\uff08": "(", "\uff09": ")"})
FRAME = "时间：2024年5月20日（周一）9:00 地点：会议室\n主持：王静 参加：王静、周亮、赵立明\n王静通报了上周情况。\n"


def points(text):
    return [
        (one.text, one.owner, str(one.due)) for one in read(FRAME + text, title="学院例会纪要").action_points
    ]


@pytest.mark.parametrize("head", ["本周安排", "下周安排：", "二、工作安排", "下一步工作", "任务分工："])
@pytest.mark.parametrize("mark", ["{}. ", "", "（{}）", "• "])
@pytest.mark.parametrize("narrow", [False, True])
def test_who_and_by_when_behind_the_task(head, mark, narrow):
    lines = [mark.format(number) + task for number, (task, *_) in enumerate(TASKS, 1)]
    text = "\n".join([head, *lines])
    assert points(text.translate(ASCII) if narrow else text) == [tuple(rest) for _, *rest in TASKS]


PLANS = [("完成宿舍检查", "王静", "2024-05-24"), ("整理迎新材料", "周亮", "2024-05-31")]


@pytest.mark.parametrize(
    "text",
    [
        "下周安排：1.完成宿舍检查 责任人：王静 本周五前；2.整理迎新材料，责任人：周亮，月底前。",
        "本周安排：完成宿舍检查 责任人：王静 本周五前；整理迎新材料（周亮，月底前）。",
        "二、下一步工作：完成宿舍检查（王静，本周五前）；整理迎新材料——周亮，月底前",
        "任务分工如下：完成宿舍检查，王静负责，本周五前；整理迎新材料，周亮负责，月底前。",
        "本周安排\n完成宿舍检查\n责任人：王静 本周五前\n整理迎新材料\n责任人：周亮 月底前",
        "本周安排\n1. 完成宿舍检查\n负责人：王静，本周五前\n2. 整理迎新材料\n负责人：周亮，月底前",
        "本周安排\n完成宿舍检查（责任人：王静；完成时限：5月24日）\n整理迎新材料【周亮，月底前】",
        "本周安排\n完成宿舍检查 责任人：王静，完成时间：5月24日\n整理迎新材料 责任人：周亮 时限：5月31日前",
        "|下周安排|1.完成宿舍检查，责任人：王静，本周五前。 2.整理迎新材料，责任人：周亮，月底前。|",
        "|下周安排|\n|1.完成宿舍检查 责任人：王静 本周五前； 2.整理迎新材料 责任人：周亮 月底前；|",
    ],
)
@pytest.mark.parametrize("narrow", [False, True])
def test_in_one_paragraph_on_lines_of_their_own_and_in_cells(text, narrow):
    assert points(text.translate(ASCII) if narrow else text) == PLANS


@pytest.mark.parametrize(
    "text",
    [
        "上周工作安排完成情况\n宿舍消防检查 责任人：王静 本周五前",
        "本周安排\n宿舍消防检查 责任人：王静 5月10日前",
        "本周安排\n学院召开例会（王静，三楼会议室）",
        "参会名单\n办公室 王静 本周五",
        "本周安排\n王静汇报了会议室维修情况（周亮，月底前）",
    ],
)
def test_what_is_no_such_task(text):
    assert not [
        one
        for one in read(FRAME + text, title="学院例会纪要").action_points
        if one.text == "宿舍消防检查" or "会议室" in one.text
    ]


def test_behind_its_label_whoever_is_named_acts():
    text = "下周安排\n完成宿舍检查 责任人：某某 本周五前\n整理迎新材料 责任人：甲 月底前"
    assert points(text) == [("完成宿舍检查", "某某", "2024-05-24"), ("整理迎新材料", "甲", "2024-05-31")]


def test_a_sentence_that_gives_a_task_keeps_its_owner():
    found = points("下一步工作\n整改工作由办公室负责，月底前完成。")
    assert [(owner, due) for _, owner, due in found] == [("办公室", "2024-05-31")]
