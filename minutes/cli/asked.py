"""The query that the words of a command line make."""

import re
from collections.abc import Iterable
from typing import Final

SIGNS: Final = '[":()\uff1a\uff08\uff09\u201c\u201d]|^-|\\s-\\S|\\bOR\\b'  # what only a query has

FIELD: Final = r"(-?([^\W\d][\w-]*)[:\uff1a])([A-Za-z][\w.'\u2019-]*(?: [A-Za-z][\w.'\u2019-]*)+)"  # owner:Finance Office
EXACT: Final = frozenset(
    {"date", "after", "before", "due", "is", "has", "state", "kind", "id"}
)  # their values are no phrases

SAVED: Final = "@"  # before the name of a saved search


def query(words: Iterable[str] | None) -> str:
    """One query: `annual budget` in one argument is a phrase, for the shell has taken its quotation marks; @NAME is a saved search."""
    return " ".join(_quoted(word) for word in words or ())


def records(words: Iterable[str] | None) -> str:
    """As `query`, for commands about records: numbers alone are ids."""
    words = tuple(words or ())
    if words and all(word.isdecimal() for word in words):
        return " OR ".join(f"id:{int(word)}" for word in words)
    return query(words)


def _quoted(word: str) -> str:
    not_, sign, name = word.partition(SAVED)
    if sign and name and not_ in ("", "-"):
        from minutes.searches import named

        return f"{not_}({named(name)})"
    if found := re.fullmatch(FIELD, word):
        return _with_phrase(word, found)
    is_phrase = len(word.split()) > 1 and not re.search(SIGNS, word)
    return f'"{word}"' if is_phrase else word


def _with_phrase(word: str, found: "re.Match[str]") -> str:
    """speaker:"Ada Marlow", whose quotation marks the shell has taken; speaker:Ada OR chair:Ben stays as it is."""
    from archive.query.names import FIELDS, read_backwards

    field, name, value = found.groups()
    known = read_backwards(FIELDS).get(name)
    is_query = known is None or known in EXACT or {"OR", "AND", "NOT"} & set(value.split())
    return word if is_query else f'{field}"{value}"'
