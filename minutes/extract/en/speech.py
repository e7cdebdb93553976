"""What was said, in running text: who, the verb as written, and the words."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from minutes.extract.en.agents import subjects_after
from minutes.extract.en.byline import AGENTS, by_agent
from minutes.extract.en.cast import Cast
from minutes.extract.en.passages import Passage
from minutes.extract.en.sentences import Sentence, Token, tokens
from minutes.extract.en.subject import Subject
from minutes.extract.en.subjects import ADVERBS, subjects_before
from minutes.extract.en.words import grammar
from minutes.extract.lazy import lazy

_TURN = lazy(r"[A-Z]{2,4}")
_QUERIES = frozenset({"asked", "wondered", "enquired", "inquired", "queried", "questioned"})
_AFTERWARDS = lazy(
    r"(?:Speaking|Talking) (?:after|following|before|ahead of|to (?:reporters|the press))\b|(?:After|Before|Outside) the (?:meeting|hearing|session),"
)
_SHOUTED = 3  # letters of a word in capitals that is more than initials
_HEADLINE = 6  # words of a headline that runs into its text
_LEAD_IN = 5  # words of "After lunch" and the like at most
_PREPOSITIONS = frozenset({"after", "on", "during", "following", "before", "next", "at", "with", "finally"})
_REACH = 7  # words in which the object of "gave" must follow
_AFTER_QUOTE = frozenset({"said", "added", "explained", "asked", "replied", "says", "noted"})
_PAIR = lazy(
    r"\b(?:m/?s/?[cpu]?|motion|moved ?/ ?second(?:ed)?|moved and seconded|mover/seconder|moved/2nd)\b[:,]? ?\(?(?-i:(?P<moved>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2})(?:/|, ?| and )(?P<seconded>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}))(?:\)|(?= to\b| that\b|[,;:.]))",
    re.IGNORECASE,
)
_BRACKETED = lazy(
    r"\((?P<moved>[A-Z][\w'-]+)/(?P<seconded>[A-Z][\w'-]+)(?:[;,] ?[\w ,-]{1,20})?\)\W*$"
)  # The report was accepted. (Bell/Crane; 6-0)
_LINKING = grammar("linking")
_NO_INFINITIVE = grammar("no_infinitive")
_OPEN = frozenset({",", ";", ":", "-", '"', ".", ")", "(", "?", "!"})
_NOUNS = grammar("nouns_too")

_BEING = frozenset({"was", "is", "had", "has"})
_FEELING = lazy(
    r"(?:very |also |not |deeply |strongly |still )?(?:concerned|opposed|worried|disappointed|unhappy|frustrated|skeptical|sceptical|supportive|adamant|against|in (?:favou?r|support|agreement)|of the (?:opinion|view)|no (?:objections?|concerns?|issue)|(?:a |some |several |two |serious )?(?:concerns?|questions?|reservations|misgivings))\b"
)  # Jane Roe was concerned about lighting; had a question on parking
_DEED = lazy(
    r"(?!(?:arrived|joined|resigned|retired|died|moved|served|stepped|returned|apologi[sz]ed|recused|excused|asked|agreed|declared|stated|decided|happened|ended|voted|worked|lived|wanted|needed|needs|hoped|been|taken|given|sent|gone|missed|attended|left)$)[a-z]+(?:ed|ritten|oken|met|sought|ought|made|found|rung|got|done|drawn|heard|tried|spent|put)|met|put|rung|got"
)
_SECONDING = frozenset({"seconded", "seconds", "supported", "supports", "seconding"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words that somebody said in the meeting."""

    who: tuple[Subject, ...]
    act: str
    passage: Passage
    verb: int  # where the verb stands in the passage
    start: int  # of the words said
    end: int
    first: int = 0  # where the clause starts, subject and all


def said_in(sentence: Sentence, cast: Cast) -> list[Said]:
    """All that the sentence says somebody said, in order; what is only relayed is left out."""
    if _AFTERWARDS.match(sentence.text):
        return []
    words = tokens(sentence)
    found: list[tuple[int, tuple[Subject, ...], str]] = []
    verbs = cast.words.verbs
    for at, token in enumerate(words):
        if token.low not in verbs and token.low not in AGENTS and token.low not in _BEING:
            continue
        agents = by_agent(words, at, cast)
        found += agents
        if agents or not (is_speech(words, at, cast) or _is_deed(words, at, cast)):
            continue
        headed = bool(sentence.passage.label) and sentence.start == 0
        if who := _who(words, at, cast, found, headed=headed) or _inverted(words, at, cast):
            found.append((at, who, token.text))
    if not found and (source := _according(words, cast)):
        found.append((0, source, words[0].text))
    spoken = list(_with_words(sentence, words, found)) if found else []
    return [*_turn(sentence, words, cast), *spoken, *_paired(sentence, cast)]


def _is_deed(words: Sequence[Token], at: int, cast: Cast) -> bool:
    """Whether somebody present had done something, which minutes tell as their report: JR had written on 28 November."""
    done = words[at].low == "had" and at + 1 < len(words) and _DEED.fullmatch(words[at + 1].low)
    who = subjects_before(words, at, cast) if done else []
    member = cast.find(who[0].name, who[0].role) if len(who) == 1 and who[0].kind == "person" else None
    return bool(member and member.listed in {"present", "guests"})


def _according(words: Sequence[Token], cast: Cast) -> tuple[Subject, ...]:
    """The speaker of "According to Jane Roe, the roof is dry."."""
    if len(words) < _REACH or words[0].low != "according" or words[1].low != "to":
        return ()
    return tuple(one for one in subjects_after(words, 2, cast)[:1] if one.kind in {"person", "office"})


def _turn(sentence: Sentence, words: Sequence[Token], cast: Cast) -> Iterator[Said]:
    """A turn inside running text: RA: yes, until the end of June."""
    opens = len(words) > 2 and words[1].text == ":" and _TURN.fullmatch(words[0].text)  # noqa: PLR2004
    if opens and cast.find(words[0].text):
        who = Subject("person", words[0].text, None, 0, 1)
        start = words[0].start
        yield Said((who,), "said", sentence.passage, start, words[1].end, sentence.end, start)


def _paired(sentence: Sentence, cast: Cast) -> Iterator[Said]:
    """Mover and seconder of the short form: M/S/C (Bell/Crane), Motion (Bell, Crane) to ..."""
    pair = _PAIR.search(sentence.text) or _BRACKETED.search(sentence.text)
    if pair is None or not (cast.find(pair["moved"]) and cast.find(pair["seconded"])):
        return
    for act in ("moved", "seconded"):
        name, start = pair[act], sentence.start + pair.start()
        if cast.find(name):
            who = Subject("person", name, None, 0, 0)
            yield Said((who,), act, sentence.passage, start, sentence.start, sentence.end, sentence.start)


def is_speech(words: Sequence[Token], at: int, cast: Cast) -> bool:
    """Whether the word is a verb of speech where it stands: "gave" only before a report."""
    token = words[at]
    if (token.low not in cast.words.verbs and token.low not in _BEING) or not token.text.islower():
        return False
    wanted = cast.words.only_with.get(token.low)
    if token.low in _BEING:
        return bool(_FEELING.match(" ".join(one.low for one in words[at + 1 : at + 4])))
    if token.low in _NOUNS and (at + 1 >= len(words) or words[at + 1].text in _OPEN):
        return False
    if wanted is None:
        return at + 1 >= len(words) or words[at + 1].low != "by"  # Jane Roe, supported by Ann Lund
    reach = words[at + 1 : at + 1 + _REACH]
    return (
        is_motion(reach, wanted)
        if token.low in {"moved", "moves"}
        else any(one.low in wanted for one in reach)
    )


def is_motion(after: Sequence[Token], wanted: Container[str]) -> bool:
    """Whether "moved" is followed as in a motion: to approve, that, approval of; not to Leeds, to the next item, house."""
    if not after:
        return False
    if after[0].text == ",":
        return len(after) > 1 and bool(
            {one.low for one in after} & {"seconded", "second", "2nd", "to", "that"}
        )
    if after[0].low == "to" and len(after) > 1:
        return after[1].text.islower() and after[1].low not in _NO_INFINITIVE
    return after[0].low in wanted


def _who(
    words: Sequence[Token],
    at: int,
    cast: Cast,
    found: list[tuple[int, tuple[Subject, ...], str]],
    *,
    headed: bool,
) -> tuple[Subject, ...]:
    """The subjects of the verb, if the clause is one of the report's own and no relayed one.

    `headed`: a headline may run into the sentence: "23/105 Highways Cllr Roe raised ...".
    """
    who = subjects_before(words, at, cast)
    if who:
        runs_in = headed and not found and who[0].titled and who[0].first <= _HEADLINE
        seconds = words[at].low in _SECONDING and found and words[who[0].first - 1].text == ","
        return tuple(who) if runs_in or seconds or _opens_clause(words, who[0], found) else ()
    if found and _goes_on(words, at, found[-1][0]):
        return found[-1][1]
    return _of_sentence(words, at, cast) if not found and _goes_on(words, at, 0) else ()


def _of_sentence(words: Sequence[Token], at: int, cast: Cast) -> tuple[Subject, ...]:
    """The subject that opens the sentence, of a verb behind "and": Ms Birtwistle opened the evening and said."""
    if words[0].low in {"he", "she"}:
        return (Subject("pronoun", words[0].low, None, 0, 1),)
    who = subjects_after(words, 0, cast)
    plain = who and who[-1].last < at and words[who[-1].last].text.islower()
    relayed = {"that", "which", "who", "whether"} & {word.low for word in words[:at]}
    return tuple(who) if plain and not relayed and who[0].kind != "collective" else ()


def _inverted(words: Sequence[Token], at: int, cast: Cast) -> tuple[Subject, ...]:
    """The speaker behind direct speech: "...," said Dr. Park."""
    if words[at].low not in _AFTER_QUOTE or at < 2 or not {words[at - 1].text, words[at - 2].text} & {'"'}:  # noqa: PLR2004
        return ()
    return tuple(one for one in subjects_after(words, at + 1, cast) if one.kind in {"person", "office"})


def _goes_on(words: Sequence[Token], at: int, last: int) -> bool:
    """As in "introduced the pack and stated ...": a second verb of the same subject."""
    before = at - 1
    while before > last and words[before].low in ADVERBS:
        before -= 1
    return words[before].low in {"and", "but", "then"} or (
        words[before].text == "," and words[before - 1].low == "and"
    )


def _opens_clause(
    words: Sequence[Token], subject: Subject, found: list[tuple[int, tuple[Subject, ...], str]]
) -> bool:
    if subject.first == 0:
        return True
    before = words[subject.first - 1]
    if _is_headline(words[: subject.first]):
        return True
    replies = words[0].low == "in" and words[1].low in {"reply", "response", "answer"}
    leads_in = subject.first <= _LEAD_IN and words[0].low in _PREPOSITIONS
    if found:
        return _opens_next(words, subject, found)
    if leads_in or (replies and (subject.kind == "pronoun" or subject.first == 2)):  # noqa: PLR2004
        return True
    return (
        before.text in _OPEN
        or before.low in _LINKING
        or (before.low in {"the", "our", "a"} and subject.first == 1)
    )


def _is_headline(words: Sequence[Token]) -> bool:
    """Whether the words before a subject are a headline in capitals that runs into the sentence."""
    return all(word.text.isupper() or not word.text[0].isalpha() for word in words) and any(
        len(word.text) > _SHOUTED for word in words
    )


def _opens_next(
    words: Sequence[Token], subject: Subject, found: list[tuple[int, tuple[Subject, ...], str]]
) -> bool:
    """Whether the subject opens another clause of a sentence in which somebody spoke already."""
    before = words[subject.first - 1]
    if before.text == "," and found[-1][1][0].first > found[-1][0]:
        return True  # Asked by Senator Crane about pay, Frost responded
    if before.low == "which" and words[subject.first - 2].text == ",":
        return True  # Roe queried the sum, which the Chairman felt was prudent
    replies = before.text == "," and found[-1][2].lower() in _QUERIES and subject.kind == "person"
    strong = replies or before.text == ";" or before.low in {"and", "but", "while", "whereas"}
    return strong and (subject.kind != "pronoun" or words[subject.first - 2].text in {",", ";"})


def _with_words(
    sentence: Sentence, words: Sequence[Token], found: list[tuple[int, tuple[Subject, ...], str]]
) -> Iterator[Said]:
    """Each with the words said: from the verb to the next clause or the end of the sentence."""
    stop = words[-1].start if words and words[-1].text in ".!?" else sentence.end
    for number, (at, who, act) in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        end = _before(words, following, at) if following else stop
        start = words[at].end
        if at + 1 < len(words) and words[at + 1].low == "that":
            start = words[at + 1].end
        first = min(words[at].start, words[min(one.first for one in who)].start)
        if who[0].first > at:  # seconded by Ms. Crane: the words stand before it
            start, end = sentence.start, words[at].start if act in _AFTER_QUOTE else stop
        yield Said(who, act, sentence.passage, words[at].start, min(start, end), max(start, end), first)


def _before(words: Sequence[Token], following: tuple[int, tuple[Subject, ...], str], last: int) -> int:
    """Where the words before the next clause end: without its subject, "and" and marks."""
    at, who, _ = following
    first = min(one.first for one in who)
    own = first if last < first < at else at
    while own > 0 and words[own - 1].low in {"and", ",", ";", "but", "while", "whereas"} | ADVERBS:
        own -= 1
    return words[own - 1].end if own > 0 else words[0].start
