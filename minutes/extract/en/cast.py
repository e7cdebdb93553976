"""Everybody named in the report, and who is meant by a surname, a first name, initials, a nick or a title."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from archive.record import Person
from minutes.extract.en.names import PARTICLES, Named, is_name, split_role
from minutes.extract.en.words import Words
from minutes.extract.lazy import lazy

_WHOLE = r"\b(?:[A-Z][\w'-]*\.? ){{1,4}}{0}\b"  # of a surname: what stands before it
_INITIALS = lazy(r"[A-Z]{2,4}")
_PLAIN = frozenset({"councilor", "councillor", "councilmember", "cllr", "alderman"})  # what a mayor is too
_MAYORS = frozenset({"mayor", "deputy mayor", "mayor pro tem", "vice mayor"})
_PARTS = lazy(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


@dataclass(slots=True)
class Member:
    """One person; what is learned later fills the gaps."""

    name: str
    role: str | None = None
    organisation: str | None = None
    aliases: set[str] = field(default_factory=set)
    listed: str = ""  # present, absent, guests
    titled: bool = False

    @property
    def person(self) -> Person:
        """The person as a record holds them."""
        return Person(name=self.name, role=self.role, organisation=self.organisation)

    @property
    def parts(self) -> tuple[str, ...]:
        """The words of the name in lower case, full stops and capitals gone."""
        return parts_of(self.name)


@lru_cache(maxsize=4096)
def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case: j, roe of J.Roe."""
    return tuple(_PARTS.findall(name.lower()))


class Cast:
    """The members of one meeting's report."""

    def __init__(self, words: Words, text: str = "") -> None:
        self.words = words
        self.text = text  # of the report, in which full names are looked for
        self.members: list[Member] = []
        self.offices: dict[str, Member] = {}  # of labels: "Clerk: Mrs P. Roe"
        self._by_alias: dict[str, list[Member]] = {}
        self._by_part: dict[str, list[Member]] = {}
        self._firsts: dict[str, Member | None] = {}  # whom a first name alone means
        self._memo: dict[str, list[Member]] = {}  # of candidates, until somebody new comes

    def add(self, named: Named, listed: str = "") -> Member:
        """The member for `named`, known or new."""
        member = self.find(named.name, named.role) or self._by_first(named.name) or self._new(named.name)
        self.grow(member, named.name)
        mayor = (named.role or "").lower() in _MAYORS and (member.role or "").lower() in _PLAIN
        member.role = named.role if mayor else member.role or named.role
        member.organisation = member.organisation or named.organisation
        member.listed = member.listed or listed
        member.titled |= named.titled
        for alias in named.aliases:
            self.alias(member, alias)
        return member

    def _by_first(self, name: str) -> Member | None:
        """Who is listed by the first name of `name` alone: Una of Una Frost."""
        parts = parts_of(name)
        found = (
            [one for one in self._by_part.get(parts[0], []) if one.parts == parts[:1]]
            if len(parts) > 1
            else []
        )
        return found[0] if len(found) == 1 else None

    def alias(self, member: Member, alias: str) -> None:
        """Makes `member` known by initials, nick or handle."""
        member.aliases.add(alias)
        self._memo.clear()
        self._by_alias.setdefault(alias.lower(), []).append(member)

    def is_alias(self, text: str) -> bool:
        """Whether the report gives `text` as somebody's initials or handle; MR may be Mary Roe's."""
        known = text.isupper() and text.lower() in self._by_alias
        return known or (text.isupper() and self.words.is_honorific(text) and bool(self.candidates(text)))

    def by_first_name(self, word: str) -> Member | None:
        """Whom a first name or surname alone means: the only full name in the report that has it."""
        if word not in self._firsts:
            self._firsts[word] = self._first_named(word)
        return self._firsts[word]

    def _first_named(self, word: str) -> Member | None:
        if not re.fullmatch(r"[A-Z][a-z]{2,14}", word) or re.search(rf"\b{word.lower()}\b", self.text):
            return None
        pattern = rf"\b(?:{word} (?:[A-Z]\. )?[A-Z][\w'-]+|[A-Z][a-z'-]+ (?:[A-Z]\. )?{word})\b"
        runs = {tuple(one[0].split()) for one in re.finditer(pattern, self.text)}
        runs = {
            run for run in runs if not self.words.is_honorific(run[0]) and not self.words.is_title(run[0])
        }
        whole = next(iter(runs)) if len(runs) == 1 else ()
        role, _, _ = split_role(whole, self.words) if whole else (None, [], False)
        return self.add(Named(" ".join(whole))) if whole and not role and is_name(whole, self.words) else None

    @property
    def nicks(self) -> set[str]:
        """All nicks, initials and handles known, in lower case, and one-word names in small letters."""
        return {*self._by_alias, *(one.name for one in self.members if one.name.islower())}

    def _new(self, name: str) -> Member:
        member = Member(self._spelt_out(name))
        self.members.append(member)
        self._index(member)
        return member

    def _spelt_out(self, name: str) -> str:
        """The full name that the report gives elsewhere for a surname or for initial and surname, if it gives one alone."""
        words = name.split()
        small = [word for word in words[:-1] if word in PARTICLES]
        initial = len(words) == 2 and len(words[0].rstrip(".")) == 1  # noqa: PLR2004
        if not self.text or not words or not (initial or len(words) == len(small) + 1):
            return name
        surname = words[-1] if initial else name
        runs = (one[0].split() for one in re.finditer(_WHOLE.format(re.escape(surname)), self.text))
        names = (split_role(run, self.words)[1] for run in runs)
        found = {
            " ".join(one) for one in names if len(one) > len(surname.split()) and is_name(one, self.words)
        }
        whole = next(iter(found)) if len(found) == 1 else name
        return whole if not initial or whole.startswith(words[0][0]) else name

    def _index(self, member: Member) -> None:
        self._memo.clear()
        for part in member.parts:
            known = self._by_part.setdefault(part, [])
            if member not in known:
                known.append(member)

    def grow(self, member: Member, name: str) -> None:
        """Takes the fuller form of a name: Oscar Larch after Larch."""
        parts = parts_of(name)
        fuller = len(parts) > len(member.parts) == 1
        spelt = len(parts) > 1 and len(member.parts) > 1 and len(parts[0]) > len(member.parts[0]) == 1
        if fuller or spelt:
            member.name = name
            self._index(member)

    def find(self, name: str, role: str | None = None) -> Member | None:
        """The member meant by a full name, surname, first name, initials or nick; None if nobody or more than one."""
        found = self.candidates(name)
        if len(found) > 1 and role:
            found = [one for one in found if one.role and _core(role) in one.role.lower()] or found
        return found[0] if len(found) == 1 else None

    def candidates(self, name: str) -> list[Member]:
        """Everybody whom `name` could mean, by the strictest reading that gives anybody."""
        if name not in self._memo:
            self._memo[name] = self._candidates(name)
        return self._memo[name]

    def _candidates(self, name: str) -> list[Member]:
        parts = parts_of(name)
        known = self._by_alias.get(name.strip("_").lower(), [])
        if known or not parts:
            return _unique(known)
        if len(parts) > 1:
            return self._by_full_name(parts)
        return self._by_one_word(name, parts[0])

    def _by_full_name(self, parts: tuple[str, ...]) -> list[Member]:
        """J. Roe, Edith Crane, Anne Marie Reid: the surname the same, the first name or its initial too."""
        same = [one for one in self._by_part.get(parts[-1], []) if one.parts[-1] == parts[-1]]
        if exact := [one for one in same if one.parts == parts]:
            return exact
        alone = [one for one in same if len(one.parts) == 1]
        near = [one for one in same if len(one.parts) > 1 and self._first_alike(one.parts[0], parts[0])]
        if near or (joint := self._by_part.get(" ".join(parts))) is None:
            return near or alone
        return joint

    def _first_alike(self, one: str, other: str) -> bool:
        if len(one) == 1 or len(other) == 1:
            return one[0] == other[0]
        return self._long(one) == self._long(other) or _shortens(one, other) or _shortens(other, one)

    def _long(self, first: str) -> str:
        return self.words.nicknames.get(first, first)

    def _by_one_word(self, name: str, part: str) -> list[Member]:
        found = self._by_part.get(part, [])
        if surname := [one for one in found if one.parts[-1] == part]:
            return surname
        if first := [one for one in found if one.parts[0] == part]:
            return first
        return found or self._by_initials(name) or self._by_nick(part)

    def _by_initials(self, name: str) -> list[Member]:
        if not re.fullmatch(r"[A-Z]{2,4}|[A-Z](?:\.[A-Z]){1,3}\.?", name):
            return []
        letters = name.replace(".", "").lower()
        heads = [
            ("".join(part[0] for part in re.findall(r"\w+", one.name.lower())), one) for one in self.members
        ]
        heads = [
            (head, one) for head, one in heads if not any(_INITIALS.fullmatch(alias) for alias in one.aliases)
        ]
        exact = [one for head, one in heads if head == letters]
        return exact or [
            one
            for head, one in heads
            if len(head) > 1 and head[0] + head[-1] == letters[0] + letters[-1] == letters
        ]

    def _by_nick(self, part: str) -> list[Member]:
        """Mike for Michael; elarch for Edna Larch."""
        long = self._long(part)
        whole = [one for one in self.members if len(one.parts) > 1]
        found = [one for one in whole if self._long(one.parts[0]) == long]
        found = found or [one for one in whole if _shortens(part, one.parts[0])]
        return found or [one for one in self.members if len(one.parts) > 1 and part in _nicks(one.parts)]

    def holder(self, role: str) -> Member | None:
        """The one member who holds the office: the Clerk, the Headteacher."""
        wanted = _core(role)
        if wanted in self.offices:
            return self.offices[wanted]
        found = [one for one in self.members if one.role and _holds(one.role.lower(), wanted)]
        exact = [one for one in found if wanted in re.split(r",\s*", (one.role or "").lower())]
        chosen = (
            exact or found or [one for one in self.members if one.role and _short_form(one.role) == wanted]
        )
        return chosen[0] if len(chosen) == 1 else None


def _short_form(role: str) -> str:
    """The letters of an office: cao of Chief Administrative Officer."""
    return "".join(word[0] for word in role.rsplit(", ", maxsplit=1)[-1].split() if word[0].isupper()).lower()


def _holds(role: str, wanted: str) -> bool:
    if wanted in {"chair", "chairman", "chairwoman", "chairperson"}:
        return bool(re.search(r"(?:^|, )chair(?:man|woman|person)?\b", role))
    return bool(re.search(rf"(?<!vice )(?<!deputy )(?<!assistant )(?<!vice-)\b{re.escape(wanted)}\b", role))


def _shortens(short: str, first: str) -> bool:
    """Whether a first name is cut short: Kim of Kimberly, Deb of Deborah."""
    return len(short) > 2 and len(first) > len(short) + 1 and first.startswith(short)  # noqa: PLR2004


def _core(role: str) -> str:
    return role.lower().removeprefix("the ").strip(" .")


def _nicks(parts: tuple[str, ...]) -> set[str]:
    first, last = parts[0], parts[-1]
    return {first + last, first[0] + last, first + last[0], last + first[0], f"{first}{last}"}


def _unique(members: list[Member]) -> list[Member]:
    return list({id(one): one for one in members}.values())
