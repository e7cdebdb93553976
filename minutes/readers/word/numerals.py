"""Numbers as Word's automatic numbering writes them (ISO/IEC 29500-1, 17.18.59, ST_NumberFormat)."""

from collections.abc import Callable
from typing import Final

_ZERO: Final = "\u3007"  # the round zero
_DIGITS: Final = f"{_ZERO}一二三四五六七八九"
_SIMPLE: Final = ("零一二三四五六七八九", " 十百千", "万")
_JAPANESE: Final = (_DIGITS, " 十百千", "万")
_TAIWANESE: Final = ("零一二三四五六七八九", " 十百千", "萬")
_LEGAL: Final = ("零壹贰叁肆伍陆柒捌玖", " 拾佰仟", "万")
_LEGAL_TRADITIONAL: Final = ("零壹貳參肆伍陸柒捌玖", " 拾佰仟", "萬")
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_WORDS: Final = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_ORDINALS: Final = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_CIRCLED: Final = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" + "".join(
    chr(code) for first, last in ((0x3251, 0x3260), (0x32B1, 0x32C0)) for code in range(first, last)
)
_LARGEST: Final = 99_999_999
_TEENS: Final = 20
_HUNDRED: Final = 100
_ALPHABET: Final = 26
_ROMAN_LARGEST: Final = 32_767  # Word's own bound


def numeral(number: int, style: str) -> str:
    """`number` in the format `style`; decimal where the format has no sign for it or is not known here."""
    if not 0 <= number <= _LARGEST:
        return str(number)
    return _STYLES.get(style, str)(number)


def _counting(
    signs: tuple[str, str, str], *, bare_teens: bool = True, unit_one: bool = True
) -> Callable[[int], str]:
    """Numerals with units. `bare_teens`: 十二, not 一十二; `unit_one`: 一百, where Japanese has 百."""

    def written(number: int) -> str:
        if not number:
            return signs[0][0]
        text = _grouped(number, signs, unit_one=unit_one)
        return text[1:] if bare_teens and 10 <= number < _TEENS and unit_one else text  # noqa: PLR2004

    return written


def _grouped(number: int, signs: tuple[str, str, str], *, unit_one: bool) -> str:
    high, low = divmod(number, 10_000)
    text = _thousands(low, signs, unit_one=unit_one)
    if not high:
        return text
    gap = signs[0][0] if unit_one and 0 < low < 1000 else ""  # noqa: PLR2004
    return _thousands(high, signs, unit_one=unit_one) + signs[2] + gap + text


def _thousands(number: int, signs: tuple[str, str, str], *, unit_one: bool) -> str:
    zeros, units, _ = signs
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if not digit:
            gap = bool(text)
            continue
        text += zeros[0] if gap and unit_one else ""
        text += "" if digit == 1 and power and not unit_one else zeros[digit]
        text += units[power].strip()
        gap = False
    return text


def _chinese(number: int) -> str:
    """As Word's chineseCounting: units up to 99, beyond them the digits alone."""
    return _counting(_SIMPLE)(number) if number < _HUNDRED else _digits(number, "○")


def _digits(number: int, zero: str = _ZERO) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number)).replace(_ZERO, zero)


def _letters(number: int) -> str:
    """As Word: ... y, z, aa, bb, cc."""
    repeats, letter = divmod(number - 1, _ALPHABET)
    return chr(ord("a") + letter) * (repeats + 1) if 0 < number <= 780 else str(number)  # noqa: PLR2004


def _roman(number: int) -> str:
    if not 0 < number <= _ROMAN_LARGEST:
        return str(number)
    text = ""
    for value, signs in _ROMAN:
        text += signs * (number // value)
        number %= value
    return text


def _ordinal(number: int) -> str:
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _one_of(signs: str | tuple[str, ...], first: int = 1) -> Callable[[int], str]:
    """The sign of the number in a row; decimal beyond it."""
    return lambda number: signs[number - first] if first <= number < len(signs) + first else str(number)


def _cycle(number: int) -> str:
    """The sixty-year cycle: 甲子, 乙丑 ..."""
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number else str(number)


def _row_from(first: int, count: int) -> str:
    return "".join(chr(first + place) for place in range(count))


_FULL_WIDTH: Final = str.maketrans({str(digit): chr(0xFF10 + digit) for digit in range(10)})

_STYLES: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _one_of(_CIRCLED, 0),
    "decimalEnclosedCircleChinese": _one_of(_CIRCLED, 0),
    "decimalEnclosedParen": _one_of(_row_from(0x2474, 20)),
    "decimalEnclosedFullstop": _one_of(_row_from(0x2488, 20)),
    "ideographEnclosedCircle": _one_of(_row_from(0x3280, 10)),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _counting(_SIMPLE),
    "japaneseCounting": _counting(_JAPANESE, unit_one=False),
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _counting(_TAIWANESE),
    "chineseLegalSimplified": _counting(_LEGAL, bare_teens=False),
    "ideographLegalTraditional": _counting(_LEGAL_TRADITIONAL, bare_teens=False),
    "japaneseLegal": _counting(_LEGAL_TRADITIONAL, bare_teens=False),
    "ideographDigital": _digits,
    "taiwaneseDigital": lambda number: _digits(number, "○"),
    "japaneseDigitalTenThousand": _digits,
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda number: _one_of(_WORDS, 0)(number).capitalize(),
    "ordinalText": lambda number: _one_of(_ORDINALS, 0)(number).capitalize(),
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "none": lambda _: "",
}
