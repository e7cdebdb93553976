"""Web pages: the article found among what surrounds it, and read into blocks."""

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from minutes.readers import errors
from minutes.readers.compose import Composed, compose
from minutes.readers.origin import Origin
from minutes.readers.page.head import Head, day_in_address, head_of
from minutes.readers.pictures import Album
from minutes.readers.pieces import Piece
from minutes.report import Report

if TYPE_CHECKING:
    from lxml.etree import _Element

    from minutes.readers.page.article import Article
    from minutes.readers.page.outline import Outline

_LINKED: Final = 0.6
_LINKS: Final = 500
_ENOUGH: Final = 30  # characters of text without which nothing is an article; a Chinese one counts three
_NOTICE: Final = re.compile(
    r"\b(?:40[0-9]|50[0-9])\b|not found|forbidden|bad gateway|access denied|log ?in|sign ?in|"
    r"页面不存在|页面未找到|无法访问|登录|登陆|访问受限|系统提示|错误提示|出错了|验证",
    re.IGNORECASE,
)
_SHORT: Final = 300
_FIRST: Final = 5  # pieces among which a title is looked for
_HAN: Final = re.compile("[\u3400-\u9fff]")
_TARGET: Final = re.compile(r"<i?frame\b[^>]{0,500}?\bsrc\s*=\s*[\"']?([^\"'\s>]{1,200})", re.IGNORECASE)


def read_page(markup: str, origin: Origin, album: Album) -> Report:
    """The report on a page; raises `NoArticle`, `Frames` or `NoText` where there is none."""
    from minutes.readers.page.hidden import merge_inline, show_only_the_visible
    from minutes.readers.page.tree import tree_of

    if not markup.strip("\ufeff \t\r\n\f\0"):
        raise errors.NoText(file=origin.name)
    root = tree_of(markup, origin.name, origin.notebook, origin.limits)
    head = head_of(root, markup, origin.notebook.cleaner)
    _adopt(origin, head)
    frames = next(root.iter("frameset"), None) is not None
    show_only_the_visible(root, origin.notebook)
    merge_inline(root)
    composed, links = _composed(root, head, origin, album)
    _check(composed, frames=frames, markup=markup, name=origin.name)
    return origin.report(
        composed.blocks,
        album,
        heading=_bounded(head.heading, origin),
        furniture=composed.furniture,
        links=links,
    )


def _adopt(origin: Origin, head: Head) -> None:
    """Puts what the head says behind what is known already (the address in an MHTML file)."""
    for name in ("publisher", "author", "published", "address"):
        origin.facts.put(name, getattr(head.facts, name))


def _composed(root: "_Element", head: Head, origin: Origin, album: Album) -> tuple[Composed, tuple[str, ...]]:
    from bs4 import BeautifulSoup

    from minutes.readers.page.article import article_of
    from minutes.readers.page.blocks import Walk
    from minutes.readers.page.lean import lean
    from minutes.readers.page.outline import outline_of

    rows = outline_of(root)
    article = article_of(rows, head.wanted())
    _refuse_menus(rows, article, origin.name)
    links = tuple(_links(rows, article))
    _read_publication(rows, article, origin)
    furniture = [rows.spaced(row)[: origin.limits.line] for row in article.publication]
    soup = BeautifulSoup(lean(rows, article, origin.notebook.cleaner), "lxml")
    pieces = Walk(origin.notebook.cleaner).read(soup)
    if article.title is None:
        _entitle(pieces, head.title(), origin)
    composed = compose(pieces, origin.facts, album.keep, origin.name, origin.limits)
    composed.furniture[:0] = [line for line in furniture if line not in composed.furniture]
    for site in head.sites:
        origin.facts.put("publisher", site)
    origin.facts.put("published", day_in_address(origin.facts.address))
    return composed, links


def _entitle(pieces: list[Piece], title: str | None, origin: Origin) -> None:
    """Gives the title of the head to an article that shows none, or marks the line that shows it."""
    if not title:
        return
    if len(title) > origin.limits.title:
        origin.notebook.add("title-too-long", limit=origin.limits.title)
        return
    for number, piece in enumerate(pieces[:_FIRST]):
        if piece.text == title:
            pieces[number] = replace(piece, kind="heading", level=1, label=None, title=True)
            return
    pieces.insert(0, Piece("heading", title, level=1, title=True))


def _refuse_menus(rows: "Outline", article: "Article", name: str) -> None:
    """Raises `NoArticle` for a page of links: lists of news, start pages."""
    if rows.linkedness(article.core) > _LINKED and rows.prose[article.core] < _ENOUGH:
        raise errors.NoArticle(file=name)


def _links(rows: "Outline", article: "Article") -> list[str]:
    """Addresses that the article links to, as written."""
    found: dict[str, None] = {}
    for piece in article.pieces:
        for link in rows.elements[piece].iter("a"):
            address = str(link.get("href") or "").strip()
            if address and not address.startswith(("#", "javascript:", "data:")) and len(address) <= _SHORT:
                found[address] = None
    return list(found)[:_LINKS]


def _read_publication(rows: "Outline", article: "Article", origin: Origin) -> None:
    for row in article.publication:
        origin.facts.read(rows.spaced(row))


def _check(composed: Composed, *, frames: bool, markup: str, name: str) -> None:
    """Raises where the blocks are no article: too little text, or a notice of the server."""
    body = [block.text for block in composed.blocks if block.level != 1 or block.kind != "heading"]
    text = " ".join(body)
    weight = len(text) + 2 * len(_HAN.findall(text[:_SHORT]))
    if frames and weight < _SHORT:
        target = _TARGET.search(markup)
        raise errors.Frames(file=name, target=target[1] if target and target[1].isprintable() else "?")
    title = composed.blocks[0].text if composed.blocks else ""
    if weight < _ENOUGH or (weight < _SHORT and _NOTICE.search(title)):
        raise errors.NoArticle(file=name)


def _bounded(heading: str | None, origin: Origin) -> str | None:
    return heading[: origin.limits.line] if heading else None
