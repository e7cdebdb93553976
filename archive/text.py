"""One form for characters, so that a search finds what the eye takes for the same."""

import codecs
import re
from array import array
from functools import cache
from pathlib import Path

_PAIRS = Path(__file__).with_name("traditional.txt")  # importlib.resources would add 20 ms to every start
FULL_WIDTH = range(0xFF01, 0xFF5F)  # the full-width twins of ASCII
TO_ASCII = 0xFEE0
IDEOGRAPHIC_SPACE = 0x3000


@cache
def _same() -> dict[str, str]:
    """Each character with a plainer twin: full-width to ASCII, traditional to simplified.

    The pairs of `traditional.txt` are the one-to-one part of OpenCC's TSCharacters (Apache-2.0): two lines, aligned.
    """
    traditional, simplified = _PAIRS.read_text("utf-8").split()
    table = dict(zip(traditional, simplified, strict=True))
    table.update({chr(code): chr(code - TO_ASCII) for code in FULL_WIDTH})
    table[chr(IDEOGRAPHIC_SPACE)] = " "
    return {char: table.get(twin, twin) for char, twin in table.items()}  # one step, in whatever order


def fold(text: str) -> str:
    """`text` in the form searches compare: half-width, simplified, lower case; as long as `text`, character by character."""
    text = plain(text)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(_lower(char) for char in text)


def plain(text: str) -> str:
    """`text` half-width and simplified, case kept; as long as `text`: what the grammars read."""
    if text.isascii():
        return text
    table = _same()
    for char in table.keys() & set(text):  # mostly a few commas and brackets: faster than `translate`
        text = text.replace(char, table[char])
    return text


def _lower(char: str) -> str:
    lower = char.lower()
    return lower if len(lower) == 1 else char


SPACE = "\x01"  # stands for a space among tokens
EDGE = "\x02"  # stands between texts that do not touch, and for all other white space
_ODD = re.compile(r"[\x00\x03-\x1f\x7f-\x9f]+")
HALVES = (
    "archive.halves"  # what encoding does with half a character (a regular expression takes 1 ms to compile)
)


def _replaced(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    return "\ufffd".encode("utf-32-le") * (error.end - error.start), error.end


codecs.register_error(HALVES, _replaced)


def spread(text: str) -> str:
    """Folded text as the index reads it: every character a word of its own, spaces too."""
    text = _ODD.sub(EDGE, text.replace(" ", SPACE))
    codes = array("I", text.encode("utf-32-le", HALVES))
    spaced = array("I", [ord(" ")]) * (2 * len(codes))
    spaced[::2] = codes  # " ".join(text), 6 x faster
    return spaced.tobytes().decode("utf-32-le")
