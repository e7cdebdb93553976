"""One form for characters, so that a search finds what the eye takes for the same."""

from functools import cache
from importlib.resources import files

FULL_WIDTH = range(0xFF01, 0xFF5F)  # the full-width twins of ASCII
TO_ASCII = 0xFEE0
IDEOGRAPHIC_SPACE = 0x3000


@cache
def _same() -> dict[int, int]:
    """Each character with a plainer twin: full-width to ASCII, traditional to simplified.

    The pairs of `traditional.txt` are the one-to-one part of OpenCC's TSCharacters (Apache-2.0): two lines, aligned.
    """
    pairs = files(__package__).joinpath("traditional.txt").read_text("utf-8").split("\n")
    table: dict[int, int] = str.maketrans(pairs[0], pairs[1])
    table.update({code: code - TO_ASCII for code in FULL_WIDTH})
    table[IDEOGRAPHIC_SPACE] = ord(" ")
    return table


def fold(text: str) -> str:
    """`text` in the form searches compare: half-width, simplified, lower case; as long as `text`, character by character."""
    text = text.translate(_same())
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(_lower(char) for char in text)


def plain(text: str) -> str:
    """`text` half-width and simplified, case kept; as long as `text`: what the grammars read."""
    return text.translate(_same())


def _lower(char: str) -> str:
    lower = char.lower()
    return lower if len(lower) == 1 else char


SPACE = "\x01"  # stands for a space among tokens
EDGE = "\x02"  # stands between texts that do not touch, and for all other white space
_MARKS = {
    **dict.fromkeys(range(0x20), EDGE),
    0x20: SPACE,
    **dict.fromkeys(range(0x7F, 0xA0), EDGE),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def spread(text: str) -> str:
    """`text`, folded, as the index reads it: every character a word of its own, spaces too."""
    return " ".join(fold(text).translate(_MARKS))
