"""Whether an enumeration lists demands, facts or an agenda, by what announces it and by its members."""

import re
from typing import Literal

from minutes.extract.zh.decision_words import DECIDED
from minutes.extract.zh.dues import find_due
from minutes.extract.zh.enumerations import BULLET, Series
from minutes.extract.zh.notes import say_zh
from minutes.extract.zh.numbers import number_of
from minutes.extract.zh.owners import owners_of
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.rounds import UNIT
from minutes.extract.zh.speech import Speech
from minutes.extract.zh.units import DOING

Verdict = Literal["demands", "tasks", "facts", "none"]
"""demands: every member is one; tasks: those members are that read like one; none: no list, or an agenda."""

PAST = re.compile(
    "已经?[^,;。]{0,8}|了(?=[,;。]|\\Z)|过(?=[,;。]|\\Z)|(?:完成|召开|组织|开展|进行|参加|举办|通过)了|上周|昨天|目前|截至"
)
ORDERS = re.compile(
    "要求|责成|部署|安排|布置|指示|裁示|强调|明确|议定|商定|审定|确定|约定|达成|决定|提醒|叮嘱|嘱咐|告诫|重申"
)
ANNOUNCED = re.compile(
    "(?P<number>[一二两三四五六七八九十]|\\d{1,2})(?P<unit>点|个方面|方面|项|条|个|大)(?:具体|重点|明确|工作|意见)?"
    "(?P<noun>要求|意见|建议|希望|内容|任务|措施|举措|工作|重点|指示|倡议|期望)?"
)
TO_DO = re.compile(
    "要求|意见|任务|部署|安排|布置|强调|抓好|做到|做好|指示|重点工作|工作要点|议定|商定|审定|确定|约定|达成|明确|裁示|举措|注意|事项如下|提醒|措施|纪要如下|下一步|"
    "下一阶段|分工|决定|计划|责任|落实|整改|请各|研究确定|待办|行动项|后续|跟进|下步|本周工作|下周工作|近期工作|工作重点"
)
FACTS = re.compile(
    "回顾|总结|成绩|成效|变化|问题|反映|汇报|介绍|收获|体会|特点|原因|情况|进展|亮点|困难|建议|希望|肯定|议程|内容包括|分别是|感谢|表现|通报|精神|上周工作|完成情况|议题|听取"
)
IMPERATIVE = re.compile(
    "(?:各|全)?[^,。;:]{0,14}?(?<![主需重首必只纲简摘概扼想将纪])(?:要(?!求|素)|必须|务必|不得|严禁|须(?!知))"
)
# Headings above a list of tasks, with or without a colon.
TASKS = re.compile(
    "待办|行动项|任务清单|任务分工|工作安排|议定事项|决定事项|下一步工作|工作要求|整改要求|跟进事项|后续工作|下周工作|本周工作"
)
BY_WHOM = re.compile("由[^,;。]{2,24}(?:负责|牵头|落实|承办|办理)")
# 议案内容:... tells what a motion is about.
EXPLAINS = re.compile(
    "[ \\d一二三四五六七八九十()、.]{0,4}(?:议案|提案|案由|背景)(?:内容|说明|概述|背景|主要内容)?[:]"
)
STRICT = re.compile("必须|务必|严禁|不得(?!已|不)|一律|不许|不准")
SHORT, HEADING = 30, 14
# Headings above what is done already, and what says that the list goes on to what is to be done.
REVIEW = re.compile(
    "上(?:周|月|次|季度|期|学期|阶段)|回顾|落实情况|完成情况|进展情况|推进情况|执行情况|已完成|前期工作|工作小结|本周完成"
)
AHEAD = re.compile("下(?:一?步|周|月|次|阶段|季度|期)|计划|安排|要求|部署|任务|建议|打算")
LABELS = re.compile("责任(?:部门|单位|科室|人)|牵头单位|牵头部门|完成时[限间]")
SECTION = re.compile(
    "关于[^\u3002;:\n]{2,36}[\u3002:](?=[^\u3002\n]{4,})|会议(?:还)?(?:首先)?(?:专题)?(?:听取|研究|讨论|审议|决定|强调|传达|学习|指出|要求|同意|明确|原则|认为|通报|审定)|(?:听取|审议|研究|讨论|传达)[^\u3002\n]{2,40}\u3002会议"
)


def _first_sentence(words: str) -> str:
    """What a member is about: the last one of a paragraph goes on to its end; a mere heading counts with the next."""
    stop = words.find("\u3002", HEADING)
    return words[:stop] if stop > 0 else words


class Lists:
    """Judges the enumerations of a meeting."""

    def __init__(self, reading: Reading, speech: Speech) -> None:
        self.reading, self.speech = reading, speech
        self.flat = reading.flat
        self.formal = reading.draft.fields.get("kind") != "news"
        self.owners = owners_of(reading.lexicon)

    def verdict(self, series: Series) -> Verdict:
        """What the list is."""
        head = self.head(series)
        members = series.members()
        announced = ANNOUNCED.search(head)
        if (len(members) == 1 and not (announced or head.rstrip().endswith(":"))) or self._is_agenda(
            series, head
        ):
            return "none"
        self._count(series, head)
        if self._of_units(members) or self._of_sections(members):
            return "none"
        modal = [bool(IMPERATIVE.match(self.flat, start, end)) for start, end in members]
        if series.markers[0].kind == "要" or sum(modal) * 2 > len(modal):
            return "demands"
        return self._by_head(series, head) or self._by_members(series, members)

    def head(self, series: Series) -> str:
        """What announces the list: the words before it, back to the paragraph's start or the line before."""
        start = series.start
        line = self.flat.rfind("\n", 0, start) + 1
        if not self.flat[line:start].strip():
            line = self.flat.rfind("\n", 0, max(0, line - 1)) + 1
        sentence = max(line, self.flat.rfind("。", line, max(line, start - 1)) + 1)
        if start - sentence < 6:  # noqa: PLR2004
            sentence = max(line, self.flat.rfind("。", line, max(line, sentence - 1)) + 1)
        return self.flat[max(sentence, start - 120) : start]

    def is_task(self, start: int, end: int, verbs: re.Pattern[str] = DOING) -> bool:
        """Whether a member reads like something to be done: a verb without subject, or with who and by when; not the past."""
        words = self.flat[start:end]
        if PAST.search(_first_sentence(words)) or EXPLAINS.match(words) or self._tells(start, end):
            return False
        if (
            IMPERATIVE.match(words)
            or STRICT.search(words)
            or verbs.match(words)
            or BY_WHOM.search(words)
            or find_due(self.flat, start, end, None)
        ):
            return True
        clauses = re.finditer("[^,;:\u3002\n]+", words)
        mentions = self.reading.mentions
        return any(
            self.owners.of_clause(self.flat, start + one.start(), start + one.end(), mentions)
            for one in clauses
        )

    def _tells(self, start: int, end: int) -> bool:
        """关于机房值班:张三介绍..., 李四提出... is a discussion."""
        told = self.speech.begun_within(start + 1, end)
        return any(
            one.kind == "person" and one.rule == "subject-verb" and start <= one.label[0] for one in told
        )

    def _by_head(self, series: Series, head: str) -> Verdict | None:
        line = head.rstrip().rpartition("\n")[2]
        if series.by_blocks and REVIEW.search(line) and not AHEAD.search(line):
            return "facts"
        if DECIDED.search(head):
            return "demands"
        to_do = [found.start() for found in TO_DO.finditer(head)]
        facts = [found.start() for found in FACTS.finditer(head)]
        if to_do and (not facts or to_do[-1] > facts[-1]):
            return "demands"
        act = self.speech.at(series.start)
        if not facts and act and ORDERS.search(act.act.name):
            return "demands"
        return "facts" if facts and not (self.formal and series.by_blocks) else None

    def _by_members(self, series: Series, members: list[tuple[int, int]]) -> Verdict:
        """In minutes a list of tasks needs no announcement: 教务处 1. 完成... 2. 做好..."""
        if sum(bool(LABELS.search(self.flat, start, end)) for start, end in members) * 2 > len(members):
            return "demands"
        if not self.formal:
            return "facts" if not series.by_blocks else "none"
        tasks = sum(self.is_task(start, end) for start, end in members)
        return "tasks" if tasks * 2 >= len(members) and not self._is_sections(series) else "none"

    def _of_units(self, members: list[tuple[int, int]]) -> bool:
        """一、医务科:... 二、护理部:... are rounds, read part by part."""
        units = [UNIT.match(self.flat, start, end) for start, end in members]
        return sum(bool(one and self.owners.tail.search(one[1])) for one in units) * 2 > len(members)

    def _of_sections(self, members: list[tuple[int, int]]) -> bool:
        """一、关于管网改造。The sentences behind such a heading are read one by one."""
        headed = [
            SECTION.match(self.flat, start + (self.flat[start : start + 1] == " "), end)
            for start, end in members
        ]
        return self.formal and sum(map(bool, headed)) * 2 > len(members)

    def _is_sections(self, series: Series) -> bool:
        """Members of several paragraphs are sections of the minutes, not tasks."""
        return any(b.block - a.block > 1 for a, b in zip(series.markers, series.markers[1:], strict=False))

    def _is_agenda(self, series: Series, head: str) -> bool:
        """Headings one after the other with paragraphs between are an agenda."""
        if not series.by_blocks or series.markers[0].kind == BULLET or series.markers[0].kind == "①":
            return False
        lengths = [self.reading.document.end_of(one.block) - one.end for one in series.markers]
        ends = [self.flat[self.reading.document.end_of(one.block) - 1 :][:1] for one in series.markers]
        bare = sum(end not in "。;" for end in ends) * 2 > len(ends)
        announced = head.rstrip().endswith(":") or bool(TASKS.search(head[-14:]))
        announced = announced and not re.search("议题|议程|内容", head[-12:])
        return bare and (self._is_sections(series) or (max(lengths) < SHORT and not announced))

    def _count(self, series: Series, head: str) -> None:
        """三点要求 announced, two found: noted."""
        announced = list(ANNOUNCED.finditer(head))
        if not announced or not announced[-1]["noun"]:
            return
        number = number_of(announced[-1]["number"])
        if number and number != len(series.markers):
            place = series.start - len(head) + announced[-1].start()
            words = announced[-1].group()
            message = say_zh("count-mismatch", words=words, announced=number, found=len(series.markers))
            span = self.reading.document.span(place, place + len(words))
            self.reading.draft.note("count-mismatch", message, span)
