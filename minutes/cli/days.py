"""Days as people type them."""

import datetime as dt
import re
from typing import Final

from minutes.cli.usage import UsageMistake

DAY: Final = re.compile(r"(\d{4})\s?[-/.\u5e74]\s?(\d{1,2})\s?[-/.\u6708]\s?(\d{1,2})\u65e5?")


class NotADay(UsageMistake):
    """No such day."""

    message = '"{word}" is not a day.'
    advice = "Write it like 2023-09-04."


def day(word: str | None) -> dt.date:
    """The day that `word` spells (2023-09-04, 2023/9/4, or with Chinese signs), today without one; raises NotADay."""
    if word is None:
        return dt.datetime.now().astimezone().date()
    found = DAY.fullmatch(word.strip())
    if not found:
        raise NotADay(word=word)
    try:
        return dt.date(*map(int, found.groups()))
    except ValueError as error:
        raise NotADay(word=word) from error
