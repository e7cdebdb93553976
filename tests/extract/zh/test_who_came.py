"""Who was there, by sentences, labels, forms and sheets, and how many."""

import pytest
from paper import read

LEAD = "3月5日下午，学院召开会议。\n"


def attendance(text, title="学院召开工作会议"):
    return read(LEAD + text, title=title, published="2024-03-09").attendance


def names(people):
    return " ".join(one.name for one in people)


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("出席会议的有校长苗青、副校长禾苗，教务处处长安然。", "苗青 禾苗 安然"),
        ("应邀出席会议的专家有江南大学教授苗青、教授禾苗。", "苗青 禾苗"),
        ("参加会议的还有县教育局局长苗青。", "苗青"),
        ("校领导苗青、禾苗及各部门负责人参加会议。", "苗青 禾苗"),
        ("赵立明、王静、周亮以及各支部书记参加。", "赵立明 王静 周亮"),
        ("王静、周亮同志出席，赵立明主持会议。", "王静 周亮"),
        ("校长赵立明、副校长王静出席了开幕式。", "赵立明 王静"),
        ("县委书记赵立明到会指导并讲话。", "赵立明"),
        ("各系主任、教学秘书、实验中心负责人和教学督导组成员参加会议。", ""),
    ],
)
def test_who_came_by_a_sentence(text, present):
    assert names(attendance(text).present) == present


@pytest.mark.parametrize(
    ("rows", "present"),
    [
        (
            "|单位|参会人员\n|建设单位|贺云飞（业主代表）\n|监理单位|翟国栋（总监理工程师）、倪海",
            "贺云飞 翟国栋 倪海",
        ),
        ("|序号|姓名|单位|职务|签到\n|1|赵立明|教务处|处长|\n|2|王静|学生处|副处长|", "赵立明 王静"),
        ("|参会单位|姓名|联系电话\n|建设单位|赵立明、王静|123\n|设计单位|周亮|456", "赵立明 王静 周亮"),
        (
            "参会单位及人员：\n建设单位：赵立明（项目负责人）\n监理单位：王静（总监）、周亮\n施工单位：钱伟",
            "赵立明 王静 周亮 钱伟",
        ),
        ("参加会议人员：\n应急管理局 赵立明\n消防救援大队 王静、周亮\n住建局 钱伟", "赵立明 王静 周亮 钱伟"),
        ("|参加人员|甲方：赵立明、王静\n| |乙方：周亮、钱伟", "赵立明 王静 周亮 钱伟"),
    ],
)
def test_who_came_by_a_table(rows, present):
    assert names(attendance(rows, title="关于工程的会议纪要").present) == present


def test_a_sheet_tells_roles_and_who_was_away():
    rows = "|姓名|职务|出席情况\n|赵立明|处长|出席\n|王静|副处长|请假\n|周亮|秘书|列席"
    found = attendance(rows, title="关于工程的会议纪要")
    assert [(one.name, one.role) for one in found.present] == [("赵立明", "处长")]
    assert (names(found.absent), names(found.in_attendance)) == ("王静", "周亮")


def test_a_table_of_names_that_says_nothing_of_the_meeting_is_no_sheet():
    assert names(attendance("拟表彰名单如下。\n|姓名|职务\n|赵立明|处长\n|王静|科长").present) == ""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("会议应到董事9人，实到董事8人。", 8),
        ("本次会议应到代表120名，因病请假5名，实到115名。", 115),
        ("本次会议应参加表决董事9名，实际参加表决董事7名。", 7),
        ("会议实到人员32人，缺席3人。", 32),
        ("参会人数：32", 32),
        ("参加人员（38人）：各科室负责人", 38),
        ("出席：赵立明、王静等12人", 12),
        ("到会有表决权的正式党员19名，赞成19票。", 19),
        ("|应到/实到|应到11人,实到9人|记录人|章丽", 9),
        ("|应出席人数|12人\n|实出席人数|10人", 10),
        ("全年参会人员2万人次。", None),
        ("会议决定，家委会推荐5名家长参加。", None),
    ],
)
def test_how_many_came(text, count):
    assert attendance(text).count == count


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("管委会副主任司空图在会议室召集应急局、住建局负责同志，专题研究整治工作。", "司空图"),
        ("会议由赵立明主持。", "赵立明"),
        ("赵立明同志主持会议。", "赵立明"),
        ("会议由王静女士主持。", "王静"),
    ],
)
def test_a_bare_name_may_chair(text, chair):
    assert read(LEAD + text, title="学院召开工作会议").chair.name == chair


def test_a_gathering_to_come_is_not_where_this_one_met():
    text = "4月8日，图书馆召开筹备会。\n会议同意活动方案，启动仪式定于4月23日在中心广场举行。"
    assert read(text, title="图书馆召开筹备会", published="2024-04-09").place is None
