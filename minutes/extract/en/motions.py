"""Motions: what was moved, by whom, and what became of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import Sentence
from minutes.extract.en.speech import Said
from minutes.extract.en.voting import FAILED, NUMBER_LINE, STRICT, verdict_of
from minutes.extract.en.words import grammar
from minutes.extract.lazy import lazy

_KEY = lazy(
    r"\b(?:moved|moves|motioned|motions?|seconded|proposed|mover|proposer|m/s\b|m/?s/?[cpu]+\b|made (?:a|the) motion)\b",
    re.IGNORECASE,
)
_MOTION = lazy(
    r"\bmotion\b[:\s-]*(?:was )?(?:made |moved |proposed )?(?:by|to|that|for|from|approving|duly|:)|\bmotion\b[:,]? ?\([A-Z][^()]{2,40}\),? ?(?:to|that|for)\b|\bmotion (?:was )?(?:made|moved)\b|\bmotion (?:was )?(?:unanimously )?(?:carried|passed|approved) (?:to|that)\b|\b(?:made|makes|offered|entertain(?:ed)?) (?:a|the) motion\b|^\W*motions?\s?:"
    r"|\b(?:it was )?moved(?: by|,| and seconded)|\b(?:moved|motioned) (?:(?-i:to (?!the\b|an?\b|items?\b|next\b|its\b|h(?:er|is)\b|our\b|another\b|agenda\b)[a-z]+)|that|approval|adoption|acceptance|the (?:adoption|approval|acceptance|motion|resolution)|for|adjournment|we)\b|\b(?:on|upon) (?:a |the )?motion\b|\bmoved ?/ ?second(?:ed)?\b|(?:^|: )\W*m/s\b"
    r"|\bmoved\b[^.;]{1,60}?\bsecond(?:ed)?\b|\bmoved (?:the|that|a|an|our|its|to have) [^.;,]{2,60}? be [a-z]+(?:ed|en|wn|t)\b|(?-i:\b[A-Z][\w.'-]* motions (?:to|that) [a-z])|\b(?:on|upon) (?:a |the )?motion (?:by|of|from)\b|(?:^|: )\W*m/?s/?[cpu]+\b|\bmoves (?:(?-i:to (?!the\b|an?\b)[a-z]+)|that|approval|adoption|adjournment)\b|\b(?:was |were )?proposed by [^.;]{3,60}? that\b|\b[A-Z][\w.'-]+ proposed that\b|\bproposed(?: by [^;]{3,60}?)?,? (?:and )?seconded\b|^\W*proposed\b[^.;]{2,50}\bseconded\b|^\W*(?:moved|proposed|proposer|mover)\s?:",
    re.IGNORECASE,
)
_CONTENT = lazy(
    r"(?:^|[\s,:;(\"])((?:to (?!order\b)[a-z]|that |(?:the|a|an|our|its) (?=[^.;,]{2,60}? be [a-z])|for (?:the |an? )?(?:approval|adoption|acceptance|adjournment|ratification)|approval |adoption |acceptance |adjournment|ratification |the (?:adoption|approval|acceptance|following|resolution|ordinance|item|minutes|agenda) |we |item |resolution |ordinance |approve|adopt|accept|adjourn|approving |a resolution )\S*)",
    re.IGNORECASE,
)
_TAIL = lazy(
    r",? ?(?:\b(?:and )?(?:was |it was |which was )?(?:duly )?(?:seconded\b|2nd\b|second(?=,? (?:by|from|to the motion)\b| ?:))|\bwith a second\b|\b(?:was )?(?:made|moved|proposed) by\b|\bby (?:Mr|Mrs|Ms|Dr|Cllr|Councill?or|Trustee|Senator|Council ?member)\b|\bby (?-i:[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?)(?=[,;.]|$| and\b| seconded)|; |\((?=[^()]*(?:/|second|carried|unanim|\d ?-))|[.:]\s*$|- (?:carried|passed|approved|failed|unanim)|\band (?:the motion |it |this )?(?:was )?(?:carried|passed|approved|unanimously)|,? ?/? (?:and )?(?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}) (?:seconded|seconds|2nd)\b|, (?:carried|passed|which (?:carried|passed|was))| (?:died (?:for|due)|failed for|died\W*$|was not seconded)|(?<!\b(?-i:[A-Z][a-z]))(?<!\b(?-i:[A-Z][a-z]{2}))(?<!\b(?-i:[A-Z][a-z]{3}))\. )",
    re.IGNORECASE,
)
_VOTE = lazy(
    r"\b(?:ayes?|nays?|noes|yeas?|abstain(?:ed|ing)?|abstentions?|opposed|against|in favou?r|votes?|voting|voted|roll call|unanimous(?:ly)?|carried|passed|passes|motion|agreed|approved|adopted|failed|defeated|seconded|seconds?|seconder|so moved|withdrawn|lost|died)\b",
    re.IGNORECASE,
)
_DONE = lazy(
    r"\b(?:was|were) (?:\w+ )?(?:adjourned|closed|elected|re-elected|appointed|approved|accepted|adopted)\b|\b(?:board|council|committee|members|meeting) (?:\w+ )?(?:adjourned|approved|accepted|adopted|voted|agreed)\b",
    re.IGNORECASE,
)
_CARRIED = lazy(
    r"^\W*(?:the )?motion (?:was )?(?:unanimously )?(?:carried|passed|approved) (?:to|that)\b", re.IGNORECASE
)
_HEADLINE = lazy(
    r"\W*((?!(?i:moved|mover|proposed|proposer|motion|seconded|seconder|vote|m/s)\b)(?:[A-Z][\w'/-]*)(?: [\w'/-]+){0,7})(?::| -) (?=[A-Z])"
)
_NUMBERED = lazy(
    r"\b(?:resolution|ordinance|bill|case|policy|file|item|article)s?\s+(?:no\.? ?|number )?(\w*\d[\w.-]*\w)",
    re.IGNORECASE,
)
_THAT = lazy(r"\W*(?:That|THAT|To|TO|RESOLVED)\b")
_OPEN = lazy(r"(?:[:;,]|\band)\W*$")
_ALONE = lazy(r"\W*(?:it was )?(?:duly )?moved(?:,| and|/)? ?(?:duly )?seconded\W*$", re.IGNORECASE)
_TOLD = lazy(r"(?!(?:the )?(?:motion|vote)\b)(?:[\w.'-]+ ){2,8}?(?:was|were) ", re.IGNORECASE)
_TO_BE = lazy(r"[^.;,]{2,60}? be [a-z]")  # moved the slate be accepted
_BARE = lazy(
    r"(?:to |its |the )?(?:adopt|approve|accept|adoption|approval|acceptance)(?: (?:it|the (?:resolution|motion)))?",
    re.IGNORECASE,
)
_SECONDERS = frozenset({"seconded", "second", "seconder", "seconds", "supported", "supports"})
_MOVERS = frozenset(
    {"moved", "moves", "motioned", "proposed", "motion", "made", "offered", "mover", "proposer"}
)
_SECONDS = _SECONDERS | {"opposed"}
_PUT = lazy(
    r"\W*(?:(?:the |a )?motion |it was )?(?:moved|proposed|mover|proposer|motion|by|made|m/?s/?[cpu]?|(?-i:(?:[A-Z][\w.'-]+ ){1,3})(?:moved|motioned|proposed),? ?(?:and |/ ?)?(?-i:(?:[A-Z][\w.'-]+ ){1,3})seconded)\b",
    re.IGNORECASE,
)
_FATE = lazy(
    r"\W*(?:seconded|seconder|second|2nd|carried|passed|all |vote|unanim|approved|motion|final resolution|yeas?\b|nays?\b|ayes?\b|abst)",
    re.IGNORECASE,
)
_LABELLED = lazy(r"\W*(?:moved|proposed|mover|proposer|motion)(?: by)?\s?:", re.IGNORECASE)
_MOVED_BY = lazy(r"\W*(?:moved|proposed|motion)(?: by)? [A-Z]", re.IGNORECASE)
_SHORT = 60  # characters of a sentence that tells a result alone
_ON_MOTION = lazy(
    r"(?:^\W*|: |, |^[^,.;:]{3,40} )(?:on|upon) (?:a |the )?motion\b[^,]*(?:,? (?:and )?(?:duly |unanimously |was |it was )*(?:made|seconded|second|carried|passed|approved)\b[^,]*)*,\s*(?!\s|(?:and )?(?:duly )?(?:seconded|second|2nd)\b)",
    re.IGNORECASE,
)
_TRIGGERS = grammar("motion_words")
_REACH = 6  # sentences after the motion in which its result may stand


@dataclass(slots=True)
class Motion:
    """A motion, and what became of it."""

    passage: Passage
    start: int
    end: int  # of the words moved
    mover: Said | None = None
    seconder: Said | None = None
    seconded: bool = False
    passed: bool | None = None
    results: list[tuple[Passage, int, int]] = field(default_factory=list)
    steps: int = 0  # sentences since
    parts: list[str] = field(default_factory=list)  # further paragraphs of the words moved


def is_motion(sentence: Sentence) -> bool:
    """Whether the sentence puts a motion; "moved to Leeds" and "the motion carried" do not."""
    return sentence.has(_TRIGGERS) and bool(_KEY.search(sentence.text) and _MOTION.search(sentence.text))


def motion_in(sentence: Sentence, said: Sequence[Said]) -> Motion | None:
    """The motion that the sentence puts, with the words moved; None where it has no such words."""
    key = _KEY.search(sentence.text)
    if key is None or not is_motion(sentence):
        return None
    mover = next(
        (one for one in said if one.act.lower() in _MOVERS),
        None,
    )
    seconder = next((one for one in said if one.act.lower() in _SECONDERS), None)
    content = _content(sentence, key.start())
    if content is None and mover and (headline := _HEADLINE.match(sentence.text)):
        content = (sentence.start + headline.start(1), sentence.start + headline.end(1))
    if content is None:
        if not _ALONE.match(sentence.text) and (not mover or not _PUT.match(sentence.text)):
            return None
        content = (sentence.start, sentence.start)  # the words stand in the next sentence or the one before
    motion = Motion(sentence.passage, *content, mover, seconder)
    motion.seconded = bool(
        re.search(
            r"\b(?:seconded|second|2nd|supported by|m/?s(?:/?[cpu])?)\b|\([A-Z][\w.' -]+/[A-Z][\w.' -]+\)",
            sentence.text,
            re.IGNORECASE,
        )
    )
    if _CARRIED.search(sentence.text):
        motion.passed = True
    _judge(motion, sentence.passage, content[1], sentence.end)
    if motion.passed is None and _DONE.search(sentence.passage.text, *content):
        motion.passed = True
    return motion


def _content(sentence: Sentence, key: int) -> tuple[int, int] | None:
    """The words moved, as places in the passage: from "to", "that" ... to the seconder, the mover or the end."""
    text = sentence.text
    if clause := _after_on_motion(text):
        return sentence.start + clause[0], sentence.start + clause[1]
    on_motion = text[:key].lower().rstrip().endswith((" on a", " upon", " on", " on the", " upon a"))
    opens = text[:key].lower().lstrip().startswith(("on", "upon"))
    if on_motion and not opens and (clause := _leading_clause(sentence, key)):
        return clause
    start = _CONTENT.search(text, key)
    while (
        start
        and re.search(r"(?:seconded|second|2nd|moved|by|made) $", text[: start.start(1)])
        and start[1].lower().startswith(("the ", "item "))
        and not _TO_BE.match(text, start.start(1))
    ):
        start = _CONTENT.search(text, start.end(1))
    if start is None:
        return _leading(sentence, key)
    first = start.start(1)
    tail = _TAIL.search(text, first + 4)
    return sentence.start + first, sentence.start + (tail.start() if tail else len(text))


def _after_on_motion(text: str) -> tuple[int, int] | None:
    """The clause of "On a motion by A, seconded by B, the minutes were approved."."""
    opened = _ON_MOTION.search(text)
    if not opened or opened.end() >= len(text) or re.match(r"(?:to|that)\b", text[opened.end() :]):
        return None
    rest = re.match(r"(?:and )?(?:seconded|second|2nd)\b[^,]*,\s*", text[opened.end() :], re.IGNORECASE)
    return opened.end() + (rest.end() if rest else 0), len(text.rstrip(" ."))


def _leading_clause(sentence: Sentence, key: int) -> tuple[int, int] | None:
    """The clause before "on a motion by": The meeting was adjourned on a motion by A."""
    before = re.sub(r",? (?:up)?on(?: an?| the)? ?$", "", sentence.text[:key], flags=re.IGNORECASE)
    if len(before.split()) < 3:  # noqa: PLR2004
        return None
    cut = (
        before.rfind(", ") + 2
        if re.match(r"\W*(?:there being|with no|as there)\b", before, re.IGNORECASE)
        else 0
    )
    return sentence.start + max(cut, 0), sentence.start + len(before)


def _leading(sentence: Sentence, key: int) -> tuple[int, int] | None:
    """The words before "was moved by": Approval of the minutes was moved by A and seconded by B."""
    before = re.match(
        r"\W*(.{8,200}?)[,:;(-]? ?(?:was|were|is)? ?(?:duly )?(?:moved|proposed)\b",
        sentence.text[: key + 12],
        re.IGNORECASE,
    )
    if (
        before
        and not re.search(r"\bit$|\bmotion\b", before[1], re.IGNORECASE)
        and key > _REACH
        and re.search(r"(?:was|were) (?:duly )?$", sentence.text[:key])
    ):
        return sentence.start + before.start(1), sentence.start + before.end(1)
    return None


def follow(motion: Motion, sentence: Sentence, said: Sequence[Said]) -> bool:
    """Reads a later sentence for the motion's fate; False once it has nothing more to do with it."""
    motion.steps += 1
    if NUMBER_LINE.match(sentence.text):
        return motion.passed is None
    if _goes_on(motion, sentence):
        return True
    if motion.start == motion.end and (_THAT.match(sentence.text) or not _is_result(sentence)):
        return _takes_words(motion, sentence)
    told = _VOTE.search(sentence.text) and not any(_speaks(one) for one in said)
    late = motion.passed is not None and not (STRICT.search(sentence.text) or _same_number(motion, sentence))
    if motion.steps > _REACH or (told and late):
        return False
    if not told:
        return motion.passed is None
    second = next((one for one in said if one.act.lower() in _SECONDERS), None)
    motion.seconder = motion.seconder or second
    motion.seconded |= second is not None or (
        bool(re.match(r"\W*(?:[\w.' -]{0,50}\b)?(?:seconded|second)\b", sentence.text, re.IGNORECASE))
        and not FAILED.search(sentence.text)
    )
    _judge(motion, sentence.passage, sentence.start, sentence.end)
    return True


def _takes_words(motion: Motion, sentence: Sentence) -> bool:
    """Gives a motion that only named its mover the words in the next line: That the agenda be adopted."""
    moved = _MOVED_BY.match(motion.passage.text) or _ALONE.match(motion.passage.text)
    if not _LABELLED.match(motion.passage.text) and not (moved and _THAT.match(sentence.text)):
        return False
    motion.passage, motion.start = sentence.passage, sentence.start
    motion.end = sentence.start + len(sentence.text.rstrip(" ."))
    return True


def _goes_on(motion: Motion, sentence: Sentence) -> bool:
    """Whether the sentence is a further part of the words moved: That the Council: 1. accepts ...; and 2. requests ..."""
    if motion.start == motion.end or motion.passed is not None or sentence.passage is motion.passage:
        return False
    last = motion.parts[-1] if motion.parts else motion.passage.text[motion.start : motion.end]
    if not (_OPEN.search(last) or _THAT.match(sentence.text)) or _FATE.match(sentence.text):
        return False
    if last.rstrip().endswith(":") and not motion.parts:
        motion.passage, motion.start = sentence.passage, sentence.start
        motion.end = sentence.start + len(sentence.text.rstrip(" ."))
    motion.parts.append(sentence.text.rstrip())
    motion.steps -= 1
    return True


def _same_number(motion: Motion, sentence: Sentence) -> bool:
    """Whether the sentence tells the fate of what was moved by its number: Resolution 2023-17 was adopted 2-1."""
    number = _NUMBERED.search(sentence.text)
    return bool(number and number[1] in motion.passage.text[motion.start : motion.end])


def _is_result(sentence: Sentence) -> bool:
    """Whether the sentence tells the fate of a motion rather than its words."""
    return bool(_FATE.match(sentence.text)) or (
        verdict_of(sentence.text) is not None and len(sentence.text) < _SHORT
    )


def spelt_out(motion: Motion) -> None:
    """Gives a motion whose words are "adoption" alone those of its result: Resolution 4 was adopted 15-2."""
    if not _BARE.fullmatch(motion.passage.text, motion.start, motion.end):
        return
    for passage, start, end in motion.results:
        if _TOLD.match(passage.text[start:end].lstrip()):
            last = start + len(passage.text[start:end].rstrip(" ."))
            motion.passage, motion.start, motion.end = passage, start, last
            return


def _speaks(said: Said) -> bool:
    """Whether somebody does more than second or vote: then the sentence is no result."""
    return said.who[0].kind in {"person", "pronoun"} and said.act.lower() not in _SECONDS


def _judge(motion: Motion, passage: Passage, start: int, end: int) -> None:
    """Reads a stretch of text for the result; the first clear word counts, failure before success."""
    text = passage.text[start:end]
    if not _VOTE.search(text):
        return
    verdict = verdict_of(text)
    if verdict is None and not re.search(r"\b(?:ayes?|nays?|abst\w+|roll call|vote)\b", text, re.IGNORECASE):
        return
    if len(text) < 200 and end > start:  # noqa: PLR2004
        motion.results.append((passage, start, end))
    if verdict is False or motion.passed is None:
        motion.passed = verdict if verdict is not None else motion.passed


def is_decided(motion: Motion) -> bool:
    """Whether the motion carried; one that was seconded and of which nothing more is said did, by custom."""
    return motion.passed if motion.passed is not None else motion.seconded
