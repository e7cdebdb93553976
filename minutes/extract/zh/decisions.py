"""What the meeting decided: 审议通过, 同意, 决定, 决议:, and the votes."""

import re
from functools import cache

from msgspec import Struct

from minutes.extract.zh.demands import Demand
from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.owners import CARRIES, owners_of
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.sentences import Clause, Sentence
from minutes.extract.zh.subjects import skip_markers

LABEL = re.compile("(?:会议)?(?:决议|决定|议决|决议事项|议定事项|结论|审议结果|处理意见|决 议)(?:事项)?[:]")
SUBJECT = "(?P<who>(?:本次|此次|与会)?(?:会议|大会|全会|董事会|监事会|理事会|股东大会|常委会|党委会?|党组会?|党委会议|党组会议|校务会|院务会|联席会议?|委员会|职代会|教代会|与会(?:人员|代表|委员|董事|同志)|全体(?:委员|董事|代表|人员)|代表们?|双方|大家|业主大会|村民代表会议))?"
MANNER = "(?:经[^,。;]{0,16}?,?|还|最后|并|一致|充分讨论后?|研究后?|讨论后?|审议后?|表决后?|投票|举手|鼓掌|集体|以[^,。;]{1,20}?(?:方式|票)|采取[^,。;]{1,20}?,|民主|差额|无记名|当场){0,5}"
FAILED = re.compile("未(?:获)?通过|不予|否决|不同意|暂缓|搁置|没有通过|撤回")
VOTE = re.compile("(?:表决结果|表决情况|投票结果|表决)[:]|\\d{1,6}票(?:同意|赞成)|(?:同意|赞成)\\d{1,6}票")
MEANS = re.compile(
    "通过(?!了|\u300a|关于|[^,。;]{0,16}(?:方案|报告|决议|办法|章程|议案|名单|预算|决算|规定|细则|制度|条例|草案|提案|计划|意见|公约|规划))"
)
NOT_BY = re.compile("(?:同意|决定|确定|明确|批准|商定|议定)(?:的|后|权|性|书|事项|情况|内容|稿)")


class Decided(Struct):
    """A decision: characters of the text, and its vote."""

    start: int
    end: int
    vote: tuple[int, int] | None = None
    rule: str = "decided"


class Decider:
    """Finds decisions; what assigns a task stays a demand."""

    def __init__(self, reading: Reading, demands: list[Demand]) -> None:
        self.reading, self.demands = reading, demands
        self.flat = reading.flat
        self.formal = reading.draft.fields.get("kind") != "news"
        self.verb = _verb(reading.lexicon)
        self.owners = owners_of(reading.lexicon)
        self.found: list[Decided] = []

    def run(self) -> list[Decided]:
        """All decisions, in order; the list of demands loses the ones that are decisions."""
        self._from_lists()
        under_heading = False
        for sentence in self.reading.sentences:
            if sentence.start == self.reading.document.starts[sentence.block] and self._numbered(
                sentence.block
            ):
                under_heading = False
            if self._votes(sentence) or under_heading:
                continue
            if self._sentence(sentence):
                under_heading = self._is_heading(sentence.block)
        self.found.sort(key=lambda one: one.start)
        self._assign_votes()
        return self.found

    def _from_lists(self) -> None:
        """Members of 会议议定: are decisions unless they name who must act or by when."""
        kept = []
        for demand in self.demands:
            if demand.rule.startswith("enumeration") and self._split(demand):
                kept.append(demand)
                continue
            head = self.flat[max(0, demand.start - 200) : demand.start]
            decided = demand.rule.startswith("enumeration") and re.search(
                "(?:议定|商定|审定|确定|约定|达成|决定|决议|同意|审议通过|通过)[^。]{0,12}:[^:]*\\Z", head
            )
            if decided and not (demand.owner or demand.due or demand.cooperating):
                self.found.append(Decided(demand.start, demand.end, rule="decided-list"))
            else:
                kept.append(demand)
        self.demands[:] = kept

    def _split(self, demand: Demand) -> bool:
        """原则通过..., 由某处修改后印发: the first half is decided, the second to be done."""
        found = self.verb.match(self.flat, demand.start, demand.end)
        by = re.compile("[,;](?=由[^,;。]{2,30})").search(self.flat, demand.start, demand.end)
        if not found or not by or not demand.owner or demand.owner.start < by.start():
            return False
        self.found.append(Decided(demand.start, by.start(), rule="decided-list"))
        demand.start = by.end()
        return True

    def _numbered(self, block: int) -> bool:
        number = self.reading.document.blocks[block].label or self.reading.document.views[block].text
        return bool(re.match("\\(?[一二三四五六七八九十\\d]{1,3}[)、.]", number)) or bool(LABEL.match(number))

    def _is_heading(self, block: int) -> bool:
        """(一)审议通过<...>的议案: what follows are its details, no further decisions."""
        text = self.reading.document.views[block].text
        return self._numbered(block) and not LABEL.match(text) and not text.endswith(("。", ";"))

    def _votes(self, sentence: Sentence) -> bool:
        found = VOTE.match(self.flat, skip_markers(self.flat, sentence.start, sentence.end), sentence.end)
        return bool(found)

    def _sentence(self, sentence: Sentence) -> bool:
        """Whether the sentence holds a decision; one for each sentence."""
        if any(one.start < sentence.end and sentence.start < one.end for one in self.found):
            return False
        for clause in sentence.clauses:
            start = self._decision(sentence, clause)
            if start is not None:
                self._add(start, self._end(sentence, start))
                return True
        return False

    def _decision(self, sentence: Sentence, clause: Clause) -> int | None:
        if label := LABEL.match(self.flat, clause.start, sentence.end):
            return None if FAILED.search(self.flat, label.end(), sentence.end) else label.end()
        start = skip_markers(self.flat, clause.start, clause.end)
        found = self.verb.match(self.flat, start, clause.end)
        if (
            not found
            or FAILED.search(self.flat, start, clause.end)
            or NOT_BY.search(self.flat, found.start(), found.end() + 2)
        ):
            return None
        if MEANS.match(self.flat, found.start("verb")) and found["verb"] == "通过":
            return None
        if not found["who"] and not self._may_lack_subject(found["verb"], clause, sentence):
            return None
        return self._content(found, clause)

    def _may_lack_subject(self, verb: str, clause: Clause, sentence: Sentence) -> bool:
        """审议通过 needs no subject; 同意 and 决定 only in minutes, or behind a clause of the meeting."""
        if "通过" in verb and verb != "通过":
            return True
        first = sentence.clauses[0]
        by_meeting = bool(re.match(SUBJECT[:-1], self.flat[first.start : first.end])) and clause is not first
        return by_meeting or (self.formal and verb not in {"确定", "明确", "推选"})

    def _content(self, found: re.Match[str], clause: Clause) -> int | None:
        """决定 and 议定 are followed by what was decided, the others are part of it."""
        heads = found["verb"] in {
            "决定",
            "议定",
            "研究决定",
            "讨论决定",
            "会议决定",
            "明确",
            "商定",
            "确定",
            "研究确定",
        }
        if not heads:
            if re.match("(?:了)?(?:以下|下列|如下)", self.flat[found.end() :]):
                return None
            full = re.search(
                "(?:审议|表决|投票|举手|鼓掌|一致|研究|讨论|并)+\\Z",
                self.flat[found.start() : found.start("verb")],
            )
            return found.start() + full.start() if full else found.start("verb")
        start = found.end()
        while start < len(self.flat) and self.flat[start] in ",: 了":
            start += 1
        empty = (clause.mark == ":" and start >= clause.end) or re.match(
            "(?:如下|以下|下列)(?:事项|意见|内容|决定|决议)?[,:;。]?", self.flat[start : clause.end + 1]
        )
        return None if empty else start

    def _end(self, sentence: Sentence, start: int) -> int:
        """The decision ends with its sentence, or before 由...修改后印发."""
        if joined := re.compile("并由[^,;。]{2,30}").search(self.flat, start, sentence.end):
            return joined.start()
        for clause in sentence.clauses:
            after = self.flat[clause.start - 1 : clause.start] == ";"
            owned = after and self.owners.of_clause(
                self.flat, clause.start, clause.end, self.reading.mentions
            )
            if clause.start > start and owned and CARRIES.search(self.flat, clause.start, clause.end):
                return clause.start - 1
            if clause.start > start and re.match(
                "由[^,;。]{2,30}(?:负责|牵头|修改|根据|按|组织|印发)|请", self.flat[clause.start : clause.end]
            ):
                return clause.start - 1
        return sentence.end

    def _add(self, start: int, end: int) -> None:
        """A demand at the same place gives way, unless it names who must act or by when."""
        same = [one for one in self.demands if start - 4 <= one.start < end]
        if any((one.owner or one.due) and one.start <= start + 2 for one in same):
            return
        self.demands[:] = [one for one in self.demands if one not in same or one.owner or one.due]
        self.found.append(Decided(start, end))

    def _assign_votes(self) -> None:
        """A vote belongs to the decision before it, unless 决议: follows it."""
        for sentence in self.reading.sentences:
            if not self._votes(sentence):
                continue
            before = [one for one in self.found if one.end <= sentence.start]
            behind = [one for one in self.found if one.start >= sentence.end]
            label = LABEL.match(self.flat, sentence.end + 1)
            target = behind[0] if behind and (label or not before) else before[-1] if before else None
            if target and target.vote is None:
                start = skip_markers(self.flat, sentence.start, sentence.end)
                colon = self.flat.find(":", start, min(sentence.end, start + 8))
                target.vote = (colon + 1 if colon >= 0 else start, sentence.end)


@cache
def _verb(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"{SUBJECT}{MANNER}(?P<verb>{lexicon.any('decisions.verbs')})")


def find_decisions(reading: Reading, demands: list[Demand]) -> list[Decided]:
    """All decisions of a meeting, in order; takes from `demands` what is none."""
    return Decider(reading, demands).run()
