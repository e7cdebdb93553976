"""Names of WordprocessingML (ISO/IEC 29500, transitional) as lxml spells them."""

from functools import cache
from typing import Final

from docx.oxml.ns import qn
from lxml import etree

# What python-docx does not know: markup compatibility, VML, embedded objects.
_OTHERS: Final = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "v": "urn:schemas-microsoft-com:vml",
}


@cache
def q(name: str) -> str:
    """The qualified name of `w:p`: {http://...}p."""
    prefix, _, local = name.partition(":")
    return f"{{{_OTHERS[prefix]}}}{local}" if prefix in _OTHERS else qn(name)


VAL: Final = q("w:val")
OFF: Final = frozenset({"0", "false", "off", "none"})  # how a switch says no (ISO/IEC 29500-1, 22.9.2.7)


def value_of(element: etree._Element | None, name: str) -> str | None:
    """The w:val of the child `name`; None where there is none."""
    child = None if element is None else element.find(q(name))
    return None if child is None else child.get(VAL)


def is_on(element: etree._Element, name: str, *, default: bool) -> bool:
    """Whether the child switch `name` is on; `default` where there is none."""
    child = element.find(q(name))
    return default if child is None else child.get(VAL) not in OFF


def whole(text: str | None, *, otherwise: int = 0, most: int = 32_767) -> int:
    """A number as the document writes it, up to `most`; `otherwise` where it is none."""
    plain = text is not None and text.isascii() and text.isdecimal() and len(text) < 10  # noqa: PLR2004
    return min(int(text), most) if plain and text else otherwise
