"""The words of the English genre, from `lexicon/en.toml` and an office's own file of the same shape."""

import copy
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_OURS = Path(__file__).parent.parent / "lexicon" / "en.toml"  # importlib.resources would load zipfile
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """All sets in lower case."""

    honorifics: frozenset[str]
    titles: frozenset[str]
    title_forms: frozenset[str]  # the titles and their plurals
    title_surnames: frozenset[str]
    openers: frozenset[str]
    organisations: frozenset[str]
    organisation_surnames: frozenset[str]
    collectives: frozenset[str]
    nicknames: Mapping[str, str]
    verbs: frozenset[str]
    only_with: Mapping[str, frozenset[str]]
    sections: Mapping[str, str]  # heading to kind
    labels: Mapping[str, str]  # label to field
    label_words: frozenset[str]  # that labels start with
    attendance: Mapping[str, str]  # label to "present", "absent", "guests"
    places: frozenset[str]

    def is_title(self, word: str) -> bool:
        """Whether a role can end in this word, in singular or plural: Mayor, Councillors, Cllrs."""
        return word.lower().rstrip(".") in self.title_forms

    def is_honorific(self, word: str) -> bool:
        """Whether the word is Mr, Mrs., Dr ..."""
        return word.lower().rstrip(".") in self.honorifics


def singular(word: str) -> str:
    """The word without the ending of the plural, case kept: Trustees, Secretaries, Councilmen."""
    for many, one in (("men", "man"), ("women", "woman"), ("ies", "y"), ("s", "")):
        if word.lower().endswith(many) and len(word) > len(many) + 2:
            return word[: -len(many)] + one
    return word


def _plurals(word: str) -> tuple[str, ...]:
    """The plural of a title: secretaries, councilmen, trustees."""
    if word.endswith(("man", "woman")):
        return (word[:-2] + "en",)
    return (word[:-1] + "ies", word + "s") if word.endswith("y") else (word + "s",)


@cache
def _ours() -> dict[str, Any]:
    return tomllib.loads(_OURS.read_text("utf-8"))


def grammar(name: str) -> frozenset[str]:
    """A list of the grammar's small words (`[grammar]` in the lexicon); these are the language's, no office's own."""
    return frozenset(_ours()["grammar"][name])


@cache
def words(folder: Path | None = None) -> Words:
    """Our lexicon, with that of `folder` (an `en.toml` there) added; raises `tomllib.TOMLDecodeError`."""
    table = copy.deepcopy(_ours())
    own = folder / "en.toml" if folder else None
    if own and own.is_file():
        _add(table, tomllib.loads(own.read_text("utf-8")))
    return _from_table(table)


def _add(table: dict[str, Any], more: Mapping[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, Mapping):
            _add(table.setdefault(key, {}), value)
        elif isinstance(value, list):
            table[key] = [*table.get(key, []), *(str(one).lower() for one in value)]
        else:
            table[key] = value


def _from_table(table: Mapping[str, Any]) -> Words:
    people, speech = table["people"], table["speech"]
    return Words(
        honorifics=frozenset(people["honorifics"]),
        titles=frozenset(people["titles"]),
        title_forms=frozenset(form for title in people["titles"] for form in (title, *_plurals(title))),
        title_surnames=frozenset(people["title_surnames"]),
        openers=frozenset(people["title_openers"]),
        organisations=frozenset(people["organisation_words"]),
        organisation_surnames=frozenset(people["organisation_surnames"]),
        collectives=frozenset(people["collectives"]),
        nicknames=table["nicknames"],
        verbs=frozenset(speech["verbs"]),
        only_with={verb: frozenset(after) for verb, after in speech["only_with"].items()},
        sections=_turned(table["sections"]),
        labels=_turned(table["labels"]),
        label_words=frozenset(
            label.split()[0]
            for kinds in (table["labels"], table["attendance"])
            for labels in kinds.values()
            for label in labels
        ),
        attendance=_turned(table["attendance"]),
        places=frozenset(table["places"]["nouns"]),
    )


def _turned(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Word to kind, of kind to words; where a word has two kinds, the first counts."""
    found: dict[str, str] = {}
    for kind, members in table.items():
        for word in members:
            found.setdefault(word, kind)
    return found
