"""Assignments that somebody gives to another: the Board directed Mr. Corwin to ..., asked that the Clerk write ..."""

import re
from collections.abc import Iterator, Sequence

from minutes.extract.en.agents import subjects_after
from minutes.extract.en.cast import Cast
from minutes.extract.en.dues import Calendar, due_in
from minutes.extract.en.owners import Owner, group_or_role, owner_of
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import Sentence, Token
from minutes.extract.en.speech import Said
from minutes.extract.en.subjects import subjects_before
from minutes.extract.en.tasks import Task, told_task
from minutes.extract.en.words import grammar
from minutes.extract.lazy import lazy

_DIRECT = lazy(
    r"\b(?:directed|directs|asked|asks|requested|requests|instructed|instructs|tasked|ordered|charged|reminded|reminds|told|required|urged|mandated|delegated|assigned|invited|wants?|wanted)\b"
)
_ASKED_FOR = lazy(
    r"\b(?:requested|requests|asked for|asks for|called for)\s+(?:that )?(?P<thing>(?:a|an|the|more|further|additional|copies|some|regular|quarterly|monthly|updated)\b[^.;]{0,60}?\b(?:update|report|information|copy|copies|list|summary|breakdown|figures|data|presentation|review|briefing|analysis|plan|statement|"
    r"quotes?|quotations?|estimates?|paper|proposal|schedule|timeline|memo|memorandum|draft|item|options|cost|costs|costing|costings|study|investigation)\b)"
)
_DIRECTION = lazy(
    r"(?:\b(?:gave|given|provided|reached|issued|was|consensus|unanimous)\b[^.;]{0,40}?\bdirection|^\W*(?:[A-Z]\w+ )?[Dd]irection)(?: (?:was |is )?(?:given|provided))?(?: to (?P<who>staff|(?:the )?(?:City|Town|County|Village|General|District)? ?(?:[Mm]anager|[Cc]lerk|[Aa]ttorney|[Ss]taff|[Dd]irector|[Ss]uperintendent)))? (?:(?:was )?to )(?P<what>[a-z]+ \w)"
)
_ASKED_WHO = lazy(
    r"\b(?:asked|asks) (?P<who>(?:the )?[\w.' ]{2,30}?) for (?P<thing>(?:a|an|the|more|further|additional|copies|some|updated|two|three|several|\d+)\b[^.;]{0,50}?\b(?:update|reports?|copy|copies|list|summary|breakdown|figures|data|bids?|quotes?|quotations?|estimates?|proposals?|schedule|plan|costs?|options|analysis)\b)"
)
_BODIES = lazy(
    r"(?:the )?(?:city |town |village |county |parish |full )?(?:council|board|commission|committee|senate|trustees|commissioners|city|town|village|county)",
    re.IGNORECASE,
)
_CALLS = lazy(
    r'[\W"]*(?:be it (?:further )?)?(?:resolved:? )?(?:that |to )?(?P<who>[^.;:,]{2,60}?) be (?:directed|instructed|requested|asked|tasked|urged) to (?P<verb>[a-z]+)',
    re.IGNORECASE,
)
_IT = 2  # words before the verb behind "it"
_ADDRESSING = frozenset({"told", "asked", "instructed", "directed", "reminded", "ordered", "tasked"})
_MANY = lazy(r"[a-z]s$|[a-z]s of ")  # several, of whom nobody is named
_HEADS = frozenset(
    {"heads", "members", "directors", "chairs", "friends", "officers", "director", "head", "clerk"}
)
_INVITED = grammar("invited")


def directed_in(
    sentence: Sentence, words: Sequence[Token], said: Sequence[Said], cast: Cast, when: Calendar
) -> Iterator[Task]:
    """As in "Mayor Ashby directed staff to post", "requested that the City Manager provide", "requested an update on"."""
    if given := _DIRECTION.search(sentence.text):
        owner = owner_of(given["who"], cast) if given["who"] else None
        yield told_task(sentence, sentence.start + given.start("what"), owner, said, when, "directed")
        return
    if asked := _ASKED_WHO.search(sentence.text):
        at = next((n for n, one in enumerate(words) if one.start == sentence.start + asked.start()), None)
        owner = owner_of(asked["who"], cast)
        if at is not None and owner and _is_main(at, words, said, cast):
            yield told_task(
                sentence, sentence.start + asked.start("thing"), owner, said, when, "requested-thing"
            )
            return
    for verb in _DIRECT.finditer(sentence.text):
        at = next((n for n, one in enumerate(words) if one.start == sentence.start + verb.start()), None)
        if (
            at is None
            or not _is_main(at, words, said, cast)
            or verb[0].startswith(("invite", "urge"))
            or (verb[0].startswith("want") and not _of_body(at, words, cast))
        ):
            continue
        if task := _object(sentence, words, at, said, cast, when):
            yield task
            return
    if asked := _ASKED_FOR.search(sentence.text):
        at = next((n for n, one in enumerate(words) if one.start == sentence.start + asked.start()), None)
        if (
            at is not None
            and _is_main(at, words, said, cast)
            and words[at - 1].low not in {"have", "has", "had"}
            and not re.search(
                r"\b(?:roll call|recess|moment|closed session|executive session)\b", sentence.text
            )
        ):
            yield told_task(
                sentence, sentence.start + asked.start("thing"), None, said, when, "requested-thing"
            )


def _is_main(at: int, words: Sequence[Token], said: Sequence[Said], cast: Cast) -> bool:
    """Whether the directing verb is somebody's act in this meeting: one of those said, or a body's."""
    if any(one.verb == words[at].start for one in said):
        return True
    return _of_body(at, words, cast)


def _of_body(at: int, words: Sequence[Token], cast: Cast) -> bool:
    if words[0].low == "it" and at <= _IT:
        return True  # It also asked Roe for a report
    return any(one.kind == "collective" for one in subjects_before(words, at, cast))


def _object(
    sentence: Sentence, words: Sequence[Token], at: int, said: Sequence[Said], cast: Cast, when: Calendar
) -> Task | None:
    """The task of "directed OWNER to VERB" or "requested that OWNER VERB"."""
    that = at + 1 < len(words) and words[at + 1].low == "that"
    first = at + 1 + that
    end = _end_of_owner(words, first, cast) if that else _before_to(words, first)
    if end is None or end >= len(words) - 1:
        return None
    denied = words[end - 1].low == "not"  # asked residents not to park
    text = sentence.passage.text[words[first].start : words[end - 1 - denied].end]
    loose = not that and words[at].low in _ADDRESSING and _MANY.search(text)
    owner = group_or_role(text, cast) if loose else owner_of(text, cast)
    verb = end + 1 if words[end].low in {"to", "with", "should", "would", "will", "must"} else end
    if that and _BODIES.fullmatch(text):  # requested that the Council waive the fee: it is asked to decide
        return None
    if words[first].low in {"for", "if", "about", "why", "how"}:  # asked for volunteers to serve
        return None
    if owner is None or words[verb].low in _INVITED or words[verb].low == "be":
        return None
    return told_task(sentence, words[first].start, owner, said, when, "directed")


def _before_to(words: Sequence[Token], first: int) -> int | None:
    """Where the owner before "to" ends; "reminded senators that ... are due to" names none."""
    for end in range(first + 1, min(len(words), first + 12)):
        if words[end].low == "of" and words[end - 1].low in _HEADS:
            continue
        if words[end].low in {"that", "whether", "about", "of", ";", ":"}:
            return None
        if words[end].low in {"to", "with"}:
            return end
    return None


def _end_of_owner(words: Sequence[Token], first: int, cast: Cast) -> int | None:
    """Where the owner behind "that" ends: the City Manager | provide."""
    who = subjects_after(words, first, cast)
    if who:
        return who[-1].last
    for size in (3, 2, 1):
        group = " ".join(word.low for word in words[first : first + size])
        if group in cast.words.collectives and first + size < len(words):
            return first + size
    for end in range(first + 1, min(len(words), first + 6)):
        if words[end].low in {"should", "would", "will", "be", "to", "must"} or (
            words[end - 1].low
            in {"staff", "committee", "board", "team", "group", "council", "clerk", "members"}
        ):
            return end
    return None


def called_for(passage: Passage, start: int, end: int, cast: Cast, when: Calendar) -> list[Task]:
    """What a motion that carried asks of others: that the CEO be directed to prepare a plan"""
    asked = _CALLS.match(passage.text, start, end)
    if asked is None or asked["verb"] in _INVITED:
        return []
    owner = owner_of(asked["who"], cast) or Owner(re.sub(r"^[Tt]he ", "", asked["who"]))
    return [Task(passage, start, end, "directed", owner, due_in(passage.text, start, end, when))]
