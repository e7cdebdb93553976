"""Signs of symbol fonts (w:sym) by what they show."""

from typing import Final

_PRIVATE: Final = range(0xF000, 0xF100)
_FONTS: Final[dict[str, dict[int, str]]] = {
    "wingdings": {
        0x6C: "●",
        0x6D: "○",
        0x6E: "■",
        0x6F: "□",
        0x71: "□",
        0x75: "◆",
        0x76: "❖",
        0x8C: "①",
        0xA7: "▪",
        0xA8: "□",
        0xD8: "➢",
        0xDF: "←",
        0xE0: "→",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
        0x22: "✂",
        0x28: "☎",
        0x2A: "✉",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"},
    "symbol": {
        0xA3: "≤",
        0xAE: "→",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xB4: "\u00d7",
        0xB7: "•",
        0xB8: "÷",
        0xB9: "≠",
        0xBB: "≈",
    },
}


def shown(font: str, code: str) -> str | None:
    """What the sign `code` (hexadecimal) of `font` shows; None where that is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return None
    signs = _FONTS.get(font.strip().lower())
    if signs is not None:
        return signs.get(number & 0xFF)
    return None if number in _PRIVATE or not 0x20 <= number < 0xD800 else chr(number)  # noqa: PLR2004
