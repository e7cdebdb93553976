"""Markup to a tree of elements, complete: what lxml would drop without a word is caught and read again."""

import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Final

from minutes.readers import errors
from minutes.readers.limits import Limits
from minutes.readers.notes import Notebook
from minutes.readers.page.words import BLOCKS

if TYPE_CHECKING:
    from bs4 import Tag
    from lxml.etree import _Element

_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# The same as references (&#x1b;): lxml reads them and then refuses to move them. A zero-width space takes their place,
# or what is left might make a new one (&#&#0;27;); it is taken out and counted with the text.
_REFERENCES: Final = re.compile(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|d[89a-f][0-9a-f]{2}|fff[ef])(?![0-9a-f])"
    r"|0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d));?",
    re.IGNORECASE,
)
_NOTHING: Final = "\u200b"
# lxml takes 8 s for one tag of 80,000 attributes (each is compared with all before it): tags that long lose them.
_LONG_TAG: Final = re.compile(r"<([A-Za-z][A-Za-z0-9]*)\s[^<>]{10000,}>")
_LONG: Final = 10_000
_IN_SCRIPT: Final = re.compile(r"\bfunction\b|base64,|[{}]")  # long, and no text
_MANY_ATTRIBUTES: Final = 1_000
_DEEPEST: Final = 200  # lxml stops at 255 (libxml2: ERR_RESOURCE_LIMIT)
_BROKEN: Final = "<br data-block>"  # stands for the edge of a block
_SHOWLESS: Final = {"script", "style", "template"}


def tree_of(markup: str, name: str, notebook: Notebook, limits: Limits) -> "_Element":
    """The root of the page; raises `NoText` where there is no element, `TooMuchText` and `TooDeep` beyond the limits."""
    count = _checked(markup, name, limits)
    _note_unclosed(markup, notebook)
    markup, controls = _CONTROLS.subn("", markup)
    markup = _REFERENCES.sub(_NOTHING, markup) if "&#" in markup else markup
    notebook.cleaner.removed["control"] += controls
    if any(len(part) > _LONG for part in markup.split(">")):
        markup = _LONG_TAG.sub(_with_few_attributes, markup)
    root, complete = _parsed(markup)
    if not complete:
        if count > limits.deep_elements:
            raise errors.TooDeep(file=name, limit=_DEEPEST)
        shallow = "".join(_shallow(markup))
        if _BROKEN in shallow:
            notebook.add("deep-nesting", depth=_DEEPEST)
        root, _ = _parsed(shallow)
    if root is None:
        raise errors.NoText(file=name)
    return root


def _checked(markup: str, name: str, limits: Limits) -> int:
    """The number of tags; raises `TooMuchText` before anything is parsed that would take too long."""
    count = markup.count("<")
    longest = _longest_text(markup, limits.text) if len(markup) > limits.text else 0
    for what, found, limit in (
        ("elements", count, limits.elements),
        ("attributes", markup.count("=") if len(markup) > limits.attributes else 0, limits.attributes),
        ("characters", longest, limits.text),
    ):
        if found > limit:
            raise errors.TooMuchText(file=name, what=what, limit=limit)
    return count


def _longest_text(markup: str, least: int) -> int:
    """Characters of the longest text between two tags, if it has more than `least`; scripts are none."""
    runs = (run for run in markup.split(">") if len(run) > least and not _IN_SCRIPT.search(run[:_LONG]))
    return max((len(run.partition("<")[0]) for run in runs), default=0)


def _parsed(markup: str) -> tuple["_Element | None", bool]:
    """The tree and whether all of the markup is in it."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(markup.encode("utf-8"), parser)
    except etree.LxmlError:
        return None, True
    return root, not any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)


def _with_few_attributes(tag: re.Match[str]) -> str:
    return f"<{tag[1]}>" if len(tag[0].split(None, _MANY_ATTRIBUTES)) > _MANY_ATTRIBUTES else tag[0]


def _note_unclosed(markup: str, notebook: Notebook) -> None:
    """Notes a comment or tag that never ends: a parser drops what follows it."""
    opened = markup.find("<!--", max(0, markup.rfind("-->")))
    broken = markup.rfind("<", markup.rfind(">") + 1)
    start = min((place for place in (opened, broken) if place >= 0), default=-1)
    if start >= 0:
        notebook.add("markup-unclosed", count=len(markup) - start)


def _shallow(markup: str) -> Iterator[str]:
    """The page's markup again, elements deeper than lxml goes replaced by line ends where they break a line."""
    from bs4 import BeautifulSoup, Tag

    soup = BeautifulSoup(markup, "lxml")
    stack: list[tuple[Iterator[object], str]] = [(iter(soup.contents), "")]
    while stack:
        children, closing = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield closing
        elif isinstance(child, Tag):
            if child.name not in _SHOWLESS:
                opening, closing = _opened(child, len(stack))
                yield opening
                stack.append((iter(child.contents), closing))
        elif type(child).__name__ == "NavigableString":
            yield escape(str(child))


def _opened(tag: "Tag", depth: int) -> tuple[str, str]:
    if depth < _DEEPEST:
        attributes = "".join(f' {name}="{escape(_flat(value))}"' for name, value in tag.attrs.items())
        return f"<{tag.name}{attributes}>", f"</{tag.name}>"
    if tag.name == "br":
        return "<br>", ""
    return (_BROKEN, _BROKEN) if tag.name in BLOCKS else ("", "")


def _flat(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)
