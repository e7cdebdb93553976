"""Sentences of a passage, and their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from minutes.extract.en.passages import Passage
from minutes.extract.en.words import grammar
from minutes.extract.lazy import lazy

_END = lazy(r"""[.!?]["')\]]*\s+(?=["'(\[]*[^\s\da-z]|\d)|;\s+(?=(?:the )?motion )""")
_ABBREVIATED = grammar("abbreviated")
_LONGEST = 1500  # characters of a sentence
_MONTHS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"})
_LETTERS = lazy(r"[a-z][a-z'/-]*")
_INITIAL = lazy(r"(?:^|[\s(.-])[A-Za-z]$")
_LETTERED = lazy(
    r"\b(?:[Oo]ption|[Pp]lan|[Pp]hase|[Ss]ection|[Pp]art|[Aa]ppendix|[Uu]nit|[Bb]uilding|[Ss]chedule|[Ee]xhibit|[Tt]rack|[Gg]roup) [A-Z]$"
)
WORD = lazy(r"[^\W\d_](?:[\w'-]*\w)?\.?(?:[^\W\d_]\.)*|\d(?:[\d.,:/-]*\d)?\w*|[^\w\s]")


class Token(NamedTuple):
    """A word or a mark, with its place in the passage."""

    text: str
    low: str
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence, with its place in the passage and its text as the grammars read it."""

    passage: Passage
    start: int
    end: int
    text: str
    tokens: list[Token] | None = None  # once somebody asked for them
    low: frozenset[str] = frozenset()  # its words in lower case

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of `words` stands in it: a look before a costly pattern is tried."""
        if not self.low:
            cut = self.tokens if self.tokens and "/" not in self.text else None  # M/S/C is one word here
            self.low = frozenset([one.low for one in cut] if cut else _LETTERS.findall(self.text.lower()))
        return not words.isdisjoint(self.low)


def sentences(passage: Passage) -> list[Sentence]:
    """The sentences in order; full stops of abbreviations, initials and numbers end none."""
    if passage.sentences is None:
        passage.sentences = _split(passage)
    found: list[Sentence] = passage.sentences
    return found


def _split(passage: Passage) -> list[Sentence]:
    found, start = [], 0
    for end in (*_ends(passage.text), len(passage.text)):
        for first, last in _bounded(passage.text, start, end):
            if passage.text[first:last].strip():
                found.append(Sentence(passage, first, last, passage.text[first:last]))
        start = end
    return found


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        if match[0][0] != "." or not _is_abbreviation(text, match):
            yield match.end()


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch itself; one longer than any sentence in pieces, so that reading stays linear."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = space + 1 if space > 0 else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _is_abbreviation(text: str, stop: re.Match[str]) -> bool:
    before = text[max(0, stop.start() - 12) : stop.start()]
    word = re.split(r"[\s(]", before)[-1].lower()
    if word in _MONTHS:
        return not text[stop.end() : stop.end() + 1].isupper()  # by 28th Feb. Roe to write
    if word in {"p.m", "a.m", "etc", "inc", "ltd", "co", "no"}:
        return _goes_on(word, text[stop.end() : stop.end() + 1])
    if _LETTERED.search(before):
        return False
    return word in _ABBREVIATED or bool(_INITIAL.search(before) and word != "i" and not word.isdigit())


def _goes_on(word: str, following: str) -> bool:
    """Whether the sentence goes on: "at 7 p.m. The" ends a sentence; "No. 7" and "Inc. of" do not."""
    return following.isdigit() if word == "no" else not (following.isupper() or following.isdigit())


def tokens(sentence: Sentence) -> list[Token]:
    """Words and marks; the full stop of Mr. and J. belongs to the word, that of the sentence does not."""
    if sentence.tokens is None:
        sentence.tokens = _cut(sentence)
    return sentence.tokens


def _cut(sentence: Sentence) -> list[Token]:
    found: list[Token] = []
    for match in WORD.finditer(sentence.passage.text, sentence.start, sentence.end):
        text, end = match[0], match.end()
        if text[-1] == "." and len(text) > 1 and not _keeps_stop(text):
            found.append(Token(text[:-1], text[:-1].lower(), match.start(), end - 1))
            found.append(Token(".", ".", end - 1, end))
        else:
            found.append(Token(text, text.lower(), match.start(), end))
    return found


def _keeps_stop(text: str) -> bool:
    bare = text[:-1].lower()
    return bare in _ABBREVIATED or len(bare) == 1 or "." in bare


def lines_of(cell: Passage) -> list[tuple[int, int]]:
    """Where the lines of a cell stand in its text, as the report has them."""
    whole = cell.source[cell.start : cell.start + len(cell.text)]
    places = accumulate((len(line) + 1 for line in whole.split("\n")), initial=0)
    return [(start, end - 1) for start, end in pairwise(places)]
