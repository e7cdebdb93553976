"""What the meeting decided: 审议通过, 同意, 决定, 决议:, and the votes."""

import re
from bisect import bisect_left
from functools import cache
from itertools import zip_longest

from msgspec import Struct

from minutes.extract.zh.decision_words import (
    ASSIGNS,
    BY_MEETING,
    DECIDED,
    DECREE,
    FAILED,
    FIXED,
    HEADING_VERBS,
    HEADS,
    LABEL,
    MANNER,
    MEANS,
    NEXT_MEETING,
    NOT_BY,
    SUBJECT,
    TOLD,
    VAGUE,
    VOTE,
    VOTED,
)
from minutes.extract.zh.demands import Demand
from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.motions import AFTER, elected, moved, settled, states
from minutes.extract.zh.owners import CARRIES, owners_of
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.sentences import Clause, Sentence
from minutes.extract.zh.subjects import skip_markers

NEAR = 8  # demands that may overlap a sentence


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
        decree = DECREE.search(self.flat)
        self.decree = decree.start() if decree else len(self.flat)
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
            if NEXT_MEETING.match(self.flat, demand.start, demand.end):
                continue
            if demand.rule.startswith("enumeration") and self._split(demand):
                kept.append(demand)
                continue
            decided = demand.rule.startswith("enumeration") and DECIDED.search(demand.head)
            if decided and self._is_decision(demand):
                self.found.append(Decided(demand.start, demand.end, rule="decided-list"))
            else:
                kept.append(demand)
        self.demands[:] = kept

    def _is_decision(self, demand: Demand) -> bool:
        """同意移动端上线时间顺延至10月18日 has a day and is decided all the same."""
        if not (demand.owner or demand.due or demand.cooperating):
            return True
        agreed = self.verb.match(self.flat, demand.start, demand.end)
        stated = states(self.flat, demand.start, demand.end)
        return stated or bool(agreed and not demand.owner and not demand.cooperating)

    def _split(self, demand: Demand) -> bool:
        """原则通过..., 由某处修改后印发: the first half is decided, the second to be done."""
        found = self.verb.match(self.flat, demand.start, demand.end)
        by = re.compile("[,;](?=[^,;。]{0,8}?由[^,;。]{2,30})").search(self.flat, demand.start, demand.end)
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
        start = skip_markers(self.flat, sentence.start, sentence.end)
        return bool(VOTE.match(self.flat, start, sentence.end))

    def _sentence(self, sentence: Sentence) -> bool:
        """Whether the sentence holds a decision; one for each sentence."""
        if any(one.start < sentence.end and sentence.start < one.end for one in self.found):
            return False
        starts = [self._decision(sentence, clause) for clause in sentence.clauses]
        places = [start for start in starts if start is not None]
        places += self._parts(sentence, places)
        for start, following in zip_longest(places, places[1:]):
            end = self._end(sentence, start)
            self._add(start, end if following is None else min(end, self._clause_before(sentence, following)))
        return bool(places) or self._otherwise(sentence)

    def _parts(self, sentence: Sentence, places: list[int]) -> list[int]:
        """会议决定,...;...: what follows a semicolon is decided too, unless somebody is to do it."""
        if not places or not HEADS.search(self.flat, sentence.start, places[-1]):
            return []
        behind = [one for one in sentence.clauses if one.start > places[-1]]
        return [
            one.start
            for one in behind
            if self.flat[one.start - 1] == ";"
            and not ASSIGNS.match(self.flat, one.start, one.end)
            and not self.owners.of_clause(self.flat, one.start, one.end, self.reading.mentions)
        ]

    def _clause_before(self, sentence: Sentence, place: int) -> int:
        """Where the clause before the one of this place ends."""
        return max((one.end for one in sentence.clauses if one.end < place), default=place)

    def _otherwise(self, sentence: Sentence) -> bool:
        """Motions carried, elections, and in minutes what follows 经协商."""
        if FAILED.search(self.flat, sentence.start, sentence.end):
            return False
        carried = moved(self.flat, sentence)
        start = carried[0] if carried else elected(self.flat, sentence)
        if start is None and self.formal:
            start = self._settled(sentence)
        if start is None and self._under_decree(sentence):
            start = skip_markers(self.flat, sentence.start, sentence.end)
        if start is not None:
            self._add(start, carried[1] if carried else self._end(sentence, start))
        return start is not None

    def _demanded(self, sentence: Sentence) -> bool:
        behind = bisect_left(self.demands, sentence.end, key=lambda one: one.start)
        return any(sentence.start < one.end for one in self.demands[max(0, behind - NEAR) : behind])

    def _under_decree(self, sentence: Sentence) -> bool:
        """Behind 议定以下事项 a sentence that fixes something is decided, where nobody tells it or is to do it."""
        if (
            not self.formal
            or self._demanded(sentence)
            or not states(self.flat, sentence.start, sentence.end, whole=True)
        ):
            return False
        return self.decree < sentence.start and not TOLD.search(self.flat, sentence.start, sentence.end)

    def _settled(self, sentence: Sentence) -> int | None:
        start = settled(self.flat, sentence)
        return None if self._demanded(sentence) else start

    def _decision(self, sentence: Sentence, clause: Clause) -> int | None:
        start = skip_markers(self.flat, clause.start, clause.end)
        if label := LABEL.match(self.flat, start, sentence.end):
            return None if FAILED.search(self.flat, label.end(), sentence.end) else label.end()
        found = self.verb.match(self.flat, start, clause.end)
        if (
            not found
            or FAILED.search(self.flat, start, clause.end)
            or NOT_BY.search(self.flat, found.start(), found.end() + 2)
        ):
            return None
        voted = VOTED.search(self.flat, found.start(), found.start("verb"))
        if MEANS.match(self.flat, found.start("verb")) and found["verb"] == "通过" and not voted:
            return None
        if found["verb"] == "明确" and self._demanded(sentence):
            return None
        told = self._in_turn(sentence) or not self._may_lack_subject(found["verb"], clause, sentence)
        if not found["who"] and told:
            return None
        return self._content(found, clause)

    def _in_turn(self, sentence: Sentence) -> bool:
        """林如海:同意清淤, one person's opinion."""
        mention = self.reading.mentions.at(self.reading.document.starts[sentence.block])
        return bool(mention and mention.entry and self.flat[mention.end : mention.end + 1] == ":")

    def _may_lack_subject(self, verb: str, clause: Clause, sentence: Sentence) -> bool:
        """审议通过 needs no subject; 同意 and 决定 only in minutes, or behind a clause of the meeting."""
        if "通过" in verb and verb != "通过":
            return True
        first = sentence.clauses[0]
        words = self.flat[first.start : first.end]
        by_meeting = bool(re.match(SUBJECT[:-1], words) or AFTER.match(words)) and clause is not first
        return by_meeting or (self.formal and verb not in BY_MEETING)

    def _content(self, found: re.Match[str], clause: Clause) -> int | None:
        """决定 and 议定 are followed by what was decided, the others are part of it."""
        heads = found["verb"] in HEADING_VERBS
        if found["verb"] in VAGUE and self.flat.startswith("了", found.end()):
            named = FIXED.search(self.flat, found.end(), clause.end)
            return found.start("verb") if named else None
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
