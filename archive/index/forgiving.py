"""A second reading of words that no text has: a name by its sound, Chinese words typed with spaces between."""

import re
import sqlite3
from typing import TYPE_CHECKING

from archive.index.pairs import nowhere
from archive.index.where import BODY_END, phrase
from archive.query.tree import Every, Field, Some, Tree, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = r"(?<=[^\x00-\u2e7f]) (?=[^\x00-\u2e7f])"

ReadAs = dict[str, tuple[str, ...]]


def reread(base: sqlite3.Connection, tree: Tree) -> tuple[Tree, ReadAs]:
    """The query with words that stand in no text read otherwise, and how; as it was where nothing can be."""
    read_as: ReadAs = {}
    if isinstance(tree, Words):  # was looked for already
        return _otherwise(base, tree.text, read_as), read_as
    return _reread(base, tree, read_as), read_as


def _reread(base: sqlite3.Connection, tree: Tree, read_as: ReadAs) -> Tree:
    match tree:
        case Every(parts):
            return Every(tuple(_reread(base, part, read_as) for part in parts))
        case Some(parts):
            return Some(tuple(_reread(base, part, read_as) for part in parts))
        case Words(text) if not _stands(base, text):
            return _otherwise(base, text, read_as)
        case _:
            return tree


def _otherwise(base: sqlite3.Connection, text: str, read_as: ReadAs) -> Tree:
    joined = re.sub(_GAP, "", text)
    if joined != text and _stands(base, joined):
        read_as[text] = (joined,)
        return Words(joined)
    if names := tuple(_sounding(base, text)):
        read_as[text] = names
        return Field("person", text)
    return Words(text)


def _stands(base: sqlite3.Connection, text: str) -> bool:
    if nowhere(base, Words(text)):
        return False
    sql = f"SELECT 1 FROM words WHERE words MATCH ? AND rowid < {BODY_END} LIMIT 1"  # noqa: S608
    return base.execute(sql, (phrase(text),)).fetchone() is not None


def _sounding(base: sqlite3.Connection, text: str) -> "Iterator[str]":
    """Names that sound as `text` is spelled (zsh, zhangsihong)."""
    letters = re.sub("[ '-]", "", text)
    if letters.isascii() and letters.isalpha() and len(letters) > 1:
        sql = "SELECT text FROM terms WHERE instr(sounds, ?) ORDER BY text LIMIT 20"
        yield from (name for (name,) in base.execute(sql, (f";{letters};",)))
