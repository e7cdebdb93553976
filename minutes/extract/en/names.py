"""Names of persons: what can be one, and lists of them with titles, honorifics, initials and remarks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from archive.record import Person, Span
from minutes.extract.en.words import MONTHS, WEEKDAYS, Words, grammar, singular
from minutes.extract.lazy import lazy

PARTICLES = grammar("particles")
STARTERS = grammar("starters")
LINKS = frozenset({"of", "for", "to", "and", "the", "&"})
_DAYS = frozenset({*MONTHS, *WEEKDAYS} - {"april", "may", "june", "august"})
WORD = lazy(r"[^\W_](?:[\w'.-]*[\w.])?|@[\w-]+")
_LEADING = frozenset(
    {
        "director",
        "manager",
        "head",
        "coordinator",
        "officer",
        "dean",
        "secretary",
        "advisor",
        "adviser",
        "vp",
        "svp",
    }
)
_NO_ROLE = lazy(r"\s-+\s|\b(?:about|from|with|by|regarding|before|after|who|which|is|was|has|have|will)\b")
POSTS = frozenset({"PMO", "CEO", "CFO", "COO", "CTO", "CIO", "CMO", "DBA", "SRE", "PRO", "SEN", "EHS", "HSE"})
_INITIALS = lazy(r"[A-Z][A-Za-z]{0,2}[A-Z]")
MOST = 5  # words of a name


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named, with what stands around the name."""

    name: str
    role: str | None = None
    organisation: str | None = None
    aliases: tuple[str, ...] = ()  # initials, nick, handle
    chairing: bool = False
    recording: bool = False
    late: bool = False
    absent: bool = False  # marked so within a list of those present
    span: Span | None = None
    titled: bool = field(default=False)  # with a title or honorific, so a person for sure

    @property
    def person(self) -> Person:
        """The person as a record holds them."""
        return Person(name=self.name, role=self.role, organisation=self.organisation)


def is_name_word(word: str) -> bool:
    """Whether the word can be part of a name: capitalised or an initial."""
    if not word[:1].isupper() or word.endswith("'s") or word.lower() in _DAYS:
        return False
    return word.isalpha() or not any(char.isdigit() for char in word)


def is_name(name: Sequence[str], words: Words) -> bool:
    """Whether these words can be a person's name: capitalised, no words of organisations, titles or roles."""
    if not 0 < len(name) <= MOST or not is_name_word(name[-1]):
        return False
    if _is_starter(name[0]) and not (name[0] == "A" and len(name) > 1):  # A Lund
        return False
    if any(not is_name_word(word) and word.lower() not in PARTICLES for word in name):
        return False
    if all(words.is_honorific(word) for word in name):
        return False
    return any(len(word.rstrip(".")) > 1 for word in name) and not _has_alien(name, words)


def _is_starter(word: str) -> bool:
    """Whether the word only opens a sentence; AS and IN may be initials."""
    return word.lower() in STARTERS and not (word.isupper() and len(word) == len("AS"))


def _has_alien(name: Sequence[str], words: Words) -> bool:
    """Whether a word names an organisation, place or thing; Park and Hall are surnames too, but Town Hall is none."""
    last = name[-1].lower()
    if last in words.organisation_surnames and (len(name) == 1 or name[0].lower() not in words.openers):
        name = name[:-1]
    return any(alien(word, words) for word in name)


def alien(word: str, words: Words) -> bool:
    """Whether the word names an organisation, a place or a thing."""
    low = word.lower()
    return low in words.organisations or (low.endswith("s") and low[:-1] in words.organisations)


def split_role(run: Sequence[str], words: Words) -> tuple[str | None, list[str], bool]:
    """Role, name and "titled" of words such as City Manager Otto Ashby, Dr. Edith Crane, Head of Maths Jane Doe."""
    at = max((place for place, word in enumerate(run[:-1]) if words.is_honorific(word)), default=-1)
    if at >= 0:
        before = [word for word in run[:at] if not words.is_honorific(word)]
        return _role(before), list(run[at + 1 :]), True
    cut = _end_of_role(run, words)
    return _role(run[:cut]), list(run[cut:]), cut > 0


def _role(run: Sequence[str]) -> str | None:
    return " ".join(run) if run else None


def _end_of_role(run: Sequence[str], words: Words) -> int:
    """Where the role at the start of `run` ends and the name begins; 0 without a role."""
    titles = [place for place, word in enumerate(run[:-1]) if words.is_title(word)]
    if not titles:
        opened = len(run) > 2 and run[0].lower() in words.openers  # noqa: PLR2004
        cut = max(2, len(run) - 2) if opened else 0
        return 0 if any(alien(word, words) for word in run[1:cut]) else cut
    last = titles[-1] + 1
    if run[last].lower() not in LINKS:
        return last
    after = len(run) - last - 1  # words of unit and name: Facilities Otto Corwin
    if after > 2:  # noqa: PLR2004
        return len(run) - 2
    return len(run) - 1 if after == 2 and alien(run[-2], words) else len(run)  # noqa: PLR2004


def is_role(text: str, words: Words) -> bool:
    """Whether the words are a role alone: Executive Director, Clerk to the Council, Head of Maths."""
    run = WORD.findall(text)
    if not run or len(run) > 8 or _has_infinitive(run) or _NO_ROLE.search(text):  # noqa: PLR2004
        return False
    if words.is_title(run[-1]):
        return len(run) == 1 or run[-1].lower() not in words.title_surnames or _opens_role(run[0], words)
    if (
        run[0].lower() in _LEADING
        and len(run) > 1
        and alien(run[-1], words)
        and all(one[:1].isupper() for one in run)
    ):
        return True  # Director Corporate Services
    links = [place for place, word in enumerate(run) if word.lower() in {"of", "for", "to", "in", "at"}]
    return bool(links) and links[0] > 0 and words.is_title(run[links[0] - 1])


def _has_infinitive(run: Sequence[str]) -> bool:
    """Whether a "to" opens a verb: Clerk to write; that of "Clerk to the Council" does not."""
    return any(
        word == "to" and after[:1].islower() and after not in {"the", "a", "an"}
        for word, after in pairwise(run)
    )


def _opens_role(word: str, words: Words) -> bool:
    return word.lower() in words.openers or word.lower() in words.organisations or words.is_title(word)


def is_plural(word: str, words: Words) -> bool:
    """Whether the word is a title for several: Councillors, Trustees, Cllrs."""
    low = word.lower().rstrip(".")
    return low.endswith(("s", "men", "women")) and low not in words.titles and singular(low) in words.titles


def is_initials(text: str, name: str) -> bool:
    """Whether `text` abbreviates `name`: HM for Hedda Marsh, MaT for Matt Thorn."""
    if not _INITIALS.fullmatch(text) or text in POSTS:
        return False
    heads = "".join(part[0] for part in re.split(r"[\s-]+", name) if part)
    return heads.lower().startswith(text[0].lower()) and text[-1].lower() in heads[1:].lower()
