"""Decisions that speakers of a transcript state: so that is agreed, hearing none they are approved, consensus to adopt."""

import re
from collections.abc import Iterator, Sequence

from minutes.extract.en.decisions import Decided
from minutes.extract.en.dialogue import Line
from minutes.extract.en.sentences import sentences
from minutes.extract.lazy import lazy

_AGREED = lazy(
    r"\b(?:that is|that's|we are|we're|it is|it's|then we|so we) (?:all )?(?:agreed|decided|settled)\b[,:]? (?:then,? )?(?:that |to )?(?P<what>\w.{8,})",
    re.IGNORECASE,
)
_HEARING = lazy(
    r"\W*(?:hearing|seeing) (?:none|no (?:objections?|opposition|dissent|further comments?))\b[^.?]*\b(?:approved|adopted|accepted|agreed|so ordered|passed|carried|carries)\b",
    re.IGNORECASE,
)
_STATED = lazy(
    r"\W*(?:rough |general |clear )?(?:consensus|agreed|decision|resolved|conclusion)\b(?: |:)[^?]{8,}$",
    re.IGNORECASE,
)
_STANDS = lazy(
    r"\b(?:minutes|agenda|report|budget)\b[^.?]{0,40}\b(?:are|is|stand|stands) (?:hereby )?(?:approved|adopted|accepted)\b",
    re.IGNORECASE,
)


def concluded(lines: Sequence[Line]) -> Iterator[Decided]:
    """The decisions that turns state, save the motions."""
    parts = (passage.part(start, end) for line in lines for passage, start, end in line.parts)
    for sentence in (one for part in parts for one in sentences(part)):
        last = sentence.start + len(sentence.text.rstrip(" .*"))
        if agreed := _AGREED.search(sentence.text):
            yield Decided(sentence.passage, sentence.start + agreed.start("what"), last, "spoken-agreed")
        elif any(one.match(sentence.text) for one in (_HEARING, _STATED)) or _STANDS.search(sentence.text):
            first = len(sentence.text) - len(sentence.text.lstrip(" *"))
            yield Decided(sentence.passage, sentence.start + first, last, "spoken-decision")
