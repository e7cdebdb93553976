"""Who did it, named behind: seconded by Ms. Crane, a report from Jane Doe, members heard from Otto Lind, Moved: A."""

from collections.abc import Sequence

from minutes.extract.en.agents import subjects_after
from minutes.extract.en.cast import Cast
from minutes.extract.en.sentences import Token
from minutes.extract.en.subject import Subject
from minutes.extract.en.subjects import subjects_before
from minutes.extract.en.words import grammar

_HEARING = frozenset({"heard", "received", "gave", "listened", "was", "were", "noted", "presented"})
_MOTION = 40  # words of a motion before its mover
_AGENT_VERBS = grammar("agent_verbs")
_LABELS = frozenset({"moved", "seconded", "second", "proposed", "proposer", "mover", "seconder"})  # Moved: A
_HEARD = frozenset(
    {"report", "presentation", "update", "statement", "briefing", "address", "remarks", "comments"}
)
_ASKED = frozenset({"question", "questions", "query", "queries", "comment", "comments", "challenge", "point"})
_ANSWERING = frozenset(
    {"response", "reply", "answer", "answering", "responding", "replying", "answered", "following"}
)
_ON_MOTION = frozenset({"motion", "proposal", "proposition"})
_PARTICLES = frozenset({"out", "up", "for", "forward", "forth", "on"})  # pointed out by, called for by
AGENTS = _AGENT_VERBS | _HEARD | _LABELS | _ASKED | _ON_MOTION | {"heard"}


def by_agent(words: Sequence[Token], at: int, cast: Cast) -> list[tuple[int, tuple[Subject, ...], str]]:
    """As in "seconded by Ms. Crane", "a report from Jane Doe"."""
    if at + 1 >= len(words):
        return []
    low, following = words[at].low, words[at + 1].low
    who: Sequence[Subject] = ()
    if following == ":" and low in _LABELS:
        who = [one for one in subjects_after(words, at + 2, cast) if one.kind == "person"]
    elif low == "heard" and following == "from":
        who = _heard_from(words, at, cast)
    elif (
        low in _ASKED
        and following in {"from", "by"}
        and not _ANSWERING.isdisjoint(one.low for one in words[:at])
    ):
        who = [one for one in subjects_after(words, at + 2, cast) if one.kind == "person"]
    elif (
        low in _ON_MOTION
        and following in {"of", "from"}
        and at
        and (words[at - 1].low in {"on", "upon"} or low == "motion" or words[at - 2].low in {"on", "upon"})
    ):
        who = [one for one in subjects_after(words, at + 2, cast)[:1] if one.kind == "person"]
    elif low == "motion" and following in {"to", "that", "for"}:
        who = _mover_behind(words, at, cast)
    elif (behind := _behind_by(words, at)) or (following == "from" and low in _HEARD and _was_heard(words)):
        who = [
            one for one in subjects_after(words, behind or at + 2, cast) if one.kind in {"person", "office"}
        ]
    elif low in _LABELS:
        who = _without_by(words, at, cast)
    return [(at, tuple(who), words[at].text)] if who else []


def _behind_by(words: Sequence[Token], at: int) -> int:
    """Where the words behind "by" begin: given by, pointed out by, proposed for adoption by; 0 without it."""
    if words[at].low not in _AGENT_VERBS:
        return 0
    particle = words[at + 1].low in _PARTICLES
    for by in range(at + 1, min(len(words), at + 2 + particle + (words[at + 1].low == "for"))):
        if words[by].low == "by":
            return by + 1 + (by + 1 < len(words) and words[by + 1].text == ":")  # Moved by: A
    return 0


def _heard_from(words: Sequence[Token], at: int, cast: Cast) -> Sequence[Subject]:
    """Who spoke in "members heard from Jane Roe"; what one person had heard from another is relayed."""
    before = subjects_before(words, at, cast)
    if before and before[0].kind != "collective":
        return ()
    return [one for one in subjects_after(words, at + 2, cast) if one.kind in {"person", "office"}]


def _mover_behind(words: Sequence[Token], at: int, cast: Cast) -> Sequence[Subject]:
    """The mover named behind the words moved: Motion to adjourn by Ms. Crane, seconded by ..."""
    for by in range(at + 2, min(len(words) - 1, at + _MOTION)):
        if words[by].low in {"seconded", "second", ".", ";"}:
            break
        if words[by].low == "by" and (who := subjects_after(words, by + 1, cast)) and who[0].kind == "person":
            return who[:1]
    return ()


def _without_by(words: Sequence[Token], at: int, cast: Cast) -> Sequence[Subject]:
    """Who moved or seconded in the clipped form: Proposed Cllr Roe, seconded BN."""
    opens = (
        at == 0
        or words[at].text.isupper()
        or words[at - 1].text in {",", ";", "(", "-"}
        or words[at - 1].low == "and"
    )
    if not opens or not words[at + 1].text[0].isupper():
        return ()
    who = subjects_after(words, at + 1, cast)
    sure = (
        who
        and who[0].kind == "person"
        and (who[0].titled or " " in who[0].name or cast.candidates(who[0].name))
    )
    return who if sure else ()


def _was_heard(words: Sequence[Token]) -> bool:
    """A report from somebody counts where the meeting heard or received it."""
    return not _HEARING.isdisjoint(one.low for one in words)
