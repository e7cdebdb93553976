"""Persons whose words are only relayed: in what another said, in letters and messages that were read."""

from collections.abc import Iterator, Sequence

from archive.record import Person, Span
from minutes.extract.en.agents import subjects_after
from minutes.extract.en.cast import Cast
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import Sentence, sentences, tokens
from minutes.extract.en.speech import Said, is_speech
from minutes.extract.en.subject import Subject
from minutes.extract.en.subjects import subjects_before
from minutes.extract.lazy import lazy

_SENT = lazy(
    r"\b(?:letters?|e-?mails?|messages?|correspondence|petition|notes?|complaints?|statements?|proposal|request|suggestion)\b[^.;,]{0,40}? (?:from|by) (?=[A-Z])"
)
_QUIET = frozenset({"present", "absent", "guests", "agenda", "next", "skip", "old", "people_lines"})


def cited_in(passages: Sequence[Passage], said: Sequence[Said], cast: Cast) -> list[tuple[Person, Span]]:
    """Who is relayed and where, in the order of the report; whoever spoke in the meeting too is left out."""
    verbs: dict[int, set[int]] = {}
    for one in said:
        verbs.setdefault(id(one.passage), set()).add(one.verb)
    spoke = {_full(who, cast) for one in said for who in one.who}
    found: dict[str, tuple[Person, Span]] = {}
    for passage in passages:
        for who, span in _relayed_in(passage, verbs.get(id(passage), set()), cast):
            if (name := _full(who, cast)) not in spoke:
                found.setdefault(name, (Person(name=name, role=who.role), span))
    return list(found.values())


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
                yield from (one for one in subjects_before(words, at, cast) if one.kind == "person")
    if sent := _SENT.search(sentence.text):
        words = tokens(sentence)
        first = next(
            (n for n, one in enumerate(words) if one.start >= sentence.start + sent.end()), len(words)
        )
        yield from (one for one in subjects_after(words, first, cast)[:1] if one.kind == "person")
