"""Who spoke, by sentences that a verb or a noun close by could spoil."""

import pytest
from paper import persons, read

LEAD = "3月5日下午，学院召开会议。\n"


def speakers(text):
    return persons(read(LEAD + text, title="学院召开工作会议", published="2024-03-09"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("副校长王静传达会议精神。", {"王静": "副校长"}),
        ("教务处长王静部署后续工作，副校长周亮介绍组织建设情况。", {"王静": "教务处长", "周亮": "副校长"}),
        (
            "总务主任王静汇报后勤保障情况，副校长周亮通报人员变动情况。",
            {"王静": "总务主任", "周亮": "副校长"},
        ),
        ("校长王静宣读表彰决定。", {"王静": "校长"}),
        ("县委书记王静到会指导并讲话。", {"王静": "县委书记"}),
        ("副校长王静、教师周亮分别代表学校和教师发言。", {"王静": "副校长", "周亮": "教师"}),
        ("赵立明、王静、周亮三位同志作了重点发言。", {"赵立明": None, "王静": None, "周亮": None}),
        ("接着，九（3）班班主任王静以《用心陪伴》为题，分享了做法。", {"王静": "九（3）班班主任"}),
        ("学院邀请省委党校教授王静为师生作专题辅导。", {"王静": "省委党校教授"}),
        ("会议邀请法律顾问王静律师就合同管理进行了培训。", {"王静": "法律顾问"}),
        ("校党委书记周亮委托副书记王静传达上级精神。", {"王静": "副书记"}),
        (
            "镇长赵立明，镇人大主席王静，镇纪委书记周亮分别就各自工作进行了安排。",
            {"赵立明": "镇长", "王静": "镇人大主席", "周亮": "镇纪委书记"},
        ),
        ("附属医院主任医师、教授王静进行了学术讲座。", {"王静": "附属医院主任医师、教授"}),
        ("江婉雯小姐报告，有住户要求会所延长开放。", {"江婉雯": None}),
        (
            "王静总务主任汇报维修情况，周亮德育副校长介绍活动方案。",
            {"王静": "总务主任", "周亮": "德育副校长"},
        ),
    ],
)
def test_who_spoke(text, found):
    assert speakers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "院长王静要求，教学秘书在本周五前汇总各系安排。",
        "局长王静要求，各校要做好准备。一是抓实队伍建设。8月底前完成教师交流轮岗。二是抓实安全。",
        "院长王静谈了三点意见：第一，辅导员要坚持深入课堂。她介绍，本学期有预警学生43人。",
    ],
)
def test_an_office_that_is_told_to_act_does_not_speak(text):
    offices = [one.role for one in read(LEAD + text, title="学院召开工作会议").speakers if not one.name]
    assert offices == []


@pytest.mark.parametrize(
    "text",
    [
        "由镇纪委约谈村干部。",
        "学院邀请教授王静参加会议。",
        "王静代表学院与企业签署了合作协议。",
        "副校长王静主持汇报会。",
    ],
)
def test_who_did_not_speak(text):
    assert speakers(text) == {}
