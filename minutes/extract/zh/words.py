"""Sets of words looked up at a place of the text: no pattern to compile for lists of hundreds."""

from collections.abc import Iterable

from msgspec import Struct


class Words(Struct, frozen=True):
    """Words by their lengths, the longest first."""

    words: frozenset[str]
    sizes: tuple[int, ...]

    def end_at(self, text: str, place: int) -> int | None:
        """The end of the longest word that begins at `place`."""
        return next(
            (place + size for size in self.sizes if text[place : place + size] in self.words),
            None,
        )

    def before(self, text: str, place: int, reach: int) -> bool:
        """Whether a word of at most `reach` characters ends at `place`."""
        return any(
            size <= min(reach, place) and text[place - size : place] in self.words for size in self.sizes
        )


def words_of(words: Iterable[str]) -> Words:
    """The set of these words."""
    kept = frozenset(word for word in words if word)
    return Words(kept, tuple(sorted({len(word) for word in kept}, reverse=True)))
