"""Who said what: sentence by sentence, with the subject that a clause names, continues or leaves out."""

from typing import Literal

from minutes.extract.zh.cited import SPEECH_AS_SUBJECT, is_only_cited, relay_in
from minutes.extract.zh.hearing import HEARD, INVITED, heard_reports, report_of
from minutes.extract.zh.predicates import Act, predicate_start, predicates_of
from minutes.extract.zh.quotations import Quotations
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.sentences import Clause, Sentence
from minutes.extract.zh.speech_words import ALONE, CHAIRS, LEADER, OWN_WORDS, RULES, UNIT_ACT
from minutes.extract.zh.subjects import AT_MEETING, Subject, skip_markers, subject_at, units_at, with_listed
from minutes.extract.zh.turns import Turns
from minutes.extract.zh.utterance import KINDS, State, Utterance, stands_alone


class Listener:
    """Turns sentences into utterances."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.flat = reading.flat
        self.predicates = predicates_of(reading.lexicon)
        self.state = State()
        self.found: list[Utterance] = []
        self.quotations = Quotations(reading.flat)
        self.turns = Turns(reading)

    def run(self) -> list[Utterance]:
        """All utterances, in order."""
        for number, sentence in enumerate(self.reading.sentences):
            self._sentence(number, sentence)
        return self.found

    def _sentence(self, number: int, sentence: Sentence) -> None:
        if sentence.block != self.state.block:
            self._new_block(sentence.block)
            self._turn(number, sentence)
        if self.state.turn == sentence.block:
            return
        for place, clause in enumerate(sentence.clauses):
            if not self._clause(number, sentence, clause, first=place == 0):
                self._extend(sentence, clause)
        if self.state.current:
            self.state.current.end = max(self.state.current.end, sentence.close(self.flat))

    def _new_block(self, block: int) -> None:
        self.state.block, self.state.current, self.state.speaker = block, None, None

    def _turn(self, number: int, sentence: Sentence) -> None:
        """王静:方案分三个阶段... is one turn to the end of its paragraph."""
        if not (turn := self.turns.at(sentence.block)):
            return
        people, start = turn
        subject = Subject("person", people[0].start, people[-1].end, people)
        words = (start, self.reading.document.end_of(sentence.block))
        self._append(number, sentence, subject, Act("发言", start - 1, start, heads=True), words, rule="turn")
        self.state.turn = sentence.block

    def _extend(self, sentence: Sentence, clause: Clause) -> None:
        if self.state.current and self.state.current.block == sentence.block:
            self.state.current.end = clause.end

    def _clause(self, number: int, sentence: Sentence, clause: Clause, *, first: bool) -> bool:
        """Whether the clause begins an utterance, or otherwise ends the current one."""
        if self.quotations.holds(clause.start):
            return False
        start = skip_markers(self.flat, clause.start, clause.end)
        if self._conveyed_speech(number, start):
            return False
        subject = subject_at(self.flat, start, clause.end, self.reading.mentions, self.reading.lexicon)
        if subject is None:
            if self._unit(number, sentence, clause, start) or self._invites(number, sentence, clause):
                return True
            return self._elided(number, sentence, clause, start, first=first)
        heard = subject.kind == "meeting" and self._heard(number, sentence, clause, subject)
        if heard or (subject.kind == "person" and self._invites(number, sentence, clause)):
            return True
        return self._with_subject(number, sentence, clause, subject)

    def _conveyed_speech(self, number: int, start: int) -> bool:
        """他传达了...的讲话。他指出,讲话强调...: the rest of the sentence is the speech's."""
        current, before = self.state.current, self.found[-2:-1]
        if (
            not current
            or not before
            or before[0].relay is None
            or not SPEECH_AS_SUBJECT.match(self.flat, start)
        ):
            return False
        current.relay, self.state.relayed = before[0].relay, number
        return True

    def _with_subject(self, number: int, sentence: Sentence, clause: Clause, subject: Subject) -> bool:
        if self.flat[subject.end : subject.end + 1] == "的":
            return self._possessive(number, sentence, clause, subject)
        acts = self.predicates.acts(self.flat, subject.end, clause.end)
        if subject.kind == "pronoun":
            subject = self._resolved(subject)
        elif subject.kind == "person" and (
            self._told_to(number, subject) or self._only_cited(number, subject)
        ):
            return False
        named_only = not acts and (self._within_words(number) or not subject.known)
        if subject.kind in {"person", "pronoun"} and subject.people and not named_only:
            self.state.person = subject
            if LEADER.search(self.flat, subject.start, subject.end):
                return False
        if not acts:
            heard = self._heard_too(number, sentence, clause, subject)
            return heard or self._silent(subject, number, sentence)
        subject = with_listed(self.reading, sentence, clause, subject)
        self.state.speaker = subject
        bare = (acts[0].heads or acts[0].name in ALONE) and acts[0].end >= clause.end
        if not (
            bare and clause.mark == "\u3002" and self._quote_before(number, sentence, subject, steal=True)
        ):
            self._say(number, sentence, clause, subject, acts)
        return True

    def _only_cited(self, number: int, subject: Subject) -> bool:
        """Whether the subject is only the one whose speech the current speaker conveys: the words stay the speaker's."""
        relay = self.state.current.relay if self.state.current else None
        if not relay or not is_only_cited(self.reading.mentions, relay, subject.people):
            return False
        self.state.relayed = number
        return True

    def _told_to(self, number: int, subject: Subject) -> bool:
        """Within words like 要求,教学秘书汇总安排 an office without a name is told to act, it does not speak."""
        told = self.flat[subject.start - 1] != ";" and not RULES.match(self.flat, subject.end)
        return told and not subject.known and self._within_words(number)

    def _silent(self, subject: Subject, number: int, sentence: Sentence) -> bool:
        """A person who does something else ends the words of another; a quotation before is theirs."""
        if self._within_words(number):
            return False
        if subject.kind == "meeting":
            self.state.speaker, self.state.current = subject, None
            return True
        colon = self.flat[subject.end : subject.end + 1] == ":"
        if subject.kind != "person" or not subject.people[0].entry or colon:
            return False
        if CHAIRS.match(self.flat, subject.end):
            return False
        self.state.speaker = subject
        if self._quote_before(number, sentence, subject):
            return True
        self.state.current = None
        return True

    def _possessive(self, number: int, sentence: Sentence, clause: Clause, subject: Subject) -> bool:
        """李明远的开场白 after a quotation is speech; 王校长的报告指出 is the report's."""
        if subject.kind == "person" and OWN_WORDS.match(self.flat, subject.end):
            return self._quote_before(number, sentence, subject)
        relay = relay_in(self.reading, subject.start, clause.end)
        if relay and self.state.current and self.state.current.block == sentence.block:
            self.state.current.relay = relay
            self.state.relayed = number
        return False

    def _quote_before(
        self, number: int, sentence: Sentence, subject: Subject, *, steal: bool = False
    ) -> bool:
        """Attributes the quotation that the paragraph or this sentence begins with."""
        start = (
            self.reading.sentences[number - 1].start
            if number and self.reading.sentences[number - 1].block == sentence.block
            else sentence.start
        )
        quote = self.quotations.first_within(start, subject.start)
        last = self.found[-1] if self.found else None
        if not quote or (last and last.start <= quote[0] - 1 < last.end and not steal):
            return False
        if last and last.block == sentence.block:
            last.end = min(last.end, quote[0] - 1)
        act = Act("说", quote[0], quote[0], heads=True)
        self._append(number, sentence, subject, act, quote, rule="quotation-before")
        self.state.speaker, self.state.current = subject, None
        return True

    def _resolved(self, subject: Subject) -> Subject:
        """He or she is the last person introduced, whatever the pronoun's gender."""
        known = self.state.person
        return Subject("pronoun", subject.start, subject.end, known.people[-1:] if known else ())

    def _unit(self, number: int, sentence: Sentence, clause: Clause, start: int) -> bool:
        for end in units_at(self.flat, start, clause.end, self.reading.lexicon):
            acts = self.predicates.acts(self.flat, end, clause.end)
            if acts and UNIT_ACT.search(acts[0].name) and not self._within_words(number):
                subject = Subject("unit", start, end)
                self.state.speaker = subject
                self._say(number, sentence, clause, subject, acts)
                return True
        return False

    def _within_words(self, number: int) -> bool:
        """Whether this sentence already gives somebody's words: a unit in them does not speak."""
        current = self.state.current
        return bool(current and current.sentence == number and current.act.heads)

    def _elided(self, number: int, sentence: Sentence, clause: Clause, start: int, *, first: bool) -> bool:
        """A verb without a subject goes on with the speaker of the paragraph."""
        speaker = self.state.speaker
        if opened := AT_MEETING.match(self.flat, clause.start, start):
            speaker = Subject("meeting", *opened.span("where"))
        if speaker is None or self.state.relayed == number:
            return False
        if speaker.kind == "meeting" and HEARD.match(self.flat, start, clause.end):
            return self._heard(number, sentence, clause, Subject("meeting", start, start))
        acts = self.predicates.acts(self.flat, start, clause.end)
        current = self.state.current if self.state.current and self.state.current.sentence == number else None
        if not acts or not stands_alone(self.flat, current, acts[0], clause, start):
            return False
        self._say(
            number, sentence, clause, speaker, acts, rule="subject-left-out" if first else "second-verb"
        )
        return True

    def _heard(self, number: int, sentence: Sentence, clause: Clause, subject: Subject) -> bool:
        """Whether the meeting heard the report of somebody named."""
        reports = heard_reports(self.reading, subject.end, clause.end)
        for one, act in reports:
            speaker = Subject("person", one.start, one.end, (one,))
            self._append(number, sentence, speaker, act, (one.end, clause.end), rule="heard-report")
        self.state.speaker = subject if reports else self.state.speaker
        return bool(reports)

    def _invites(self, number: int, sentence: Sentence, clause: Clause) -> bool:
        """学院邀请教授王静作专题辅导: who was invited speaks."""
        invited = INVITED.search(self.flat, clause.start, clause.end)
        if invited is None or self._within_words(number):
            return False
        return self._heard(number, sentence, clause, Subject("meeting", invited.start(), invited.start()))

    def _heard_too(self, number: int, sentence: Sentence, clause: Clause, subject: Subject) -> bool:
        """会议听取了甲的汇报,乙关于...的通报: the second needs no verb."""
        act = report_of(self.flat, subject.end, clause.end) if subject.kind == "person" else None
        last = self.found[-1] if self.found else None
        if not act or not last or (last.sentence, last.rule) != (number, "heard-report"):
            return False
        self._append(number, sentence, subject, act, (subject.end, clause.end), rule="heard-report")
        return True

    def _say(
        self,
        number: int,
        sentence: Sentence,
        clause: Clause,
        subject: Subject,
        acts: list[Act],
        rule: str = "subject-verb",
    ) -> None:
        starts = [act.start if not act.heads else act.end for act in acts]
        bounds = [*starts[1:], clause.end]
        if not acts[0].heads:
            starts[0] = min(starts[0], predicate_start(self.flat, subject.end, acts[0], clause.start))
        for act, begin, end in zip(acts, starts, bounds, strict=True):
            start = begin
            while start < sentence.end and self.flat[start] in ",: ":
                start += 1
            if start >= sentence.end:
                start = predicate_start(self.flat, subject.end, act, clause.start)
            self._append(number, sentence, subject, act, (start, max(start, end)), rule=rule)
        self._relay(clause)

    def _relay(self, clause: Clause) -> None:
        relay = relay_in(self.reading, clause.start, clause.end)
        if relay and self.state.current:
            self.state.current.relay = relay

    def _append(
        self, number: int, sentence: Sentence, subject: Subject, act: Act, words: tuple[int, int], rule: str
    ) -> None:
        kind = KINDS.get(subject.kind, "collective")
        people = tuple(one for one in subject.people if one.entry or one.family or len(subject.people) == 1)
        if kind == "person" and not people:
            return
        pronoun = self.flat[subject.start : subject.end] if subject.kind == "pronoun" else None
        certain: Literal["stated", "inferred"] = (
            "stated" if rule == "subject-verb" and not pronoun else "inferred"
        )
        one = Utterance(
            kind,
            people,
            (subject.start, subject.end),
            act,
            *words,
            sentence.block,
            number,
            rule=rule,
            certain=certain,
            pronoun=pronoun,
        )
        self.found.append(one)
        self.state.current = one
