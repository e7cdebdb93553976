"""Ledgers of tasks whatever their columns are called: two rows of headings, titles, merged cells; programmes are none."""

import pytest
from test_forms_and_turns import form

CASES = {
    "plain": (
        [
            ["序号", "议定事项", "责任单位", "责任人", "配合单位", "完成时限", "备注"],
            ["1", "修订考勤办法", "人事处", "王静", "财务处、工会", "9月20日前", ""],
            ["2", "更换空调", "后勤处", "李明", "", "月底前", "分批"],
        ],
        [("修订考勤办法", "人事处", "王静", "2024-09-20"), ("更换空调", "后勤处", "李明", "2024-09-30")],
    ),
    "two rows of headings": (
        [
            [("序号", 2, 1), ("工作任务", 2, 1), ("责任分工", 1, 2), ("完成时间", 2, 1)],
            ["牵头部门", "配合部门"],
            ["1", "编制方案", "教务处", "学工处", "10月15日"],
        ],
        [("编制方案", "教务处", None, "2024-10-15")],
    ),
    "a title above": (
        [[("任务分解表", 1, 4)], ["序号", "任务", "责任人", "完成时间"], ["1", "摸排隐患", "王静", "9.30"]],
        [("摸排隐患", "王静", "王静", "2024-09-30")],
    ),
    "classes at the left": (
        [
            ["类别", "具体任务", "责任部门", "时限"],
            [("安全", 2, 1), "检修电路", "后勤处", "一周内"],
            ["更换灭火器", "保卫处", "9月底"],
        ],
        [("检修电路", "后勤处", None, "2024-09-19"), ("更换灭火器", "保卫处", None, "2024-09-30")],
    ),
    "what was wrong at the left": (
        [["存在问题", "整改措施", "责任部门", "整改期限"], ["台账不全", "补齐台账", "安环部", "2024-09-20"]],
        [("补齐台账", "安环部", None, "2024-09-20")],
    ),
    "a project's list": (
        [
            ["待办", "负责人", "截止日期", "状态"],
            ["上线登录页", "王静", "9/20", "进行中"],
            ["无", "", "", ""],
        ],
        [("上线登录页", "王静", "王静", "2024-09-20")],
    ),
    "unit and person in one cell": (
        [["事项", "责任部门/责任人", "完成时间"], ["采购设备", "设备科 王静", "9月25日"]],
        [("采购设备", "设备科", "王静", "2024-09-25")],
    ),
    "one owner of two": (
        [
            ["序号", "任务", "责任单位", "完成时间"],
            ["1", "清理楼道", ("物业公司", 2, 1), "本周五"],
            ["2", "修补路面", "下周三"],
        ],
        [("清理楼道", "物业公司", None, "2024-09-13"), ("修补路面", "物业公司", None, "2024-09-18")],
    ),
    "a programme": ([["时间", "内容", "地点", "负责人"], ["8:30", "开幕式", "礼堂", "王静"]], []),
}


@pytest.mark.parametrize(("rows", "expected"), CASES.values(), ids=CASES.keys())
def test_the_tasks_of_a_ledger(rows, expected):
    meeting = form(rows, "会议时间：2024年9月12日")
    found = [
        (one.text, one.owner, one.owner_person, one.due and one.due.isoformat())
        for one in meeting.action_points
    ]
    assert found == expected


def test_those_who_help_and_the_words_of_the_due_are_kept():
    (first, _) = form(CASES["plain"][0], "会议时间：2024年9月12日").action_points
    assert (first.cooperating, first.due_text) == (("财务处", "工会"), "9月20日前")
