"""Where a person's name ends and begins: after a title, before a title, in a list."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from minutes.extract.view import HAN
from minutes.extract.zh.edges import (
    AFTER,
    AND_AFTER,
    BEFORE,
    CONJUNCTIONS,
    JOINING_ENDS,
    OPENING,
    PREPOSITIONS,
    SPEECH_ENDS,
    SPLIT,
    STOP,
    UNIT_ENDS,
)
from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.words import Words, words_of

DOT = "\u00b7\u2022\u2027\u2219\u30fb\uff65"
LONGEST_NAME = 24
COUNTED = 50_000  # characters in which other occurrences are counted, so that time stays in step with length


PAIR = 2


class Names(Struct, frozen=True):
    """Reads names in folded text, by surnames and by what may stand around a name."""

    surnames: frozenset[str]
    wordlike: frozenset[str]
    compound: frozenset[str]
    never: frozenset[str]
    adverbial: frozenset[str]
    nounlike: frozenset[str]
    titles: frozenset[str]  # 刘老师 is a surname and a title
    ungiven: frozenset[str]
    follow: Words
    follow_too: Words  # where none of `follow` does
    verb: Words
    lead: Words
    unit_end: Words  # of two characters and more: 政协, 中心
    foreign: re.Pattern[str]

    def after(self, text: str, place: int) -> int | None:
        """The end of the name that begins at `place`, or None."""
        if dotted := self._dotted(text, place):
            return dotted
        ends = [end for end in self._ends(text, place) if self.follows(text, end)]
        if len(ends) > 1:
            return self._choose(text, place, *ends)
        return ends[0] if ends else self._foreign(text, place)

    def guessed(self, text: str, place: int) -> int | None:
        """The end of a name behind a title where no known word follows: by the other occurrences, else three characters."""
        if text[place : place + 1] in self.wordlike:
            return None
        if text[place : place + 2] in self.never:
            return None
        ends = list(self._ends(text, place))
        often = [end for end in reversed(ends) if text.count(text[place:end], 0, COUNTED) > 1]
        return next(iter(often or reversed(ends)), None)

    def before(self, text: str, place: int) -> int | None:
        """The start of the full name that ends at `place`, or None."""
        if (found := self.dotted_before(text, place)) is not None:
            return found
        starts = [
            start for start in range(max(0, place - 4), place - 1) if self._before_title(text, start, place)
        ]
        if starts and self.unit_end.before(text, place, 6):
            return None
        found = next((start for start in starts if self.leads(text, start)), None)
        return found if found is None else self._without_conjunction(text, found, place)

    def _before_title(self, text: str, start: int, place: int) -> bool:
        """黄河 is no name before a verb, but in 黄河副校长 it is."""
        if place - start > PAIR and text[place - 1] in AND_AFTER and self._is_name(text, start, place - 1):
            return False
        return self._is_name(text, start, place, strict=text[start:place] not in self.nounlike)

    def _without_conjunction(self, text: str, start: int, place: int) -> int | None:
        """党委和陈伟校长: what follows 和 is the name, unless the sentence begins with it (和文书记)."""
        opens = start == 0 or text[start - 1] in STOP
        if text[start] not in CONJUNCTIONS or (opens and text[start] not in PREPOSITIONS):
            return start
        if self._is_name(text, start + 1, place):
            return start + 1
        return None if text[start] in "和与及由对" or text[start + 1] in self.surnames else start

    def acts(self, text: str, place: int) -> bool:
        """Whether a verb of speech stands at `place`, or a colon, or what joins another name."""
        return text[place : place + 1] in {":", "\u3001"} or bool(self.verb.end_at(text, place))

    def leads(self, text: str, place: int) -> bool:
        """Whether a name may begin here by what stands before."""
        if place == 0 or text[place - 1] in STOP:
            return True
        return text[place - 1 : place + 1] not in SPLIT and self.lead.before(text, place, 5)

    def follows(self, text: str, place: int) -> int:
        """The end of what may follow a name, if it stands at `place`; 0 otherwise. At the text's end 1."""
        if place >= len(text):
            return place or 1
        if text[place] in STOP:
            return place + 1
        more = text[place].isdecimal() and place + 1
        return self.follow.end_at(text, place) or self.follow_too.end_at(text, place) or more or 0

    def speaks(self, text: str, place: int) -> bool:
        """Whether a verb of speech, or nothing more, stands at `place`."""
        return place >= len(text) or text[place] in STOP or bool(self.verb.end_at(text, place))

    def is_name(self, word: str, *, strict: bool = True) -> bool:
        """Whether the word as a whole can be a full name; in a list of names (not `strict`) even one that reads as a word."""
        if DOTS.search(word):
            return all(re.fullmatch(f"{HAN}{{1,7}}", part) for part in DOTS.split(word))
        return self._is_name(word, 0, len(word), strict=strict) or bool(self.foreign.fullmatch(word))

    def family(self, text: str, place: int) -> int:
        """The length of the surname at `place`; 0 where there is none."""
        if text[place : place + 2] in self.compound:
            return 2
        return int(text[place : place + 1] in self.surnames)

    def _ends(self, text: str, place: int) -> Iterator[int]:
        family = self.family(text, place)
        if text[place + family : place + family + 2] in self.titles:
            return
        for given in (1, 2):
            end = place + family + given
            noun = self._reads_as_noun(text, place, end) or text[place:end] in self.nounlike
            strict = given == 1 and not noun
            if family and end <= len(text) and self._is_name(text, place, end, strict=strict):
                yield end
        if family == 2 and self._is_single(text, place):  # noqa: PLR2004
            yield place + 2

    def _reads_as_noun(self, text: str, place: int, end: int) -> bool:
        """病案室主任阳光汇报了: between a title and a verb a noun can only be a name, an adverb need not."""
        return (
            text[place:end] not in self.adverbial
            and self.speaks(text, end)
            and text[end : end + 1] not in STOP
        )

    def _is_single(self, text: str, place: int) -> bool:
        return text[place] in self.surnames and text[place : place + 2] not in self.never

    def _is_name(self, text: str, start: int, end: int, *, strict: bool = True) -> bool:
        """Whether these characters can be a name; only where a known word follows may it begin like a word (高清三)."""
        family = self.family(text, start)
        given = text[start + family : end]
        return (
            family > 0
            and 1 <= len(given) <= 2  # noqa: PLR2004
            and not (strict and family == 1 and text[start : start + 2] in self.never)
            and given[-1] not in UNIT_ENDS
            and given not in self.titles
            and all("\u3400" <= char <= "\U0003ffff" and char not in self.ungiven for char in given)
        )

    def _choose(self, text: str, place: int, short: int, long: int, *_: int) -> int:
        """Of two possible ends the likelier, by the other occurrences in the text, then by the last character."""
        longer, shorter = text.count(text[place:long], 0, COUNTED), text.count(text[place:short], 0, COUNTED)
        if longer > 1 or shorter > longer:
            return short if shorter > longer else long
        if text[short] in JOINING_ENDS:
            if text[long : long + 1] in OPENING:
                return short  # 王静以“深化改革”为题
            return long if self.speaks(text, long) and text[long : long + 1] != "\u300a" else short
        wide = self.follows(text, short)
        return short if text[short] in SPEECH_ENDS or (wide and wide - short > 1) else long

    def _dotted(self, text: str, place: int) -> int | None:
        found = _DOTTED.match(text, place)
        if not found:
            return None
        first = found.end(1)
        return next((end for end in range(first + 1, found.end() + 1) if self.follows(text, end)), None)

    def dotted_before(self, text: str, place: int) -> int | None:
        """The start of the name with dots in it that ends at `place`."""
        low = max(0, place - LONGEST_NAME)
        found = DOTS.search(text, low, place) and _DOTTED_END.search(text, low, place)
        if not found:
            return None
        starts = range(found.start(), found.end(1))
        return next((start for start in starts if self.leads(text, start)), found.start())

    def _foreign(self, text: str, place: int) -> int | None:
        found = self.foreign.match(text, place)
        if not found or len(found.group()) < 2:  # noqa: PLR2004
            return None
        ends = range(found.end(), place + 1, -1)
        return next((end for end in ends if self.follows(text, end)), None)


DOTS = re.compile(f"[{DOT}]")
_DOTTED = re.compile(f"({HAN}{{1,7}}[{DOT}])(?:{HAN}{{1,7}}[{DOT}]){{0,2}}{HAN}{{1,7}}")
_DOTTED_END = re.compile(f"({HAN}{{1,7}})(?:[{DOT}]{HAN}{{1,7}}){{1,3}}\\Z")


def _all(lexicon: Lexicon, *names: str) -> list[str]:
    return [word for name in names for word in lexicon.words(name)]


@cache
def names_of(lexicon: Lexicon) -> Names:
    """The reader of names for this lexicon."""
    words = _all(
        lexicon,
        "acts.say",
        "acts.tell",
        "acts.adverb",
        "acts.attend",
        "titles.honorific",
        "titles.core",
        "titles.prefix",
    )
    acts = (*lexicon.words("acts.say"), *lexicon.words("acts.tell"), *lexicon.words("acts.adverb"))
    verbs = _all(lexicon, "acts.say", "acts.tell", "acts.attend")
    props = (word for word in lexicon.words("acts.adposition") if "." not in word)
    leads = _all(lexicon, "acts.convey", "acts.tell", "units.tail", "titles.core", "titles.honorific")
    return Names(
        surnames=lexicon.characters("names.surnames"),
        wordlike=lexicon.characters("names.wordlike"),
        compound=frozenset(lexicon.words("names.compound")),
        never=frozenset((*lexicon.words("names.never"), *(word for word in acts if len(word) == 2))),  # noqa: PLR2004
        titles=frozenset((*lexicon.words("titles.core"), "同志", "先生", "女士", "同学", "小姐")),
        adverbial=frozenset((*lexicon.words("names.adverbial"), *lexicon.words("acts.adverb"))),
        nounlike=frozenset(lexicon.words("names.nounlike")),
        ungiven=lexicon.characters("names.ungiven"),
        follow=words_of(words),
        follow_too=words_of((*props, *AFTER)),
        verb=words_of((*verbs, "主持", "作", "做", "同志", "讲话")),
        lead=words_of((*leads, *BEFORE)),
        unit_end=words_of(word for word in lexicon.words("units.tail") if len(word) > 1),
        foreign=re.compile(f"[{''.join(sorted(lexicon.characters('names.foreign')))}]{{2,5}}"),
    )
