"""What minutes tell of others behind a turn: RO: the part passed. MC asked about stock. FB: three weeks are left."""

from collections.abc import Iterator, Sequence

from minutes.extract.en.cast import Cast
from minutes.extract.en.dialogue import Line
from minutes.extract.en.sentences import sentences, tokens
from minutes.extract.en.speech import Said, said_in
from minutes.extract.lazy import lazy

_INITIALS = lazy(r"[A-Z]{2,4}")
_FEW = 10  # turns of minutes at most; a transcript has more, and names in it are spoken of


def noted_between(lines: Sequence[Line], cast: Cast) -> Iterator[Said]:
    """What sentences behind a turn's first tell of persons by their initials."""
    for passage, start, end in (part for line in lines if len(lines) <= _FEW for part in line.parts):
        for sentence in sentences(passage.part(start, end))[1:]:
            words = tokens(sentence)
            initials = words[0].text if words else ""
            if _INITIALS.fullmatch(initials) and cast.find(initials):
                yield from (one for one in said_in(sentence, cast) if one.who[0].first == 0)
