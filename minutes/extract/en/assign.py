"""Assignments in running text: "X will ...", "the Board directed Mr. Corwin to ...", "Members must ...", "Please ..."."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from minutes.extract.en.agents import subjects_after
from minutes.extract.en.cast import Cast
from minutes.extract.en.conditions import demanded_in, pleaded_in
from minutes.extract.en.directing import directed_in
from minutes.extract.en.dues import Calendar
from minutes.extract.en.handed import handed_in, promised_in
from minutes.extract.en.names import is_name
from minutes.extract.en.owners import Owner, owner_of, written
from minutes.extract.en.sentences import Sentence, Token, tokens
from minutes.extract.en.speech import Said
from minutes.extract.en.subject import Subject
from minutes.extract.en.subjects import subjects_before
from minutes.extract.en.tasks import Task, told_task
from minutes.extract.en.words import grammar
from minutes.extract.lazy import lazy

_MODAL = lazy(
    r"\b(?:(?P<soft>will|shall|would)|(?P<hard>must|should|(?:is|are) (?:also |now |then |further |both |each |all )?to|needs? to|ought to|(?:is|are) required to|(?:is|are) expected to)|(?P<taken>(?:has |have )?(?:agreed|undertook|undertaken|volunteered|offered|promised|pledged|committed|undertakes|agrees|volunteers|offers|pledges|promises) to"
    r"|(?:(?:was|were|is|are|be|been|has been|have been) )(?:again |also |duly |hereby )?(?:asked|directed|instructed|tasked|requested|charged|delegated|assigned|reminded|mandated)(?: with| to)|(?:is|are|was|were|will be|would be) (?:responsible|tasked) (?:for|with)|took (?:it )?(?:upon \w+ |on )?(?:(?:the|an) action (?:item |point )?)?to|(?:is|are|was|were) going to|kindly agreed to|(?:has|have) undertaken to)"
    r"|(?P<bare>to))\s+(?P<adverb>(?:also|then|now|immediately|please|each|all|both|kindly|formally|urgently|promptly|now also|work with [A-Z]\w+ to|liaise with [^.;]{2,40}? (?:to|and))\s+)?(?P<verb>(?!(?:this|that|these|those|the|an?|it|its|his|her|their|our|all|both|any|no|some|such|do so)\b)[a-z][a-z-]*)",
)
_NO_TASK = grammar("no_task")
_RELAYING = grammar("asking")
_AGREED_THAT = lazy(
    r"\b(?:agreed|resolved|decided|requested|asked|directed|recommended|instructed|suggested|RESOLVED|AGREED|ordered|proposed)\b[^.;]{0,30}?\bthat\b|^\W*(?:RESOLVED|AGREED|Agreed|Resolved)\b",
    re.IGNORECASE,
)
_HARD_TASK = grammar("hard_task")
_MEETS = lazy(r" (?:with |the |up |to |[A-Z])")
_DEEDS = {
    "be": lazy(r" (?:contacting|preparing|sending|organi[sz]ing|writing|arranging|responsible for|in charge of|asked to)"),
    "have": lazy(
        r" (?:the|their|it|his|her|a|an) (?:\w+ ){0,3}\w+(?:ed|ng|en)\b| (?:[\w-]+ ){1,8}(?:by|before|no later than|ready)\b"
    ),
    "take": lazy(
        r" (?:on|over|this|up|the lead|forward|it|care|photo|minutes|action)"
        r"| (?:these|those|them|all|both|the|that|his|her|their) (?:[\w-]+ ){1,3}(?:offline|down|away|out|back|home|off|to|over|up)\b"
    ),
    "run": lazy(r" (?:a|an|the|another|through)\b"),
    "serve": lazy(r" (?:as|on)\b"),
    "attend": lazy(r" (?:the|a|an)\b"),
    "reach": lazy(r" out\b"),
    "look": lazy(r" (?:into|at|for|through|over)\b"),
    "turn": lazy(r" (?:in|over|off|on|out)\b"),
    "start": lazy(r" (?:an?|the|work|on|with|looking|drafting|writing|preparing)\b"),
    "begin": lazy(r" (?:an?|work|on|with|looking|drafting|writing|preparing)\b"),
    "include": lazy(r" (?:an?|the|this|it)\b"),
    "represent": lazy(r" (?:the|us|them)\b"),
    "close": lazy(r" (?:the|out|off|down)\b"),
    "move": lazy(r" (?:the|an?|all|these|those|it|them|his|her|their|that)\b"),
    "join": lazy(r" (?:the|a)\b"),
    "see": lazy(r" (?:if|whether|to it|that)\b"),
    "say": lazy(r" (?:so|thank)"),
    "continue": lazy(r" (?:to (?:monitor|work|liaise|chase|press|seek|explore|look|pursue|review|follow)|with|working|monitoring)\b"),
    "open": lazy(r" (?:an?|the|talks|discussions|negotiations|(?:[\w-]+ )?(?:accounts?|tickets?|issues?|bids?|files?|cases?))\b"),
    "go": lazy(r" (?:through|over|back)\b"),
}  # fmt: skip
_ATTEND = lazy(
    r" (?:there|present|ready|back|at (?:the|their|all)|on (?:time|site|hand))\b"
)  # coaches need to be there
_OF_PERSONS = frozenset(
    {"go", "start", "begin", "include", "represent", "close", "join", "open", "see", "say"}
)
_IS_STAFF = lazy(r"\b(?:staff|clerk|officer|manager|secretary|team|committee|group)s?\b", re.IGNORECASE)
_TASK_VERBS = grammar("task_verbs")
_DIRECTING = grammar("directing_words")
_PLACING = frozenset(
    {"behind", "near", "outside", "beside", "opposite", "inside", "across", "in", "at"}
)  # 40 spots behind Mercer Hall
_QUOTED = lazy(r'\w+(?: \w+)?[:,] "')  # She said: "Managers should publish ..."
_ASKED = lazy(r"\b(?:asked|requested|reminded|required|expected|instructed)\b")
_PLURAL = lazy(r"(?:All |The |Any |Those )?(?:[\w'-]+ ){0,4}[\w'-]+s\b|(?:Anyone|Anybody|Those|Everybody)\b")
_NO_VERBS = grammar("no_verbs")  # call for motions to conference
_OPENING = 60  # characters that may stand before "to write" and "would write"
_DONE = lazy(r"[-:(] ?(?:now |all )?(?:done|completed?|closed|actioned|discharged)\b")  # Roe to write - done
_CONDITION = lazy(
    r"\b(?:if|whether|unless|in case|because|why|how|what|when|which|who|where|as|than|so that)\s+$",
    re.IGNORECASE,
)


def assigned_in(
    sentence: Sentence, said: Sequence[Said], cast: Cast, when: Calendar, last: str | None
) -> Iterator[Task]:
    """The assignments of a sentence; `last` is who "he" and "she" are."""
    words = tokens(sentence)
    if sentence.text.rstrip().endswith("?") or _DONE.search(sentence.text):
        return
    directed = sentence.has(_DIRECTING) and list(directed_in(sentence, words, said, cast, when))
    if directed:
        yield from directed
        return
    yield from (
        list(_modal(sentence, words, said, cast, when, last))
        or list(handed_in(sentence, words, said, cast, when))
        or list(promised_in(sentence, said, cast, when))
        or list(demanded_in(sentence, said, cast, when))
        or pleaded_in(sentence, cast, when)
    )


def _modal(
    sentence: Sentence,
    words: Sequence[Token],
    said: Sequence[Said],
    cast: Cast,
    when: Calendar,
    last: str | None,
) -> Iterator[Task]:
    """As in "Ms. Ostrow will send ...", "Members in arrears must pay ...", "It was agreed that the Clerk would write ..."."""
    found: list[tuple[int, Owner, str]] = []
    for match in _MODAL.finditer(sentence.text):
        one = _assigned(sentence, words, match, said, cast, last)
        if one and (not found or _is_another(sentence, found[-1], one)):
            found.append(one)
    for (first, owner, rule), following in zip_longest(found, found[1:]):
        end = following[0] if following else None
        yield told_task(sentence, first, owner, said, when, rule, end=end)


def _is_another(sentence: Sentence, before: tuple[int, Owner, str], one: tuple[int, Owner, str]) -> bool:
    """Whether a later modal of the sentence assigns to somebody else, in a clause of its own."""
    joint = re.search(r"(?:[,;] (?:and )?|\band )(?:that )?$", sentence.passage.text[before[0] : one[0]])
    return one[0] > before[0] and one[1].text != before[1].text and bool(joint)


def _assigned(
    sentence: Sentence,
    words: Sequence[Token],
    match: re.Match[str],
    said: Sequence[Said],
    cast: Cast,
    last: str | None,
) -> tuple[int, Owner, str] | None:
    """Where the clause of a modal starts, and to whom it assigns something, if it does."""
    at = next((n for n, one in enumerate(words) if one.start >= sentence.start + match.start()), None)
    if at is None or not at or not _allowed(sentence, match, said):
        return None
    owner, first = _owner_before(sentence, words, at, match, cast, last)
    if owner is None and words[at - 1].low in {"and", "then", "but"}:
        owner, first = _of_said(sentence, said, words[at].start, cast, last), words[at].start
        owner = owner or _of_opening(words, at, cast)
    if owner is None or _is_notold_task(sentence, match, owner):
        return None
    if match["soft"] == "would" and not _may_promise(sentence, match, owner):
        return None
    return first, owner, "taken-on" if match["taken"] else "assigned"


def _of_opening(words: Sequence[Token], at: int, cast: Cast) -> Owner | None:
    """The person that opens the sentence, or its last part: Roe accepted the point and will write."""
    first = next((n + 1 for n in range(at - 1, 0, -1) if words[n].text == ";"), 0)
    who = subjects_after(words, first, cast)
    if len(who) != 1 or who[0].kind != "person" or who[0].last >= at or not words[who[0].last].text.islower():
        return None
    member = cast.find(who[0].name, who[0].role)
    return Owner(written(who[0].name, member), member.name) if member else None


def _allowed(sentence: Sentence, match: re.Match[str], said: Sequence[Said]) -> bool:
    """Not within what somebody said (that staff will ...), save what they asked for; "would" only behind "agreed that"."""
    agreed = _AGREED_THAT.search(sentence.text[: match.start()])
    if (match["soft"] == "would" or match["bare"]) and not agreed and not _opens(sentence, match):
        return False
    at = sentence.start + match.start()
    earlier = [one for one in said if one.verb < at and ";" not in sentence.passage.text[one.verb : at]]
    inside = [
        one
        for one in earlier
        if one.act.lower() not in _RELAYING
        and not (match["hard"] and _QUOTED.match(sentence.passage.text, one.verb))
        and not re.search(r"\b(?:and|but)\s+[\w.' ]{0,40}$", sentence.passage.text[one.verb : at])
    ]
    return not inside or (bool(agreed) and match["taken"] is None)


def _may_promise(sentence: Sentence, match: re.Match[str], owner: Owner) -> bool:
    """Whether "would" commits: behind "agreed that", or of one person (Mrs Crane would ask the school)."""
    return owner.person is not None or bool(_AGREED_THAT.search(sentence.text[: match.start()]))


def _opens(sentence: Sentence, match: re.Match[str]) -> bool:
    """As in "Clerk to write ...": a line without a verb before "to"."""
    if match["bare"] and match["verb"] in _NO_VERBS:
        return False
    clause = sentence.text.rfind("; ", 0, match.start()) + 1
    return match.start() - clause <= _OPENING and not re.search(
        r"\b(?:is|was|were|are|has|have|had|be|been|came|went|met|spoke|took|gave|made|got|began|sought|brought|rose|stood|told|left|felt|saw|sat|ran|held|led|wish\w*|want\w*|there|it|due|able|agreed|moved|motion|need\w*|going|voted|resolved|decided|used|like|continued?|hop\w+|plan\w*|tr(?:y|ied)|response|order|according|prior|subject|[a-z]+ed|thanks)\b",
        sentence.text[clause : match.start()],
        re.IGNORECASE,
    )


def _owner_before(
    sentence: Sentence, words: Sequence[Token], at: int, match: re.Match[str], cast: Cast, last: str | None
) -> tuple[Owner | None, int]:
    """The owner before the modal, and where the clause starts."""
    who = subjects_before(words, at, cast)
    if who and who[0].first > 1 and words[who[0].first - 1].text == "/":
        who = []  # HP/EN to look for a shed
    if (
        who
        and who[0].first > 0
        and (
            words[who[0].first - 1].low in _PLACING
            or _CONDITION.search(sentence.passage.text[sentence.start : words[who[0].first].start])
        )
    ):
        return None, 0
    if who and who[0].kind == "pronoun":
        return (Owner(last, last) if last else None), words[who[0].first].start
    if who:
        return _owner_of(who, sentence, words, cast), words[who[0].first].start
    first = _clause_start(words, at)
    text = sentence.passage.text[words[first].start : words[at - 1].end] if first < at else ""
    if _CONDITION.search(text[:12] + " ") or len(text.split()) > 7:  # noqa: PLR2004
        return None, 0
    asked = match["taken"] and _ASKED.search(match["taken"]) and _PLURAL.match(text)
    if match["bare"] and first == 0 and _is_stranger(text, match, cast):
        return Owner(text, text), words[0].start  # Ron to get a skip
    owner = owner_of(text, cast) or (Owner(re.sub(r"^[Tt]he ", "", text)) if asked else None)
    return owner, words[min(first, len(words) - 1)].start


def _is_stranger(text: str, match: re.Match[str], cast: Cast) -> bool:
    """Whether the one word before "to VERB" is a name that no list gives: Ron to get a skip."""
    known = match["verb"] in _TASK_VERBS and text.isalpha() and not text.isupper()
    return known and is_name([text], cast.words) and not cast.words.is_title(text)


def _of_said(sentence: Sentence, said: Sequence[Said], at: int, cast: Cast, last: str | None) -> Owner | None:
    """Who spoke before "and will": Crane described the plan and will send a map."""
    before = [one for one in said if one.verb < at and ";" not in sentence.passage.text[one.verb : at]]
    if not before or len(before[-1].who) > 1:
        return None
    who = before[-1].who[0]
    if who.kind == "pronoun":
        return Owner(last, last) if last else None
    return owner_of(who.name, cast) or (Owner(who.name) if who.kind == "person" else None)


def _owner_of(who: Sequence[Subject], sentence: Sentence, words: Sequence[Token], cast: Cast) -> Owner | None:
    if who[0].kind == "person" and len(who) == 1:
        member = cast.find(who[0].name, who[0].role)
        name = written(who[0].name, member) if member else who[0].name
        return Owner(name, member.name if member else who[0].name)
    text = sentence.passage.text[words[who[0].first].start : words[who[-1].last - 1].end]
    return owner_of(text, cast) or Owner(re.sub(r"^[Tt]he ", "", text))


def _clause_start(words: Sequence[Token], at: int) -> int:
    """The first word of the clause that ends before `words[at]`."""
    first = at
    while (
        first > 0
        and words[first - 1].text not in {",", ";", ":", ".", '"'}
        and words[first - 1].low not in {"that", "and", "but", "so"}
    ):
        first -= 1
    return first


def _is_notold_task(sentence: Sentence, match: re.Match[str], owner: Owner) -> bool:
    """Events and states are no tasks: "will retire", "will be held"; nor what a body agreed to, which is a decision."""
    verb, after = match["verb"], sentence.text[match.end() : match.end() + 60]
    if match["taken"] and owner.person is None:
        body = "agree" in match["taken"] and not re.search(r"\bstaff\b", owner.text)
        return body or (verb in _NO_TASK and not _is_deed(verb, after, owner))
    if match["hard"] and (verb in _HARD_TASK or (verb == "be" and _ATTEND.match(after))):
        return False
    return verb in _NO_TASK and not _is_deed(verb, after, owner)


def _is_deed(verb: str, after: str, owner: Owner) -> bool:
    """Whether a verb that mostly tells an event tells a task here: meet the contractor, look into, take forward, have it hung."""
    if verb == "meet":
        return owner.person is not None and bool(_MEETS.match(after))
    if verb in _OF_PERSONS and owner.person is None and not _IS_STAFF.search(owner.text):
        return False
    return bool((pattern := _DEEDS.get(verb)) and pattern.match(after))
