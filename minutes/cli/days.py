"""Days as options and arguments have them."""

import datetime as dt

from minutes.cli.usage import UsageMistake
from minutes.days import day_of
from minutes.deadlines import today


class NotADay(UsageMistake):
    """No such day."""

    message = '"{word}" is not a day.'
    advice = "Write it like 2023-09-04."


def day(word: str | None) -> dt.date:
    """The day that `word` spells, as minutes.days reads it; today without one; raises NotADay."""
    if word is None:
        return today()
    found = day_of(word)
    if found is None:
        raise NotADay(word=word)
    return dt.date.fromisoformat(found)
