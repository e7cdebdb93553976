"""Characters and words at the edges of people's names."""

from minutes.extract.zh.document import MASK

# A third character that may as well be a verb or a preposition: 于松|说, 王静|和, but 何大为|出席.
SPEECH_ENDS = frozenset("说称谈讲问答作做及将还也则又再都均")
JOINING_ENDS = frozenset("在就从对向为以由与和同")
# Ends of units that hardly ever end a name.
UNIT_ENDS = frozenset("部处室院局委组办厅系所站馆会司署")
# Words that a surname must not be cut from: 部门 is no 门, 就业 no 业.
SPLIT = frozenset(
    {
        "部门",
        "专门",
        "热门",
        "处于",
        "办公",
        "会计",
        "科学",
        "部分",
        "局面",
        "系统",
        "室内",
        "组成",
        "组织",
        "院校",
        "处理",
        "会商",
        "中央",
    }
)
PREPOSITIONS = frozenset("由对")  # hardly ever a surname where a sentence begins
CONJUNCTIONS = frozenset("和与及向由于从对为")
STOP = f",.\u3002;:\u3001!?()\u201c\u201d\u300a\u300b\u300c\u300d|/\n \t{MASK}"
AFTER = frozenset(
    [
        "主持",
        "作",
        "做",
        "接过",
        "和",
        "与",
        "及",
        "以及",
        "等",
        "分别",
        "先后",
        "一行",
        "二位",
        "两位",
        "三位",
        "四位",
        "五位",
        "同意",
        "带头",
        "受邀",
        "应邀",
        "到",
        "走",
        "来",
        "指导",
        "所作",
        "所做",
        "关于",
        "牵头",
        "负责",
        "率",
        "一道",
        "任",
        "当选",
        "获",
        "的",
    ]
)
BEFORE = frozenset(
    [
        "由",
        "了",
        "的",
        "和",
        "与",
        "及",
        "向",
        "对",
        "请",
        "是",
        "为",
        "经",
        "在",
        "于",
        "以",
        "名",
        "位",
        "邀请",
        "听取",
        "推荐",
        "聘任",
        "任命",
        "选举",
        "同意",
        "上",
        "时",
        "后",
        "中",
        "间",
        "下午",
        "上午",
        "晚",
        "日",
        "导师",
    ]
)
