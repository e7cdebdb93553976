"""What is to be done: members of announced lists, and sentences with a word of demand."""

import re
from dataclasses import dataclass, field

from minutes.extract.zh.dues import Due, find_due
from minutes.extract.zh.enumerations import Series
from minutes.extract.zh.notes import say_zh
from minutes.extract.zh.numbers import number_of
from minutes.extract.zh.owners import CARRIES, Owner, Owners, helpers, owners_of
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.sentences import Clause, Sentence
from minutes.extract.zh.subjects import skip_markers
from minutes.extract.zh.utterances import Utterance

NARRATED = re.compile(
    "[一二三四五六七八九十\\d两几半]+个?(?:月|年|天|周|小时|星期)后?要|平均需要|要不要|是否|[?]|如果要|想要|就要[^求]|要是|为了|\\d要\\d"
)
ASKED = re.compile(
    "请(?!示|假|求|教|辞|进|客|来的)(?!.{0,14}(?:介绍|发言|讲话|审议|讨论|说明|汇报|补充|谈|看大屏|鼓掌|起立|核对|注意查收|各位代表审))"
)
BY = re.compile(
    "(?:会议|决定|明确)?由[^,;:。]{2,40}?(?:牵头|负责|会同|根据|按|于|在|尽快|抓紧|具体|统筹|组织|承办|落实|[^,;。]{0,20}(?:前|内)(?:完成|[^,;。]{1,12}))"
)
CHAIRING = re.compile("主持|致辞|宣布|汇报|介绍|召开|举行|布置|传达|宣读|已由|讲解")
PAST = re.compile("已经?[^,;。]{0,8}|了(?=[,;。]|\\Z)|过(?=[,;。]|\\Z)|完成了")
FINISH = re.compile(
    "完成|提交|报送|上报|落实|反馈|上线|印发|发布|公布|公告|启动|提出|制定|整改|建成|交|报|发给|到位|出台|形成|确定|召开|开展|修订|验收|归档|签订|拟定|投用|组织|统计|汇总|参加|实施|提供|做好|提报"
)
# The words of these acts are wishes, promises or facts, not demands.
WISHES = {
    "希望",
    "建议",
    "号召",
    "呼吁",
    "倡议",
    "提议",
    "表态",
    "承诺",
    "感谢",
    "祝愿",
    "祝贺",
    "欢迎",
    "表态发言",
    "交流发言",
    "相信",
}
TOLD = {"表示", "认为", "坦言", "透露", "汇报", "反映", "感慨", "回忆", "一致认为"}
ORDERS = re.compile("要求|责成|部署|安排|布置|指示|裁示|强调|明确|议定|决定|提醒|叮嘱|嘱咐|告诫|重申")
OPENERS = {"要求", "责成", "明确要求", "提出要求"}
ANNOUNCED = re.compile(
    "(?P<number>[一二两三四五六七八九十]|\\d{1,2})(?P<unit>点|个方面|方面|项|条|个|大)(?:具体|重点|明确|工作|意见)?(?P<noun>要求|意见|建议|希望|内容|任务|措施|举措|工作|重点|指示|倡议|期望)?"
)
TO_DO = re.compile(
    "要求|意见|任务|部署|安排|布置|强调|抓好|做到|做好|指示|重点工作|工作要点|议定|明确|裁示|举措|注意|事项如下|提醒|措施|纪要如下|下一步|下一阶段|分工|决定"
)
FACTS = re.compile(
    "回顾|总结|成绩|成效|变化|问题|反映|汇报|介绍|收获|体会|特点|原因|情况|进展|亮点|困难|建议|希望|肯定|议程|内容包括|分别是|感谢|表现|通报|精神"
)
IMPERATIVE = re.compile(
    "(?:各|全)?[^,。;]{0,14}?(?<![主需重首必只纲简摘概扼想将])(?:要(?!求|素)|必须|务必|不得|严禁|须)"
)


@dataclass(slots=True)
class Demand:
    """One thing to be done: characters of the text."""

    start: int
    end: int
    owner: Owner | None = None
    due: Due | None = None
    cooperating: list[tuple[int, int]] = field(default_factory=list)
    utterance: Utterance | None = None
    rule: str = "modal"
    certain: str = "stated"


class Demander:
    """Finds the demands of a meeting."""

    def __init__(self, reading: Reading, said: list[Utterance], series: list[Series]) -> None:
        self.reading, self.said, self.series = reading, said, series
        self.flat = reading.flat
        self.owners: Owners = owners_of(reading.lexicon)
        self.found: list[Demand] = []
        self.taken: list[tuple[int, int]] = []

    def run(self) -> list[Demand]:
        """All demands, in order: lists first, then sentences outside of lists."""
        for series in self.series:
            if not self._inside(series.start):
                self._list(series)
        for sentence in self.reading.sentences:
            self._sentence(sentence)
        return sorted(self.found, key=lambda one: one.start)

    def _inside(self, place: int) -> bool:
        return any(start <= place < end for start, end in self.taken)

    # lists

    def _list(self, series: Series) -> None:
        head = self._head(series)
        verdict = self._verdict(series, head)
        self._count(series, head)
        if verdict is None:
            return
        members = self._cut_at_speech(series)
        self.taken.append((series.start, members[-1][1]))
        if verdict:
            for start, end in members:
                self._member(start, end, series)

    def _head(self, series: Series) -> str:
        """What announces the list: the words before it, back to the paragraph's start or the line before."""
        start = series.start
        line = self.flat.rfind("\n", 0, start) + 1
        if not self.flat[line:start].strip():
            line = self.flat.rfind("\n", 0, max(0, line - 1)) + 1
        sentence = max(line, self.flat.rfind("。", line, max(line, start - 1)) + 1)
        if start - sentence < 6:  # noqa: PLR2004 - 做法如下。 alone is too little
            sentence = max(line, self.flat.rfind("。", line, max(line, sentence - 1)) + 1)
        return self.flat[max(sentence, start - 120) : start]

    def _verdict(self, series: Series, head: str) -> bool | None:
        """True: a list of demands; False: of facts; None: no list at all (a single enumerator, an agenda)."""
        members = series.members()
        announced = ANNOUNCED.search(head)
        if len(members) == 1 and not (announced or head.rstrip().endswith(":")):
            return None
        if self._is_agenda(series, head):
            return None
        modal = [bool(IMPERATIVE.match(self.flat, start, end)) for start, end in members]
        if series.markers[0].kind == "要" or sum(modal) * 2 > len(modal):
            return True
        to_do = [found.start() for found in TO_DO.finditer(head)]
        facts = [found.start() for found in FACTS.finditer(head)]
        if to_do or facts:
            return bool(to_do) and (not facts or to_do[-1] > facts[-1])
        act = self._act_at(series.start)
        return bool(act and ORDERS.search(act.act.name))

    def _is_agenda(self, series: Series, head: str) -> bool:
        """Headings one after the other with paragraphs between are an agenda."""
        if not series.by_blocks or series.markers[0].kind not in {"一、", "1.", "(一)"}:
            return False
        lengths = [self.reading.document.end_of(one.block) - one.end for one in series.markers]
        gaps = any(b.block - a.block > 1 for a, b in zip(series.markers, series.markers[1:], strict=False))
        ends = [self.flat[self.reading.document.end_of(one.block) - 1 :][:1] for one in series.markers]
        bare = sum(end not in "。;" for end in ends) * 2 > len(ends)
        return bare and (gaps or max(lengths) < 30) and not head.rstrip().endswith(":")  # noqa: PLR2004

    def _cut_at_speech(self, series: Series) -> list[tuple[int, int]]:
        """The last member of a list within a paragraph ends where somebody else begins to speak."""
        members = series.members()
        start, end = members[-1]
        for one in self.said:
            begin = self.reading.sentences[one.sentence].start
            if start < begin < end and one.rule == "subject-verb" and one.label[0] - begin < 12:  # noqa: PLR2004
                end = begin
                break
        return [*members[:-1], (start, end)]

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
            self.reading.draft.note(
                "count-mismatch", message, self.reading.document.span(place, place + len(words))
            )

    def _member(self, start: int, end: int, series: Series) -> None:
        while start < end and self.flat[start] in " ,、:":
            start += 1
        if end - start < 2:  # noqa: PLR2004
            return
        demand = Demand(
            start, end, utterance=self._act_at(series.start), rule=f"enumeration-{series.markers[0].kind}"
        )
        self._complete(demand, _clauses(self.flat, start, end), loose=False)
        self.found.append(demand)

    # sentences

    def _sentence(self, sentence: Sentence) -> None:
        clauses = [one for one in sentence.clauses if not self._inside(one.start)]
        open_demand: Demand | None = None
        for clause in clauses:
            rule = self._rule(clause)
            if rule and (open_demand is None or self._new_owner(clause, open_demand)):
                open_demand = self._begin(clause, rule)
            if open_demand:
                open_demand.end = clause.end
        for demand in self.found:
            if sentence.start <= demand.start < sentence.end:
                self._finish(demand, sentence)

    def _begin(self, clause: Clause, rule: str) -> Demand:
        start = self._content(clause)
        demand = Demand(start, clause.end, utterance=self._act_at(start), rule=rule)
        self.found.append(demand)
        return demand

    def _finish(self, demand: Demand, sentence: Sentence) -> None:
        if demand.owner or demand.due or demand.rule.startswith("enumeration"):
            return
        clauses = [
            (max(one.start, demand.start), one.end)
            for one in sentence.clauses
            if demand.start < one.end <= demand.end
        ]
        self._complete(demand, clauses, loose=demand.rule == "required")

    def _new_owner(self, clause: Clause, before: Demand) -> bool:
        """After a semicolon a new addressee begins a new demand: ...;人事处本周五前上报名单."""
        if self.flat[clause.start - 1 : clause.start] != ";":
            return False
        now = self._owner(clause.start, clause.end, loose=False)
        then = self._owner(before.start, before.end, loose=False)
        return bool(now and then and self.flat[now.start : now.end] != self.flat[then.start : then.end])

    def _content(self, clause: Clause) -> int:
        """Where the words of the demand begin: behind 他强调, and behind 要求."""
        act = next(
            (one for one in reversed(self.said) if clause.start <= one.start < clause.end and one.act.heads),
            None,
        )
        start = act.start if act else skip_markers(self.flat, clause.start, clause.end)
        return self._back(start)

    def _back(self, start: int) -> int:
        """A marker that belongs to the sentence stays: 由 is the owner's."""
        return start - 1 if start and self.flat[start - 1] == "由" else start

    def _rule(self, clause: Clause) -> str | None:
        """Why a clause is a demand, or None."""
        act = self._act_at(clause.start, clause.end)
        formal = self.reading.draft.fields.get("kind") != "news"
        if act is None and not formal:
            return None
        if act and not self._may_demand(act, clause):
            return None
        start = self._content(clause)
        words = self.flat[start : clause.end]
        if NARRATED.search(words):
            return None
        required = act and act.act.heads and "要求" in act.act.name
        if act and required and start == act.start >= act.act.end:
            return "required"
        return self._asks(start, clause.end, act)

    def _asks(self, start: int, end: int, act: Utterance | None) -> str | None:
        words = self.flat[start:end]
        if ASKED.match(words):
            return "asked"
        if BY.match(words) and not CHAIRING.search(words) and not PAST.search(words):
            return "assigned"
        if self._modal(start, end, act):
            return "modal"
        if PAST.search(words) or self.owners.due.search(words) is None and not CARRIES.search(words):
            return None
        if not self._owner(start, end, loose=False) and not (act and "要求" in act.act.name):
            return None
        return "due" if FINISH.search(words) or CARRIES.search(words) else None

    def _modal(self, start: int, end: int, act: Utterance | None) -> bool:
        found = self.owners.modal.search(self.flat, start, end)
        if not found or "将" in self.flat[start : found.start()][-2:]:
            return False
        named = self.reading.mentions.within(start, end)
        if any(one.name_start <= found.start() < one.name_end for one in named):
            return False
        before = self.flat[start : found.start()]
        if found.group() in {"需", "需要", "确保", "力争", "不能", "应"} and found.start() > start:
            return bool(self._owner(start, end, loose=False)) and found.group() != "确保"
        if found.group() in {"确保", "力争", "不能", "需", "需要"}:
            return bool(act and ORDERS.search(act.act.name)) and found.group() not in {"需", "需要"}
        return len(before) <= 40 and not re.search("的(?:同志|人|话)|曾|当时|原来|怕", before)  # noqa: PLR2004

    def _may_demand(self, act: Utterance, clause: Clause) -> bool:
        if act.act.name in WISHES and act.sentence == self._sentence_of(clause):
            return False
        if act.kind == "collective" and act.act.name in TOLD:
            return False
        told = act.act.name in TOLD and act.sentence == self._sentence_of(clause)
        return not told or bool(self._owner(self._content(clause), clause.end, loose=False))

    def _sentence_of(self, clause: Clause) -> int:
        return next(
            (
                number
                for number, one in enumerate(self.reading.sentences)
                if one.start <= clause.start < one.end
            ),
            -1,
        )

    def _act_at(self, start: int, end: int | None = None) -> Utterance | None:
        """The utterance this place belongs to: the last one begun in its paragraph."""
        stop = start if end is None else end
        block = self.reading.document.block_at(start)
        found = [one for one in self.said if one.start <= stop and one.block == block]
        return found[-1] if found else self._before(start)

    def _before(self, start: int) -> Utterance | None:
        """A list in blocks of its own belongs to the speech that announced it."""
        owning = (one for one in self.said if any(low <= start < high for low, high in one.also))
        return next(owning, None)

    # owner, due, helpers

    def _owner(self, start: int, end: int, *, loose: bool) -> Owner | None:
        return self.owners.of_clause(self.flat, start, end, self.reading.mentions, loose=loose)

    def _complete(self, demand: Demand, clauses: list[tuple[int, int]], *, loose: bool) -> None:
        for number, (start, end) in enumerate(clauses):
            demand.owner = demand.owner or self._owner(start, end, loose=loose and number == 0)
        demand.due = find_due(self.flat, demand.start, demand.end, self.reading.day)
        demand.cooperating = helpers(self.flat, demand.start, demand.end, self.owners, self.reading.mentions)


def _clauses(flat: str, start: int, end: int) -> list[tuple[int, int]]:
    places, begin = [], start
    for found in re.finditer("[,;:\u3002\n]", flat[start:end]):
        places.append((begin, start + found.start()))
        begin = start + found.end()
    return [(first, last) for first, last in (*places, (begin, end)) if last > first]


def find_demands(reading: Reading, said: list[Utterance], series: list[Series]) -> list[Demand]:
    """All demands of a meeting, in order."""
    return Demander(reading, said, series).run()
