"""The year that a date leaves out, from what else the report says of time."""

import datetime as dt
import re
from collections.abc import Iterator

from msgspec import Struct

from minutes.extract.calendar import latest_before, safe_date
from minutes.extract.zh.dates import written_dates
from minutes.extract.zh.document import Document
from minutes.report import Report

TERM = re.compile(
    r"(20\d\d) ?(?:-|\u2014|\u2013|~)+ ?(?:20)?(?P<last>\d\d) ?(?:学年度?)?(?:第?(?P<word>[一二])学期|\((?P<figure>[12])\))?"
)
SEASON = re.compile(
    r"(20\d\d) ?年(?:度)?(?:的)?(春季?|夏季?|秋季?|冬季?|上半年|下半年|第?[一二三四]季度|\d{1,2}月|寒假|暑假|年?度|新年|工作|全国|全省|全市|全校|第)"
)
YEAR = re.compile(r"(?<!\d)(20\d\d) ?年")
IN_NAME = re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])")
IN_PATH = re.compile(r"(?<!\d)(20\d\d)[-/]?(0[1-9]|1[0-2])[-/]([0-2]\d|3[01])(?!\d)")
STAMP = re.compile(r"(?<!\d)(1[3-9]\d{8})(?:\d{3})?(?!\d)")  # seconds or milliseconds since 1970
# In January 2023年度总结大会 is held in 2024.
LOOKED_BACK = re.compile("[^,。;]{0,6}(?:总结|表彰|述职|考核|年终|年会|民主生活会|组织生活会|评议)")
EARLY = 3
IN_NUMBER = re.compile(
    "[\u3014\\[(](20\\d\\d)[\u3015\\])] ?第?\\d{1,4}号?|(?:编号|文号|期号|期数|期次):[^:\u3002\n]{0,16}?(?<!\\d)(20\\d\\d)(?!\\d)|[A-Z]{2,8}-?(20\\d\\d)-\\d{1,4}(?![-\\d])"
)
HEAD = 200
NEW_STUDENTS = re.compile(r"(20\d\d)级[^,。]{0,6}新生")
AUTUMN = 8  # a school year begins in August


class Clue(Struct, frozen=True):
    """A year for a month and day, and why."""

    year: int
    reason: str
    kind: str


def clues(report: Report, document: Document, title: str | None, month: int, day: int) -> list[Clue]:
    """All clues to the year of this month and day, the best first."""
    return [
        *_published(report, month, day),
        *_from_words(title or report.heading or "", month, "标题"),
        *_from_pictures(report, month, day),
        *_from_words(document.text[:LEAD], month, "正文"),
        *_sign_off(document, month, day),
        *_any_year(title or "", "标题"),
        *_any_year(document.text, "正文"),
        *_new_students(document.text, month),
        *_in_number(title or ""),
        *_in_number(document.text[:HEAD]),
    ]


LEAD = 1500


def published_day(report: Report) -> dt.date | None:
    """The day of publication, from the source's data."""
    text = report.source.published or ""
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})", text)
    if found:
        return safe_date(*map(int, found.groups()))
    for line in report.furniture:
        for one in written_dates(line):
            if one.year and one.month and one.day:
                return safe_date(one.year, one.month, one.day)
    return _in_address(report)


def _in_address(report: Report) -> dt.date | None:
    found = IN_PATH.search(report.source.address or "")
    return safe_date(*map(int, found.groups())) if found else None


def _published(report: Report, month: int, day: int) -> Iterator[Clue]:
    if (published := published_day(report)) and (found := latest_before(published, month, day)):
        yield Clue(found.year, f"发布日期{published.isoformat()}", "published")


def _from_words(text: str, month: int, where: str) -> Iterator[Clue]:
    for found in TERM.finditer(text):
        if (int(found["last"]) - int(found[1])) % 100 == 1:  # 2024-21 is a number
            yield Clue(_year_of_term(found, month), f"{where}中的“{found.group().strip()}”", "term")
    for found in SEASON.finditer(text):
        past = month <= EARLY and LOOKED_BACK.match(text, found.end())
        yield Clue(int(found[1]) + bool(past), f"{where}中的“{found.group()}”", "season")


def _year_of_term(found: re.Match[str], month: int) -> int:
    """A school year's first term is autumn to January, its second spring and summer."""
    first = int(found[1])
    second = found["word"] == "二" or found["figure"] == "2"
    if found["word"] or found["figure"]:
        return first + 1 if second or month < AUTUMN else first
    return first if month >= AUTUMN else first + 1


def _from_pictures(report: Report, month: int, day: int) -> Iterator[Clue]:
    """image-20231218175202 was stored on 2023-12-18; a figure like 1694411520317 counts milliseconds since 1970."""
    for name in report.picture_names:
        taken = _day_in(name)
        found = taken and latest_before(taken, month, day)
        if found:
            yield Clue(found.year, f"图片名{name}", "picture")
            return


def _day_in(name: str) -> dt.date | None:
    if found := IN_NAME.search(name):
        return safe_date(*map(int, found.groups()))
    if found := STAMP.search(name):
        return dt.datetime.fromtimestamp(int(found[1]), dt.UTC).date()
    return None


def _sign_off(document: Document, month: int, day: int) -> Iterator[Clue]:
    """A date with its year in one of the last short lines."""
    for number in reversed(range(max(0, len(document.blocks) - 6), len(document.blocks))):
        text = document.views[number].text
        if len(text) > 60:  # noqa: PLR2004
            continue
        for one in written_dates(text):
            signed = one.year and one.month and one.day and safe_date(one.year, one.month, one.day)
            if signed and (found := latest_before(signed, month, day)):
                yield Clue(found.year, f"落款日期{signed.isoformat()}", "signed")


def _in_number(text: str) -> Iterator[Clue]:
    """The year of a document number, in its tortoise shell brackets."""
    if found := IN_NUMBER.search(text):
        yield Clue(int(found[1] or found[2] or found[3]), f"文号“{found.group()}”", "mentioned")


def _new_students(text: str, month: int) -> Iterator[Clue]:
    """2024级新生 arrive in the autumn of 2024."""
    if (found := NEW_STUDENTS.search(text)) and month >= AUTUMN:
        yield Clue(int(found[1]), f"正文中的“{found.group()}”", "mentioned")


def _any_year(text: str, where: str) -> Iterator[Clue]:
    if years := [int(found[1]) for found in YEAR.finditer(text)]:
        year = max(years, key=lambda one: (years.count(one), one))
        yield Clue(year, f"{where}中的“{year}年”", "mentioned")
