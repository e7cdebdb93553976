"""People named without a title beside them: in lists behind labels, before a colon, before a verb of speech."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from minutes.extract.zh.bare import bare_names
from minutes.extract.zh.companies import companies
from minutes.extract.zh.document import MASK, Document
from minutes.extract.zh.label_words import KEYS
from minutes.extract.zh.labels import Label, Listed, listed
from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.names import Names, names_of
from minutes.extract.zh.people import Entry, Place, Register
from minutes.extract.zh.titles import Titles, titles_of
from minutes.extract.zh.units import unit_words

PEOPLE_LABELS = {"chair", "recorder", "present", "in_attendance", "absent"}
TURN = re.compile("([^,:;\u3002\u3001 \n]{2,8}):(?=.)")
TURNS = 3
# Surnames that are oftener a preposition or an auxiliary: behind 老师 or 代表 they begin no name.
FUNCTION = frozenset("和与及向由于从对为应都还任就在那有要能连同才但来到过上下后前")
NOT_BEFORE_SPEECH = frozenset("作做并说指表约座面洽恳漫")
OPEN = frozenset(f",;:\u3002!?\n\u201d{MASK} ")
KIND_OF_PERSON = re.compile(
    "(?:[员师者手民农商兵]|工人|老人|军人|[^一]家|学生|医生|户主|大[妈爷叔姐伯娘]|阿姨|[^市部局处科院]长)\\Z"
)
# 组织部李明远同志指出: the name stands before the form of address.
ADDRESSED = re.compile("(?:同志|先生|女士|同学)?\\Z")
NUMBERED = re.compile(
    "(?:(?<=[\n;\u3002])|\\A)(?:[一二三四五六七八九十]{1,3}\u3001|\\d{1,2}[.\u3001])\\Z|\\([一二三四五六七八九十\\d]{1,2}\\)\\Z"
)
PAIR = 2
CUT_TITLES = frozenset("总工董局")  # 王总, 李工


class Roster:
    """Enters people into the register before their mentions are looked for."""

    def __init__(self, document: Document, lexicon: Lexicon, register: Register) -> None:
        self.document, self.register = document, register
        self.flat = document.flat
        self.names: Names = names_of(lexicon)
        self.titles: Titles = titles_of(lexicon)
        self.lexicon = lexicon

    def from_labels(self, labels: Sequence[Label]) -> None:
        """Everybody in the lists behind 出席:, 主持人: and the like."""
        for label in labels:
            if label.key in PEOPLE_LABELS:
                for one in listed(self.document, label, self.names, self.titles):
                    self._enlist(one, label)

    def from_turns(self) -> None:
        """Names at the start of lines with a colon, where three lines or more begin so: a transcript."""
        found = [one for start in self.document.starts if (one := TURN.match(self.flat, start))]
        turns = [one for one in found if one[1] not in KEYS and self.names.is_name(one[1])]
        if len(turns) < TURNS or len({one[1] for one in turns}) == len(turns) > 2 * TURNS:
            return
        for one in turns:
            self._enter(one.span(1))

    def from_speech(self, title_ends: set[int]) -> None:
        """Names without a known title right before a verb of speech: 退休工人夏侯勇接着说, 何川指出."""
        adverbs = _adverbs(self.lexicon)
        for verb in _verbs(self.flat, self.lexicon):
            adverb = adverbs.search(self.flat, max(0, verb.start() - 8), verb.start())
            end = adverb.start() if adverb else verb.start()
            end -= len(found[0]) if (found := ADDRESSED.search(self.flat, max(0, end - 2), end)) else 0
            if end in title_ends or self.flat[end - 1 : end] in NOT_BEFORE_SPEECH:
                continue
            start = self._speaker_before(end)
            word = self.flat[start:end] if start is not None else ""
            cut = len(word) == PAIR and word[-1] in CUT_TITLES
            if start is not None and word not in self.register.entries and not cut:
                self._enter((start, end))

    def from_companies(self) -> None:
        """Lists of bare names before a verb of attending, and the bare name of who chairs."""
        for place in companies(self.flat, self.names):
            if self.flat[slice(*place)] not in self.register.entries:
                self._enter(place)

    def from_bare_names(self) -> None:
        """Names without a title before 就...作了部署."""
        for place in bare_names(self.flat, self.names):
            if not any(self.flat[slice(*place)].startswith(known) for known in self.register.entries):
                self._enter(place)

    def _enlist(self, one: Listed, label: Label) -> None:
        place = self.document.text.find(one.name, label.start, label.end)
        if place < 0:
            return
        role = self.document.text.find(one.role, label.start, label.end) if one.role else -1
        roles = [(role, role + len(one.role))] if one.role and role >= 0 else []
        self._enter((place, place + len(one.name)), roles)

    def _enter(self, name: Place, roles: Sequence[Place] = ()) -> None:
        word = self.document.text[slice(*name)]
        entry = Entry(word, self.document.name(*name), name)
        entry.roles += [(self.document.name(*role), role) for role in roles]
        self.register.add(entry, word[: max(1, self.names.family(word, 0))])

    def _speaker_before(self, place: int) -> int | None:
        """The start of a name that ends here, behind a clause's beginning, a unit or a word for a kind of person."""
        dotted = self.names.dotted_before(self.flat, place)
        if dotted is not None and self.names.after(self.flat, dotted) == place:
            return dotted
        for start in (place - 3, place - 4, place - 2):
            word = self.flat[max(0, start) : place]
            if start >= 0 and word[0] not in FUNCTION and self.names.is_name(word) and self._led(start, word):
                return start
        return None

    def _led(self, start: int, word: str) -> bool:
        wordlike = word[0] in self.names.wordlike
        if _unit_lead(self.lexicon).search(self.flat, max(0, start - 3), start):
            return len(word) > PAIR or not wordlike
        if wordlike:
            return bool(KIND_OF_PERSON.search(self.flat, max(0, start - 2), start))
        first = start == 0 or self.flat[start - 1] in OPEN
        first = first or bool(NUMBERED.search(self.flat, max(0, start - 5), start))
        return first or bool(KIND_OF_PERSON.search(self.flat, max(0, start - 2), start))


def _verbs(flat: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """All verbs of speech; only where one of their first characters stands is the pattern tried (3 x faster)."""
    verb, place = _speech(lexicon), 0
    for first in _first_of_speech(lexicon).finditer(flat):
        if first.start() >= place and (found := verb.match(flat, first.start())):
            yield found
            place = found.end()


@cache
def _first_of_speech(lexicon: Lexicon) -> re.Pattern[str]:
    words = (*lexicon.words("acts.say"), *lexicon.words("acts.tell"), "主持")
    return re.compile(f"[{re.escape(''.join(sorted({word[0] for word in words})))}]")


@cache
def _speech(lexicon: Lexicon) -> re.Pattern[str]:
    """Verbs that follow a speaker's name at once: words follow them, or 了."""
    say, tell = lexicon.any("acts.say"), lexicon.any("acts.tell")
    return re.compile(
        f"(?:{say}(?=[,:\u201c要\u300a]|了)|{tell}(?=了|说|道|[^,;。]{{2,}}))|主持(?:召开)?(?:会议|了|座谈)"
    )


@cache
def _adverbs(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"(?:{lexicon.any('acts.adverb')}){{1,2}}\\Z")


@cache
def _unit_lead(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"{unit_words(lexicon)}\\Z")
