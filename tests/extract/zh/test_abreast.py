"""Labels that stand abreast in one line: every value is found and ends where the next label begins."""

import pytest
from paper import read

ASCII = str.maketrans({"\uff1a": ":", "\uff1b": ";", "\uff0c": ",", "\uff08": "(", "\uff09": ")"})
WHEN = "时间：5月20日（周一）9:00"
PLACE = "地点：三楼小会议室"
WHO = "主持：王静 参加：王静、周亮、赵立明 记录：周亮"
LINES = [
    f"编号：XX-2024-21 {WHEN} {PLACE}\n{WHO}",
    f"编号：XX-2024-21；{WHEN}；{PLACE}；\n主持：王静；参加：王静、周亮、赵立明；记录：周亮",
    f"编号：XX-2024-21\t{WHEN}\t{PLACE}\n主持：王静\t参加：王静、周亮、赵立明\t记录：周亮",
    f"编号：XX-2024-21  {WHEN}  {PLACE}\n主持：王静  参加：王静、周亮、赵立明  记录：周亮",
    f"会议编号：2024-21 {WHEN} {PLACE}\n主持：王静 参加：王静、周亮、赵立明 缺席：无 记录：周亮",
    f"第21期 {WHEN} {PLACE}\n2024年第21次例会\n{WHO}",
    "文号：XX-2024-21 会议时间：5月20日 周一 9:00 会议地点：三楼小会议室 主持人：王静 参会人员：王静、周亮、赵立明 记录人：周亮",
    f"|编号：XX-2024-21 {WHEN} {PLACE}|\n|{WHO}|",
    f"编号：XX-2024-21\n|时间|5月20日（周一）9:00 {PLACE}|\n|主持|王静 记录：周亮|\n|参加|王静、周亮、赵立明|",
    f"{WHEN}，{PLACE}，主持：王静，参加：王静、周亮、赵立明，记录：周亮。\n编号：XX-2024-21",
    f"类别：部务会 {WHEN} {PLACE} 编号：XX-2024-21\n主持：王静 参加：王静 周亮 赵立明 记录：周亮",
    "编号：XX-2024-21\n时间 5月20日（周一）9:00 地点 三楼小会议室\n主持 王静 参加 王静、周亮、赵立明 记录 周亮",
]
END = "\n会议要求，各部门要在6月底前完成整改。"


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("narrow", [False, True])
def test_labels_abreast(line, narrow):
    text = line.translate(ASCII) if narrow else line
    meeting = read(text + END, title="某部例会纪要", published="2025-06-02")
    assert (str(meeting.date), meeting.start_time) == ("2024-05-20", "09:00")
    assert meeting.place == "三楼小会议室"
    assert (meeting.chair.name, meeting.recorder.name) == ("王静", "周亮")
    assert [one.name for one in meeting.attendance.present] == ["王静", "周亮", "赵立明"]


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("时间：5月20日（周一）9:00", "某部2025年例会纪要", "2024-05-20"),
        ("时间：5月20日（周二）9:00", "某部2025年例会纪要", "2025-05-20"),
        ("时间：5月20日9:00", "某部例会纪要（XX-2024-21）", "2024-05-20"),
    ],
)
def test_weekday_and_number_tell_the_year(text, title, day):
    assert str(read(f"{text}\n地点：会议室\n主持：王静{END}", title=title).date) == day


def test_a_sentence_with_a_colon_is_no_label():
    meeting = read(
        f"2024年5月20日，学院召开例会。\n王静院长指出：会议地点：各系自定，时间：下周。{END}",
        title="学院例会",
    )
    assert (meeting.place, str(meeting.date)) == (None, "2024-05-20")
