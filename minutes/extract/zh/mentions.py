"""Mentions of people in the text: names with titles before or after, lists under one title, surnames with a title."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from minutes.extract.zh.document import Document
from minutes.extract.zh.labels import Label
from minutes.extract.zh.lexicon import Lexicon
from minutes.extract.zh.mention import Mention, Mentions
from minutes.extract.zh.names import Names, names_of
from minutes.extract.zh.parted import FU, REMARK, below, given_end, is_no_name, is_traditional, parted_entry
from minutes.extract.zh.people import TOO_WEAK, Entry, Place
from minutes.extract.zh.roster import FUNCTION, Roster
from minutes.extract.zh.short import short_titles
from minutes.extract.zh.titles import Title, Titles, titles_of

COUNTED = re.compile("(?:[二两三四五六七八九十几]|\\d)位\\Z")
JOINT = re.compile("\u3001|和|与|及|以及")
JOINT_END = re.compile("(?:\u3001|和|与|及|以及)\\Z")
PLURAL = re.compile("各|全体|有关|相关|所有|每[个位]|部分|其他|多位|广大")
AND = frozenset("和与及")


class Finder:
    """Finds the mentions of a document."""

    def __init__(self, document: Document, lexicon: Lexicon, labels: Sequence[Label] = ()) -> None:
        self.document = document
        self.flat = document.flat
        self.names: Names = names_of(lexicon)
        self.reader: Titles = titles_of(lexicon)
        self.titles = self.reader.find(self.flat)
        self.title_ends = {title.end: title for title in self.titles}
        self.title_starts = {place for title in self.titles for place in (title.start, title.core)}
        self.honorific = re.compile(lexicon.any("titles.honorific"))
        self.mentions = Mentions()
        self.taken: list[Place] = []
        self.covered = 0
        self.labels = labels
        self.traditional = is_traditional(document)
        self.roster = Roster(document, lexicon, self.mentions.register)
        self.cores = [title.core for title in self.titles]

    def run(self) -> Mentions:
        """Full names first, so that a surname with a title finds its owner wherever it stands."""
        self.roster.from_labels(self.labels)
        self.roster.from_turns()
        left = [title for title in self.titles if not self._named(title)]
        self.roster.from_speech(set(self.title_ends))
        self.roster.from_bare_names()
        self.roster.from_companies()
        self._bare_names()
        inside = {place for start, end in self.taken for place in range(start, end)}
        for title in left:
            if title.core not in inside:
                self._surname_or_office(title)
        short = short_titles(self.flat, self.names, self.mentions.register)
        self.mentions.found += [one for one in short if one.start not in inside]
        self.mentions.index()
        return self.mentions

    # full names

    def _named(self, title: Title) -> bool:
        if title.core < self.covered or self._stands_for(title) or self._parted(title):
            return True
        group = self._bracketed(title) or self._names_before(title)
        if group:
            self._glued(title, group)
            return True
        if (end := self._name_after(title)) and not self._hides_title(title.end, end):
            self._titled(title, end)
            return True
        if name := below(self.flat, title, self.names):
            unit = self.reader.unit(self.flat, title.start, title.core)
            self._add(name, (title.start, title.end), unit, name)
        return bool(name)

    def _parted(self, title: Title) -> bool:
        """陳主任志明: surname, title and given name in turn."""
        size = self._family_before(title.core) if self.traditional else 0
        end = given_end(self.flat, title.end, self.names) if size else None
        if not end:
            return False
        start = title.core - size
        entry = parted_entry(self.document, (start, title.core, title.end, end))
        known = self.mentions.register.add(entry, self.flat[start : title.core])
        self._take(Mention(start, end, known, name_start=start, name_end=end))
        self.covered = end
        return True

    def _name_after(self, title: Title) -> int | None:
        """The end of the name behind a title; a plural title has none, a weak one none that reads as a word."""
        if PLURAL.match(self.flat, title.start):
            return None
        ends = (title.end + size for size in (4, 3, 2) if title.end + size <= len(self.flat))
        known = (end for end in ends if self.flat[title.end : end] in self.mentions.register.entries)
        if end := next(known, None):
            return end
        if self._has_surname(title) or (
            self.flat[title.end : title.end + 1] in FUNCTION and self._family_before(title.core)
        ):
            return None
        weak = self.flat[title.core : title.end] in TOO_WEAK
        if weak and self.flat[title.end : title.end + 1] in FUNCTION:
            return None
        found = self.names.after(self.flat, title.end)
        doubtful = self.names.wordlike if weak else AND
        behind = self.names.acts if weak else self.names.speaks
        if found and self.flat[title.end] in doubtful and not behind(self.flat, found):
            return None
        return found if found or weak else self.names.guessed(self.flat, title.end)

    def _hides_title(self, start: int, end: int) -> bool:
        """Whether what looks like a name begins a unit or a title: 副主任、党委书记."""
        index = bisect_left(self.cores, start)
        return index < len(self.cores) and self.cores[index] == start < end

    def _names_before(self, title: Title) -> list[Place]:
        place = title.core
        if counted := COUNTED.search(self.flat, max(0, place - 3), place):
            return list(self._list_before(counted.start()))
        start = self.names.before(self.flat, place)
        if start is None or start < self.covered or is_no_name(self.flat, start, title, self.names):
            return []
        return [(start, place)]

    def _stands_for(self, title: Title) -> bool:
        """秦静代表工会发言: behind a name 代表 is a verb unless another follows."""
        if self.flat[title.core : title.end] != "代表" or self.names.speaks(self.flat, title.end):
            return False
        return title.core == self.covered or self.names.before(self.flat, title.core) is not None

    def _list_before(self, place: int) -> Iterator[Place]:
        start = self.names.before(self.flat, place)
        while start is not None and start >= self.covered:
            yield start, place
            joint = JOINT_END.search(self.flat, max(0, start - 2), start)
            if not joint:
                return
            place = joint.start()
            start = self.names.before(self.flat, place)

    def _bracketed(self, title: Title) -> list[Place]:
        opening = self.flat.rfind("(", max(0, title.core - 16), title.core)
        if (
            opening < 0
            or ")" in self.flat[opening : title.core]
            or self.flat[title.end : title.end + 1] != ")"
        ):
            return []
        start = self.names.before(self.flat, opening)
        return [] if start is None or start < self.covered else [(start, opening)]

    def _glued(self, title: Title, group: list[Place]) -> None:
        """教务处李明远副处长; 王静、周亮二位副处长; 钱文(内科主任)."""
        first = min(start for start, _ in group)
        bracket = self.flat[title.end : title.end + 1] == ")" and group[0][1] < title.core
        phrase = self.reader.phrase_start(self.flat, first)
        role = (title.start if bracket and title.start > first else title.core, title.end)
        unit = self.reader.unit(self.flat, phrase, first)
        end = self._trail(title.end + bracket)
        for start, stop in sorted(group):
            self._add(
                (start, stop),
                role,
                unit,
                (phrase if start == first else start, end if stop >= title.core - 3 or bracket else stop),
            )
        self.covered = end
        self._more(end, None, None)

    def _titled(self, title: Title, end: int) -> None:
        """市委副书记、市长何川; one title may govern a list."""
        start = self._chain_start(title)
        role = (start, title.end)
        unit = self.reader.unit(self.flat, title.start, title.core)
        stop = self._trail(end)
        self._add((title.end, end), role, unit, (start, stop))
        self.covered = stop
        self._more(stop, role, unit)

    def _chain_start(self, title: Title) -> int:
        start = title.start
        while start and self.flat[start - 1] in "\u3001兼" and (before := self.title_ends.get(start - 1)):
            if (
                before.core < self.covered
                or PLURAL.match(self.flat, before.start)
                or self._has_surname(before)
            ):
                break
            start = before.start
        return start

    def _has_surname(self, title: Title) -> bool:
        """Whether a surname stands before the title, so that it is another person's: 程主任、大队辅导员刘老师."""
        size = self._family_before(title.core)
        return size > 0 and self.flat[title.core - size : title.core] not in self.names.wordlike

    def _trail(self, place: int) -> int:
        """Behind the second title or the honorific after a name: 李明远研究员, 秦静同志."""
        if found := self.honorific.match(self.flat, place) or REMARK.match(self.flat, place):
            return found.end()
        found = self.reader.pattern.match(self.flat, place)
        verb = found and found.group() == "代表" and not self.names.speaks(self.flat, found.end())
        if found and not verb and not self.names.after(self.flat, found.end()):
            return found.end()
        return place

    def _more(self, place: int, role: Place | None, unit: Place | None) -> None:
        """The names that go on after the first under its title."""
        while joint := JOINT.match(self.flat, place):
            start = joint.end()
            if start in self.title_starts or not (end := self.names.after(self.flat, start)):
                return
            if self.reader.pattern.match(self.flat, end) or self.flat[end : end + 1] == "(":
                return
            place = self._trail(end)
            self._add((start, end), role, unit, (start, place))
            self.covered = place

    def _add(self, name: Place, role: Place | None, unit: Place | None, whole: Place) -> None:
        word = self.flat[slice(*name)]
        family = word[: max(1, self.names.family(word, 0))]
        entry = Entry(word, self.document.name(*name), name)
        if role:
            entry.roles.append((self.document.name(*role), role))
        entry.organisation = self.document.name(*unit) if unit else None
        known = self.mentions.register.add(entry, family)
        self._take(Mention(*whole, known, name_start=name[0], name_end=name[1]))

    def _take(self, mention: Mention) -> None:
        self.mentions.found.append(mention)
        self.taken.append((mention.start, mention.end))

    # the rest

    def _bare_names(self) -> None:
        names = self.mentions.register.entries
        if not names:
            return
        pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
        taken = sorted(self.taken)
        starts = [start for start, _ in taken]
        for found in pattern.finditer(self.flat):
            number = bisect_left(starts, found.end()) - 1
            if number < 0 or taken[number][1] <= found.start():
                end = self._trail(found.end())
                known, (start, stop) = names[found.group()], found.span()
                self._take(Mention(start, end, known, name_start=start, name_end=stop))

    def _surname_or_office(self, title: Title) -> None:
        if alias := self._alias(title):
            start, family, word = alias
            entry = self.mentions.register.resolve(family, word)
            self._take(Mention(start, title.end, entry, word, family, start, title.end))
        else:
            word = self.flat[title.core : title.end]
            entry = self.mentions.register.holder(word) if title.start == title.core else None
            self._take(Mention(title.start, title.end, entry, word))

    def _alias(self, title: Title) -> tuple[int, str, str] | None:
        """Start, surname and title of 张书记, 欧阳主任, 郭付校长 (付 written for 副)."""
        word = self.flat[title.core : title.end]
        place = title.core
        if self.flat[place - 1 : place] == FU and self._family_before(place - 1):
            word, place = "副" + word, place - 1
        size = self._family_before(place)
        family = self.flat[place - size : place]
        if not size or (family in self.names.wordlike and family not in self.mentions.register.family):
            return None
        return place - size, family, word

    def _family_before(self, place: int) -> int:
        for size in (2, 1):
            start = place - size
            if (
                start >= 0
                and self.names.family(self.flat, start) == size
                and self._leads_surname(start, size)
            ):
                return size
        return 0

    def _leads_surname(self, start: int, size: int) -> bool:
        pair = self.flat[start : start + 2]
        return self.names.leads(self.flat, start) and (size == 2 or pair not in self.names.never)  # noqa: PLR2004


def find_mentions(document: Document, lexicon: Lexicon, labels: Sequence[Label] = ()) -> Mentions:
    """All mentions of people in the document's flat text; lists behind labels name people too."""
    return Finder(document, lexicon, labels).run()
