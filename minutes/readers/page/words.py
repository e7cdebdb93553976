"""The vocabulary of page markup: which tags, class names and ids stand for what."""

import re
from functools import cache
from typing import Final, Literal

BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
})  # fmt: skip
# Never text of a report. noscript repeats what scripts show; select holds choices.
SHOWLESS: Final = (
    "script", "style", "template", "noscript", "svg", "canvas", "iframe", "frame", "object", "embed", "audio", "video",
    "map", "rt", "rp", "marquee", "select", "button", "input", "textarea", "datalist", "progress", "link", "meta", "math",
)  # fmt: skip
INLINE: Final = (
    "span", "font", "em", "i", "u", "small", "big", "label", "abbr", "cite", "time", "ins", "mark", "bdi", "bdo", "strike",
    "s", "tt", "kbd", "samp", "var", "q", "wbr", "o:p", "st1:chsdate", "st1:personname",
)  # fmt: skip
AROUND: Final = frozenset({"nav", "footer", "aside", "menu", "dialog", "form", "header"})
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}

# Class names and ids are cut into words (arti_link, artiLink -> arti, link). A strong word makes an element furniture
# unless it holds the article or its title; a weak one only together with links or the lack of sentences.
_STRONG: Final = frozenset({
    "nav", "navbar", "navigation", "subnav", "topnav", "leftnav", "sidenav", "menu", "submenu", "mainmenu", "sidebar",
    "sidebars", "aside", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "crumbnav", "bread", "mbx", "dqwz", "weizhi",
    "curpos", "foot", "footer", "footbar", "copyright", "copyrights", "banquan", "colophon", "share", "sharing",
    "shares", "bdshare", "bdsharebuttonbox", "jiathis", "addthis", "addtoany", "social", "sns", "comment", "comments",
    "pinglun", "respond", "related", "relate", "relates", "xgxw", "xgwz", "xgyd", "xglj", "xiangguan", "recommend",
    "recommended", "recommends", "tuijian", "ranking", "paihang", "prevnext", "prenext", "nextprev", "pagination",
    "pager", "paging", "pagebar", "shangxia", "sxp", "sxy", "updown", "toolbar", "qrcode", "qr", "ewm", "erweima",
    "login", "signin", "sousuo", "searchbox", "searchform", "advert", "adverts", "advertisement", "adsense", "guanggao",
    "gotop", "totop", "backtop", "backtotop", "friendlink", "friendlinks", "flink", "yqlj", "widget", "cookie",
    "cookies", "consent", "skip", "skiplink", "newsletter", "signup", "popup", "modal", "masthead", "topbar", "appbar",
    "leaderboard", "feedback", "taboola", "outbrain", "toc", "diagnostics", "prelink", "nextlink", "fontsize", "noprint", "dayin",
    "hotnews", "hotlist", "editsection",
})  # fmt: skip
_WEAK: Final = frozenset({
    "side", "left", "right", "top", "bottom", "path", "pos", "position", "location", "link", "links", "tool", "tools",
    "hot", "rank", "top10", "tag", "tags", "prev", "next", "page", "pages", "print", "close", "search", "ad", "ads",
    "gg", "wx", "weixin", "weibo", "wechat", "reply", "header", "head", "hd", "rel", "xg", "pn", "context", "statement",
    "disclaimer", "shengming", "album", "archive", "category", "categories", "cat", "lang", "language", "register",
    "subscribe", "rating", "editor", "zrbj", "logo", "banner", "list", "more", "hits", "click", "alert",
    "notice", "contact", "quick", "site", "ft", "bar", "dialog", "column", "col", "dy", "sm", "fx", "rec", "meta",
    "info", "button", "btn", "btns", "img", "code", "mbox", "catalog", "like", "digg", "zan", "version", "accessibility", "tip", "tips",
})  # fmt: skip
_ARTICLE: Final = frozenset({
    "article", "content", "contents", "entry", "post", "zoom", "main", "detail", "body", "text", "con", "news", "arti",
    "artibody", "articlecontent", "wenzhang", "neirong", "zhengwen", "nr", "trs", "ueditor", "vsbcontent", "hentry",
    "story", "minutes", "meeting",
})  # fmt: skip
_META: Final = frozenset({
    "meta", "metas", "info", "infos", "byline", "submitted", "publisher", "pubtime", "pubdate", "publish", "published",
    "posted", "source", "author", "artimetas", "newsinfo", "articleinfo", "fbsj", "laiyuan", "ly", "property", "metadata",
    "dateline", "attr", "subinfo", "xinxi", "date",
})  # fmt: skip
_BYLINE: Final = frozenset(
    {"meta", "metas", "byline", "submitted", "posted", "artimetas", "metadata", "dateline"}
)
_TITLE: Final = frozenset({
    "title", "tit", "titles", "headline", "biaoti", "bt", "pagetitle", "articletitle", "artititle", "newstitle", "subject",
    "arttitle",
})  # fmt: skip
_WORD: Final = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_ROLES: Final = frozenset({
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "menubar", "toolbar", "alert",
})  # fmt: skip

Look = Literal["strong", "weak", "article", "plain"]


@cache
def look(tag: str, names: str, role: str) -> Look:
    """What tag, class and id (`names`) and role make an element look like."""
    if role in _ROLES:
        return "strong"
    words = words_of(names)
    if tag in AROUND and not words & _ARTICLE:
        return "weak" if tag in {"form", "header"} else "strong"
    if words & _STRONG:
        return "weak" if words & _ARTICLE else "strong"
    if words & _WEAK and not words & _ARTICLE:
        return "weak"
    return "article" if words & _ARTICLE or tag in {"article", "main"} else "plain"


@cache
def names_publication(names: str) -> bool:
    """Whether class or id say that the element holds data on the publication (article-info, entry-meta)."""
    return bool(words_of(names) & _META)


@cache
def names_byline(names: str) -> bool:
    """Whether class or id leave no doubt that a date in the element is that of publication."""
    return bool(words_of(names) & _BYLINE)


@cache
def names_title(names: str) -> bool:
    """Whether class or id say that the element holds a title."""
    return bool(words_of(names) & _TITLE)


@cache
def words_of(names: str) -> frozenset[str]:
    """The words of class names and ids, in small letters; also each name run together (arti_title: artititle)."""
    words = {word.lower() for word in _WORD.findall(names)}
    words.update(re.sub("[^a-z0-9]", "", name.lower()) for name in names.split())
    return frozenset(words)
