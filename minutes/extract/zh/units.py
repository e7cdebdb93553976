"""The ends of units' names, kept apart from the words that begin with the same character."""

import re
from functools import cache

from minutes.extract.zh.lexicon import Lexicon

# 办 ends 院办, but 办公 and 办理 are other words.
PROLONGED = {
    "各地": "区方块",
    "机构": "改设",
    "办": "公理学法事好结成案赛班实",
    "会": "议员商计同场后上中展诊战见务谈费风前期",
    "系": "统列数",
    "科": "研学技目普创",
    "部": "分署位长队",
    "处": "理置分罚方长境",
    "室": "内外温",
    "所": "有以在需属做作谓说提示长",
    "院": "士长校",
    "组": "织成建长合",
    "站": "位在稳起岗长",
    "局": "面部限长势",
    "区": "域别分长位",
    "县": "长",
    "市": "长场民",
    "委": "员托派屈",
    "队": "伍长员",
    "司": "法机长",
    "馆": "长",
    "厅": "长",
    "村": "民庄",
    "镇": "长静",
    "乡": "长亲村",
    "场": "景地面合",
    "店": "长",
    "厂": "长区家",
    "港": "口澳",
    "库": "存",
    "团": "结",
    "中心": "任工环思组",
    "平台": "建上",
    "工会": "主",
    "学校": "长",
    "学院": "长",
    "企业": "家",
    "社区": "矫",
    "小组": "长",
    "各班": "级主组长",
}

# An addressee does not begin with a verb: 加强各部门协作 names nobody.
VERBAL = re.compile(
    "加强|做好|落实|推[进动]|严|进一步|切实|认真|抓|提高|提升|强化|完善|建立|深[化入]|确保|坚[持决]|加[快大]|开展|组织|压实|聚焦|围绕|优化|全面|积极|扎实|持续|充分|高度|牢|"
    "要|守|树|增|促|保[障证持]|创|突出|紧|统筹|注重|健全|规范|狠|主动|务必|不断|继续|做|完成|制定|修订|梳理|明确|发挥|改进|结合|根据|按|利用|精准|科学|大力|准确|有效|合理|细化|畅通|夯实|筑|凝|引|打[造牢破]|培[养育]|营造|拓|把|尽|立即|及时|是|有(?!关)|了|着|更|使|让|如|同步|原则|重点|逐|同意"
)

# Behind who must act, and at the start of a task, verbs count that may as well begin a unit's name (检查组, 采购部).
DOING = re.compile(
    f"(?:每(?:周[一二三四五六日末]|[日天周月季年])|每半[月年]|每[两三][周月]|定期|随时|全程|按时|按期|全力|主动|逐一|另行|统一|分别|共同|会后|尽快|抓紧|限期|择日|同时)*+(?:{VERBAL.pattern}|"
    "通报|巡查|巡河|调度|抽查|公示|公布|公告|上报|报送|提交|递交|购买|购置|采购|更换|安装|签订|签署|联系|通知|安排|编制|编写|起草|拟定|出具|核实|核对|核查|核定|调整|配备|配齐|清理|清查|张贴|收集|整理|汇总|"
    "撰写|研究|负责|协助|督促|检查|排查|对接|邀请|补[齐充办]|恢复|修[复改缮补]|印[发制]|下发|发[布放出]|反馈|回复|答复|跟[进踪]|关闭|启动|举[办行]|召开|申[请报]|办[理结]|处[理置]|解决|提[供出前]|带队|牵头|配合|试[行点运]|升级|优化|搭建|采集|邮寄|寄送|核算|测算|催[收缴办]|追[踪缴]|拆除|搬[迁离]|移[交送]|验收|封存|停[止用]|取消|暂停|禁止|旁站|值守|跟踪|准备|输出|跟进|编排|公开|张榜|挂牌|上墙)"
)


@cache
def unit_words(lexicon: Lexicon, *more: str) -> str:
    """A pattern for the end of a unit's name; `more` names further lists."""
    words = {word for name in ("units.tail", *more) for word in lexicon.words(name)}
    return (
        "(?:" + "|".join(_kept_apart(word) for word in sorted(words, key=lambda one: (-len(one), one))) + ")"
    )


def _kept_apart(word: str) -> str:
    apart = PROLONGED.get(word, "")
    # One look-ahead a character: a class of Chinese characters takes ten times as long to compile.
    return re.escape(word) + "".join(f"(?!{char})" for char in apart)
