"""Who must act: a person, office or group as written, with honorifics dropped and initials written out."""

import re
from dataclasses import dataclass

from minutes.extract.en.cast import Cast, Member
from minutes.extract.en.names import is_name, is_role, split_role
from minutes.extract.en.passages import Passage
from minutes.extract.en.words import grammar
from minutes.extract.lazy import lazy

_JOINT = lazy(r"\s*(?:,|/|&|\band\b|\+|;)\s*")
_NO_REST = lazy(r"^\s*[-:,]\s|\babout\b|[!?]")
_UNITS = grammar("units") | grammar("bodies")
_DEPARTMENTS = grammar("departments")
_SEVERAL = lazy(r"\s[+&]\s|\w/[A-Z]")
_GROUPS = lazy(
    r"(?:the |all |each |any |every |both |our ){0,4}(?:[a-z'-]+ ){0,2}(?:all|everyone|everybody|staff|partners|committees|clubs|branches|units|captains|colleagues|exhibitors|chapters|sections|divisions|groups|teams|boards|crews|wards?|members?|board|council|committee|group|team|governors|trustees|directors|councillors|officers|office|department|volunteers|secretariat|"
    r"participants|editors|chairs|executive|subcommittee|sub-committee|working group|panel|admin|contractor|school|branch|union|district|administration|management|leadership|task force|teachers|residents|owners|parents|students|representatives|stewards|leads|heads|managers|faculty|departments|"
    r"tenants|households|coaches|wardens|mgmt|reps|society|club|association|company|agency|delegates|senators)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    {
        "none",
        "n/a",
        "tbd",
        "tba",
        "tbc",
        "someone",
        "somebody",
        "nobody",
        "no one",
        "unassigned",
        "-",
        "?",
        "open",
        "we",
        "us",
        "i",
        "you",
        "it",
        "they",
    }
)
_WORD = lazy(r"[^\W_](?:[\w'.-]*[\w.])?|&")
_CLAUSE = lazy(r"[.!?;:]\s")
_TITLED = lazy(r"(?:[A-Z][a-z]{0,3}\. ?)+")
_ARTICLE = lazy(r"^the ", re.IGNORECASE)
_STYLED = lazy(r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? (?=[A-Z])")  # Ms Roe's team
_PLAIN = lazy(r"[\w' -]{3,60}")
_REST = 25  # characters that may follow a group: members in arrears
_MOST = 9
_LOOSE = 5  # words of an owner in general
_INITIALS = 4  # letters that initials have at most


@dataclass(frozen=True, slots=True)
class Owner:
    """Who must act."""

    text: str
    person: str | None = None  # full name, where it is one person
    others: tuple[str, ...] = ()  # further persons of "A and B"


def owner_of(text: str, cast: Cast) -> Owner | None:
    """The owner that `text` names and nothing else; None for other words and for "tbd"."""
    text = text.strip(" .:*@[]()\t").removesuffix("'s")
    text = text.capitalize() if text.isupper() and len(text) > _INITIALS and " " not in text else text
    if not text or text.lower() in _NOBODY or len(text.split()) > _MOST:
        return None
    if not _SEVERAL.search(text) and (one := _single(text, cast)):
        return one
    parts = [_single(part, cast) for part in _JOINT.split(text) if part.strip()]
    if len(parts) < 2 or not all(parts):  # noqa: PLR2004
        return _single(text, cast) if _SEVERAL.search(text) else None
    found = [part for part in parts if part]
    return Owner(_joint_text(text, found), found[0].person, tuple(part.text for part in found[1:]))


def _joint_text(text: str, found: list[Owner]) -> str:
    """As written; initials written out."""
    known = any(part.text not in text for part in found)
    return ", ".join(part.text for part in found) if known else text


def _single(text: str, cast: Cast) -> Owner | None:
    """One owner: somebody known, a titled or full name, an office, a group."""
    text = text.strip(" .@")
    if not text or (_CLAUSE.search(text) and not _TITLED.match(text)):
        return None
    if member := _known(text, cast):
        return Owner(written(text, member), member.name)
    return _named(text, cast) or _office(text, cast) or _group(text) or _unit(text)


def _named(text: str, cast: Cast) -> Owner | None:
    run = _WORD.findall(text)
    role, name, titled = split_role(run, cast.words)
    if not is_name(name, cast.words) or is_role(text, cast.words):
        return None
    full = " ".join(name)
    if titled:
        member = cast.find(full, role)
        return Owner(full, member.name if member else full)
    whole = len(name) > 1 and all(word in run for word in text.split())
    return Owner(text, text) if whole else None


def _office(text: str, cast: Cast) -> Owner | None:
    bare = _ARTICLE.sub("", text)
    if not _PLAIN.fullmatch(bare) or not is_role(bare, cast.words):
        return None
    holder = cast.holder(bare)
    return Owner(bare, holder.name if holder else None)


def _group(text: str) -> Owner | None:
    group = _GROUPS.match(text)
    rest = text[group.end() :] if group else ""
    return (
        Owner(_STYLED.sub("", _ARTICLE.sub("", text)))
        if group and len(rest) <= _REST and not _NO_REST.search(rest)
        else None
    )


def _unit(text: str) -> Owner | None:
    """A body by its initials or its kind: the PCC, Democratic Services, IT."""
    body = re.fullmatch(r"[Tt]he ([A-Z]{2,6})", text)
    bare = _ARTICLE.sub("", text)
    kind = (
        bare.split()[-1].lower()
        if re.fullmatch(r"[A-Z][\w&'-]*(?: (?:and |of |& )?[A-Z][\w&'-]*){0,4}", bare)
        else ""
    )
    unit = kind in _UNITS if " " in bare else kind in _DEPARTMENTS
    return Owner(body[1] if body else bare) if body or unit else None


def _known(text: str, cast: Cast) -> Member | None:
    named = len(text.split()) < _MOST // 2 + 1 and (text[0].isupper() or text.lower() in cast.nicks)
    return cast.find(text) if named else None


def is_nobody(text: str) -> bool:
    """Whether the words say that nobody is named yet: tbd, someone, n/a."""
    return text.lower().strip(" .?") in _NOBODY


def written(text: str, member: Member) -> str:
    """As written, unless that is initials or a nick: those are written out."""
    text = re.sub(r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? ", "", text)
    first = text.split(maxsplit=1)[0].lower()
    if len(first.rstrip(".")) == 1 and not member.name.lower().startswith(f"{first.rstrip('.')}."):
        return member.name  # A. Umeh
    return (
        text
        if any(
            part in member.parts for part in (first, text.rsplit(maxsplit=1)[-1].lower().removesuffix("'s"))
        )
        else member.name
    )


def group_or_role(text: str, cast: Cast) -> Owner | None:
    """The owner that `text` names; else its words, where they are a few and name somebody in general: heads of department."""
    bare = _ARTICLE.sub("", text.strip())
    loose = re.fullmatch(r"[A-Za-z][\w' -]{2,45}", bare) and len(bare.split()) <= _LOOSE
    pronoun = bare.lower().split()[:1] and bare.lower().split()[0] in _NOBODY | {
        "him",
        "her",
        "them",
        "for",
        "that",
        "about",
    }
    return owner_of(text, cast) or (Owner(bare) if loose and not pronoun else None)


def leading_owner(passage: Passage, start: int, end: int, cast: Cast) -> tuple[Owner, int] | None:
    """The owner at the start of a task and where the task itself begins: "Una to draft", "Clerk: write", "BW - call"."""
    text = passage.text[start:end]
    handle = re.match(r"\W{0,3}@([\w-]+)[:,]?\s+", text)
    if handle and (owner := owner_of(handle[1], cast) or owner_of(handle[1].capitalize(), cast)):
        return owner, start + handle.end()
    found = re.match(
        r"\W{0,3}(?:(?!Action|Task|Todo)[A-Z][a-z]+: )?([^.:;!?()]{1,70}?)\s+(?:to|will|shall|should|must|is to|are to|agreed to|has agreed to|can|would|needs? to|is going to|volunteered to|offered to)\s+(?=[a-z])",
        text,
    )
    if found and (owner := owner_of(found[1], cast) or _stranger(found, cast)):
        return owner, start + found.end()
    found = re.match(r"\W{0,3}([A-Z][\w.'/ -]{0,30}), (?=[a-z])", text)
    if found and (owner := owner_of(found[1], cast)) and owner.person and cast.candidates(owner.person):
        return owner, start + found.end()
    found = re.match(
        r"\W{0,3}([A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,2}) (?=[a-z])", text
    )  # a ticked name, then the task
    if (
        found
        and (owner := owner_of(found[1], cast))
        and owner.person == found[1]
        and cast.candidates(found[1])
    ):
        return owner, start + found.end()
    found = re.match(
        r"\W{0,3}([^.:;!?()-]{1,60}?(?:-[^\s.:;!?()-]{1,20})?)\s*(?::|\s-+|\s?(?:\u2192|\u27a1|[-=]>))\s*(?<=\s)",
        text,
    )
    if found and (owner := owner_of(found[1], cast)):
        return owner, start + found.end()
    return None


def _stranger(found: re.Match[str], cast: Cast) -> Owner | None:
    """A name alone before "to VERB" that no list gives: Sam to draft the article."""
    run = found[1].split()
    plain = (
        len(run) == 1
        and " to " in found[0]
        and is_name(run, cast.words)
        and not is_role(found[1], cast.words)
    )
    return Owner(found[1], found[1]) if plain and not run[0].isupper() else None


def trailing_owner(text: str, cast: Cast) -> tuple[Owner, int] | None:
    """The owner at the end of a task and where the task ends: "(Una Frost)", "[JB]", " - Clerk"."""
    if (handle := re.search(r"\s@([\w-]+)[\s.*]*$", text)) and (
        owner := owner_of(handle[1], cast) or owner_of(handle[1].capitalize(), cast)
    ):
        return owner, handle.start()
    text = text.rstrip(" .*")
    bracket = re.search(r"\s*[\[(]([^()\[\]]{1,60})[\])]$", text)
    if bracket:
        for piece in (bracket[1], *re.split(r"[,;]|\bby\b|\bdue\b|-", bracket[1])[:2]):
            bare = re.sub(
                r"^(?:owner|assigned to|lead|action|who|responsible)\s*:?\s+",
                "",
                piece.strip(),
                flags=re.IGNORECASE,
            )
            if owner := owner_of(bare, cast):
                return owner, bracket.start()
    dashed = re.search(
        r"\s-+\s*([^-]{2,50})$|:\s+([A-Z][\w.'-]*(?: [A-Z][\w'-]*){0,2})$|\.\s+([A-Z]{2,4})$|(?:Owner|Assigned to|Responsible|Lead|Action by|Who)\s?:\s*([^:]{2,50})$",
        text,
    )
    if dashed and (owner := owner_of(next(one for one in dashed.groups() if one), cast)):
        return owner, dashed.start()
    return None
