"""The set words of minutes in both languages: labels, headings, dates. They follow the record's language, not the user's."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from archive.record import Meeting
from minutes.writers.wording import CHINESE, ENGLISH, MONTHS, TAIWANESE

_COLON: Final = "\uff1a"
_COMMA: Final = "\uff0c"
_SEMICOLON: Final = "\uff1b"
_OPEN: Final = "\uff08"
_CLOSE: Final = "\uff09"
_LIST: Final = "\u3001"

TAIWAN: Final = "zh-TW"
# characters that only one of the two ways of writing has, among the most frequent of reports
_SIMPLIFIED: Final = (
    "会议时间记录纪点总结进问题员为与导师开们个这来对长学务处应当动发现实际计经济业产区国县镇乡党团组织领强调报说话论讨审决办"
    "执负责单联络资讯档电号备设维护检测试验项图书馆场厅网类级请达关将传围绕习举听认讲读评还随绍别针须确编态预况账"
)
_TRADITIONAL: Final = (
    "會議時間記錄紀點總結進問題員為與導師開們個這來對長學務處應當動發現實際計經濟業產區國縣鎮鄉黨團組織領強調報說話論討審決辦"
    "執負責單聯絡資訊檔電號備設維護檢測試驗項圖書館場廳網類級請達關將傳圍繞習舉聽認講讀評還隨紹別針須確編態預況帳"
)


class Words:
    """The set words of one language (zh, zh-CN, zh-TW, en ...), and how it writes dates, lists and brackets."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.chinese = language.startswith("zh")
        self.traditional = language == TAIWAN
        self._words = TAIWANESE if self.traditional else CHINESE if self.chinese else ENGLISH

    def __call__(self, key: str, **values: object) -> str:
        """The word for `key`, with `{names}` filled from `values`."""
        return self._words[key].format_map(values)

    def colon(self, label: str) -> str:
        """The label as it stands before its value."""
        return f"{label}{_COLON}" if self.chinese else f"{label}: "

    def aside(self, text: str) -> str:
        """`text` in brackets behind a word."""
        if not self.chinese:
            return f" ({text})"
        inner = any(bracket in text for bracket in f"({_OPEN}")
        return f"{_COMMA}{text}" if inner else f"{_OPEN}{text}{_CLOSE}"

    def names(self, items: list[str]) -> str:
        """Names one after another."""
        return (_LIST if self.chinese else ", ").join(items)

    def clauses(self, items: list[str]) -> str:
        """Longer pieces one after another."""
        return (_SEMICOLON if self.chinese else "; ").join(items)

    def count(self, number: int) -> str:
        """The number before a heading: 一、 or 1."""
        return f"{chinese(number)}{_LIST}" if self.chinese else f"{number}. "

    def day(self, day: dt.date) -> str:
        """2023年11月9日, unpadded (GB/T 9704-2012, 7.3.5.4); 9 November 2023."""
        if self.chinese:
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

    def clock(self, time: str) -> str:
        """15:30 as written; a leading nought only in English."""
        return time.removeprefix("0") if self.chinese else time

    def when(self, meeting: Meeting) -> str | None:
        """Days and hours of the meeting."""
        if meeting.date is None:
            return None
        until = " – " if not self.chinese else "至"
        days = [self.day(day) for day in (meeting.date, meeting.end_date) if day]
        hours = [self.clock(time) for time in (meeting.start_time, meeting.end_time) if time]
        parts = [until.join(dict.fromkeys(days)), ("–" if not self.chinese else "—").join(hours)]
        return (" " if self.chinese else ", ").join(part for part in parts if part)


def chinese(number: int) -> str:
    """A number below 100 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    digits = "\u3007一二三四五六七八九"
    lead = "" if not tens else "十" if tens == 1 else f"{digits[tens]}十"
    return lead + (digits[ones] if ones or not tens else "")


def words_of(meeting: Meeting) -> Words:
    """The set words that the record is written with."""
    return Words(tag_of(meeting))


def chinese_of(meeting: Meeting) -> Words:
    """Chinese set words, whatever language the record is in: those of profiles that are Chinese forms."""
    return Words(TAIWAN if tag_of(meeting) == TAIWAN else "zh-CN")


def tag_of(meeting: Meeting) -> str:
    """The language tag of the record: zh-CN, zh-TW where it is written in traditional characters, en-GB."""
    if meeting.language != "zh":
        return "en-GB"
    sample = ((meeting.title or "") + "".join(block.text for block in meeting.body[:20]))[:500]
    full, simple = (sum(map(signs.count, sample)) for signs in (_TRADITIONAL, _SIMPLIFIED))
    return TAIWAN if full > simple else "zh-CN"


def language_of(meetings: Sequence[Meeting]) -> str:
    """The language tag of most of the meetings, for what holds several; traditional characters where all Chinese ones have them."""
    tags = [tag_of(meeting) for meeting in meetings if meeting.language == "zh"]
    if len(tags) * 2 < len(meetings):
        return "en-GB"
    return TAIWAN if tags and "zh-CN" not in tags else "zh-CN"


def traditional(text: str) -> str:
    """Set sentences in traditional characters; those that may be either way of writing stay."""
    return text.translate(str.maketrans(_SIMPLIFIED, _TRADITIONAL))
