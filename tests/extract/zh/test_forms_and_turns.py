"""Forms and records of who said what: labels over several cells, prose in cells, turns with units, proxies and remarks."""

from dataclasses import replace

from paper import paper, persons, read

from archive.record import Block, Cell
from minutes.extract import extract


def form(rows, *more):
    """A report of one table and paragraphs below; a cell is its words, or words with how many rows and columns it spans."""
    text, cells, taken = "", [], set()
    for number, row in enumerate(rows):
        text += "\n" if number else ""
        column = 0
        for place, cell in enumerate(row):
            words, down, across = cell if isinstance(cell, tuple) else (cell, 1, 1)
            while (number, column) in taken:
                column += 1
            text += "\t" if place else ""
            cells.append(
                Cell(
                    row=number,
                    column=column,
                    rowspan=down,
                    colspan=across,
                    start=len(text),
                    end=len(text) + len(words),
                )
            )
            text += words
            taken |= {(number + one, column + other) for one in range(down) for other in range(across)}
            column += across
    report = paper("\n".join(more), title="例会纪要")
    table = Block(kind="table", text=text, cells=tuple(cells))
    blocks = (report.blocks[0], table, *report.blocks[1:])
    (meeting,) = extract(replace(report, blocks=blocks))
    return meeting


def present(meeting):
    return [one.name for one in meeting.attendance.present]


def test_a_label_over_three_rows_has_the_names_of_all():
    meeting = form(
        [
            ["会议时间", "2024.09.12", "会议地点", "调度中心201"],
            [("参会人员", 2, 1), "建设单位", ("程卫东、汪若兰、邵宁", 1, 2)],
            ["监理单位", ("卓鸣", 1, 2)],
        ]
    )
    assert present(meeting) == ["程卫东", "汪若兰", "邵宁", "卓鸣"]
    assert (meeting.place, meeting.date.isoformat()) == ("调度中心201", "2024-09-12")


def test_a_label_with_a_row_to_itself_has_the_rows_below():
    meeting = form(
        [
            ["主持人", "总监理工程师 谢云", "记录", "柳青"],
            [("参 会 单 位 及 人 员", 1, 4)],
            ["建设单位", "江口卫生院", ("原平（科长）、程雨", 1, 2)],
            ["设计单位", "城南设计院", ("缺席", 1, 2)],
        ]
    )
    assert present(meeting) == ["原平", "程雨"]
    assert (meeting.chair.name, meeting.chair.role, meeting.recorder.name) == ("谢云", "总监理工程师", "柳青")


def test_head_counts_stand_in_forms_too():
    meeting = form([["到会情况", "应到代表36人，实到31人，请假5人"], ["主持人", "习远（村书记）"]])
    assert meeting.attendance.count == 31
    assert meeting.chair.name == "习远"


def test_the_course_of_a_meeting_in_one_cell_is_read():
    meeting = form(
        [
            ["时间", "2024年3月5日"],
            ["主持人", "王静"],
            [
                "会议内容",
                "一、王静传达了学校会议精神。 二、李明汇报了进展，各备课组要在3月8日前上交计划。 三、会议决定：购买两台设备。",
            ],
        ]
    )
    assert set(persons(meeting)) == {"王静", "李明"}
    assert [(one.owner, one.due.isoformat()) for one in meeting.action_points] == [("各备课组", "2024-03-08")]
    assert [one.text for one in meeting.decisions] == ["购买两台设备"]
    for point in meeting.action_points:
        assert meeting.body[point.span.block].text[point.span.start : point.span.end] == point.text


def test_reports_of_departments_in_rows_are_turns():
    meeting = form(
        [
            ["处室", "报告内容"],
            ["教务处", "教务主任 卓文心：第一次评量订于3月27日举行，请各科教师于3月22日前缴交试题。"],
            ["辅导室", "辅导主任 池雪（请假，由资料组长童安代理）：中辍生两名经家访后已经返校。"],
        ]
    )
    assert persons(meeting) == {"卓文心": "教务主任", "童安": "资料组长"}


RECORD = "时间：2024年3月5日\n主持人：王静\n出席：王静、李明远、周凡、赵敏\n"


def test_a_unit_with_the_speaker_in_brackets():
    meeting = read(
        RECORD + "施工单位（李明远）：本周完成模板。\n监理单位（周凡、赵敏）：资料不齐。", title="例会纪要"
    )
    assert set(persons(meeting)) == {"李明远", "周凡", "赵敏"}


def test_a_name_alone_on_its_line_speaks_the_paragraphs_below():
    meeting = read(
        RECORD + "周凡：\n建议增加宣讲。\n海报要尽快更新。\n赵敏补充：经费还剩三万。", title="会议记录"
    )
    words = {one.name: [part.text for part in one.statements] for one in meeting.speakers}
    assert words == {"周凡": ["建议增加宣讲。", "海报要尽快更新。"], "赵敏": ["经费还剩三万。"]}


def test_a_name_before_a_task_speaks_no_words():
    meeting = read(
        RECORD + "一、待办事项\n1. 周凡：补充方案，3月18日前发群里\n2. 赵敏：核对名单", title="会议记录"
    )
    assert not meeting.speakers
    assert [one.owner for one in meeting.action_points] == ["周凡", "赵敏"]


def test_names_parted_by_their_title_in_traditional_pages():
    meeting = read(
        "時間：113年3月5日\n主席：張校長文遠\n出席人員：陳主任志明、林組長淑芬\n陳主任志明：本學期註冊人數增加。\n張校長：請各處室配合。",
        title="行政會議紀錄",
    )
    assert meeting.chair.name == "張文遠"
    assert present(meeting) == ["陳志明", "林淑芬"]
    assert persons(meeting) == {"陳志明": "主任", "張文遠": "校長"}


def test_who_chairs_is_not_who_convenes():
    meeting = read(
        "召集人：公司董事会\n主持人：副董事长邬思远先生（董事长因公未能出席，由董事推举）", title="决议公告"
    )
    assert (meeting.chair.name, meeting.chair.role) == ("邬思远", "副董事长")


def news(text):
    return read(f"3月5日下午,学院召开会议。\n{text}", title="学院召开会议", published="2024-03-08")


def test_nouns_are_names_right_before_a_title():
    assert set(persons(news("平安局长通报了情况。阳光副校长作了部署。"))) == {"平安", "阳光"}


def test_behind_a_name_on_behalf_of_is_no_title():
    assert persons(news("秘书长严梅代表秘书处作工作报告。")) == {"严梅": "秘书长"}
    assert persons(news("教师代表刘芬代表全体教师宣读倡议书。")) == {"刘芬": "教师代表"}


def test_bracketed_titles_of_two_who_speak_together():
    found = persons(news("魏威(机电工程学院院长)、段芬(信息学院书记)作为专业群代表作了表态发言。"))
    assert found == {"魏威": "机电工程学院院长", "段芬": "信息学院书记"}


def test_short_titles_mean_the_one_they_fit():
    found = news("总经理王静、总工程师李明出席。王总指出,要抓回款。李工介绍了方案。")
    assert persons(found) == {"王静": "总经理", "李明": "总工程师"}


def test_whoever_is_only_conveyed_does_not_speak():
    meeting = news(
        "郝华传达了田青市长在推进会上的讲话精神。田青市长要求,各单位一要抢抓工期;二要强化保障。郝华强调,要抓落实。"
    )
    assert set(persons(meeting)) == {"郝华"}


def test_a_class_teacher_of_a_numbered_class():
    assert persons(news("物理组长石磊、高三(5)班班主任黄伟先后作了交流发言。")) == {
        "石磊": "物理组长",
        "黄伟": "高三(5)班班主任",
    }


def test_an_action_keeps_the_quotation_at_its_end():
    (point,) = news("总经理李明指出,项目部要对滞后项目亮“红黄牌”。").action_points
    assert point.text == "项目部要对滞后项目亮“红黄牌”"


def test_a_verb_above_a_list_is_the_act_and_not_its_words():
    (speaker,) = news("总经理李明强调:\n一、各部门要统一思想;\n二、财务部要严格预算。").speakers
    assert [(one.act, one.text) for one in speaker.statements] == [
        ("强调", "各部门要统一思想;\n财务部要严格预算。")
    ]
