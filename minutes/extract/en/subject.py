"""A subject, and those written in small letters: the treasurer, members."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from minutes.extract.en.cast import Cast
from minutes.extract.en.names import is_role
from minutes.extract.en.sentences import Token

Kind = Literal["person", "office", "collective", "pronoun"]
DETERMINERS = frozenset({"the", "our", "its", "their"})
ROLE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """Who, with the place of the words in the sentence's tokens."""

    kind: Kind
    name: str  # for an office the role, for a group its words
    role: str | None
    first: int  # tokens[first:last]
    last: int
    titled: bool = False


def small_subject(tokens: Sequence[Token], at: int, cast: Cast) -> Subject | None:
    """A pronoun, an office in small letters (the treasurer) or a group (members)."""
    low = tokens[at].low
    if cast.words.is_title(low) and not low.endswith("s"):
        return _small_office(tokens, at)
    return _small_group(tokens, at, cast)


def _small_office(tokens: Sequence[Token], at: int) -> Subject | None:
    for first in range(at, max(-1, at - ROLE_WORDS), -1):
        if tokens[first].low in DETERMINERS:
            text = " ".join(token.text for token in tokens[first + 1 : at + 1])
            return Subject("office", text, text, first, at + 1) if text else None
        if not tokens[first].text[0].isalpha():
            return None
    return None


def _small_group(tokens: Sequence[Token], at: int, cast: Cast) -> Subject | None:
    for size in (3, 2, 1):
        first = at - size + 1
        text = " ".join(token.low for token in tokens[max(0, first) : at + 1])
        if first >= 0 and text in cast.words.collectives:
            return Subject("collective", text, None, first, at + 1)
    return None


def role_inside(tokens: Sequence[Token], first: int, last: int, cast: Cast) -> str | None:
    """The role that the words name and nothing else: "owner of the mill" of ", an owner of the mill,"."""
    text = " ".join(token.text for token in tokens[first:last])
    text = re.sub(r"^(?:the|an?|our|its) ", "", text)
    return text if is_role(text, cast.words) else None
