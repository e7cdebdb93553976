"""When an extracted value counts as the labelled one: width and white space never matter."""

import unicodedata
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

SHARE = 0.6  # of a quote that must be common for two texts to be the same item

Weight = Callable[[int, int], int]


def fold(value: object) -> str:
    """`value` half-width and without white space."""
    return "".join(unicodedata.normalize("NFKC", str(value)).split())


def fold_text(text: str) -> str:
    """`text` folded and without punctuation."""
    return "".join(char for char in fold(text) if not unicodedata.category(char).startswith("P"))


def equal(one: object, other: object) -> bool:
    """The same, or both absent."""
    return one is other if one is None or other is None else fold(one) == fold(other)


def within(one: object, other: object) -> bool:
    """Either contains the other, or both are absent."""
    if one is None or other is None:
        return one is other
    return fold(one) in fold(other) or fold(other) in fold(one)


def overlap(quote: str, text: str) -> int:
    """Length of what the two have in common if they are the same item, else 0."""
    quote, text = fold_text(quote), fold_text(text)
    if not quote or not text:
        return 0
    common = (
        SequenceMatcher(None, quote, text, autojunk=False)
        .find_longest_match(0, len(quote), 0, len(text))
        .size
    )
    return common if quote in text or text in quote or common >= SHARE * len(quote) else 0


def pairs(golds: Sequence[object], found: Sequence[object], weight: Weight) -> dict[int, int]:
    """Which found item stands for which label, one to one: as many as can be, the closest first."""
    edges = {gold: _closest(gold, len(found), weight) for gold in range(len(golds))}
    owner: dict[int, int] = {}

    def place(gold: int, tried: set[int]) -> bool:
        for item in edges[gold]:
            if item in tried:
                continue
            tried.add(item)
            if item not in owner or place(owner[item], tried):
                owner[item] = gold
                return True
        return False

    for gold in sorted(edges, key=lambda one: -weight(one, edges[one][0]) if edges[one] else 0):
        place(gold, set())
    return {gold: item for item, gold in owner.items()}


def _closest(gold: int, count: int, weight: Weight) -> list[int]:
    possible = [item for item in range(count) if weight(gold, item)]
    return sorted(possible, key=lambda item: -weight(gold, item))
