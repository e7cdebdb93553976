"""The names of fields and values, English and Chinese."""

from typing import Final

FIELDS: Final = {
    "speaker": ("发言人", "发言", "讲话人"),
    "chair": ("主持", "主持人", "主席"),
    "owner": ("责任人", "责任单位", "牵头单位", "承办单位", "负责人"),
    "person": ("人物", "人员", "姓名", "who"),
    "recorder": ("记录人", "记录"),
    "present": ("出席", "参会", "参加"),
    "place": ("地点", "会议地点"),
    "org": ("单位", "组织", "部门", "organisation", "organization"),
    "title": ("标题", "题目"),
    "role": ("职务", "头衔"),
    "label": ("标签",),
    "topic": ("主题", "议题"),
    "number": ("编号", "期号", "文号"),
    "id": ("序号",),
    "state": ("状态",),
    "kind": ("类型", "种类"),
    "date": ("日期", "时间"),
    "after": ("晚于", "之后", "自", "since", "from"),
    "before": ("早于", "之前", "until"),
    "due": ("期限", "截止", "时限", "完成时限"),
    "is": ("是",),
    "has": ("有",),
}

STATES: Final = {
    "open": ("未完成", "待办", "未办结"),
    "hand": ("in-hand", "in_hand", "inhand", "办理中", "进行中", "正在办理"),
    "done": ("完成", "已完成", "办结", "已办结"),
    "dropped": ("取消", "已取消", "撤销"),
    "overdue": ("逾期", "超期", "过期"),
    "extracted": ("未审核", "未审", "unreviewed"),
    "reviewed": ("已审核", "已审"),
    "final": ("定稿", "已定稿"),
}

THINGS: Final = {
    "actions": ("action", "任务", "督办", "督办事项", "行动项"),
    "notes": ("note", "备注", "提示"),
    "decisions": ("decision", "决定", "决议", "议定事项"),
    "pictures": ("picture", "图片"),
    "labels": ("label", "标签"),
    "due": ("期限", "时限"),
    "speakers": ("speaker", "发言", "发言人"),
    "date": ("日期",),
}

KINDS: Final[dict[str, tuple[str, ...]]] = {
    "news": ("新闻", "报道"),
    "minutes": ("纪要", "会议纪要"),
    "record": ("记录", "会议记录"),
    "transcript": ("实录", "速记"),
}


def read_backwards(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """From every name and synonym to the name."""
    return {
        **{name: name for name in table},
        **{other: name for name, others in table.items() for other in others},
    }
