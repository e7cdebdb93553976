"""Lists of persons: with titles, roles behind dash or comma, initials, remarks in brackets."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.extract.en.glued import glued_people
from minutes.extract.en.items import items_of
from minutes.extract.en.names import (
    LINKS,
    MOST,
    PARTICLES,
    POSTS,
    STARTERS,
    WORD,
    Named,
    alien,
    is_initials,
    is_name,
    is_plural,
    is_role,
    split_role,
)
from minutes.extract.en.passages import Passage
from minutes.extract.en.words import Words, grammar, singular
from minutes.extract.lazy import lazy

CREDENTIALS = frozenset(word.upper() for word in grammar("credentials")) | grammar("credentials")
_BRACKET = lazy(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_REMARK = lazy(
    r"\b(?:arriv\w*|left|leaving|join\w*|late|until|till|from|via|by|phone|dial\w*|call\w* in|remote\w*|online|virtual\w*|zoom|teams|proxy|alternate|voting|non-voting|departed|exited|in person|excused|"
    r"absent|present|he|him|she|her|hers|they|them|\d|items?|apologies|part|partial|half|briefly|only|quorum|connected|video|teleconference)\b",
    re.IGNORECASE,
)
_ABSENT = lazy(r"(?:absent|excused|apologies|regrets|not present|away|unexcused)", re.IGNORECASE)
_CHAIRING = lazy(
    r"\b(?:chair(?:man|woman|person|ing|ed)?|ch(?=\W*$)|cathaoirleach|presiding|in the chair|moderat(?:or|ing)|facilitat(?:or|ing))\b",
    re.IGNORECASE,
)
_COUNTED = lazy(
    r"\s*(?:\d{1,3}|(?-i:[a-z]+))(?: (?:out )?of (?:the )?\w+)?(?: [a-z]+){0,3} ?\((?P<names>[^()]*,[^()]*)\)[\s.]*$",
    re.IGNORECASE,
)  # 3 of 5 (Jane Roe, Ann Lund, Otto Marsh)
_ABBREVIATION = lazy(r"[A-Z]{3,4}")
_ALSO = frozenset({"the", "and", "from", "by", "also", "plus"})
_VICE = lazy(r"\b(?:vice|deputy|co-?chair|past|former|ex|elect)\b", re.IGNORECASE)
_RECORDING = lazy(
    r"\b(?:minutes?|minute[- ]taker|minuting|minute secretary|scribe|scribing|note[- ]?taker|notes|recorder|recording(?: secretary)?|taking (?:the )?(?:minutes|notes))\b",
    re.IGNORECASE,
)


def people_in(passage: Passage, start: int, end: int, words: Words, shared: str | None = None) -> list[Named]:
    """The persons that a list names, in order: parted by commas, semicolons, "and" or lines.

    `shared` is a title of all, in the plural: that of the label "Senators present".
    """
    if glued := glued_people(passage, start, end, words):
        return [replace(one, role=one.role or _shared(None, shared, words)[0]) for one in glued]
    found: list[Named] = []
    given = shared
    if counted := _COUNTED.match(passage.text[start:end]):
        start, end = start + counted.start("names"), start + counted.end("names")
    mixed = ", " in passage.text[start:end]
    for first, last in items_of(passage.text, start, end):
        if mixed and passage.text[:first].rstrip().endswith(";"):
            shared = given
        named, shared = _read(passage, first, last, shared, words)
        if named and set(named.name.split()) <= CREDENTIALS:
            continue
        if named:
            found.append(named)
        elif found:
            _attach(found, passage.words(first, last), words)
    return [_without_shared(one, given) for one in found] if given else found


def _without_shared(named: Named, given: str) -> Named:
    """The person with the own role alone, where the list's title stands before it: Trustee, President."""
    shared = f"{singular(given)}, "
    role = named.role or ""
    return replace(named, role=role[len(shared) :]) if role.startswith(shared) else named


def _read(
    passage: Passage, first: int, last: int, shared: str | None, words: Words
) -> tuple[Named | None, str | None]:
    """The person of one item, and the title that the following items share."""
    text = passage.text[first:last]
    core = text[: cut.start()] if (cut := _BRACKET.search(text)) else text
    if prefix := re.match(r"\s*([A-Za-z' -]{2,40}): ", core):
        core, shared = core[prefix.end() :], _prefix_role(prefix[1], words)
    if handle := re.fullmatch(r"\s*@([\w-]{2,30})\s*", core):
        return Named(handle[1], span=passage.span(first, last)), shared
    core, tail = _dashed(core)
    run = _leading_words(core, words)
    if cut and is_role(re.sub(r"^\s*(?:the|and)\s+", "", core), words):
        return _in_bracket(passage, first + cut.start(1), first + cut.end(1), core, words), None
    while len(run) > 1 and run[-1] in CREDENTIALS:
        run.pop()
    if tail and len(run) == 1 and _is_whole(tail, words):  # Sciences - Jane Roe (JR)
        core, tail, run = tail, "", _leading_words(tail, words)
    role, name, titled = split_role(run, words)
    role = role or _small_role(core, run, words)
    if not is_name(name, words) or _only_role(name, titled, words):
        return None, shared
    role, shared = _shared(role, shared, words)
    place = passage.span(
        first + text.find(name[0]), first + text.rfind(name[-1], 0, len(text) - len(tail)) + len(name[-1])
    )
    named = Named(" ".join(name).replace("_", " "), role, titled=titled, span=place)
    tail = tail or _behind_bracket(text)
    for bracket in _BRACKET.finditer(text):
        for piece in re.split(r"[,;/]", bracket[1] or bracket[2] or ""):
            named = _with_bracket(named, piece.strip(), words)
    return (_with_tail(named, tail, words) if tail else named), shared


def _is_whole(text: str, words: Words) -> bool:
    """Whether the text opens with a full name, so that what stands before it is a group: Nursing - Carol de Souza."""
    run = _leading_words(text.split("(", maxsplit=1)[0], words)
    _, name, _ = split_role(run, words)
    return len(name) > 1 and is_name(name, words) and not is_role(" ".join(run), words)


def _behind_bracket(text: str) -> str:
    """The role behind initials in brackets: Jane Roe (JR) Practice Manager."""
    closing = max(text.rfind(")"), text.rfind("]"))
    rest = text[closing + 1 :].strip() if closing > 0 else ""
    return rest.strip(" -:") if rest[:1].isupper() or rest[:1] in "-:" else ""


def _in_bracket(passage: Passage, start: int, end: int, office: str, words: Words) -> Named | None:
    """The holder named behind an office: the Clerk (Mrs T Crane)."""
    named = next(iter(people_in(passage, start, end, words)), None) if 0 <= start < end else None
    return (
        replace(named, role=re.sub(r"^\s*(?:the|and)\s+", "", office).strip(), titled=True) if named else None
    )


def _only_role(name: Sequence[str], titled: bool, words: Words) -> bool:
    """Whether what looks like a name is the end of a role: Executive Director."""
    last = name[-1].lower()
    return (words.is_title(last) and last not in words.title_surnames) or (
        not titled and is_role(" ".join(name), words)
    )


def _prefix_role(prefix: str, words: Words) -> str | None:
    """The role that a prefix gives: Chair: Jane Doe; Senators: Roe, Poe."""
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


def _dashed(core: str) -> tuple[str, str]:
    """An item cut at the dash, colon or slash that parts name and role: Jane Doe - Treasurer."""
    found = re.search(r"\s-+\s|\s?:\s|\s/\s|, ", core)
    return (core[: found.start()], core[found.end() :].strip()) if found else (core, "")


def _small_role(core: str, run: Sequence[str], words: Words) -> str | None:
    """The role in small letters before a name: board president Jane Roe; of members and others none."""
    before = core[: core.find(run[0])].split() if run else []
    before = before[next((n + 1 for n in range(len(before) - 1, -1, -1) if before[n] in _ALSO), 0) :]
    text = " ".join(before)
    return text if before and is_role(text, words) and not is_plural(before[-1], words) else None


def _leading_words(core: str, words: Words) -> list[str]:
    """The words of an item up to the first that cannot belong to title or name (arrived, from ...)."""
    run: list[str] = []
    strange = 0  # small words that are no title: landowners Pete Avila
    for word in WORD.findall(core):
        if word in {"of", "from"} and len(run) > 1 and not any(words.is_title(one) for one in run):
            break  # Brent Coyle of Tideline Services
        if not (word[0].isupper() or word.lower() in PARTICLES or (word.lower() in LINKS and run)):
            known = word.lower() in _ALSO or words.is_title(word) or word in words.openers
            strange += not known
            if run or strange > 1 or not word.isalpha():
                break
            continue
        run.append(word if not word.endswith(".") or len(word) <= 2 or "." in word[:-1] else word[:-1])  # noqa: PLR2004
    while run and run[-1].lower() in LINKS | PARTICLES:
        run.pop()
    return run if not strange or len(run) > 1 else []


def _with_bracket(named: Named, inside: str, words: Words) -> Named:
    """The person with what a bracket adds: role, initials, handle, organisation; remarks on coming and going are none."""
    if _ABSENT.fullmatch(inside):
        return replace(named, absent=True)
    if _REMARK.search(inside) and not is_role(inside, words):
        late = bool(re.search(r"arriv|late|join", inside, re.IGNORECASE))
        return replace(_flagged(named, inside), late=named.late or late)
    if is_initials(named.name, inside) and is_name(inside.split(), words):  # JR (Jane Roe)
        return replace(named, name=inside, aliases=(*named.aliases, named.name))
    if inside.startswith("@") or is_initials(inside, named.name):
        return replace(named, aliases=(*named.aliases, inside.lstrip("@")))
    return _with_tail(named, inside.strip(), words)


def _with_tail(named: Named, tail: str, words: Words) -> Named:
    """The person with a role or organisation named after them."""
    if _ABSENT.fullmatch(tail):
        return replace(named, absent=True)
    if _CHAIRING.fullmatch(tail) and tail.lower().startswith(("in the", "presid", "chairing")):
        return replace(named, chairing=True)
    handle = re.fullmatch(r"@?([\w-]+)", tail)
    if is_initials(tail, named.name) or (handle and tail[0] == "@"):
        return replace(named, aliases=(*named.aliases, tail.lstrip("@")))
    named, office = _flagged(named, tail), is_role(tail, words)
    remark = (_REMARK.search(tail) and not office) or (
        _RECORDING.fullmatch(tail) and (named.role or tail.lower() in {"minutes", "notes", "minuting"})
    )
    if not tail or remark or (not office and _abbreviates(tail, named)):
        return named
    unit = " " in tail and any(alien(word, words) for word in tail.split())
    if not office and (unit or named.role):
        return replace(named, organisation=named.organisation or tail)
    honorific = not named.role or named.role.lower() in {"cllr", "councillor", "councilor"}
    return replace(named, role=tail if honorific else f"{named.role}, {tail}")


def _abbreviates(text: str, named: Named) -> bool:
    """Whether three or four capitals stand for the person, by a table's or a group's own way: RTB for Rachel Tannen."""
    return bool(_ABBREVIATION.fullmatch(text)) and text[0] == named.name[0] and text not in POSTS


def _flagged(named: Named, text: str) -> Named:
    chairing = bool(_CHAIRING.search(text)) and not _VICE.search(text)
    return replace(
        named, chairing=named.chairing or chairing, recording=named.recording or bool(_RECORDING.search(text))
    )


def _attach(found: list[Named], text: str, words: Words) -> None:
    """Gives a role that stands after a comma to the person before it."""
    text = text.strip(" .")
    core = text.split("(")[0].strip()
    if core.split(" ")[0].lower() in STARTERS - {"the"}:
        return
    if (not core[:1].isdigit() and is_role(core, words)) or (
        found[-1].role is None and _is_unit(core, words)
    ):
        found[-1] = _with_tail(found[-1], core, words)
        behind = re.search(r"\(([A-Z]{2,4})\)$", text)
        if behind and is_initials(behind[1], found[-1].name):  # Jane Roe, Site Director (JR)
            found[-1] = replace(found[-1], aliases=(*found[-1].aliases, behind[1]))


def _is_unit(core: str, words: Words) -> bool:
    run = core.split()
    return 0 < len(run) <= MOST and run[0][:1].isupper() and any(alien(word, words) for word in run)
