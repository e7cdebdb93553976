"""Numbers of records and action points as people type them: 12, 12-15, 12.3, 12.3-5, parted by spaces or commas."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NoReturn

from minutes.cli.usage import UsageMistake

MOST: Final = 10_000  # ids in one range; more is a slip of the finger
RECORD: Final = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
ACTION: Final = re.compile(r"(\d{1,9})\.(\d{1,6})(?:-(\d{1,6}))?")


class NotARecord(UsageMistake):
    """Not the number of a record."""

    message = '"{word}" is not the number of a record.'
    advice = "Write it like 12, or 12-15; minutes list shows the numbers."


class NotAnAction(UsageMistake):
    """Not the number of an action point."""

    message = '"{word}" is not the number of an action point.'
    advice = "Write it like 12.3: record 12, action point 3; minutes actions shows the numbers."


def records(words: Iterable[str]) -> list[int]:
    """The ids that `words` spell; raises NotARecord."""
    parts = _parted(words, NotARecord)
    return list(dict.fromkeys(number for part in parts for number in _records(part)))


def record(word: str) -> int:
    """The one id that `word` spells; raises NotARecord."""
    if not word.isdigit() or not RECORD.fullmatch(word):
        raise NotARecord(word=word)
    return int(word)


def actions(words: Iterable[str]) -> list[tuple[int, int]]:
    """Record and number of each action point that `words` spell; raises NotAnAction."""
    parts = _parted(words, NotAnAction)
    return list(dict.fromkeys(pair for part in parts for pair in _actions(part)))


def action(word: str) -> tuple[int, int]:
    """Record and number of the one action point that `word` spells; raises NotAnAction."""
    first, *more = actions([word])
    return _refused(NotAnAction, word) if more else first


def _parted(words: Iterable[str], kind: type[UsageMistake]) -> Iterator[str]:
    for word in words:
        yield from [part for part in re.split("[,\uff0c\u3001]", word) if part] or [_refused(kind, word)]


def _records(word: str) -> Iterable[int]:
    found = RECORD.fullmatch(word) or _refused(NotARecord, word)
    return _range(found[1], found[2]) or _refused(NotARecord, word)


def _actions(word: str) -> Iterable[tuple[int, int]]:
    found = ACTION.fullmatch(word) or _refused(NotAnAction, word)
    numbers = _range(found[2], found[3]) or _refused(NotAnAction, word)
    return ((int(found[1]), number) for number in numbers)


def _range(first: str, last: str | None) -> range:
    numbers = range(int(first), int(last or first) + 1)
    return numbers if len(numbers) <= MOST else range(0)


def _refused(kind: type[UsageMistake], word: str) -> NoReturn:
    raise kind(word=word)
