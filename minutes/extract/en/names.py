"""Names of persons: what can be one, and lists of them with titles, honorifics, initials and remarks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from archive.record import Person, Span
from minutes.extract.en.passages import Passage
from minutes.extract.en.words import MONTHS, WEEKDAYS, Words, singular

PARTICLES = frozenset(
    "van von de der den da di del della la le du dos das bin ibn al el ter ten af av y zu bint ap".split()
)
LINKS = frozenset({"of", "for", "to", "and", "the", "&"})
_DAYS = frozenset({*MONTHS, *WEEKDAYS} - {"april", "may", "june", "august"})
_BREAK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[,;|\u2022\n\t]|\s(?:and|&)\s(?=\S)|\.(?:\s|$)")
_BRACKET = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_WORD = re.compile(r"[^\W_](?:[\w'.-]*[\w.])?|@[\w-]+")
_REMARK = re.compile(
    r"\b(?:arriv\w*|left|leaving|join\w*|late|until|till|from|via|by|phone|remote\w*|online|virtual\w*|zoom|teams|proxy|alternate|voting|non-voting|departed|exited|in person|excused|"
    r"absent|present|he|him|she|her|hers|they|them|\d|items?|apologies|part|partial|only|quorum|connected|video|teleconference)\b",
    re.IGNORECASE,
)
_CHAIRING = re.compile(
    r"\b(?:chair(?:man|woman|person|ing|ed)?|presiding|in the chair|moderat(?:or|ing)|facilitat(?:or|ing))\b",
    re.IGNORECASE,
)
_VICE = re.compile(r"\b(?:vice|deputy|co-?chair|past|former|ex|elect)\b", re.IGNORECASE)
_RECORDING = re.compile(
    r"\b(?:minutes?|minute[- ]taker|minuting|minute secretary|scribe|scribing|note[- ]?taker|notes|recorder|recording(?: secretary)?|taking (?:the )?(?:minutes|notes))\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]")
_MOST = 5  # words of a name


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
    span: Span | None = None
    titled: bool = field(default=False)  # with a title or honorific, so a person for sure

    @property
    def person(self) -> Person:
        """The person as a record holds them."""
        return Person(name=self.name, role=self.role, organisation=self.organisation)


def is_name_word(word: str) -> bool:
    """Whether the word can be part of a name: capitalised or an initial."""
    return word[:1].isupper() and word.lower() not in _DAYS and not any(char.isdigit() for char in word)


def is_name(name: Sequence[str], words: Words) -> bool:
    """Whether these words can be a person's name: capitalised, no words of organisations, titles or roles."""
    if not 0 < len(name) <= _MOST or not is_name_word(name[-1]) or name[0].lower() == "the":
        return False
    if any(not is_name_word(word) and word.lower() not in PARTICLES for word in name):
        return False
    return any(len(word.rstrip(".")) > 1 for word in name) and not _has_alien(name, words)


def _has_alien(name: Sequence[str], words: Words) -> bool:
    """Whether a word names an organisation, place or thing; Park and Hall are surnames too, but Town Hall is none."""
    last = name[-1].lower()
    if last in words.organisation_surnames and (len(name) == 1 or name[0].lower() not in words.openers):
        name = name[:-1]
    return any(_alien(word, words) for word in name)


def _alien(word: str, words: Words) -> bool:
    low = word.lower()
    return low in words.organisations or (low.endswith("s") and low[:-1] in words.organisations)


def split_role(run: Sequence[str], words: Words) -> tuple[str | None, list[str], bool]:
    """Role, name and "titled" of words such as City Manager Gordon Pike, Dr. Vivian Stroud, Head of Maths Jane Doe."""
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
        return max(2, len(run) - 2) if opened else 0
    last = titles[-1] + 1
    if run[last].lower() not in LINKS:
        return last
    after = len(run) - last - 1  # words of unit and name: Facilities Curtis Beal
    if after > 2:  # noqa: PLR2004
        return len(run) - 2
    return len(run) - 1 if after == 2 and _alien(run[-2], words) else len(run)  # noqa: PLR2004


def is_role(text: str, words: Words) -> bool:
    """Whether the words are a role alone: Executive Director, Clerk to the Council, Head of Maths."""
    run = _WORD.findall(text)
    if not run or len(run) > 8:  # noqa: PLR2004
        return False
    if words.is_title(run[-1]):
        return len(run) == 1 or run[-1].lower() not in words.title_surnames or _opens_role(run[0], words)
    links = [place for place, word in enumerate(run) if word.lower() in {"of", "for", "to"}]
    return bool(links) and links[0] > 0 and words.is_title(run[links[0] - 1])


def _opens_role(word: str, words: Words) -> bool:
    return word.lower() in words.openers or word.lower() in words.organisations or words.is_title(word)


def people_in(passage: Passage, start: int, end: int, words: Words) -> list[Named]:
    """The persons that a list names, in order: parted by commas, semicolons, "and" or lines."""
    found: list[Named] = []
    shared: str | None = None
    mixed = ", " in passage.text[start:end]
    for first, last in _items(passage.text, start, end):
        if mixed and passage.text[:first].rstrip().endswith(";"):
            shared = None
        named, shared = _read(passage, first, last, shared, words)
        if named:
            found.append(named)
        elif found:
            _attach(found, passage.words(first, last), words)
    return found


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each item of a list; brackets stay with the item before them."""
    first = start
    for match in _BREAK.finditer(text, start, end):
        if match[0][0] in "([" or (match[0][0] == "." and not _stops(text, match.start())):
            continue
        if text[first : match.start()].strip():
            yield first, match.start()
        first = match.end()
    if text[first:end].strip():
        yield first, end


def _stops(text: str, at: int) -> bool:
    """Whether the full stop at `at` ends a sentence; that of "Mr." and "J." does not."""
    word = re.split(r"[\s(,;.]", text[max(0, at - 9) : at])[-1]
    return len(word) > 1 and word.lower() not in {
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "revd",
        "cllr",
        "cllrs",
        "hon",
        "st",
        "fr",
        "jr",
        "sr",
        "messrs",
    }


def _read(
    passage: Passage, first: int, last: int, shared: str | None, words: Words
) -> tuple[Named | None, str | None]:
    """The person of one item, and the title that the following items share."""
    text = passage.text[first:last]
    core = text[: cut.start()] if (cut := _BRACKET.search(text)) else text
    if prefix := re.match(r"\s*([A-Za-z' -]{2,40}): ", core):
        core, shared = core[prefix.end() :], _prefix_role(prefix[1], words)
    core, tail = _dashed(core)
    run = _leading_words(core)
    role, name, titled = split_role(run, words)
    if not is_name(name, words) or _only_role(name, titled, words):
        return None, shared
    role, shared = _shared(role, shared, words)
    place = passage.span(
        first + text.find(name[0]), first + text.rfind(name[-1], 0, len(text) - len(tail)) + len(name[-1])
    )
    named = Named(" ".join(name), role, titled=titled, span=place)
    for bracket in _BRACKET.finditer(text):
        for piece in re.split(r"[,;/]", bracket[1] or bracket[2] or ""):
            named = _with_bracket(named, piece.strip(), words)
    return (_with_tail(named, tail, words) if tail else named), shared


def _only_role(name: Sequence[str], titled: bool, words: Words) -> bool:
    """Whether what looks like a name is the end of a role: Executive Director."""
    last = name[-1].lower()
    return (words.is_title(last) and last not in words.title_surnames) or (
        not titled and is_role(" ".join(name), words)
    )


def _prefix_role(prefix: str, words: Words) -> str | None:
    """The role that a prefix gives: Chair: Jane Doe; Senators: Noll, Park."""
    text = prefix.strip()
    return text if is_role(text, words) else None


def _shared(role: str | None, shared: str | None, words: Words) -> tuple[str | None, str | None]:
    """The item's own role, and the one that goes on: of Trustees Lee and Kim, both are Trustee."""
    given = role or shared
    if given is None:
        return None, None
    last = given.split()[-1]
    if not is_plural(last, words):
        return (role, None) if role else (shared, shared)
    return given[: -len(last)] + singular(last.rstrip(".")), given if role else shared


def is_plural(word: str, words: Words) -> bool:
    """Whether the word is a title for several: Councillors, Trustees, Cllrs."""
    low = word.lower().rstrip(".")
    return low.endswith(("s", "men", "women")) and low not in words.titles and singular(low) in words.titles


def _dashed(core: str) -> tuple[str, str]:
    """An item cut at the dash, colon or slash that parts name and role: Jane Doe - Treasurer."""
    found = re.search(r"\s-+\s|\s?:\s|\s/\s|, ", core)
    return (core[: found.start()], core[found.end() :].strip()) if found else (core, "")


def _leading_words(core: str) -> list[str]:
    """The words of an item up to the first that cannot belong to title or name (arrived, from ...)."""
    run: list[str] = []
    for word in _WORD.findall(core):
        if not (word[0].isupper() or word.lower() in PARTICLES or (word.lower() in LINKS and run)):
            if run or word.lower() not in {"the", "and", "from", "by", "also"}:
                break
            continue
        run.append(word if not word.endswith(".") or len(word) <= 2 or "." in word[:-1] else word[:-1])  # noqa: PLR2004
    while run and run[-1].lower() in LINKS | PARTICLES:
        run.pop()
    return run


def _with_bracket(named: Named, inside: str, words: Words) -> Named:
    """The person with what a bracket adds: role, initials, handle, organisation; remarks on coming and going are none."""
    if _REMARK.search(inside) and not is_role(inside, words):
        late = bool(re.search(r"arriv|late|join", inside, re.IGNORECASE))
        return replace(_flagged(named, inside), late=named.late or late)
    if inside.startswith("@") or is_initials(inside, named.name):
        return replace(named, aliases=(*named.aliases, inside.lstrip("@")))
    return _with_tail(named, inside.strip(), words)


def _with_tail(named: Named, tail: str, words: Words) -> Named:
    """The person with a role or organisation named after them."""
    if _CHAIRING.fullmatch(tail) and tail.lower().startswith(("in the", "presid", "chairing")):
        return replace(named, chairing=True)
    handle = re.fullmatch(r"@?([\w-]+)", tail)
    if is_initials(tail, named.name) or (handle and tail[0] == "@"):
        return replace(named, aliases=(*named.aliases, tail.lstrip("@")))
    named = _flagged(named, tail)
    if (
        not tail
        or (_REMARK.search(tail) and not is_role(tail, words))
        or (_RECORDING.fullmatch(tail) and named.role)
    ):
        return named
    if any(_alien(word, words) for word in tail.split()) and not is_role(tail, words):
        return replace(named, organisation=named.organisation or tail)
    return replace(named, role=f"{named.role}, {tail}" if named.role else tail)


def _flagged(named: Named, text: str) -> Named:
    chairing = bool(_CHAIRING.search(text)) and not _VICE.search(text)
    return replace(
        named, chairing=named.chairing or chairing, recording=named.recording or bool(_RECORDING.search(text))
    )


def is_initials(text: str, name: str) -> bool:
    """Whether `text` abbreviates `name`: HM for Helen Mould, MaT for Mark Tennant."""
    if not _INITIALS.fullmatch(text):
        return False
    heads = "".join(part[0] for part in re.split(r"[\s-]+", name) if part)
    return heads.lower().startswith(text[0].lower()) and text[-1].lower() in heads[1:].lower()


def _attach(found: list[Named], text: str, words: Words) -> None:
    """Gives a role that stands after a comma to the person before it."""
    text = text.strip(" .")
    core = text.split("(")[0].strip()
    if not core[:1].isdigit() and is_role(core, words) or (found[-1].role is None and _is_unit(core, words)):
        found[-1] = _with_tail(found[-1], core, words)


def _is_unit(core: str, words: Words) -> bool:
    run = core.split()
    return 0 < len(run) <= _MOST and run[0][:1].isupper() and any(_alien(word, words) for word in run)
