"""Hiding in one text: what was found is replaced by the mark, and every place of the old text has its place in the new."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from archive.text import plain
from minutes.redacting.names import Names
from minutes.redacting.numbers import Find, numbers_in

# three multiplication signs, three blocks: of one length, whatever is hidden
MARKS: Final = {"zh": "\u00d7\u00d7\u00d7", "en": "\u2588\u2588\u2588"}


class Hidden(NamedTuple):
    """The text without what was hidden, and where things were."""

    text: str
    cuts: tuple[tuple[int, int], ...]  # of the old text, in order, not touching one another's inside
    mark: int  # length

    def place(self, old: int, *, end: bool = False) -> int:
        """Where a place of the old text is now; inside something hidden the mark's beginning, or its end."""
        number = bisect_right(self.cuts, (old, -1))  # cuts that begin before it
        shift = sum(self.mark - (stop - start) for start, stop in self.cuts[:number])
        if number and self.cuts[number - 1][1] > old:
            start, stop = self.cuts[number - 1]
            before = start + shift - (self.mark - (stop - start))
            return before + self.mark if end else before
        return old + shift


class Curtain:
    """Hides names, numbers and words, but not what is kept; counts what it hides."""

    def __init__(self, names: Names, words: Iterable[str] = (), keep: Iterable[str] = ()) -> None:
        self.names = names
        self.words = _literally(words)
        self.keep = _literally(keep)
        self.count: Counter[tuple[str, str]] = Counter()  # by kind and what

    def hide(self, text: str, language: str) -> Hidden:
        """The text with a mark in the place of everything that is to be hidden."""
        mark = MARKS[language]
        cuts = self._cuts(plain(text))
        pieces, last = [], 0
        for start, end in cuts:
            pieces += [text[last:start], mark]
            last = end
        return Hidden("".join((*pieces, text[last:])), cuts, len(mark))

    def _cuts(self, text: str) -> tuple[tuple[int, int], ...]:
        """The places to hide, those that overlap made one and counted once."""
        cuts: list[tuple[int, int]] = []
        for find in sorted(self._finds(text), key=lambda one: (one.start, -one.end)):
            if cuts and find.start < cuts[-1][1]:
                cuts[-1] = (cuts[-1][0], max(cuts[-1][1], find.end))
            else:
                cuts.append((find.start, find.end))
                self.count[find.kind, find.what] += 1
        return tuple(cuts)

    def _finds(self, text: str) -> Iterator[Find]:
        kept = [found.span() for found in self.keep.finditer(text)] if self.keep else []
        words = self.words.finditer(text) if self.words else ()
        for find in (*numbers_in(text), *self.names.find(text)):
            if not any(start <= find.start and find.end <= end for start, end in kept):
                yield find
        yield from (Find(*found.span(), "word", found[0]) for found in words)


def _literally(words: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for these words as they are, in whatever case and width; None without any."""
    found = sorted({plain(word) for word in words if word.strip()}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, found)), re.IGNORECASE) if found else None
