"""The words the Chinese grammar knows, from lexicon/zh.toml and the office's own file of the same name."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

from msgspec import Struct, field

from archive.text import plain

FILE = "zh.toml"
Words = dict[str, tuple[str, ...]]


class Lexicon(Struct, frozen=True, eq=False):
    """Word lists by section and key; `acts.say` are the verbs before words spoken. Simplified, half-width."""

    lists: dict[str, Words]
    _patterns: dict[tuple[str, ...], str] = field(default_factory=dict)

    def words(self, name: str) -> tuple[str, ...]:
        """The list called "section.key"; empty where the lexicon has none such."""
        section, _, key = name.partition(".")
        return self.lists.get(section, {}).get(key, ())

    def characters(self, name: str) -> frozenset[str]:
        """The characters of a list, for surnames written without spaces."""
        return frozenset("".join(self.words(name)))

    def any(self, *names: str) -> str:
        """A pattern for any word of these lists, the longest first."""
        if names not in self._patterns:
            found = {word for name in names for word in self.words(name)}
            self._patterns[names] = "(?:" + "|".join(map(re.escape, sorted(found, key=_longest))) + ")"
        return self._patterns[names]


@cache
def load_lexicon(extra: Path | None = None) -> Lexicon:
    """Our lexicon, with the lists of `extra`/zh.toml added to ours where that file exists.

    Raises `OSError`, `UnicodeDecodeError` or `tomllib.TOMLDecodeError` where the office's file cannot be read.
    """
    lists = _parse(files("minutes.extract.lexicon").joinpath(FILE).read_text("utf-8"))
    if extra is not None and (own := extra / FILE).exists():
        for section, words in _parse(own.read_text("utf-8-sig")).items():
            ours = lists.setdefault(section, {})
            for key, more in words.items():
                ours[key] = (*ours.get(key, ()), *more)
    return Lexicon(lists)


def _parse(text: str) -> dict[str, Words]:
    return {
        section: {key: tuple(plain(_joined(words)).split()) for key, words in lists.items()}
        for section, lists in tomllib.loads(text).items()
        if isinstance(lists, dict)
    }


def _joined(words: object) -> str:
    """A list may be written as one string or as an array of strings."""
    return " ".join(map(str, words)) if isinstance(words, list) else str(words)


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word
