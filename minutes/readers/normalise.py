"""Clean text: what every reader passes its strings through before they become blocks."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from minutes.readers.limits import LIMITS

# White space of all kinds becomes one space: U+00A0, U+3000, the U+2000 row, line and paragraph separators.
_SPACES = " \t\n\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CJK = "\u2e80-\u303e\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"

# A soft line end between Chinese characters stands for nothing; elsewhere it parts words.
_SOFT = f"[ \t]*[\n\r\x0b\x0c\x85\u2028\u2029]+[{_SPACES}]*"
_SOFT_END = re.compile(f"(?<=[{_CJK}]){_SOFT}(?=[{_CJK}0-9])|(?<=[0-9,;:.!?)]){_SOFT}(?=[{_CJK}])")
_RUN = re.compile(f"[{_SPACES}]+")

# Characters that show nothing, steer the terminal or reorder the line (Unicode 15.1; UTS 55, 4.1).
_UNWANTED = {
    "control": "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ufff9-\ufffb",
    "bidi": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "zero-width": "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff",
    "surrogate": "\ud800-\udfff",
}
_STRANGE = {name: re.compile(f"[{chars}]") for name, chars in _UNWANTED.items()}
_ANY_STRANGE = re.compile(f"[{''.join(_UNWANTED.values())}]")
_COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_UNCLEAN = re.compile(f"[{''.join(_UNWANTED.values())}{_SPACES[1:]}{_COMBINING}]|  ")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_MARKS = re.compile(f"[{_COMBINING}]{{{LIMITS.combining_marks + 1},}}")


@dataclass(slots=True)
class Cleaner:
    """Cleans the strings of one report and counts what it takes out, for one note at the end."""

    removed: Counter[str] = field(default_factory=Counter)  # control, bidi, zero-width, surrogate, marks

    def line(self, text: str) -> str:
        """`text` as one line: NFC, without unwanted characters, white space as single spaces, ends stripped.

        A line end between two Chinese characters vanishes; any other becomes a space.
        """
        if not _UNCLEAN.search(text) and unicodedata.is_normalized("NFC", text):
            return text.strip()
        text = self._wanted(_SOFT_END.sub("", text))
        return _RUN.sub(" ", text).strip()

    def _wanted(self, text: str) -> str:
        if _ANY_STRANGE.search(text):
            for name, pattern in _STRANGE.items():
                text, count = pattern.subn("", text)
                self.removed[name] += count
        text = unicodedata.normalize("NFC", text)
        return _MARKS.sub(self._bounded, text)

    def _bounded(self, marks: re.Match[str]) -> str:
        kept = marks.group()[: LIMITS.combining_marks]
        self.removed["marks"] += len(marks.group()) - len(kept)
        return kept


def printable_name(name: str) -> str:
    """A file name fit for records and messages: undecodable bytes and unwanted characters as backslash escapes."""
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return _ANY_STRANGE.sub(_escaped, _CONTROL.sub(_escaped, shown))


def _escaped(char: re.Match[str]) -> str:
    return char.group().encode("unicode_escape").decode()
