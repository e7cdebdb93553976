"""Chinese numerals as numbers: 二十一, 二\u3007二四, 两."""

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "\u3007": 0,
    "○": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "参": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
    "O": 0,
}
UNITS = {"十": 10, "拾": 10, "百": 100, "千": 1000, "万": 10000}


def number_of(word: str) -> int | None:
    """The number written, in Arabic or Chinese figures; None where it is none."""
    if word.isascii() and word.isdigit():
        return int(word[:9])
    if word and all(char in DIGITS for char in word):
        return int("".join(str(DIGITS[char]) for char in word)[:9])
    return _composed(word)


def _composed(word: str) -> int | None:
    total, digit = 0, 0
    for char in word:
        if char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        elif char in DIGITS:
            digit = DIGITS[char]
        else:
            return None
    return total + digit if word else None
