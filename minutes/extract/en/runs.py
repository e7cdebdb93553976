"""Whom a run of capitalised words names: a person, an office, a group."""

from collections.abc import Sequence

from minutes.extract.en.cast import Cast
from minutes.extract.en.names import is_name, is_plural, is_role, split_role
from minutes.extract.en.sentences import Token
from minutes.extract.en.subject import DETERMINERS, Subject
from minutes.extract.en.words import grammar, singular

UNITS = grammar("units")  # Public Works, Planning Department


def of_run(tokens: Sequence[Token], first: int, last: int, cast: Cast) -> Subject | None:
    """The subject that the capitalised words `tokens[first:last]` make."""
    run = [token.text for token in tokens[first:last]]
    text = " ".join(run)
    role, name, titled = split_role(run, cast.words)
    role = of_one(role, cast) if role else role
    the = first > 0 and tokens[first - 1].low in DETERMINERS
    if cast.is_alias(text):
        return Subject("person", text, None, first, last)
    if last - first > 1 and cast.is_alias(run[-1]) and not cast.candidates(text):
        return Subject("person", run[-1], None, first, last)  # a headline before initials
    office = is_role(text, cast.words) and not (titled and _is_person(name, titled, cast))
    if office and not is_plural(run[-1], cast.words):
        return Subject("office", text, text, first - the, last)
    if office or (not titled and _is_collective(text, the, cast)):
        return Subject("collective", text, None, first - the, last)
    if (titled or not the) and _is_person(name, titled, cast):
        return Subject("person", " ".join(name), role, first - (the and titled), last, titled)
    return _after_stray_word(tokens, first, last, cast)


def of_one(role: str, cast: Cast) -> str:
    """The role of one of several: Student governors."""
    before, _, last = role.rpartition(" ")
    return f"{before} {singular(last)}".strip() if is_plural(last, cast.words) else role


def _after_stray_word(tokens: Sequence[Token], first: int, last: int, cast: Cast) -> Subject | None:
    """A known name behind another capitalised word: "Resident Oscar Larch", "Later Otto"."""
    for start in range(first + 1, last):
        name = [token.text for token in tokens[start:last]]
        if is_name(name, cast.words) and cast.find(" ".join(name)):
            return Subject("person", " ".join(name), None, start, last)
    return None


def _is_person(name: Sequence[str], titled: bool, cast: Cast) -> bool:
    if not is_name(name, cast.words) or (
        cast.words.is_title(name[-1]) and name[-1].lower() not in cast.words.title_surnames
    ):
        return False
    return titled or len(name) > 1 or bool(cast.candidates(name[0]) or cast.by_first_name(name[0]))


def _is_collective(text: str, the: bool, cast: Cast) -> bool:
    low = text.lower()
    if low in cast.words.collectives or f"the {low}" in cast.words.collectives:
        return True
    last = low.split()[-1]
    return (the and last in cast.words.organisations) or (" " in low and last in UNITS)
