"""What a page says of itself outside its text: titles, time, source, author, address."""

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from archive.text import plain
from minutes.readers.normalise import Cleaner
from minutes.readers.publish import Facts, moment_in

if TYPE_CHECKING:
    from lxml.etree import _Element

# Names of <meta> and what they tell; PubDate, ContentSource, ArticleTitle are those of Chinese government sites
# (GB/T 政府网站网页设计规范), the rest Open Graph, Dublin Core and habits.
_META: Final = {
    **dict.fromkeys(
        ("pubdate", "publishdate", "article:published_time", "og:release_date", "dc.date", "dcterms.created",
         "dcterms.date", "datepublished", "publish_time", "publishtime", "weibo: article:create_at", "date",
         "dc.date.issued", "dcterms.issued", "sailthru.date"),
        "published",
    ),
    **dict.fromkeys(("contentsource", "source", "dc.publisher", "dcterms.publisher", "mediaid"), "publisher"),
    **dict.fromkeys(("author", "article:author", "dc.creator", "dcterms.creator", "byl"), "author"),
    **dict.fromkeys(("og:url", "twitter:url"), "address"),
    **dict.fromkeys(("og:title", "articletitle", "dc.title", "dcterms.title", "twitter:title"), "title"),
    **dict.fromkeys(("og:site_name", "sitename"), "site"),
}  # fmt: skip
# Browsers (saved from url), SingleFile (url:).
_SAVED: Final = re.compile(
    r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->|<!--\s*Page saved with SingleFile\s+url:\s*(\S+)"
)
# Content systems put the day of publication into the address: /2024-01/11/, t20240111_56231.html, /2023/1129/c12a34/.
_DAY: Final = re.compile(r"(?:/|\bt|_)(20\d\d)[-/]?([01]\d)[-/]?([0-3]\d)(?=[/_.-])")
_SECONDS: Final = re.compile(r"\bvar ct\s*=\s*\"(1[5-9]\d{8}|2\d{9})\"")  # WeChat: seconds since 1970
_CHINA: Final = dt.timezone(dt.timedelta(hours=8))
_PUBLISHED: Final = re.compile(
    r"\"datePublished\"\s*:\s*\"([^\"]{8,40})\"|\bpublish_time\s*=\s*\"([^\"]{8,40})\"|\bcreateTime\s*=\s*'([^']{8,40})'"
)
_HINTS: Final = ("datePublished", "publish_time", "createTime", "var ct")
_NO_SITES: Final = {"微信公众平台"}
_HEAD: Final = 20_000  # where "saved from" and the like stand
# What stands between the title of a report and the name of a site.
_BETWEEN: Final = re.compile(r"\s*[|_\xbb]+\s*|\s+[-\u2013\u2014\xb7:]\s+|(?<=[^\d\s-])\s?-+\s?(?=[^\d\s-])")
_SITE: Final = re.compile(
    r"(?:网|网站|大学|学院|学校|中学|小学|政府|公司|集团|医院|局|委|委员会|厅|处|部|系|办公室|中心|官网|首页|新闻|要闻|动态|"
    r"政协|工会|要闻网|日报|晚报|频道|研究院|研究所|协会|图书馆|门户|平台|website|council|university|school|home|city of .*)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Head:
    """Titles as given (site name and all), the first the best, and the facts of publication."""

    heading: str | None = None  # <title>
    titles: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)

    def wanted(self) -> list[str]:
        """Forms the report's own title may have: those of the head, and the parts of <title> before a site's name."""
        found = list(self.titles)
        if self.heading:
            found += [self.heading, *_fronts(self.heading)]
        return [title for title in dict.fromkeys(found) if title not in self.sites]

    def title(self) -> str | None:
        """The title without the site's name, for a page that shows none."""
        if self.titles:
            return self.titles[0]
        if not self.heading:
            return None
        parts = _BETWEEN.split(self.heading)
        while len(parts) > 1 and (parts[-1] in self.sites or _SITE.search(plain(parts[-1]))):
            parts.pop()
        return self.heading[: _end_of(self.heading, len(parts))]


def head_of(root: "_Element", markup: str, cleaner: Cleaner) -> Head:
    """Reads <title>, <meta>, links and the few script variables that carry the date; scripts are not run."""
    head = Head()
    for element in root.iter("title"):
        head.heading = head.heading or cleaner.line("".join(map(str, element.itertext()))) or None
    for element in root.iter("meta"):
        name = str(element.get("name") or element.get("property") or element.get("itemprop") or "")
        _take(head, _META.get(name.strip().lower()), cleaner.line(str(element.get("content") or "")))
    if "js_name" in markup:
        _account(head, root, cleaner)
    _address(head, root, markup)
    if any(hint in markup for hint in _HINTS):
        _scripted(head, markup)
    return head


def day_in_address(address: str | None) -> str | None:
    """The day of publication that an address carries, YYYY-MM-DD."""
    found = _DAY.search(address or "")
    return moment_in("-".join(found.groups())) if found else None


def _scripted(head: Head, markup: str) -> None:
    """The moment of publication in a script's variable."""
    if found := _PUBLISHED.search(markup):
        head.facts.put("published", moment_in(found[1] or found[2] or found[3]))
    if seconds := _SECONDS.search(markup):
        moment = dt.datetime.fromtimestamp(int(seconds[1]), _CHINA)
        head.facts.put("published", f"{moment:%Y-%m-%dT%H:%M}")


def _account(head: Head, root: "_Element", cleaner: Cleaner) -> None:
    """The account that published an article on WeChat."""
    for element in root.iter("a", "strong", "span"):
        if element.get("id") == "js_name":
            head.facts.put("publisher", cleaner.line("".join(map(str, element.itertext()))))


def _take(head: Head, what: str | None, value: str) -> None:
    if not what or not value:
        return
    if what == "title":
        head.titles.append(value)
    elif what == "site":
        head.sites += [] if value in _NO_SITES else [value]
    elif what == "published":
        head.facts.put("published", moment_in(value))
    elif what != "address" or _is_address(value):
        head.facts.put(what, value)


def _address(head: Head, root: "_Element", markup: str) -> None:
    """Where the page was saved from; the address it calls its own comes second."""
    if (saved := _SAVED.search(markup[:_HEAD])) and _is_address(address := saved[1] or saved[2]):
        head.facts.address = address
    for link in root.iter("link"):
        if str(link.get("rel") or "").lower() == "canonical" and _is_address(str(link.get("href") or "")):
            head.facts.put("address", str(link.get("href")))


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and text.isprintable()


def _fronts(heading: str) -> list[str]:
    """The heading up to each place where a site's name may begin, and its pieces."""
    cuts = [found.start() for found in _BETWEEN.finditer(heading)]
    return [heading[:cut].strip() for cut in reversed(cuts)] + [
        part for part in _BETWEEN.split(heading) if part
    ]


def _end_of(heading: str, parts: int) -> int:
    cuts = [found.start() for found in _BETWEEN.finditer(heading)]
    return cuts[parts - 1] if parts <= len(cuts) else len(heading)
