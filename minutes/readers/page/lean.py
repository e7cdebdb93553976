"""The article as markup of its own, with nothing left in it that carries no text: what beautifulsoup then reads."""

import re
from typing import TYPE_CHECKING, Final

from minutes.readers.normalise import Cleaner
from minutes.readers.page.article import Article
from minutes.readers.page.hidden import DISSOLVED, remove
from minutes.readers.page.outline import Outline
from minutes.readers.page.words import BLOCKS

if TYPE_CHECKING:
    from lxml.etree import _Element

TITLE: Final = "data-title"
LINES: Final = "data-lines"  # a <pre> of ours: each line is a paragraph
CENTRED: Final = "data-centred"
_KEPT: Final = BLOCKS | {"br", "img", "b", "strong", "hr"}
_ATTRIBUTES: Final = frozenset({
    "src", "data-src", "data-original", "title", "alt", "width", "height", "type", "start", "value", "colspan", "rowspan",
})  # fmt: skip
_CENTRE: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)


def lean(rows: Outline, article: Article, cleaner: Cleaner) -> str:
    """Markup of the pieces, title marked, chrome and publication data taken out; consumes the tree."""
    from lxml import etree

    if article.title is not None:
        rows.elements[article.title].set(TITLE, "")
    out = {*article.chrome, *article.publication}
    for row in out:
        remove(rows.elements[row])
    holder = etree.Element("div")
    for row in article.pieces:
        if row not in out:
            holder.append(rows.elements[row])
    _simplify(holder)
    _gather(holder, cleaner)
    markup: str = etree.tostring(holder, encoding="unicode", method="html")
    return markup


def _simplify(holder: "_Element") -> None:
    """Drops inline elements (their text stays) and attributes; what style says of weight and place becomes markup."""
    from lxml import etree

    unneeded: set[str] = set()
    count = 0
    for element in list(holder.iter()):
        tag = str(element.tag)
        if tag in _KEPT:
            _keep_little(element)
        else:
            unneeded.add(tag)
            count += 1
    if unneeded and count <= DISSOLVED:
        etree.strip_tags(holder, *unneeded)


def _gather(holder: "_Element", cleaner: Cleaner) -> None:
    """Makes one <pre> of each run of paragraphs that hold nothing but text, a line for each."""
    for first in list(holder.iter("p", "div")):
        parent = first.getparent()
        if parent is None or not _is_plain(first):
            continue
        lines = [cleaner.line(first.text or "")]
        after = first.getnext()
        while after is not None and not (first.tail or "").strip() and _is_plain(after):
            following = after.getnext()
            lines.append(cleaner.line(after.text or ""))
            first.tail = after.tail
            parent.remove(after)
            after = following
        first.tag = "pre"
        first.set(LINES, "")
        first.text = "\n".join(filter(None, lines))


def _is_plain(element: "_Element") -> bool:
    return element.tag in {"p", "div"} and not len(element) and not element.attrib


def _keep_little(element: "_Element") -> None:
    attributes = element.attrib
    if not attributes:
        return
    style = str(attributes.get("style", ""))
    centred = str(attributes.get("align", "")).lower() == "center" or _CENTRE.search(style)
    is_title = attributes.get(TITLE) is not None
    kept = [(name, value) for name, value in attributes.items() if name in _ATTRIBUTES]
    attributes.clear()  # one by one fails for names that are none ({x}=1)
    for name, value in kept:
        attributes[name] = value
    if centred:
        attributes[CENTRED] = ""
    if is_title:
        attributes[TITLE] = ""
