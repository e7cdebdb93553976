"""Tasks told to units without 要: behind a date, in a list of tasks, at once; what must not stop; what is none."""

import pytest
from paper import read

CASES = [
    (
        "下周一前，各部门将意见反馈至办公室。",
        [("下周一前，各部门将意见反馈至办公室", "各部门", "2024-09-16")],
    ),
    (
        "会议确定了以下任务：办公室做好会务保障；宣传科做好报道。",
        [("办公室做好会务保障", "办公室", None), ("宣传科做好报道", "宣传科", None)],
    ),
    ("科研处会同人事处尽快出台奖励办法。", [("科研处会同人事处尽快出台奖励办法", "科研处", None)]),
    ("建议由教务处牵头研究学分互认问题。", []),
    (
        "周明谈到，搬迁期间教学实验不能停，设备拆装要找原厂工程师。",
        [("搬迁期间教学实验不能停，设备拆装要找原厂工程师", None, None)],
    ),
    ("周明指出，现有设备不能满足需要。", []),
    ("周明指出，也要看到管理上的短板。", []),
    (
        "会议认为条件尚不成熟，本次不作表决，由周明根据意见重新拟定方案。",
        [("由周明根据意见重新拟定方案", "周明", None)],
    ),
    (
        "会议要求，学工办要做好安全预案，责任人：周明，完成时限：9月20日。",
        [("学工办要做好安全预案，责任人：周明，完成时限：9月20日", "学工办", "2024-09-20")],
    ),
    (
        "周明强调，各科室负责人要亲自过问；督查室每半月通报一次进度。",
        [("各科室负责人要亲自过问", "各科室负责人", None), ("督查室每半月通报一次进度", "督查室", None)],
    ),
    ("1.议案内容：公司拟申请授信额度，期限12个月，由公司厂房提供抵押。", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:24] for case in CASES])
def test_what_is_to_be_done_by_whom_and_when(text, expected):
    meeting = read(f"2024年9月12日，局长王静主持召开会议，科长周明参加。\n{text}", title="会议纪要")
    found = [(one.text, one.owner, one.due and one.due.isoformat()) for one in meeting.action_points]
    assert found == expected
