"""Whether two texts are the same thing said twice: an action point in the text and in the list at the end."""

from collections.abc import Sequence

from minutes.extract.en.words import grammar
from minutes.extract.lazy import lazy

_WORD = lazy(r"[^\W_]+")
_STOP = grammar("stop")
_SHARE = 0.75
_FEW = 3


def key(text: str) -> frozenset[str]:
    """The words that tell a text from others."""
    return frozenset(word for word in _WORD.findall(text.lower()) if word not in _STOP)


def is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether most words of the shorter text stand in the longer."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEW:
        return bool(shorter) and shorter == longer
    return len(shorter & longer) >= _SHARE * len(shorter) and len(longer) <= 3 * len(shorter)


def first_same(words: frozenset[str], known: Sequence[frozenset[str]]) -> int | None:
    """The place of the first known text that is the same."""
    return next((at for at, one in enumerate(known) if is_same(words, one)), None)
