"""What is to be done: members of lists of demands, and sentences with a word of demand."""

import re
from bisect import bisect_right, insort

from msgspec import Struct, field

from minutes.extract.zh.addressed import addressee_of, announced_parts, lead_in
from minutes.extract.zh.asking import Asking
from minutes.extract.zh.dues import Due, find_due
from minutes.extract.zh.enumerations import Series
from minutes.extract.zh.lists import PAST, Lists
from minutes.extract.zh.names import names_of
from minutes.extract.zh.owners import PREFIX, Owner, Owners, helpers, owners_of
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.rounds import Round, find_rounds
from minutes.extract.zh.sentences import Clause, Sentence
from minutes.extract.zh.shared_out import date_before
from minutes.extract.zh.speech import Speech
from minutes.extract.zh.subjects import skip_markers
from minutes.extract.zh.tailed import Tailed, find_tailed
from minutes.extract.zh.units import VERBAL
from minutes.extract.zh.utterance import Utterance

# 原则通过并由办公室修改印发: the task begins with 由.
JOINED = re.compile("[^,;:\u3002]{0,14}?并(?=由)")

GIVEN = re.compile("由|请|牵头|负责(?![人同制任])")
HEADING = 14  # characters: 一是提高站位。各部门要...


class Demand(Struct):
    """One thing to be done: characters of the text."""

    start: int
    end: int
    owner: Owner | None = None
    due: Due | None = None
    doer: str | None = None  # the person where the owner is a unit
    cooperating: list[tuple[int, int]] = field(default_factory=list)
    utterance: Utterance | None = None
    rule: str = "modal"
    certain: str = "stated"
    head: str = ""  # the words that announce its list


class Demander:
    """Finds the demands of a meeting."""

    def __init__(self, reading: Reading, speech: Speech, series: list[Series]) -> None:
        self.reading, self.speech, self.series = reading, speech, series
        self.flat = reading.flat
        self.formal = reading.draft.fields.get("kind") != "news"
        self.owners: Owners = owners_of(reading.lexicon)
        self.lists = Lists(reading, speech)
        self.asking = Asking(reading, speech)
        self.found: list[Demand] = []
        self.taken: list[tuple[int, int]] = []
        self.tailed: list[Tailed] = []

    def run(self) -> list[Demand]:
        """All demands, in order: lists first, then sentences outside of lists."""
        self.tailed = list(find_tailed(self.reading))
        for one in find_rounds(self.reading) if self.formal else ():
            self._round(one)
        for series in self.series:
            if not self._inside(series.start):
                self._list(series)
        self._tailed()
        for sentence in self.reading.sentences:
            self._sentence(sentence)
        return sorted(self.found, key=lambda one: one.start)

    def _inside(self, place: int) -> bool:
        """Lists come in order and do not overlap, but for those within a list."""
        index = bisect_right(self.taken, (place, len(self.flat))) - 1
        return index >= 0 and self.taken[index][0] <= place < self.taken[index][1]

    def _in_list(self, clause: Clause) -> bool:
        """Whether the clause is of a list, or leads into one: 本学期一是要..."""
        return self._inside(clause.start) or self._inside(clause.end - 1)

    # lists

    def _round(self, one: Round) -> None:
        """What a department is to do; its past work is none."""
        tasks = [part for part in one.parts if self.lists.is_task(*part, VERBAL)]
        if not tasks or self._is_tailed(one.start, one.end):
            return
        self.taken.append((one.start, one.end))
        self.taken.sort()
        for start, end in tasks:
            demand = Demand(start, end, rule="department-round")
            self._complete(demand, _clauses(self.flat, start, end), loose=False)
            demand.owner = demand.owner or Owner(*one.unit, certain=False)
            self.found.append(demand)

    def _is_tailed(self, start: int, end: int) -> bool:
        return any(one.start < end and start < one.stop for one in self.tailed)

    def _tailed(self) -> None:
        """Tasks with who and by when behind them, whatever their list was taken for."""
        for one in self.tailed:
            said = self.speech.at(one.start)
            self.found.append(Demand(one.start, one.end, one.owner, one.due, utterance=said, rule="tailed"))
            if not self._inside(one.start):
                insort(self.taken, (one.start, one.stop))

    def _list(self, series: Series) -> None:
        verdict = self.lists.verdict(series)
        if verdict == "none" and self.formal and len(series.markers) > 1 and self._heading_unit(series):
            verdict = "tasks"
        if verdict == "none":
            return
        members = self._cut_at_speech(series)
        self.taken.append((series.start, members[-1][1]))
        if verdict != "facts" and (lead := lead_in(self.flat, series.start)):
            self.taken.append(lead)
        self.taken.sort()
        for start, end in members if verdict != "facts" else ():
            if verdict == "demands" or self.lists.is_task(start, end) or self._planned(series, start, end):
                self._member(start, end, series)

    def _cut_at_speech(self, series: Series) -> list[tuple[int, int]]:
        """The last member of a list within a paragraph ends where somebody else begins to speak."""
        members = series.members()
        start, end = members[-1]
        for one in self.speech.begun_within(start + 1, end):
            begin = self.reading.sentences[one.sentence].start
            if start < begin and one.rule == "subject-verb" and one.label[0] - begin < 12:  # noqa: PLR2004
                return [*members[:-1], (start, begin)]
        return members

    def _member(self, start: int, end: int, series: Series) -> None:
        while start < end and self.flat[start] in " ,、:":
            start += 1
        if end - start < 2 or self._is_tailed(start, end):  # noqa: PLR2004
            return
        demand = Demand(
            start,
            end,
            utterance=self.speech.at(start),
            rule=f"enumeration-{series.markers[0].kind}",
            head=self.lists.head(series),
        )
        self._complete(demand, _clauses(self.flat, start, end), loose=False)
        if demand.owner is None:
            demand.owner = self._addressee(series)
        self.found.append(demand)

    def _addressee(self, series: Series) -> Owner | None:
        """Whom the list as a whole is for: 各部门:1.... or 各部门要做好以下工作:1...., or the unit of the heading."""
        owner = self._heading_unit(series) or addressee_of(self.flat, series.start, self.owners)
        lead = lead_in(self.flat, series.start)
        if owner or lead is None:
            return owner
        led = self.asking.owner(self.asking.content(Clause(*lead, ":")), lead[1], loose=False)
        return led if led and led.person is None else None

    def _planned(self, series: Series, start: int, end: int) -> bool:
        """Under a unit's heading whatever is not past is to be done."""
        return bool(self._heading_unit(series)) and not PAST.search(self.flat, start, end)

    def _heading_unit(self, series: Series) -> Owner | None:
        """一、教务处 above a list of tasks: they are that unit's."""
        start = series.start
        line = (
            self.flat.rfind("\n", 0, max(0, start - 1)) + 1 if self.flat[start - 1 : start] == "\n" else start
        )
        line = line if line < start else self.flat.rfind("\n", 0, start) + 1
        begin = skip_markers(self.flat, line, start)
        words = self.flat[begin:start].strip(" :\n")
        found = list(self.owners.tail.finditer(words))
        unit = bool(found) and found[-1].end() == len(words) and 2 <= len(words) <= 12  # noqa: PLR2004
        unit = unit and not re.search("[,;:\u3002]|要求|会议", words)
        return Owner(begin, begin + len(words), certain=False) if unit else None

    # sentences

    def _sentence(self, sentence: Sentence) -> None:
        parts = [] if self._inside(sentence.start) else announced_parts(self.flat, sentence)
        if parts and self.speech.at(parts[0][0]):
            for start, end in parts:
                demand = Demand(start, end, utterance=self.speech.at(start), rule="enumeration-announced")
                self._complete(demand, _clauses(self.flat, start, end), loose=False)
                self.found.append(demand)
            return
        open_demand: Demand | None = None
        begun: list[Demand] = []
        for clause in sentence.clauses:
            if self._in_list(clause):
                continue
            if open_demand and self._speaks_anew(clause):
                open_demand = None
            rule = self.asking.rule(clause)
            if rule and (open_demand is None or self._new_owner(clause, open_demand)):
                open_demand = self._begin(clause, rule)
                begun.append(open_demand)
            if open_demand:
                open_demand.end = clause.end
        for demand in begun:
            self._finish(demand, sentence)

    def _speaks_anew(self, clause: Clause) -> bool:
        """他指出 in mid-sentence ends the demand before it."""
        return any(
            clause.start <= one.label[0] < clause.end and one.rule == "subject-verb"
            for one in (self.speech.at(clause.start, clause.end + 1),)
            if one
        )

    def _begin(self, clause: Clause, rule: str) -> Demand:
        start = self.asking.content(clause)
        if rule == "assigned" and (joined := JOINED.match(self.flat, start, clause.end)):
            start = joined.end()
        if rule == "shared-out" and (dated := date_before(self.flat, clause)) is not None:
            start = dated
        demand = Demand(start, clause.end, utterance=self.speech.at(start), rule=rule)
        self.found.append(demand)
        return demand

    def _finish(self, demand: Demand, sentence: Sentence) -> None:
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
        now = self.asking.owner(clause.start, clause.end, loose=False)
        then = self.asking.owner(before.start, before.end, loose=before.rule == "required")
        return bool(now and (not then or self.flat[now.start : now.end] != self.flat[then.start : then.end]))

    # owner, due, helpers

    def _named_before_colon(self, demand: Demand) -> Owner | None:
        """李明:联系供应商 in a list, though nothing else in the report names him."""
        found = PREFIX.match(self.flat, demand.start, demand.end)
        if not found or not demand.rule.startswith("enumeration"):
            return None
        named = all(map(names_of(self.reading.lexicon).is_name, re.split("[\u3001和及]", found[1])))
        return Owner(*found.span(1), certain=False) if named else None

    def _leading(self, start: int, clauses: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The clauses that may name who acts: the first sentence's, the second's behind a mere heading, 由..., 请..."""
        stop = self.flat.find("\u3002", start)
        if 0 <= stop < start + HEADING:
            stop = self.flat.find("\u3002", stop + 1)
        return [one for one in clauses if stop < 0 or one[0] < stop or GIVEN.search(self.flat, *one)]

    def _addressed(self, clauses: list[tuple[int, int]]) -> Owner | None:
        """学工办 in 学工办要做好预案,责任人:李明: the unit stays the owner."""
        owner = self.asking.owner(*clauses[0], loose=False) if clauses else None
        return owner if owner and not owner.person else None

    def _complete(self, demand: Demand, clauses: list[tuple[int, int]], *, loose: bool) -> None:
        mentions = self.reading.mentions
        labelled = self.owners.labelled(self.flat, demand.start, demand.end, mentions)
        unit = self._addressed(clauses) if labelled and labelled.person else None
        demand.owner, demand.doer = (unit, labelled.person) if unit and labelled else (labelled, None)
        demand.owner = demand.owner or self.owners.prefixed(self.flat, demand.start, demand.end, mentions)
        demand.owner = demand.owner or self._named_before_colon(demand)
        for number, (start, end) in enumerate(self._leading(demand.start, clauses)):
            demand.owner = demand.owner or self.asking.owner(start, end, loose=loose and number == 0)
        demand.owner = demand.owner or self.owners.by_whom(
            self.flat, demand.start, demand.end, self.reading.mentions
        )
        if demand.owner is None and demand.rule == "shared-out":
            places = (self.owners.leading(self.flat, *one, self.reading.mentions) for one in clauses)
            demand.owner = next((one for one in places if one), None)
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
    speech = Speech(reading.document, reading.sentences, said)
    return Demander(reading, speech, series).run()
