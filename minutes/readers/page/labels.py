"""The label of a list item as a browser shows it."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bs4 import Tag

BULLET: Final = "\u2022"
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN: Final = 3999


def label_of(around: "Tag", number: int) -> str:
    """The label of item `number` of the list `around`: a bullet, or 1. a. A. i. I. (HTML standard, 4.4.5)."""
    if around.name != "ol":
        return BULLET
    kind = str(around.get("type") or "1")
    if kind in "aA" and number > 0:
        shown = _letters(number)
    elif kind in "iI" and 0 < number <= _MOST_ROMAN:
        shown = _roman(number)
    else:
        return f"{number}."
    return f"{shown.upper() if kind.isupper() else shown}."


def _letters(number: int) -> str:
    shown = ""
    while number:
        number, rest = divmod(number - 1, 26)
        shown = chr(ord("a") + rest) + shown
    return shown


def _roman(number: int) -> str:
    shown = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        shown += sign * times
    return shown
