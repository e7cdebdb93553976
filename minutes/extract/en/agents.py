"""Who is named from a word on: by Trustee J. Roe and Ms Crane; a report from the Treasurer, Edith Winter."""

from collections.abc import Sequence

from minutes.extract.en.cast import Cast
from minutes.extract.en.names import LINKS, PARTICLES, STARTERS, is_name_word
from minutes.extract.en.runs import of_run
from minutes.extract.en.sentences import Token
from minutes.extract.en.subject import DETERMINERS, ROLE_WORDS, Subject

AND = frozenset({"and", "&"})


def subjects_after(tokens: Sequence[Token], at: int, cast: Cast) -> list[Subject]:
    """The persons or offices named from `tokens[at]` on: by Trustee J. Roe and Ms Crane."""
    found: list[Subject] = []
    while at < len(tokens):
        one = _one_after(tokens, at, cast)
        if one is None:
            break
        found.append(one)
        at = one.last
        if at + 1 >= len(tokens) or not (tokens[at].low in AND or _lists_on(tokens, at, cast)):
            break
        at += 2 if tokens[at + 1].low in AND else 1
    return found


def _lists_on(tokens: Sequence[Token], at: int, cast: Cast) -> bool:
    """Whether the comma at `at` goes on with a list of persons that "and" closes: A, B and C; A, B, and C."""
    while at + 1 < len(tokens) and tokens[at].text == ",":
        closing = tokens[at + 1].low in AND
        one = _one_after(tokens, at + 1 + closing, cast)
        if one is None or one.kind != "person" or not (closing or one.titled or " " in one.name):
            return False
        at = one.last
        if closing or (at + 1 < len(tokens) and tokens[at].low in AND):
            return True
    return False


def _one_after(tokens: Sequence[Token], at: int, cast: Cast) -> Subject | None:
    first = at
    while first < len(tokens) and tokens[first].low in DETERMINERS:
        first += 1
    last = first
    while last < len(tokens) and _goes_right(tokens, last, first, cast):
        last += 1
    while last > first and tokens[last - 1].low in LINKS | PARTICLES:
        last -= 1
    if last == first:
        return _small_after(tokens, first, cast)
    found = of_run(tokens, first, last, cast)
    return _named_behind(tokens, found, cast) if found and found.kind == "office" else found


def _goes_right(tokens: Sequence[Token], at: int, first: int, cast: Cast) -> bool:
    token = tokens[at]
    if is_name_word(token.text):
        return at == first or token.low not in STARTERS
    if at == first or at + 1 >= len(tokens):
        return False
    if not (is_name_word(tokens[at + 1].text) or tokens[at + 1].low in PARTICLES | {"the"}):
        return False
    return token.low in PARTICLES - {"the"} or (
        token.low in {"of", "for", "to", "the"}
        and any(cast.words.is_title(one.text) for one in tokens[at - 2 : at])
    )


def _named_behind(tokens: Sequence[Token], office: Subject, cast: Cast) -> Subject:
    """The person of "the Treasurer, Edith Winter"; else the office itself."""
    at = office.last
    if at + 1 < len(tokens) and tokens[at].text == ",":
        name = _one_after(tokens, at + 1, cast)
        if name and name.kind == "person":
            return Subject(
                "person", name.name, name.role or office.name, office.first, name.last, titled=True
            )
    return office


def _small_after(tokens: Sequence[Token], first: int, cast: Cast) -> Subject | None:
    """An office in small letters after "by": by the treasurer, Edith Winter."""
    for last in range(first, min(len(tokens), first + ROLE_WORDS)):
        if cast.words.is_title(tokens[last].low) and first > 0 and tokens[first - 1].low in DETERMINERS:
            text = " ".join(token.text for token in tokens[first : last + 1])
            return _named_behind(tokens, Subject("office", text, text, first, last + 1), cast)
        if not tokens[last].text[0].isalpha():
            return None
        if (
            cast.words.is_title(tokens[last].low)
            and last + 1 < len(tokens)
            and is_name_word(tokens[last + 1].text)
        ):
            return _behind_small_role(tokens, first, last, cast)
    return None


def _behind_small_role(tokens: Sequence[Token], first: int, last: int, cast: Cast) -> Subject | None:
    """The person of "board president Edith Winter"."""
    name = _one_after(tokens, last + 1, cast)
    if name is None or name.kind != "person" or not tokens[first].text.islower():
        return None
    role = " ".join(token.text for token in tokens[first : last + 1])
    return Subject("person", name.name, name.role or role, first, name.last, titled=True)
