"""Full-width punctuation restored in Chinese text (GB/T 15834-2011), and left alone wherever it is not Chinese.

Many pages and converters turn the marks of Chinese prose into their ASCII twins; formal minutes need them back.
A mark is restored when a Chinese character stands next to it; never inside times, numbers, addresses or Latin words.
"""

import re
from typing import Final

_AROUND: Final = "\u3001\u3002\u300a\u300b\u3008\u3009\u201c\u201d\u2018\u2019\uff08\uff09\u2026\u2014"  # Chinese marks beside which a mark is Chinese too
_MARKS: Final = {",": "\uff0c", ";": "\uff1b", ":": "\uff1a", "?": "\uff1f", "!": "\uff01"}
_OPEN: Final = "(\uff08"
_CLOSE: Final = ")\uff09"
_FULL_STOP: Final = "\u3002"
_DASH: Final = "\u2014\u2014"
_DOTS: Final = "\u2026\u2026"

_ASCII_MARK: Final = re.compile(r"""[,;:?!()"'.-]""")
_ADDRESS: Final = r"(?i)(?:[a-z][a-z0-9+.-]{1,15}://|www\.|mailto:)[!-~]+|[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+|\b[a-z]:[\\/][!-~]*"
_OF_ADDRESS: Final = ("/", "\\", "@", "www.", "mailto:")  # one of these is in each
_WEST: Final = "\u24ff"  # the last before the drawing signs of the East
_FULL_WIDTH: Final = "\uff00\uffef"
_AFTER_ADDRESS: Final = ",;:?!)."
_BRACKET: Final = re.compile(f"[{_OPEN}{_CLOSE}]")
_ONE_MARK: Final = re.compile(r" ?([,;:?!]) ?")
_DASHES: Final = re.compile(" ?-{2,3} ?")
_ELLIPSIS: Final = re.compile("\\.{3,6}(?![0-9A-Za-z.])")
_STOP: Final = re.compile("\\.(?=$|[\u201d\u2019]|\\s+(?P<next>\\S))")
_LABEL: Final = re.compile(
    "^[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}\\."
)  # a label (1. in Chinese numerals), no sentence
_HELD: Final = (
    "\ue000"  # stands for a protected piece while the rest is worked on; private, so no text has it by right
)


def restored(text: str) -> str:
    """`text` with the punctuation of Chinese prose in full width; text without Chinese as it is."""
    if text.isascii() or not _ASCII_MARK.search(text) or not any(map(_is_chinese, text)) or _HELD in text:
        return text
    held: list[str] = []
    lowered = text.lower()
    if any(sign in lowered for sign in _OF_ADDRESS):
        text = re.sub(_ADDRESS, lambda found: _hold(found, held), text)
    text = _marks(_quotes(_brackets(text)))
    text = _ELLIPSIS.sub(_dots, _DASHES.sub(_dash, text))
    text = text if _LABEL.match(text) else _STOP.sub(_stop, text)
    return text if not held else re.sub(_HELD, lambda _: held.pop(0), text)


def _hold(found: re.Match[str], held: list[str]) -> str:
    address = found[0].rstrip(_AFTER_ADDRESS)
    held.append(address)
    return _HELD + found[0][len(address) :]


def _before(found: re.Match[str]) -> str:
    """The character before what was found; nothing at the start."""
    return found.string[max(found.start() - 1, 0) : found.start()]


def _dash(found: re.Match[str]) -> str:
    after = found.string[found.end() : found.end() + 1]
    return _DASH if _is_chinese(_before(found)) and _is_chinese(after) else found[0]


def _dots(found: re.Match[str]) -> str:
    return _DOTS if _is_chinese(_before(found)) else found[0]


def _stop(found: re.Match[str]) -> str:
    """A full stop at the end of a text, a quotation or before the next Chinese sentence."""
    ends = found["next"] is None or _is_chinese(found["next"])
    return _FULL_STOP if ends and _near(_before(found)) else found[0]


def _near(char: str) -> bool:
    """Whether a mark beside this character is a Chinese one."""
    return bool(char) and (char in _AROUND or _is_chinese(char))


def _is_chinese(char: str) -> bool:
    """Letters beyond those of the West, and not the full-width twins of those (a class of all of them takes 2 ms to compile)."""
    return char > _WEST and char.isalnum() and not _FULL_WIDTH[0] <= char <= _FULL_WIDTH[1]


def _marks(text: str) -> str:
    return _ONE_MARK.sub(_mark, text)


def _mark(found: re.Match[str]) -> str:
    text = found.string
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if not (_near(before) or _near(after)):
        return found[0]
    if found[1] == ":" and before.isdigit() and after.isdigit():
        return found[0]
    return _MARKS[found[1]]


def _brackets(text: str) -> str:
    """Pairs of brackets; one without its partner stays as it is."""
    chars, opened = list(text), []
    for found in _BRACKET.finditer(text):
        place = found.start()
        if found[0] in _OPEN:
            opened.append(place)
        elif opened:
            start = opened.pop()
            if _chinese_pair(text, start, place):
                chars[start], chars[place] = _OPEN[1], _CLOSE[1]
    return "".join(chars)


def _chinese_pair(text: str, start: int, end: int) -> bool:
    """Whether the pair at `start` and `end` is a Chinese one: by what it holds, else by both its neighbours."""
    before, after = text[start - 1 : start] if start else "", text[end + 1 : end + 2]
    if text[start] != _OPEN[0] or text[end] != _CLOSE[0]:
        return True  # one half is full-width already
    if any(map(_is_chinese, text[start:end])):
        return not (
            _latin(text[:start].rstrip()[-1:]) and _latin(text[end + 1 :].lstrip()[:1]) and before == " "
        )
    return not (_latin(before) or _latin(after)) and (_near(before) or _near(after))


def _latin(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == _HELD)


def _quotes(text: str) -> str:
    """Straight quotes in pairs; an odd number of them says that one is something else (inches, feet), so all stay."""
    for straight, pair in (('"', "\u201c\u201d"), ("'", "\u2018\u2019")):
        places = [found.start() for found in re.finditer(_outside_words(straight), text)]
        if len(places) % 2 == 0:
            text = _paired(text, places, pair)
    return text


def _outside_words(quote: str) -> str:
    return quote if quote == '"' else "(?<![0-9A-Za-z])'|'(?![0-9A-Za-z])"


def _paired(text: str, places: list[int], pair: str) -> str:
    chars = list(text)
    for start, end in zip(places[::2], places[1::2], strict=True):
        around = text[max(start - 1, 0) : end + 2]
        if any(map(_is_chinese, around)):
            chars[start], chars[end] = pair[0], pair[1]
    return "".join(chars)
