"""All that was said at a meeting, lists in lines of their own joined to the words that announce them."""

from minutes.extract.zh.enumerations import Series
from minutes.extract.zh.reading import Reading
from minutes.extract.zh.utterance import Utterance
from minutes.extract.zh.utterances import Listener


def listen(reading: Reading, series: list[Series]) -> list[Utterance]:
    """All utterances of a meeting, in order; lists in blocks of their own belong to the words before them."""
    said = Listener(reading).run()
    last_of = {one.block: one for one in said}
    for one in series:
        speech = last_of.get(one.markers[0].block - 1) if one.by_blocks else None
        if speech and reading.flat[speech.end - 1 : speech.end] == ":":
            speech.also += one.members()
    return said
