"""Makes records of reports: text in, what was said and is to be done out. Knows no HTML, no Word and no disk."""

import re
from collections.abc import Callable
from pathlib import Path

from archive.record import Block, Meeting, Note
from minutes.extract.view import HAN
from minutes.report import Report

_CHINESE = re.compile(HAN)
_LATIN = re.compile(r"[A-Za-z]{2,}")

Grammar = Callable[[Report, tuple[Block, ...]], list[Meeting]]


def extract(report: Report, *, lexicon: Path | None = None) -> list[Meeting]:
    """One record per meeting of the report: mostly one, two for a page that reports two meetings.

    Never raises: what a grammar cannot read becomes a note (kind `not-extracted`) in a record that keeps the text.
    An article without a meeting gives one record with a note of kind `no-meeting`. `lexicon` is a folder with the
    office's own words (zh.toml, en.toml), added to ours.
    """
    language = language_of(report.blocks)
    try:
        found = _grammar(language, lexicon)(report, report.blocks)
    except Exception as problem:  # noqa: BLE001 - a bug in a grammar must not lose the report
        return [_bare(report, language, problem)]
    return found or [_bare(report, language, None)]


def language_of(blocks: tuple[Block, ...]) -> str:
    """Gives "zh" where Chinese characters outnumber Latin words two to one (a Chinese word has two), else "en"."""
    chinese = sum(len(_CHINESE.findall(block.text)) for block in blocks)
    latin = sum(len(_LATIN.findall(block.text)) for block in blocks)
    return "zh" if chinese > 2 * latin else "en"


def _grammar(language: str, lexicon: Path | None) -> Grammar:
    """The grammar of a language, loaded when a report needs it."""
    if language == "zh":
        from minutes.extract.zh import extract_zh

        return lambda report, blocks: extract_zh(report, blocks, lexicon=lexicon)
    from minutes.extract.en import extract_en

    return lambda report, blocks: extract_en(report, blocks, lexicon=lexicon)


NOT_EXTRACTED = {
    "zh": "\u6b63\u6587\u5df2\u4fdd\u5b58\uff0c\u4f46\u672a\u80fd\u63d0\u53d6\u5185\u5bb9",
    "en": "The text is kept, but nothing could be extracted",
}


def _bare(report: Report, language: str, problem: Exception | None) -> Meeting:
    """The record of a text that no grammar could read: all of its text, and a note."""
    why = f" ({type(problem).__name__}: {problem})" if problem else ""
    note = Note(kind="not-extracted", message=NOT_EXTRACTED[language] + why)
    return Meeting(
        language="zh" if language == "zh" else "en",
        title=report.heading,
        body=report.blocks,
        source=report.source,
        notes=(*report.notes, note),
    )
