"""When an action point is pressing, in every listing and ledger. The index says the same in SQL (archive.index.schema)."""

import datetime as dt
from typing import Final

OPEN: Final = ("open", "in hand")  # states in which something is still to be done
SOON: Final = dt.timedelta(days=7)  # how long before its day


def today() -> dt.date:
    """The day it is here."""
    return dt.datetime.now().astimezone().date()


def is_overdue(state: str, due: dt.date | None, day: dt.date) -> bool:
    """Whether it should have been done before `day`."""
    return state in OPEN and due is not None and due < day


def is_soon(state: str, due: dt.date | None, day: dt.date) -> bool:
    """Whether its day is `day` or comes within a week."""
    return state in OPEN and due is not None and day <= due <= day + SOON
