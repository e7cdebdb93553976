"""Title, organisation and number of the meeting."""

import re
from collections.abc import Sequence

from archive.record import Span
from minutes.extract.en.dates import DATE
from minutes.extract.en.fields import Field
from minutes.extract.en.passages import Passage
from minutes.extract.en.when import ISSUE
from minutes.extract.lazy import lazy
from minutes.report import Report

MEETING = lazy(
    r"\b(?:minutes|meeting|agm|annual general|teleconference|telecon|conference call|session|notes|proceedings|assembly|call|plenary|summit|workshop|stand-?up|hearing)\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:Council|Board(?: of (?:Directors|Trustees|Governors|Education|Supervisors|Commissioners|Selectmen))?|Committee|Subcommittee|Sub-Committee|Association|Society|Trust|Senate|Commission|"
    r"Working Group|Task Force|Governing Body|Union|Branch|Club|Foundation|Assembly|Authority|Panel|Parliament|Department|Federation|Academy|School|University|College|Bank|Institute|Forum|Cooperative|Group|Team)"
)
_ORGANISATION = lazy(rf"\b((?:[A-Z][\w'&.-]*,? (?:(?:of|and|for|the|on) )*)*{_BODY})\b")
_NUMBER = lazy(
    r"\b(?:(?:Meeting|Minutes|Minute|Session|No\.?|Number|Ref(?:erence)?\.?)\s*(?:No\.?|Number|#|:)*\s*)((?:\d{1,4}[/-]\d{1,4}(?:[/-]\d{1,4})?|#?\d{1,4}))(?![\w/.:-])|#(\d{1,4})\b|\b(\d{1,3}(?:st|nd|rd|th)) (?:\w+ )?(?:meeting|session)"
)
_LINES = 6
_LONGEST = 160
_SUBTITLE = 60
_ITEM = lazy(
    r"\W*(?:\d+[.)] ?)?(?:approval|adoption|confirmation|review|acceptance|reading|call|opening|next|previous|last)\b",
    re.IGNORECASE,
)
_AT_LARGE = lazy(
    r"\b(?:Trust|Club|School|University|College|Foundation|Society|Association|Church|Institute|Department|Ltd|Limited|Inc|Company|Hospital|Academy|Federation|League|Charity)\.?$"
)
_ARTICLE = lazy(
    r"\b(?:meeting|meet|forum|assembly|agm|council|committee|board|trustees|governors|minutes|report (?:from|of)|gathering|conference)\b",
    re.IGNORECASE,
)
_DRAFT = lazy("^[-\u2013\u2014(\\[]+ ?draft ?[-\u2013\u2014)\\]:]+ ?", re.IGNORECASE)
_SUBTITLED = lazy(r"(?:minutes|notes|record) of\b|meeting (?:no|number|#)|.*\d", re.IGNORECASE)


def title_of(report: Report, passages: Sequence[Passage]) -> tuple[str, Span | None, str] | None:
    """The report's own heading, without the site's name: text, place and rule."""
    lines = [one for one in passages[:_LINES] if one.cell is None and 2 < len(one.text) <= _LONGEST]  # noqa: PLR2004
    first = [one for one in passages[: 4 * _LINES] if one.kind == "heading" and one.section.level == 1][:1]
    for rule, found in (
        ("article", _within_issue(passages)),
        ("heading-1", first),
        ("page-title", _named_by_page(report, lines)),
        ("first-heading", _by_look(lines)),
    ):
        for line in found:
            line = _below(line, lines) or line  # noqa: PLW2901
            return (
                _whole(line),
                Span(block=line.block, start=0, end=len(line.source)) if line.start == 0 else line.whole,
                rule,
            )
    return (bare(report.heading), None, "page-title") if report.heading else None


def _within_issue(passages: Sequence[Passage]) -> list[Passage]:
    """The heading of the article on a meeting, in a newsletter that numbers its issues."""
    if not any(ISSUE.match(one.text) for one in passages[:_LINES]):
        return []
    articles = [
        one for one in passages[1 : 4 * _LINES] if one.kind == "heading" and _ARTICLE.search(one.text)
    ]
    return articles[:1]


def _below(line: Passage, lines: Sequence[Passage]) -> Passage | None:
    """The line below one that only names a body, where that line names the meeting: School of Music / Staff Meeting Minutes.

    Below an organisation at large it may be "Minutes of ..."; a committee's own name is the title.
    """
    if MEETING.search(line.text) or not _ORGANISATION.match(line.text):
        return None
    at_large = bool(_AT_LARGE.search(line.text))
    place = next((place for place, one in enumerate(lines) if one is line), len(lines))
    for following in lines[place + 1 : place + (4 if at_large else 2)]:
        named = (
            MEETING.search(following.text)
            and not DATE.search(following.text)
            and not _ITEM.match(following.text)
        )
        if named and len(following.text) <= _SUBTITLE and ":" not in following.text:
            return following if at_large or not _SUBTITLED.match(following.text) else None
    return None


def _whole(line: Passage) -> str:
    """The line's words, without the mark of a draft before them."""
    whole = line.start <= 3 and "\n" not in line.source  # noqa: PLR2004
    return _DRAFT.sub("", line.source if whole else line.words(0, len(line.text)))


def _named_by_page(report: Report, lines: Sequence[Passage]) -> list[Passage]:
    """The line that the page's own title starts with."""
    heading = " ".join((report.heading or "").split()).lower()
    return [one for one in lines if len(one.text) > 5 and heading.startswith(one.source.lower())][:1]  # noqa: PLR2004


def _by_look(lines: Sequence[Passage]) -> list[Passage]:
    """The first line that names a meeting, else the first line."""
    short = [one for one in lines if not one.text.rstrip().endswith((".", ":")) or one.kind == "heading"]
    named = [
        one
        for one in short
        if MEETING.search(one.text)
        and not re.match(r"(?:date|time|place|present)\b", one.text, re.IGNORECASE)
    ]
    return (named or [one for one in short if not DATE.fullmatch(one.text.strip())])[:1]


def bare(heading: str) -> str:
    """A page's title without the site's name behind the last bar or dash."""
    parts = re.split(r"\s+[|\u00bb\u2013\u2014-]\s+|\s*\|\s*", heading.strip())
    kept = [part for part in parts if MEETING.search(part) or DATE.search(part)]
    return (
        heading.strip()
        if len(parts) == 1 or not kept
        else heading[: heading.rfind(kept[-1]) + len(kept[-1])].strip()
    )


def organisation_of(
    report: Report, passages: Sequence[Passage], found: Sequence[Field]
) -> tuple[str, Span | None, str] | None:
    """The body that met: a label, the words before "Council" in the head, the publisher."""
    for field in found:
        if field.kind == "organisation" and field.text.strip():
            return (
                field.passage.words(field.start, field.end).strip(" ."),
                field.passage.span(field.start, field.end),
                "organisation-label",
            )
    for passage in passages[:_LINES]:
        for match in _ORGANISATION.finditer(passage.text[:400]):
            start = match.start(1) + (4 if match[1].startswith("The ") else 0)
            if re.match(
                r"(?:Regular|Special|Annual|Monthly|Minutes|Meeting|Ordinary|Full|Extraordinary)\b", match[1]
            ):
                continue
            if match.end(1) - start > 12 or passage.kind == "heading":  # noqa: PLR2004
                return (
                    passage.words(start, match.end(1)),
                    passage.span(start, match.end(1)),
                    "organisation-in-head",
                )
    return (report.source.publisher, None, "publisher") if report.source.publisher else None


def number_of(passages: Sequence[Passage], found: Sequence[Field]) -> tuple[str, Span] | None:
    """The meeting's number: Minutes No. 14, Meeting 2023-14, 102nd meeting."""
    for field in found:
        if field.kind == "number" and 0 < len(field.text.strip()) <= 20:  # noqa: PLR2004
            return field.text.strip(" ."), field.passage.span(field.start, field.end)
    for passage in passages[:_LINES]:
        if match := _NUMBER.search(passage.text):
            group = next(n for n in (1, 2, 3) if match[n])
            if not DATE.search(
                passage.text[max(0, match.start(group) - 2) : match.end(group) + 12]
            ) and not re.fullmatch(r"(?:19|20)\d\d", match[group]):
                return match[group], passage.span(*match.span(group))
    return None
