"""Which utterance a place of the text belongs to."""

from bisect import bisect_right
from collections import defaultdict

from minutes.extract.zh.document import Document
from minutes.extract.zh.sentences import Sentence
from minutes.extract.zh.utterance import Utterance


class Speech:
    """Utterances and sentences by place."""

    def __init__(self, document: Document, sentences: list[Sentence], said: list[Utterance]) -> None:
        self.document = document
        self.said = said
        self.sentences = sentences
        self._sentence_starts = [one.start for one in sentences]
        self._by_block: dict[int, list[Utterance]] = defaultdict(list)
        for one in said:
            self._by_block[one.block].append(one)
        self._lists = sorted((low, high, number) for number, one in enumerate(said) for low, high in one.also)

    def at(self, start: int, end: int | None = None) -> Utterance | None:
        """The last utterance begun in this paragraph before `end`; for a list in lines of its own the one that announced it."""
        stop = start if end is None else end
        here = self._by_block.get(self.document.block_at(start), ())
        found = [one for one in here if one.start <= stop]
        if not found:
            return self._announced(start)
        return found[-1] if start <= found[-1].end + 1 else None

    def sentence_of(self, place: int) -> int:
        """The number of the sentence at this place."""
        return bisect_right(self._sentence_starts, place) - 1

    def begun_within(self, start: int, end: int) -> list[Utterance]:
        """Utterances of this stretch's blocks that begin within it."""
        blocks = range(self.document.block_at(start), self.document.block_at(max(start, end - 1)) + 1)
        return [one for block in blocks for one in self._by_block.get(block, ()) if start <= one.start < end]

    def reports_in(self, start: int, end: int) -> Utterance | None:
        """The utterance whose verb stands in this stretch and whose words begin behind it."""
        here = self._by_block.get(self.document.block_at(start), ())
        return next((one for one in here if start <= one.act.start < end <= one.start), None)

    def narrates_in(self, start: int, end: int) -> bool:
        """Whether the stretch tells who did what (就...作了说明), with no words of their own."""
        here = self._by_block.get(self.document.block_at(start), ())
        return any(
            start <= one.label[0] < end
            and start <= one.act.start < end
            and not one.act.heads
            and one.rule == "subject-verb"
            for one in here
        )

    def _announced(self, place: int) -> Utterance | None:
        index = bisect_right(self._lists, (place, len(self.document.text), 0)) - 1
        if index < 0:
            return None
        low, high, number = self._lists[index]
        return self.said[number] if low <= place < high else None
