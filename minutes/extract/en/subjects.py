"""Who a clause speaks of: the persons, offices, groups and pronouns before a verb, or after "by"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.extract.en.cast import Cast
from minutes.extract.en.names import (
    PARTICLES,
    STARTERS,
    is_name,
    is_name_word,
    is_plural,
)
from minutes.extract.en.runs import of_one, of_run
from minutes.extract.en.sentences import Token
from minutes.extract.en.subject import DETERMINERS, ROLE_WORDS, Subject, role_inside, small_subject
from minutes.extract.en.words import grammar, singular
from minutes.extract.lazy import lazy

ADVERBS = grammar("adverbs")
AUXILIARIES = frozenset({"has", "have"})
_APPOSITION = 14  # words of ", 14 Orchard Lane," at most
_AGENT = lazy(
    r"(?!(?:after|under|over|other|another|never|however|whether|number|later|paper|either|neither|rather|together|matter|order|water|cent(?:er|re)|further|former|consider|remember|offer|per|for|nor|or|summer|winter|quarter|letter|power|floor|color|favor|error|major|minor|prior|senior|junior|answer|cover|discover|deliver|refer|enter|gather|master|monitor|sponsor|harbor|labor|behavior|exterior|interior|manner|member|chapter|dinner|corner|computer|newsletter|flyer|banner|folder|trailer)$)[a-z]{3,}(?:er|or|ist|ian|eer)"
)  # cataloger Ray Lind
_ADDRESS = 8  # words of "of 14 Orchard Lane" at most


def subjects_before(tokens: Sequence[Token], verb: int, cast: Cast) -> list[Subject]:
    """The subjects of the verb at `tokens[verb]`, in order; empty where they cannot be told."""
    at = verb - 1
    while at >= 0 and (
        tokens[at].low in ADVERBS | AUXILIARIES
        or (tokens[at].low.endswith("ly") and tokens[at].text[0].islower())
    ):
        at -= 1
    found = _one_before(tokens, at, cast)
    return _with_others_before(tokens, found, cast) if found else _sharing(tokens, at, cast)


def _sharing(tokens: Sequence[Token], at: int, cast: Cast) -> list[Subject]:
    """The persons of "Councillors Reid, Lee and Brown": one title for all."""
    first = at
    while first > 0 and (is_name_word(tokens[first].text) or tokens[first].low in {"and", "&", ","}):
        if is_plural(tokens[first].text, cast.words):
            break
        first -= 1
    if first >= at or "," in {tokens[first + 1].text, tokens[at].text}:
        return []
    if not is_plural(tokens[first].text, cast.words):
        return []
    role = singular(tokens[first].text)
    marks = [first, *(k for k in range(first, at) if tokens[k].low in {"and", "&", ","}), at + 1]
    parts = [
        (start + 1, end)
        for start, end in pairwise(marks)
        if end > start + 1 and tokens[start + 1].text[0].isupper()
    ]
    return [
        Subject(
            "person",
            " ".join(token.text for token in tokens[start:end]),
            role,
            first if start == first + 1 else start,
            end,
            titled=True,
        )
        for start, end in parts
    ]


def _with_others_before(tokens: Sequence[Token], found: Subject, cast: Cast) -> list[Subject]:
    """Adds those joined by "and" or commas: A, B and C."""
    all_found = [found]
    while found.kind == "person" and found.first >= 2:  # noqa: PLR2004
        mark = tokens[found.first - 1].low
        if mark not in {"and", "&"} and not (mark == "," and len(all_found) > 1):
            break
        other = _other_before(tokens, found.first - 2, cast)
        if other is None or other.kind != "person":
            break
        all_found.insert(0, other)
        found = other
    head = all_found[0]
    shared = len(all_found) > 1 and any(
        is_plural(one.text, cast.words) for one in tokens[head.first : head.last]
    )
    return [replace(one, role=one.role or head.role) for one in all_found] if shared else all_found


def _other_before(tokens: Sequence[Token], at: int, cast: Cast) -> Subject | None:
    if at > 1 and tokens[at].text == ",":
        return _before_apposition(tokens, at, cast) or _plain_before(tokens, at - 1, cast)
    return _plain_before(tokens, at, cast)


def _one_before(tokens: Sequence[Token], at: int, cast: Cast) -> Subject | None:
    if at < 0:
        return None
    if tokens[at].text == ",":
        return _before_apposition(tokens, at, cast)
    if tokens[at].text == ")":
        opening = next((k for k in range(at - 1, max(-1, at - 10), -1) if tokens[k].text == "("), None)
        return _before_bracket(tokens, opening, at, cast) if opening else None
    found = _plain_before(tokens, at, cast)
    if found and found.first > 1 and tokens[found.first - 1].low in {"of", "from"}:
        return _before_address(tokens, at, cast) or found
    numbered = found and found.first > 0 and tokens[found.first - 1].text[0].isdigit()
    if found and found.kind != "collective" and not numbered:
        return found
    return _before_address(tokens, at, cast) or found


def _before_bracket(tokens: Sequence[Token], opening: int, at: int, cast: Cast) -> Subject | None:
    """The person of "Edith Winter (Treasurer)" and "the Treasurer (Edith Winter)"."""
    head = _plain_before(tokens, opening - 1, cast)
    if head is None or head.kind not in {"person", "office"}:
        return head
    if head.kind == "person":
        role = head.role or role_inside(tokens, opening + 1, at, cast)
        return Subject("person", head.name, role, head.first, at + 1, head.titled)
    inner = _plain_before(tokens, at - 1, cast)
    if inner is None and at == opening + 2 and is_name([tokens[at - 1].text], cast.words):
        inner = Subject("person", tokens[at - 1].text, None, at - 1, at)  # Secretary (Pam)
    whole = inner and inner.kind == "person" and inner.first == opening + 1
    return (
        Subject("person", inner.name, inner.role or head.name, head.first, at + 1, True)
        if inner and whole
        else head
    )


def _before_address(tokens: Sequence[Token], at: int, cast: Cast) -> Subject | None:
    """The person of "Oscar Larch of 14 Orchard Lane"."""
    of = next((k for k in range(at - 1, max(0, at - _ADDRESS), -1) if tokens[k].low in {"of", "from"}), None)
    if of is None or not tokens[of - 1].text[0].isupper():
        return None
    head = _plain_before(tokens, of - 1, cast)
    whole = head and head.kind == "person" and (" " in head.name or head.titled)
    return (
        Subject("person", head.name, head.role, head.first, at + 1, head.titled) if head and whole else None
    )


def _before_apposition(tokens: Sequence[Token], at: int, cast: Cast) -> Subject | None:
    """The subject before "..., Edith Winter, presented" and "Oscar Larch, owner of the mill, 14 Orchard Lane, asked"."""
    reach = range(at - 1, max(0, at - _APPOSITION), -1)
    end = at
    for opening in (k for k in reach if tokens[k].text == ","):
        found = _apposed(tokens, opening, end, cast)
        if found and (end == at or (found.kind == "person" and found.first == 0 and " " in found.name)):
            return replace(found, last=at)
        end = opening
    return None


def _apposed(tokens: Sequence[Token], opening: int, at: int, cast: Cast) -> Subject | None:
    """The subject before the comma at `opening`, with what stands up to `at` as name or role."""
    head = _office_of(tokens, opening - 1, cast) or _plain_before(tokens, opening - 1, cast)
    inner = _plain_before(tokens, at - 1, cast)
    if head is None or head.kind in {"collective", "pronoun"}:
        return None
    if head.kind == "office" and inner and inner.kind == "person" and inner.first == opening + 1:
        academic = (inner.role or "").lower() in {"professor", "doctor", "reverend", "canon", "cr", "cllr"}
        both = f"{head.name}, {inner.role}" if inner.role and inner.role != head.name else head.name
        office = (
            head.name if academic else both
        )  # the dean, Professor Jane Roe; the Moderator, Elder Jane Roe
        return Subject("person", inner.name, office, head.first, at, titled=True)
    if head.kind == "person":
        role = head.role or role_inside(tokens, opening + 1, at, cast)
        return Subject("person", head.name, role, head.first, at, head.titled)
    return None


def _office_of(tokens: Sequence[Token], at: int, cast: Cast) -> Subject | None:
    """The office of "the chair of the board of trustees"."""
    for first in range(at - 2, max(-1, at - _APPOSITION), -1):
        if tokens[first].low in DETERMINERS and cast.words.is_title(tokens[first + 1].low):
            if tokens[first + 2].low not in {"of", "to", "for"}:
                continue
            text = " ".join(token.text for token in tokens[first + 1 : at + 1])
            return Subject("office", text, text, first, at + 1)
        if not tokens[first].text[0].isalpha():
            return None
    return None


def _plain_before(tokens: Sequence[Token], at: int, cast: Cast) -> Subject | None:
    """The subject whose last word is `tokens[at]`."""
    if at < 0:
        return None
    if tokens[at].low in {"he", "she"}:
        return Subject("pronoun", tokens[at].low, None, at, at + 1)
    first = at + 1
    while first > 0 and _goes_left(tokens, first - 1, at, cast):
        first -= 1
    while first <= at and tokens[first].low in STARTERS and not _is_initials(tokens[first].text, cast):
        first += 1
    if first <= at:
        found = of_run(tokens, first, at + 1, cast)
        return _with_small_role(tokens, found, cast) if found and found.kind == "person" else found
    return small_subject(tokens, at, cast)


def _with_small_role(tokens: Sequence[Token], found: Subject, cast: Cast) -> Subject:
    """The person with a role in small letters before the name: marina owner Beth Larch, the treasurer Una Frost."""
    last = first = found.first - 1
    if last < 0 or not tokens[last].text.islower():
        return found
    if not cast.words.is_title(tokens[last].low) and not (
        " " in found.name and _AGENT.fullmatch(tokens[last].low)
    ):
        first = _title_of_unit(tokens, last, cast)
    if first < 0:
        return found
    while first > 0 and last - first < ROLE_WORDS and _in_role(tokens[first - 1]):
        first -= 1
    role = " ".join(token.text for token in tokens[first : last + 1])
    return Subject("person", found.name, found.role or of_one(role, cast), first, found.last, titled=True)


def _title_of_unit(tokens: Sequence[Token], last: int, cast: Cast) -> int:
    """Where the title of "director for collections" is, whose last word is `tokens[last]`; -1 where there is none."""
    for at in range(last - 1, max(0, last - ROLE_WORDS), -1):
        if tokens[at].low in {"for", "of"} and cast.words.is_title(tokens[at - 1].low):
            return at - 1
        if not tokens[at].text.isalpha():
            break
    return -1


def _in_role(token: Token) -> bool:
    return token.text.isalnum() and token.low not in STARTERS


def _is_initials(text: str, cast: Cast) -> bool:
    """Whether a word such as AS is somebody's initials."""
    return text.isupper() and len(text) > 1 and bool(cast.candidates(text))


def _goes_left(tokens: Sequence[Token], at: int, last: int, cast: Cast) -> bool:
    token = tokens[at]
    if _heads_line(token, tokens[last], cast):
        return False
    if is_name_word(token.text) or (token.text[0].isupper() and token.text.isalpha()):
        return True
    if at in (last, 0):
        return False
    if token.low in PARTICLES:
        return is_name_word(tokens[at + 1].text) or tokens[at + 1].low in PARTICLES
    return token.low in {"of", "for", "to", "the", "&"} and any(
        cast.words.is_title(one.text) and one.text[0].isupper() for one in tokens[max(0, at - 2) : at]
    )


def _heads_line(token: Token, name: Token, cast: Cast) -> bool:
    """Whether a word in capitals belongs to a headline that runs into the sentence: APPROVAL OF AGENDA Roe moved."""
    shouted = token.text.isupper() and len(token.text) > 3 and not name.text.isupper()  # noqa: PLR2004
    return shouted and not (cast.words.is_title(token.text) or cast.words.is_honorific(token.text))
