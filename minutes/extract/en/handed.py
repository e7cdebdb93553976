"""Tasks handed to somebody by the shape of the sentence: to be done by X, was assigned to X, agreed to ask X to, said she would."""

import re
from collections.abc import Iterator, Sequence

from minutes.extract.en.agents import subjects_after
from minutes.extract.en.cast import Cast
from minutes.extract.en.dues import Calendar, due_in
from minutes.extract.en.owners import Owner, group_or_role, owner_of, trailing_owner, written
from minutes.extract.en.sentences import Sentence, Token
from minutes.extract.en.speech import Said
from minutes.extract.en.tasks import Task, told_task
from minutes.extract.en.words import grammar
from minutes.extract.lazy import lazy

_BY = lazy(
    r"\b(?:to|will|shall|should|must) (?:now |then |also |both )?be (?:\w+ly )?(?!chaired|led|opened|attended|followed|funded|held|hosted|affected|replaced|represented|covered|paid|bound|read)\w+(?:ed|wn|en|nt|ne|de|ght|lt|ut|ld|pt)\b(?: and \w+)?(?: [^.;,]{0,50}?)? by (?=[A-Z]|the |a |all )"
)
_TO = lazy(
    r"\b(?:was|were|is|are|been|be) (?:duly |also |formally )?(?:assigned|delegated|allocated|entrusted|given|handed|remitted) to (?=[A-Z]|the )"
)
_ASK = lazy(
    r"\b(?:agreed|resolved|decided|RESOLVED|AGREED)(?: unanimously)? to (?P<ask>ask|instruct|request|direct|task) (?P<who>[\w.' -]{2,50}?) to (?P<verb>[a-z]+)"
)
_THAT = lazy(
    r"\b(?:agreed|resolved|decided|proposed|recommended|demanded|insisted|requested|asked|consensus|RESOLVED|AGREED)(?: unanimously)?,? that (?P<who>(?:[Tt]he )?[A-Z\w][\w.' -]{1,40}?) (?P<verb>[a-z]+)(?= (?!be\b|was\b|were\b|is\b|are\b)(?:[a-z]|[A-Z]))"
)
_SELVES = frozenset({"he", "she"})
_SELF = lazy(
    r"\b(?:s?he) (?:will|would|shall|is going to|was going to|undertook to|intends? to|hoped to) (?P<verb>[a-z]+)"
)
_PROMISED = lazy(r"\b(?:promised|pledged|undertook|offered) (?:an?|the|his|her|their|more|further) [a-z]+")
_TO_BE = lazy(
    r"(?:The |An? |All )?[A-Z][^.;:,]{2,60}? to be (?:\w+ly )?(?!held|confirmed|decided|determined|advised|announced|followed|continued|considered|discussed|noted|agreed|fixed|named)\w+(?:ed|en|wn|nt|ght|de|ne|ut|ld)\b"
)
_FINITE = lazy(
    r"\b(?:is|was|are|were|has|have|had|needs?|ought|going|expected|due|continues?|voted|agreed|moved|motion|likely|said|asked|hopes?|wants?|wanted|proved|appears?|seems?|remains?|resolved|requested|directed|reported|instructed|decided|used|there)\b",
    re.IGNORECASE,
)
_BARE = grammar("task_verbs")
_HINTS = frozenset(
    {
        "by",
        "assigned",
        "delegated",
        "allocated",
        "entrusted",
        "given",
        "handed",
        "remitted",
        "agreed",
        "resolved",
        "decided",
        "proposed",
        "recommended",
        "consensus",
        "demanded",
        "insisted",
        "requested",
        "asked",
    }
)
_NO_TASK = grammar("no_task")


def handed_in(
    sentence: Sentence, words: Sequence[Token], said: Sequence[Said], cast: Cast, when: Calendar
) -> Iterator[Task]:
    """The task that the sentence hands to somebody, if it does."""
    text = sentence.text
    if not sentence.has(_HINTS):
        return
    if (by := _BY.search(text) or _TO.search(text)) and not _is_told(sentence, by.start(), said):
        if owner := _after(words, sentence.start + by.end(), cast):
            yield told_task(sentence, _clause(sentence, by.start()), owner, said, when, "handed-to")
        return
    for pattern in (_ASK, _THAT):
        found = pattern.search(text)
        if found and (owner := _named(found, cast, loose=pattern is _ASK)):
            start = found.start("ask") if pattern is _ASK else found.start("who")
            yield told_task(sentence, sentence.start + start, owner, said, when, "agreed-that")
            return


def promised_in(sentence: Sentence, said: Sequence[Said], cast: Cast, when: Calendar) -> Iterator[Task]:
    """What a speaker says he or she will do: Jane Roe said she would write to the bank, promised an answer by May."""
    if (to_be := _TO_BE.match(sentence.text)) and not _FINITE.search(to_be[0]):
        last = trailing_owner(sentence.text, cast)
        yield told_task(sentence, sentence.start, last[0] if last else None, said, when, "to-be-done")
    if not said:
        return
    own = _SELF.search(sentence.text) if sentence.has(_SELVES) else None
    if own is None and (own := _PROMISED.search(sentence.text)):
        end = sentence.start + len(sentence.text.rstrip(" ."))
        own = own if due_in(sentence.passage.text, sentence.start + own.end(), end, when) else None
    if own is None or (own.re.pattern == _SELF.pattern and own["verb"] not in _BARE):
        return
    before = [one for one in said if one.verb < sentence.start + own.end()]
    if before and len(before[-1].who) == 1 and before[-1].who[0].kind in {"person", "office"}:
        who = before[-1].who[0]
        owner = owner_of(who.name, cast) or Owner(who.name, who.name if who.kind == "person" else None)
        yield told_task(sentence, sentence.start + own.start(), owner, said, when, "taken-on")


def _named(found: re.Match[str], cast: Cast, *, loose: bool) -> Owner | None:
    """The owner of a match; "agreed that X write" must have a bare verb behind an owner that is one."""
    if loose:
        return group_or_role(found["who"], cast) if found["verb"] not in _NO_TASK else None
    if found["verb"] not in _BARE:
        return None
    advised = found[0].startswith(("proposed", "recommended"))  # that the speed sign be moved: no demand
    return (owner_of if advised else group_or_role)(found["who"], cast)


def _is_told(sentence: Sentence, at: int, said: Sequence[Said]) -> bool:
    """Whether the clause only stands in what somebody reports."""
    return any(one.verb < sentence.start + at and one.act.lower() not in grammar("asking") for one in said)


def _after(words: Sequence[Token], at: int, cast: Cast) -> Owner | None:
    """The person, office or group named from `at` on."""
    first = next((n for n, one in enumerate(words) if one.start >= at), len(words))
    who = subjects_after(words, first, cast)
    if who:
        member = cast.find(who[0].name, who[0].role) if who[0].kind == "person" else cast.holder(who[0].name)
        name = written(who[0].name, member) if member and who[0].kind == "person" else who[0].name
        return Owner(name, member.name if member else None)
    text = " ".join(word.text for word in words[first : first + 3])
    return next(
        (owner for size in (3, 2, 1) if (owner := owner_of(" ".join(text.split()[:size]), cast))), None
    )


def _clause(sentence: Sentence, at: int) -> int:
    """Where the clause that holds `at` starts."""
    marks = ((sentence.text.rfind(mark, 0, at), mark) for mark in ("; ", ": ", " that "))
    return sentence.start + max((found + len(mark) for found, mark in marks if found >= 0), default=0)
