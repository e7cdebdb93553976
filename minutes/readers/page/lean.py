"""The article as markup of its own, with nothing left in it that carries no text: what beautifulsoup then reads."""

import re
from typing import TYPE_CHECKING, Final

from minutes.readers.page.article import Article
from minutes.readers.page.hidden import remove
from minutes.readers.page.outline import Outline
from minutes.readers.page.words import BLOCKS

if TYPE_CHECKING:
    from lxml.etree import _Element

TITLE: Final = "data-title"
CENTRED: Final = "data-centred"
_KEPT: Final = BLOCKS | {"br", "img", "b", "strong", "hr"}
_ATTRIBUTES: Final = frozenset({
    "src", "data-src", "data-original", "title", "alt", "width", "height", "type", "start", "value", "colspan", "rowspan",
})  # fmt: skip
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTRE: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)


def lean(rows: Outline, article: Article) -> str:
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
    return etree.tostring(holder, encoding="unicode", method="html")


def _simplify(holder: "_Element") -> None:
    """Drops inline elements (their text stays) and attributes; what style says of weight and place becomes markup."""
    from lxml import etree

    unneeded: set[str] = set()
    for element in list(holder.iter()):
        tag = str(element.tag)
        if tag in _KEPT:
            _keep_little(element)
        elif tag in {"span", "font"} and _BOLD.search(str(element.get("style", ""))):
            element.tag = "b"
            element.attrib.clear()
        else:
            unneeded.add(tag)
    if unneeded:
        etree.strip_tags(holder, *unneeded)


def _keep_little(element: "_Element") -> None:
    attributes = element.attrib
    if not attributes:
        return
    style = str(attributes.get("style", ""))
    centred = str(attributes.get("align", "")).lower() == "center" or _CENTRE.search(style)
    is_title = attributes.get(TITLE) is not None
    for name in [name for name in attributes if name not in _ATTRIBUTES]:
        del attributes[name]
    if centred:
        attributes[CENTRED] = ""
    if is_title:
        attributes[TITLE] = ""
