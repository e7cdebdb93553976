"""Sentences of a passage, and their words."""

import re
from dataclasses import dataclass

from minutes.extract.en.passages import Passage
from minutes.extract.en.words import grammar

_END = re.compile(r"""[.!?]["')\]]*\s+(?=["'(\[]*[^\s\da-z]|\d)|;\s+(?=(?:the )?motion )""")
_ABBREVIATED = grammar("abbreviated")
_INITIAL = re.compile(r"(?:^|[\s(.'-])[A-Za-z]$")
WORD = re.compile(r"[^\W\d_](?:[\w'-]*\w)?\.?(?:[^\W\d_]\.)*|\d[\d.,:/-]*\w*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with its place in the passage."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its text as the grammars read it."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, with its place in the passage."""

    text: str
    low: str
    start: int
    end: int


def sentences(passage: Passage) -> list[Sentence]:
    """The sentences in order; full stops of abbreviations, initials and numbers end none."""
    found, start = [], 0
    for match in _END.finditer(passage.text):
        if match[0][0] == "." and _is_abbreviation(passage.text, match):
            continue
        found.append(Sentence(passage, start, match.end()))
        start = match.end()
    if passage.text[start:].strip():
        found.append(Sentence(passage, start, len(passage.text)))
    return found


def _is_abbreviation(text: str, stop: re.Match[str]) -> bool:
    before = text[max(0, stop.start() - 12) : stop.start()]
    word = re.split(r"[\s(]", before)[-1].lower()
    if word in {"p.m", "a.m", "etc", "inc", "ltd", "co", "no"}:
        return _goes_on(word, text[stop.end() : stop.end() + 1])
    return word in _ABBREVIATED or bool(_INITIAL.search(before) and word != "i" and not word.isdigit())


def _goes_on(word: str, following: str) -> bool:
    """Whether the sentence goes on: "at 7 p.m. The" ends a sentence; "No. 7" and "Inc. of" do not."""
    return following.isdigit() if word == "no" else not (following.isupper() or following.isdigit())


def tokens(sentence: Sentence) -> list[Token]:
    """Words and marks; the full stop of Mr. and J. belongs to the word, that of the sentence does not."""
    found = []
    for match in WORD.finditer(sentence.passage.text, sentence.start, sentence.end):
        text, end = match[0], match.end()
        if text.endswith(".") and not _keeps_stop(text):
            found.append(Token(text[:-1], text[:-1].lower(), match.start(), end - 1))
            found.append(Token(".", ".", end - 1, end))
        else:
            found.append(Token(text, text.lower(), match.start(), end))
    return found


def _keeps_stop(text: str) -> bool:
    bare = text[:-1].lower()
    return bare in _ABBREVIATED or len(bare) == 1 or "." in bare
