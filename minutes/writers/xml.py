"""XML put together as text: one function writes every element, so that nothing unescaped can get in."""

from functools import cache, lru_cache
from typing import Final

from minutes.border import terminal

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES: Final = {"xmlns_w": WORD, "xmlns_r": RELATIONS}


def tag(name: str, /, *children: str, **attributes: str | float | None) -> str:
    """An element; `w_val=1` is the attribute w:val, None leaves one out. Children are XML already, see `text`."""
    given = "".join(
        [
            f' {_name(key)}="{value if isinstance(value, int) else _quoted(str(value))}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    inside = "".join(children)
    return f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>"


@cache
def _name(key: str) -> str:
    return key.replace("_", ":", 1)


def text(words: str) -> str:
    """Document text as XML character data: controls, direction overrides and what XML 1.0 cannot hold are gone."""
    return escaped(terminal(words))


def escaped(words: str) -> str:
    """Character data of clean text."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(1024)  # names of styles and typefaces, again and again
def _quoted(value: str) -> str:
    clean = value if value.isascii() and value.isprintable() else " ".join(terminal(value).split())
    return escaped(clean).replace('"', "&quot;")
