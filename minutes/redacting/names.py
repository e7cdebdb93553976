"""The forms in which a person appears in a text: in full, spaced out, by surname and title, by first name, by initials."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Final

from archive.text import plain
from minutes.extract.view import HAN
from minutes.redacting.numbers import Find

_DOTS: Final = "\u00b7\u2022\u2027\u2219\u30fb\uff65"
_LETTER: Final = "[A-Za-z\u00c0-\u024f]"  # what parts words of Latin script; a Chinese character does too
_CAPITAL: Final = "[A-Z\u00c0-\u00de]"
_DATES: Final = frozenset(
    ("April", "May", "June", "August", "March")
)  # names that are months: not beside a figure
_PARTS: Final = 2  # words of a name that has more than one
_SHORTEST: Final = 2  # letters of a word that is a name by itself
# What may stand before a surname that a title follows: words that join, and the ends of units (教务处林处长).
_BEFORE: Final = "由和与及向对请经于了的是听按据为以让把跟同院校处部室系局科办委会站所司厅组团队镇乡村市县区"
_INITIALS_USED: Final = r"(?:(?<=[(\[])%s(?=[)\]])|(?m:^)%s(?=:| to | will )|(?<=Action: )%s\b)"


class Names:
    """Finds persons in texts that `plain` has made half-width and simplified; `texts` tell which initials are in use."""

    def __init__(self, names: Iterable[str], texts: Callable[[], Iterable[str]] = tuple) -> None:
        self.names = {plain(name): name for name in sorted(names)}
        self.texts = texts

    def find(self, text: str) -> Iterator[Find]:
        """Every place where one of them is named; finds may overlap."""
        if text in self.names:  # a field that is a name and nothing else, be it one character
            yield Find(0, len(text), "name", self.names[text])
        for pattern, owners in self.patterns:
            for found in pattern.finditer(text):
                owner = owners.get(_key(found[0])) or owners[found[0]]
                yield Find(found.start(), found.end(), "name", owner)

    @cached_property
    def patterns(self) -> list[tuple[re.Pattern[str], dict[str, str]]]:
        """Patterns with the names that their matches mean."""
        chinese = {name: shown for name, shown in self.names.items() if re.search(HAN, name)}
        latin = _whole({name: shown for name, shown in self.names.items() if name not in chinese})
        whole = {name: shown for name, shown in chinese.items() if len(name) >= _PARTS}
        made = [_spaced(whole), _surnames(chinese), _given(whole), _in_full(latin), _words(latin)]
        return [one for one in (*made, self._initials(latin)) if one]

    def _initials(self, latin: dict[str, str]) -> "Forms | None":
        """AQ for Alma Quill, where some line uses it: `AQ:`, `(AQ)`, `AQ to write`."""
        heads = {"".join(re.findall(rf"\b({_LETTER})", name)).upper(): shown for name, shown in latin.items()}
        heads = {head: shown for head, shown in heads.items() if len(head) >= _PARTS}
        texts = list(self.texts()) if heads else []
        used = {head: shown for head, shown in heads.items() if any(_uses(text, head) for text in texts)}
        return _forms(used, rf"(?<!{_LETTER})(?:%s)(?!{_LETTER})")


Forms = tuple[re.Pattern[str], dict[str, str]]


def _key(match: str) -> str:
    """The form in which a match is looked up: without the spaces and dots between its characters, in lower case."""
    return re.sub(rf"[\s{_DOTS}.]+", "", match).casefold()


def _forms(owners: dict[str, str], frame: str, spelt: Callable[[str], str] = re.escape) -> Forms | None:
    """One pattern for all the forms, the longest first, set into `frame`."""
    if not owners:
        return None
    longest = sorted(owners, key=lambda form: (-len(form), form))
    keyed = {_key(form): shown for form, shown in owners.items()}
    return re.compile(frame % "|".join(map(spelt, longest))), keyed | owners


def _spaced(chinese: dict[str, str]) -> Forms | None:
    """李明, 李 明 as lists are padded, 艾力·吐尔逊 with any dot."""

    def spelt(name: str) -> str:
        return " ?".join(f"[{_DOTS}.]" if char in _DOTS else re.escape(char) for char in name if char != " ")

    return _forms(chinese, "%s", spelt)


def _surnames(chinese: dict[str, str]) -> Forms | None:
    """林书记: the surname, where a title follows and nothing before makes another word of it."""
    owners = {name[: _family(name)]: shown for name, shown in chinese.items() if not set(name) & set(_DOTS)}
    return _forms(owners, f"(?:(?<!{HAN})|(?<=[{_BEFORE}]))(?:%s)(?={_titles()})")


def _given(chinese: dict[str, str]) -> Forms | None:
    """若兰同志: a given name of two characters before a title."""
    given = {name[_family(name) :]: shown for name, shown in chinese.items()}
    return _forms(
        {name: shown for name, shown in given.items() if len(name) == _PARTS}, f"(?:%s)(?={_titles()})"
    )


def _family(name: str) -> int:
    from minutes.extract.zh.lexicon import load_lexicon
    from minutes.extract.zh.names import names_of

    return names_of(load_lexicon()).family(name, 0) or 1


def _titles() -> str:
    from minutes.extract.zh.lexicon import load_lexicon

    lexicon = load_lexicon()
    # 付 is written for 副 (郭付校长)
    return f"(?:付|{lexicon.any('titles.prefix')})?{lexicon.any('titles.core', 'titles.honorific')}"


def _whole(latin: dict[str, str]) -> dict[str, str]:
    """Without Quill, where Alma Quill is named: both are one person, so far as can be told."""
    parts = {part for name in latin if len(words := name.split()) >= _PARTS for part in words}
    return {name: shown for name, shown in latin.items() if name not in parts}


def _in_full(latin: dict[str, str]) -> Forms | None:
    """Alma Quill, ALMA QUILL; over a line end; Quill, Alma as lists have it."""
    turned = {
        f"{parts[-1]}, {' '.join(parts[:-1])}": shown
        for name, shown in latin.items()
        if len(parts := name.split()) >= _PARTS
    }
    frame = rf"(?i:(?<!{_LETTER})(?:%s)(?!{_LETTER}))"
    return _forms(latin | turned, frame, lambda name: r"\s+".join(map(re.escape, name.split())))


def _words(latin: dict[str, str]) -> Forms | None:
    """Quill, Alma, QUILL, MrQuill: each word of the name by itself; not may, and not May before a figure."""
    owners: dict[str, str] = {}
    for name, shown in latin.items():
        for word in (one.strip(".,") for one in name.split()):
            if len(word) >= _SHORTEST and word[0].isupper():
                owners.setdefault(word, shown)
                owners.setdefault(word.upper(), shown)
    return _forms(owners, rf"(?<!{_CAPITAL})(?:%s)(?!{_LETTER})", _undated)


def _undated(word: str) -> str:
    return rf"(?<!\d )(?<!\d){word}(?! \d)" if word in _DATES else re.escape(word)


def _uses(text: str, head: str) -> bool:
    return bool(re.search(_INITIALS_USED.replace("%s", re.escape(head)), text))
