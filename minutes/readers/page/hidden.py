"""Text that a page holds but does not show, taken out before anything is weighed; needless elements with it."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from minutes.readers.notes import Notebook
from minutes.readers.page.words import INLINE, SHOWLESS, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?<![-\w])opacity\s*:\s*0*\.?0*(?:;|!|\s|$)"
    r"|(?<![-\w])font-size\s*:\s*0*\.?0*(?:px|pt|em|rem|%)?\s*(?:;|!|$)|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_FONT_SIZE: Final = re.compile(r"font-size\s*:\s*0", re.IGNORECASE)
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_FOR_READERS: Final = frozenset(
    {"screen", "reader", "sr", "only", "visually", "hidden", "visuallyhidden", "sronly"}
)
_RULE: Final = re.compile(r"([^{}]{1,300})\{([^{}]{0,2000})\}")
_SIMPLE: Final = re.compile(r"[.#][\w-]+")
_MOSTLY: Final = 0.5
_MANY: Final = 2
_WRAPPERS: Final = 20  # elements around most of the page that claim to be hidden; more are an attack
DISSOLVED: Final = 20_000  # inline elements; dissolving more would be quadratic in libxml2


def show_only_the_visible(root: "_Element", notebook: Notebook) -> None:
    """Removes scripts, styles and hidden text from the tree; hidden text is noted.

    What hides the greater part of a page is a script's way of fading it in or folding it up, and stays.
    """
    from lxml import etree

    names = _hidden_names(root)
    etree.strip_elements(root, *SHOWLESS, with_tail=False)
    found = [one for one in _suspects(root) if _is_hidden(one, names)]
    if not found:
        return
    total = _size(root)
    hidden = _outermost(found, total)
    if sum(size for _, size in hidden) > _MOSTLY * total:
        notebook.add("hidden-shown", count=len(hidden))
        return
    for element, _ in hidden:
        remove(element)
    if count := sum(size > 0 and not _is_for_readers(element) for element, size in hidden):
        notebook.add("hidden-text", count=count)


def _outermost(elements: "list[_Element]", total: int) -> "list[tuple[_Element, int]]":
    """Hidden elements that lie in no other, with their sizes; those around most of the page do not count."""
    found: dict[_Element, int] = {}
    wrappers = 0
    for element in elements:
        if wrappers > _WRAPPERS or any(one in found for one in element.iterancestors()):
            continue
        size = _size(element)
        if size > _MOSTLY * total:
            wrappers += 1
        else:
            found[element] = size
    return list(found.items())


def merge_inline(root: "_Element") -> None:
    """Dissolves inline elements without class or id into the text around them: pasted pages cut it into thousands.

    What a style makes bold becomes <b>; a picture of an emoji becomes its character.
    """
    from lxml import etree

    for picture in [
        one for one in root.iter("img") if "emoji" in (one.get("class") or "") and one.get("alt")
    ]:
        picture.text = picture.get("alt")
        picture.tag = _NEEDLESS
    inline = list(root.iter(*INLINE))
    if len(inline) > DISSOLVED:
        return
    for element in inline:
        if element.get("class") or element.get("id") or element.get("size"):
            continue
        style = element.get("style")
        element.tag = "b" if style and _is_bold(str(style)) else _NEEDLESS
    etree.strip_tags(root, _NEEDLESS)


_NEEDLESS: Final = "needless"


def remove(element: "_Element") -> None:
    """Takes the element out of its tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)


def _hidden_names(root: "_Element") -> frozenset[str]:
    """Classes (.x) and ids (#x) that the page's own style sheets hide by a simple rule."""
    found: set[str] = set()
    for style in root.iter("style"):
        for rule in _RULE.finditer(style.text or ""):
            if _HIDING.search(rule[2]) and not _FONT_SIZE.search(rule[2]):
                found.update(one.strip() for one in rule[1].split(",") if _SIMPLE.fullmatch(one.strip()))
    return frozenset(found)


def _suspects(root: "_Element") -> "Iterator[_Element]":
    """Elements with an attribute that can hide; most of a large page has none."""
    for one in root.iter():
        if one.get("style") or one.get("class") or one.get("id") or one.get("hidden") is not None:
            yield one


def _is_hidden(element: "_Element", names: frozenset[str]) -> bool:
    if (style := element.get("style")) and (hiding := _hiding(style)):
        return not _FONT_SIZE.match(hiding) or not _sets_size_again(element)
    if element.get("hidden") is not None or _is_for_readers(element):
        return True
    if not names:
        return False
    classes = (element.get("class") or "").split()
    return any(f".{name}" in names for name in classes) or f"#{element.get('id')}" in names


@lru_cache(4096)
def _hiding(style: str) -> str:
    """What in a style hides; pasted pages repeat a few styles thousands of times."""
    found = _HIDING.search(style)
    return found[0] if found else ""


@lru_cache(4096)
def _is_bold(style: str) -> bool:
    return _BOLD.search(style) is not None


def _sets_size_again(element: "_Element") -> bool:
    """font-size:0 closes gaps between inline blocks where what is inside sets its own size."""
    return any("font-size" in (inner.get("style") or "") for inner in element.iterdescendants())


def _is_for_readers(element: "_Element") -> bool:
    """Words for screen readers only: 'Skip to content'."""
    names = element.get("class")
    return names is not None and _speaks(names)


@lru_cache(4096)
def _speaks(names: str) -> bool:
    return len(words_of(names) & _FOR_READERS) >= _MANY


def _size(element: "_Element") -> int:
    return sum(len(text.strip()) for text in element.itertext())
