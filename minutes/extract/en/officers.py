"""Who chaired and who kept the record."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.record import Confidence, Person, Span
from minutes.extract.en.agents import subjects_after
from minutes.extract.en.attendance import Roll
from minutes.extract.en.cast import Cast
from minutes.extract.en.fields import Field
from minutes.extract.en.lists import people_in
from minutes.extract.en.names import Named, is_role
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import Sentence, sentences, tokens
from minutes.extract.en.subject import Subject
from minutes.extract.en.subjects import subjects_before
from minutes.extract.lazy import lazy

_TOOK = lazy(
    r"\b(?:took|assumed|occupied) (?:the|to the) chair\b|\bpresid(?:ed|ing)\b|\bchair(?:ed|ing) (?:(?:the|this|today's|tonight's|\w+day's) )?(?:[\w-]+ ){0,2}?(?:meeting|session|call|discussion|hearing|assembly)\b|\bchaired\b(?=\W*$)"
    r"|\bwas in the chair\b|\bin the chair\b|\b(?:acted|served|acting|serving|officiated|filled in|stood in) as (?:the )?(?:acting )?(?:chair|moderator|facilitator|convenor|presid)\w*\b|\b(?:(?:was|were) )?(?:elected|appointed|nominated|voted|asked|invited|chosen|agreed|offered|volunteered) (?:as |to (?:the )?|to be )?(?:act(?:ing)? as )?(?:temporary |acting |interim )?(?:chair\w*|take the chair|preside)"
    r" (?:of|for|over|at) (?:the|this) (?:meeting|evening|session|night|call|proceedings)\b|\b(?:would|to) (?:take the chair|chair the meeting|preside)\b|\b(?:agreed|asked|invited|offered|volunteered) to (?:chair (?:the|this) meeting|take the chair|preside)\b|\bfacilitated (?:the|this) (?:meeting|session|call)\b|\b(?:ran|hosted|led) (?:the|this) (?:meeting|call)\b",
    re.IGNORECASE,
)
_BY = lazy(
    r"\b(?:chaired|presided over|moderated|facilitated|led|hosted|conducted|opened) by\b|\bwith (?=[A-Z][\w.' -]{3,60} (?:in the chair|presiding|chairing)\b)|\bin the chair was\b",
    re.IGNORECASE,
)
_CALLED = lazy(
    r"\b(?:called|brought|calls) (?:the|this)? ?(?:[\w-]+ ){0,6}?(?:meeting|session|council|board)?[^.;]{0,40}?\bto order\b|\b(?:opened|convened|started|began) (?:the )?(?:[\w-]+ ){0,3}?(?:meeting|session|proceedings|call)\b|\bgavel(?:l)?ed (?:in )?the\b|\bgot (?:us|things|everyone|the meeting|proceedings) (?:started|going|under ?way)\b|\bkicked (?:us|things|the meeting) off\b|\bkicked off the (?:meeting|session|call)\b|\bstarted us off\b",
    re.IGNORECASE,
)
_ORDER_BY = lazy(
    r"\b(?:called|brought) to order\b|\bmeeting (?:was )?(?:opened|started|convened)\b", re.IGNORECASE
)
_SIGNED = lazy(
    r"^(?:respectfully submitted|minutes (?:taken|recorded|prepared|submitted|written) by|recorded by|submitted by|prepared by|taken by|minuted by|notes (?:taken )?by)\b[\s,:by]*",
    re.IGNORECASE,
)
_MINUTED = lazy(
    r"\b(?:took (?:the )?(?:minutes|notes)|(?:minutes|notes) (?:were|was) (?:taken|kept|recorded) by|acted as (?:secretary|recorder|scribe|clerk)|recording the minutes|served as (?:secretary|recorder))\b",
    re.IGNORECASE,
)

_CHAIRED = ("chair", "presid", "moderated", "facilitat", "led ", "hosted", "ran ")
_ORDERED = ("order", "opened", "started", "convened", "began", "gavel", "started", "got ", "kicked")
_CLOSED_BY = lazy(
    r"\b(?:adjourned|closed|concluded|ended) the (?:[\w-]+ ){0,2}?(?:meeting|session)\b|\bdeclared the (?:[\w-]+ )?meeting (?:closed|adjourned|open)\b",
    re.IGNORECASE,
)
_LATER = lazy(
    r"\bnext (?:meeting|call|session)\b|\bfuture meetings?\b|\b(?:last|previous) meeting\b", re.IGNORECASE
)
_ENDED = ("adjourned", "closed", "concluded", "ended", "declared")
_NOTED = ("minutes", "notes", "acted as", "served as", "recording")
_TURN = lazy(
    r"(?P<role>CHAIR(?:MAN|WOMAN|PERSON)?|Chair(?:man|woman|person)?) (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?):\s"
)
_WHO = (
    r"(?P<who>(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councillor|Rev)\.? )?(?:[A-Z][\w'-]*\.? ){1,3}?[A-Z][\w'-]+)"
)
_OFFICE = r"(?P<office>(?:[Tt]he )?(?:[Bb]oard |[Cc]ouncil |[Cc]ommittee )?[Cc]hair(?:man|woman|person)?(?: of (?:the )?(?:[Bb]oard|[Tt]rustees|[Gg]overnors|[Cc]ouncil|[Cc]ommittee|[Dd]irectors)(?: of [A-Za-z]+)?)?)"
_STYLED_BEFORE = lazy(rf"(?:^|[.,;] |^\W*[Tt]he |\bby )(?<!-){_OFFICE}(?:, | \(| ){_WHO}(?=[,). ])")
_STYLED_BEHIND = lazy(rf"(?:^|[.;:] ){_WHO}(?:, | \(){_OFFICE}(?=[,)])")
_LONGEST = 3000  # characters of a passage that tells who chaired


@dataclass(frozen=True, slots=True)
class Officer:
    """Chair or recorder, with the proof."""

    person: Person
    span: Span | None
    rule: str
    confidence: Confidence = "stated"


def chair_of(passages: Sequence[Passage], found: Sequence[Field], roll: Roll, cast: Cast) -> Officer | None:
    """The chair by the best clue: a label, "took the chair", "(Chair)" behind a name, who called to order."""
    clues = [
        *_labelled("chair", found, cast),
        *_told(passages, cast),
        *_marked(roll, cast),
        *_called(passages, cast),
        *_heard(passages, cast),
        *_ended(passages, cast),
        *_styled(passages, cast),
    ]
    absent = {one.name for one in roll.absent}
    named = [one for one in clues if one.person.name and one.person.name not in absent]
    named.sort(key=lambda one: one.rule == "caller-label")
    return next(iter(named), next(iter(clues), None))


def _styled(passages: Sequence[Passage], cast: Cast) -> Iterator[Officer]:
    """Who is styled the chair in running text: the Chair, Jane Roe, welcomed all."""
    for sentence in _sentences(passages, ("chair",)):
        styled = _STYLED_BEFORE.search(sentence.text) or _STYLED_BEHIND.search(sentence.text)
        if styled is None or _LATER.search(sentence.text):
            continue
        start, end = (sentence.start + at for at in styled.span("who"))
        for named in people_in(sentence.passage, start, end, cast.words)[:1]:
            role = re.sub(r"^[Tt]he ", "", styled["office"])
            person = cast.add(Named(named.name, role)).person
            yield Officer(person, sentence.passage.span(start, end), "styled-chair", "inferred")


def _ended(passages: Sequence[Passage], cast: Cast) -> Iterator[Officer]:
    """Who closed the meeting, where nobody is said to have opened it."""
    for sentence in _sentences(passages, _ENDED):
        if closed := _CLOSED_BY.search(sentence.text):
            who = _before(sentence, sentence.start + closed.start(), cast)
            yield from _officers(sentence, who, cast, "closed-the-meeting")


def _heard(passages: Sequence[Passage], cast: Cast) -> Iterator[Officer]:
    """The chair of a transcript: CHAIR MALLORY: Good evening."""
    for passage in passages:
        if turn := _TURN.match(passage.text):
            name = turn["name"].title() if turn["name"].isupper() else turn["name"]
            member = cast.find(name)
            role = turn["role"].capitalize()
            person = member.person if member else Person(name=name, role=role)
            yield Officer(person, passage.span(*turn.span("name")), "chair-in-transcript")
            return


def _labelled(kind: str, found: Sequence[Field], cast: Cast) -> Iterator[Officer]:
    for field in found:
        if field.kind != kind or field.passage.section.kind in {"agenda", "next", "skip"}:
            continue
        people = people_in(field.passage, field.start, field.end, cast.words) or _nick(field, cast)
        role = field.label if is_role(field.label, cast.words) else None
        several = role is not None and role.lower().endswith("chairs")
        rule = "caller-label" if "called by" in field.label.lower() else f"{kind}-label"
        if not people and is_role(field.text, cast.words):
            office = Person(name=None, role=field.passage.words(field.start, field.end))
            yield Officer(office, field.passage.span(field.start, field.end), rule)
        for named in people[:1] if kind == "chair" else people[-1:]:
            member = cast.add(Named(named.name))
            own = None if several else named.role
            member.role = (
                member.role or own or (role if kind == "recorder" or _is_office(field.label) else None)
            )
            for other in people[1:] if several else ():
                cast.add(Named(other.name, role))
            if role:
                cast.offices[role.lower()] = member
            person = Person(name=member.name, role=member.role or role, organisation=member.organisation)
            yield Officer(person, field.passage.span(field.start, field.end), rule)


def _is_office(label: str) -> bool:
    """Whether the label is an office that its holder keeps after the meeting; "Chair" may be a task for an hour."""
    return label.lower() in {"chairman", "chairwoman", "president", "mayor", "chairs", "co-chairs"}


def _nick(field: Field, cast: Cast) -> list[Named]:
    """A nick alone behind the label."""
    nick = re.match(r"[\w-]+(?=\W*$|,)", field.text.strip())
    return [Named(nick[0])] if nick and not nick[0].isdigit() and not is_role(field.text, cast.words) else []


def _told(passages: Sequence[Passage], cast: Cast) -> Iterator[Officer]:
    for sentence in _sentences(passages, _CHAIRED):
        text = sentence.text
        if _LATER.search(text):
            continue
        if by := _BY.search(text):
            yield from _officers(
                sentence, _after(sentence, sentence.start + by.end(), cast), cast, "chaired-by"
            )
        if took := _TOOK.search(text):
            who = _before(sentence, sentence.start + took.start(), cast)
            yield from _officers(sentence, who, cast, "took-the-chair")


def _called(passages: Sequence[Passage], cast: Cast) -> Iterator[Officer]:
    """Who called the meeting to order: "X called the meeting to order"; "called to order at 7:00 p.m. by X"."""
    for sentence in _sentences(passages, _ORDERED):
        if called := _CALLED.search(sentence.text):
            who = _before(sentence, sentence.start + called.start(), cast)
            yield from _officers(sentence, who, cast, "called-to-order")
        if (called := _ORDER_BY.search(sentence.text)) and (
            by := re.search(r"\bby (?=[A-Z]|the )", sentence.text[called.end() :])
        ):
            who = _after(sentence, sentence.start + called.end() + by.end(), cast)
            yield from _officers(sentence, who, cast, "called-to-order")


def _sentences(passages: Sequence[Passage], hints: Sequence[str]) -> Iterator[Sentence]:
    for passage in passages:
        if passage.section.kind in {"agenda", "next", "skip", "old"} or len(passage.text) > _LONGEST:
            continue
        low = passage.text.lower()
        if any(hint in low for hint in hints):
            yield from sentences(passage)


def _before(sentence: Sentence, at: int, cast: Cast) -> list[Subject]:
    words = tokens(sentence)
    verb = next((number for number, word in enumerate(words) if word.start >= at), len(words))
    while verb and words[verb - 1].low in {"was", "then", "duly", "being"}:
        verb -= 1
    if verb > 1 and words[verb - 1].low == "who":
        verb -= 1 + (words[verb - 2].text == ",")
    return subjects_before(words, verb, cast)


def _after(sentence: Sentence, at: int, cast: Cast) -> list[Subject]:
    words = tokens(sentence)
    first = next((number for number, word in enumerate(words) if word.start >= at), len(words))
    return subjects_after(words, first, cast)


def _officers(sentence: Sentence, who: Sequence[Subject], cast: Cast, rule: str) -> Iterator[Officer]:
    """The first of the subjects as an officer, under the full name that the report gives."""
    span = sentence.passage.span(sentence.start, sentence.end)
    for one in who[:1]:
        if one.kind == "person":
            member = cast.add(Named(one.name, one.role, titled=one.titled))
            yield Officer(
                Person(name=member.name, role=member.role or one.role, organisation=member.organisation),
                span,
                rule,
            )
        elif one.kind == "office":
            holder = cast.holder(one.name)
            person = holder.person if holder else Person(name=None, role=one.name)
            yield Officer(person, span, rule, "inferred" if holder else "stated")


def _marked(roll: Roll, cast: Cast) -> Iterator[Officer]:
    for named in (*roll.present, *roll.guests):
        if named.chairing:
            member = cast.find(named.name, named.role)
            yield Officer(member.person if member else named.person, named.span, "chair-in-list")


def recorder_of(
    passages: Sequence[Passage], found: Sequence[Field], roll: Roll, cast: Cast
) -> Officer | None:
    """Who kept the record: a label, "minutes taken by", the name below "Respectfully submitted", "(minutes)" behind a name."""
    for officer in (*_labelled("recorder", found, cast), *_signed(passages, cast), *_minuted(passages, cast)):
        return officer
    for named in (*roll.present, *roll.guests):
        if named.recording:
            member = cast.find(named.name, named.role)
            return Officer(member.person if member else named.person, named.span, "recorder-in-list")
    return _clerk(roll, cast)


def _signed(passages: Sequence[Passage], cast: Cast) -> Iterator[Officer]:
    """Respectfully submitted, Edna Tarrant, City Clerk: on one line or the next."""
    for number, passage in enumerate(passages):
        if signed := _SIGNED.match(passage.text):
            lines = [(passage, signed.end()), *((one, 0) for one in passages[number + 1 : number + 2])]
            yield from (officer for line, start in lines for officer in _first(line, start, cast))


def _first(line: Passage, start: int, cast: Cast) -> Iterator[Officer]:
    for named in people_in(line, start, len(line.text), cast.words)[:1]:
        yield Officer(cast.add(named).person, line.span(start, len(line.text)), "signed")


def _minuted(passages: Sequence[Passage], cast: Cast) -> Iterator[Officer]:
    for sentence in _sentences(passages, _NOTED):
        if told := _MINUTED.search(sentence.text):
            by = told[0].lower().endswith(" by")
            who = (
                _after(sentence, sentence.start + told.end(), cast)
                if by
                else _before(sentence, sentence.start + told.start(), cast)
            )
            yield from _officers(sentence, who, cast, "minutes-taken")


def _clerk(roll: Roll, cast: Cast) -> Officer | None:
    """The clerk or secretary in attendance, who keeps the record by office."""
    for named in (*roll.guests, *roll.present):
        if named.role and re.search(r"\b(?:clerk|secretary)\b", named.role, re.IGNORECASE):
            member = cast.find(named.name, named.role)
            return Officer(member.person if member else named.person, named.span, "clerk-in-list", "inferred")
    return None
