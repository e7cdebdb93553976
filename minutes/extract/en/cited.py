"""Persons whose words are only relayed: in what another said, in letters and messages that were read."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from archive.record import Person, Span, Speaker, Statement
from minutes.extract.en.agents import subjects_after
from minutes.extract.en.cast import Cast
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import Sentence, sentences, tokens
from minutes.extract.en.speech import Said, is_speech
from minutes.extract.en.subject import Subject
from minutes.extract.en.subjects import subjects_before
from minutes.extract.lazy import lazy

_SENT = lazy(
    r"\b(?:letters?|e-?mails?|messages?|correspondence|petition|notes?|complaints?|statements?|proposal|request|suggestion|greetings|good wishes|apolog(?:y|ies)|concerns?|report|update|query|questions?)\b[^.;,]{0,40}? (?:from|by) (?=[A-Z])|\bon behalf of (?=[A-Z])"
)
_QUIET = frozenset({"present", "absent", "guests", "agenda", "next", "skip", "old", "people_lines"})


def relays(passages: Sequence[Passage], said: Sequence[Said], cast: Cast) -> list[tuple[Person, Span]]:
    """Whose words are relayed and where, in the order of the report."""
    verbs: dict[int, set[int]] = {}
    for one in said:
        verbs.setdefault(id(one.passage), set()).add(one.verb)
    return [
        (Person(name=_full(who, cast), role=who.role), span)
        for passage in passages
        for who, span in _relayed_in(passage, verbs.get(id(passage), set()), cast)
    ]


def cited_in(
    relayed: Sequence[tuple[Person, Span]], said: Sequence[Said], cast: Cast
) -> list[tuple[Person, Span]]:
    """Of those relayed, everybody once who did not speak in the meeting too."""
    spoke = {_full(who, cast) for one in said for who in one.who}
    found: dict[str, tuple[Person, Span]] = {}
    for person, span in relayed:
        if person.name and person.name not in spoke:
            found.setdefault(person.name, (person, span))
    return list(found.values())


def with_sources(speakers: Sequence[Speaker], relayed: Sequence[tuple[Person, Span]]) -> tuple[Speaker, ...]:
    """The speakers, each statement with the name of whose words it conveys."""
    by_block: dict[int, list[tuple[Person, Span]]] = {}
    for person, span in relayed:
        by_block.setdefault(span.block, []).append((person, span))
    return tuple(
        msgspec.structs.replace(one, statements=tuple(_sourced(it, one, by_block) for it in one.statements))
        for one in speakers
    )


def _sourced(
    statement: Statement, speaker: Speaker, relayed: Mapping[int, Sequence[tuple[Person, Span]]]
) -> Statement:
    at = statement.span
    for person, span in relayed.get(at.block, ()) if at else ():
        if at and at.start <= span.start < at.end and person.name != speaker.name:
            return msgspec.structs.replace(statement, relayed_from=person.name)
    return statement


def _relayed_in(passage: Passage, verbs: set[int], cast: Cast) -> Iterator[tuple[Subject, Span]]:
    """Those whom a passage relays; `verbs` are the places of what was said in the meeting itself."""
    if passage.kind != "heading" and passage.section.kind not in _QUIET:
        for sentence in sentences(passage):
            yield from ((who, _place(sentence, who)) for who in _relayed(sentence, verbs, cast))


def _full(who: Subject, cast: Cast) -> str:
    member = cast.find(who.name, who.role)
    return member.name if member else who.name


def _place(sentence: Sentence, who: Subject) -> Span:
    words = tokens(sentence)
    return sentence.passage.span(words[who.first].start, words[who.last - 1].end)


def _relayed(sentence: Sentence, verbs: set[int], cast: Cast) -> Iterator[Subject]:
    """The persons before verbs of speech that are nobody's act in this meeting, and the writers of letters."""
    if sentence.has(cast.words.verbs):
        words = tokens(sentence)
        for at, token in enumerate(words):
            if token.low in cast.words.verbs and token.start not in verbs and is_speech(words, at, cast):
                past = at > 0 and words[at - 1].low == "had"
                yield from (one for one in subjects_before(words, at - past, cast) if one.kind == "person")
    if sent := _SENT.search(sentence.text):
        words = tokens(sentence)
        first = next(
            (n for n, one in enumerate(words) if one.start >= sentence.start + sent.end()), len(words)
        )
        yield from (one for one in subjects_after(words, first, cast)[:1] if one.kind == "person")
