"""Whether a clause asks for something to be done, and in what form: 要, 请, 由...负责, 要求, ...前完成."""

import re

from minutes.extract.zh.lists import EXPLAINS, ORDERS, PAST
from minutes.extract.zh.owners import CARRIES, Owner, owners_of
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.sentences import Clause
from minutes.extract.zh.shared_out import is_shared_out
from minutes.extract.zh.speech import Speech
from minutes.extract.zh.subjects import skip_markers
from minutes.extract.zh.units import DOING
from minutes.extract.zh.utterance import Utterance

NARRATED = re.compile(
    "早晚要|迟早要|总要|(?<!\\d)(?:[一二三四五六七八九十两几半]{1,3}|\\d{1,2})(?:个月|年|天|周|小时|个?星期)后?要|平均需要|要不要|是否|[?]|如果要|想要|就要[^求]|要是|为了|\\d要\\d|"
    "(?:下个?月|明年|下周|年底|月底|届时|马上|很快|即将)要|要(?:清醒|清楚|客观|冷静|理性)地?(?:看到|认识到|意识到)(?:,|\\Z)|[要应](?:看到|认识到|意识到|承认)(?:,|\\Z)|"
    "应(?:到|参加|出席|发|收)|(?:只|才|越|偏|又|真)要(?!求)|(?:每[年月次天周回逢][^,]{0,8}|[年月天日次回])都要(?!求)|(?:也|还|更|又)[要应]看到|要经[^,。]{0,14}(?:表决|批准|审批|同意)"
)
ASKED = re.compile(
    "请(?!示|假|求|教|辞|进|客|来的)(?!.{0,14}(?:介绍|发言|讲话|审议|讨论|说明|汇报|补充|谈|看大屏|鼓掌|起立|核对|注意查收|各位代表审))"
)
BY = re.compile(
    "(?P<head>会议|决定|明确|并|[^,;:。]{2,14}?)?由(?P<who>[^,;:。]{2,40}?)(?:共同|具体|统一|尽快|抓紧|根据[^,;。]{1,16}|按[^,;。]{1,16}|在[^,;。]{1,16}|于[^,;。]{1,16})?"
    "(?P<verb>牵头|负责|会同|统筹|组织|承办|落实|汇总|上报|报送|报|跟进|督办|办理|整改|处理|协调|解决|编制|提出|安排|提供|承担|实施|推进|审核|验收|采购|修订|修改|完善|制定|起草|拟定|完成|印发|公布|发布|联系|对接|通知|收集|整理|梳理|建立|开展|做好|研究|提交|签订|下发|核实|配合|把关|监督|根据|按照|结合|会同|张贴|执行|公示|审定|购买|购置|更换|安装|带队|跟踪|核定|核算|(?:[于在][^,;:。]{2,14}?|[本下]周[一二三四五六日]?|[日号底末]|工作日内?)前|另行|择日|择期)"
)
CHAIRING = re.compile("主持|致辞|宣布|汇报|介绍|召开|举行|布置|传达|宣读|已由|讲解|担任|当选|产生")
FINISH = re.compile(
    "完成|提交|报送|上报|落实|反馈|上线|印发|发布|公布|公告|启动|提出|制定|整改|建成|交|报|发给|到位|出台|形成|确定|召开|开展|修订|验收|归档|签订|拟定|"
    "投用|组织|统计|汇总|参加|实施|提供|做好|提报|推荐|清理|完工|竣工|办结|答复|整治|安装|配齐|采购|送|搬|检查|排查|修|建|拿出|备齐|更换|调整|培训"
)
# The words of these acts are wishes, promises or facts, not demands.
WISHES = {
    "希望", "建议", "号召", "呼吁", "倡议", "提议", "表态", "承诺", "感谢", "祝愿", "祝贺", "欢迎", "表态发言", "交流发言", "相信", "提出", "期望"
}  # fmt: skip
TOLD = {
    "回应",
    "解释",
    "表示",
    "认为",
    "坦言",
    "透露",
    "汇报",
    "反映",
    "感慨",
    "回忆",
    "一致认为",
    "介绍",
    "回顾",
    "谈到",
    "通报",
}
# In a report 各乡镇要... is a demand though the sentence does not say whose.
EVERYBODY = re.compile(
    "(?:下一步|今后|接下来|当前)?(?:各(?!地|界|项|种|类|自|级领导)|全体|所有)[^,;:\u3002的]{1,16}?(?:(?<![主重需首必只将还想])要(?!求|素|点)|必须|务必|须(?!知)|不得)"
)
WEEKLY = re.compile("每(?:周[一二三四五六日]|月\\d{1,2}[日号])(?:[上下]午|下班)?前")
# 该项目由设计院负责设计 tells how things are.
ABOUT = re.compile("据悉|据介绍|据了解|(?:该|此|本)(?!次|周|月|年|学)[^,;:\u3002]{1,8}由")
OFTEN = re.compile(
    "(?:也|都|均|原则上)?(?:每[日天周月季年学]|每半[月年]|每[两三][天周月]|定期|随时|逐[日周月])"
)
NEAR = 2
PLANNED = re.compile("预计|预定|届时")
FORESEEN = re.compile("预计|预定|计划|拟|将|届时|有望|可望|争取|可以")
# 教学实验不能停, 不能只打分: said of what must be; 不能满足需要 tells what is.
STOPPED = re.compile(
    "停|断|只|再|有(?:丝毫|任何|半点)|让|搞|放|光|仅|等|拖|松|一[概刀哄]|简单|出现|出(?:问题|差错|事)|走过场|流于|马虎|大意|含糊"
)
SUBJECT = 14
SUGGESTED = re.compile("(?:建议|提议|可以?|能否|是否)由")
WISH = re.compile("希望|期望|期盼|盼望|恳请")
ORDERED = re.compile("必须|务必|由|要求|强调|责成|[;。]|请")
REQUIRES = re.compile("要求|责成|叮嘱|嘱咐")


class Asking:
    """The forms of a demand."""

    def __init__(self, reading: Reading, speech: Speech) -> None:
        self.reading, self.speech = reading, speech
        self.flat = reading.flat
        self.formal = reading.draft.fields.get("kind") != "news"
        self.owners = owners_of(reading.lexicon)

    def content(self, clause: Clause) -> int:
        """Where the words of the demand begin: behind 他强调, and behind 要求."""
        acts = [one for one in self.speech.begun_within(clause.start, clause.end) if one.act.heads]
        start = acts[-1].start if acts else skip_markers(self.flat, clause.start, clause.end)
        return start - 1 if start and self.flat[start - 1] == "由" else start

    def rule(self, clause: Clause) -> str | None:
        """Why a clause is a demand, or None."""
        act = self.speech.at(clause.start, clause.end)
        if self.speech.reports_in(clause.start, clause.end) or self.speech.narrates_in(
            clause.start, clause.end
        ):
            return None
        if act and not self._may_demand(act, clause):
            return None
        start = self.content(clause)
        if act is None and not self.formal:
            return "assigned" if self._assigned_by_the_way(start, clause.end) else None
        if self._is_none(clause, start):
            return None
        if act and (self._required(act, start) or self._ordered(act, start)):
            return "required"
        sentence = self.reading.sentences[max(0, self.speech.sentence_of(clause.start))]
        shared = is_shared_out(self.reading, self.owners, sentence, clause, start)
        return "shared-out" if shared else self._asks(start, clause.end, act)

    def _is_none(self, clause: Clause, start: int) -> bool:
        """Whether what reads like a demand is told, wished or explained."""
        told = NARRATED.search(self.flat, start, clause.end) or SUGGESTED.match(self.flat, start)
        return bool(told) or self._is_wish(clause, start) or self._explains(clause)

    def _is_wish(self, clause: Clause, start: int) -> bool:
        """希望学校多用辅导的方式,不要变成放任: what follows a wish in its sentence is one."""
        sentence = self.reading.sentences[max(0, self.speech.sentence_of(clause.start))]
        wish = WISH.search(self.flat, sentence.start, clause.start)
        return bool(wish) and not ORDERED.search(self.flat, wish.end() if wish else 0, start + 2)

    def _explains(self, clause: Clause) -> bool:
        """议案内容:... tells what a motion is about."""
        line = self.flat.rfind("\n", 0, clause.start) + 1
        return bool(EXPLAINS.match(self.flat, line))

    def _required(self, act: Utterance, start: int) -> bool:
        return act.act.heads and bool(REQUIRES.search(act.act.name)) and start == act.start >= act.act.end

    def _ordered(self, act: Utterance, start: int) -> bool:
        """部署了下阶段工作:加强巡查...: a verb right behind the colon of what was ordered."""
        ordered = (
            not act.act.heads
            and ORDERS.search(act.act.name)
            and self.flat[start - 1] == ":"
            and act.act.start < start
        )
        return bool(ordered and DOING.match(self.flat, start))

    def _assigned_by_the_way(self, start: int, end: int) -> bool:
        """In a report, outside of anybody's words, only 由...牵头 and 人事处本周五前上报 are assignments."""
        words = self.flat[start:end]
        if PAST.search(words) or "将" in words or CHAIRING.search(words):
            return False
        if ABOUT.match(words):
            return False
        if EVERYBODY.match(words):
            return True
        if CARRIES.search(words) and self._by_whom(words, start, end):
            return True
        due = self.owners.due.search(words)
        return bool(due and FINISH.search(words, due.end()) and self.owner(start, end, loose=False))

    def _asks(self, start: int, end: int, act: Utterance | None) -> str | None:
        words = self.flat[start:end]
        if ASKED.match(words):
            return "asked"
        if self._by_whom(words, start, end):
            return "assigned"
        if self._modal(start, end, act) or self._often(start, end, act):
            return "modal"
        due = self.owners.due.search(words)
        planned = due and PLANNED.search(words[: due.start()])
        if planned or PAST.search(words) or (due is None and not CARRIES.search(words)):
            return None
        owner = self.owner(start, end, loose=False)
        if not owner and not (act and "要求" in act.act.name):
            return None
        doing = FINISH.search(words) or CARRIES.search(words) or (act and owner and self._dated(owner, end))
        return "due" if doing else None

    def _often(self, start: int, end: int, act: Utterance | None) -> bool:
        """各包联领导每周至少到现场调度一次: a group or unit and how often, in somebody's orders."""
        if not (act and ORDERS.search(act.act.name)) and not (
            self.formal and WEEKLY.search(self.flat, start, end)
        ):
            return False
        owner = self.owners.leading(self.flat, start, end, self.reading.mentions)
        return bool(owner and OFTEN.match(self.flat, owner.end, end)) and not PAST.search(
            self.flat, start, end
        )

    def _dated(self, owner: Owner, end: int) -> bool:
        """工程科本周五前与供电公司对接: the day right behind who must act leaves no doubt, whatever the verb."""
        due = self.owners.due.search(self.flat, owner.end, end)
        before = due and due.group().endswith(("前", "内")) and due.start() - owner.end <= NEAR
        return bool(before and not FORESEEN.search(self.flat, owner.end, end))

    def _by_whom(self, words: str, start: int, end: int) -> bool:
        """由教务处牵头...; 合同由村委会起草 only with a due date behind it."""
        found = BY.match(words) if "由" in words else None
        if (
            not found
            or CHAIRING.search(words)
            or PAST.search(words)
            or (not self.owners.tail.search(found["who"]) and not self.reading.mentions.within(start, end))
        ):
            return False
        act = self.speech.at(start, end)
        told = act is not None and act.act.name in TOLD
        led = words.startswith(("由", "会议由")) or (found["head"] or "").endswith("并")
        person = any(one.entry for one in self.reading.mentions.within(start, start + found.end("who")))
        if found["verb"] in {"牵头", "负责"} or (led and (person or not told)):
            return True
        stop = self.flat.find("。", start)
        return bool(self.owners.due.search(self.flat, start, stop if stop > 0 else end))

    def _modal(self, start: int, end: int, act: Utterance | None) -> bool:
        found = self.owners.modal.search(self.flat, start, end)
        if not found or "将" in self.flat[start : found.start()][-2:]:
            return False
        named = self.reading.mentions.within(start, end)
        if any(one.name_start <= found.start() < one.name_end for one in named):
            return False
        before, word = self.flat[start : found.start()], found.group()
        if word in {"需", "需要", "应"} and before:
            owner = self.owner(start, end, loose=False)
            return bool(owner and owner.end <= found.start())
        if word == "不能" and act and STOPPED.match(self.flat, found.end()):
            return len(before) <= SUBJECT and not re.search("我|他|她|有的|个别|还|都", before)
        if word in {"确保", "力争", "不能", "不准", "需", "需要"}:
            first = start == 0 or self.flat[start - 1] in "。\n!?:" or bool(act and act.start == start)
            return (
                not before
                and first
                and bool(act and ORDERS.search(act.act.name))
                and word not in {"需", "需要"}
            )
        return len(before) <= 40 and not re.search("的(?:同志|人|话)|曾|当时|原来|怕", before)  # noqa: PLR2004

    def _may_demand(self, act: Utterance, clause: Clause) -> bool:
        same = act.sentence == self.speech.sentence_of(clause.start)
        if act.act.name in WISHES and same and act.act.name != "提出":
            return False
        if act.kind == "collective" and act.act.name in TOLD:
            return self.flat.startswith("由", self.content(clause))  # 会议认为条件不成熟,由某某重新拟定
        if re.match("[一二]要", self.flat[skip_markers(self.flat, clause.start, clause.end) : clause.end]):
            return True
        owned = act.rule == "quotation-before" or (
            act.act.name in TOLD | {"提出"} and same and act.rule != "turn"
        )
        return not owned or bool(self.owner(self.content(clause), clause.end, loose=False))

    def owner(self, start: int, end: int, *, loose: bool) -> Owner | None:
        """The addressee of this clause."""
        return self.owners.of_clause(self.flat, start, end, self.reading.mentions, loose=loose)
