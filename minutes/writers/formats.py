"""The formats: each takes a record and a profile, or the records of a ledger, and gives bytes."""

import datetime as dt
from collections.abc import Callable, Sequence

from archive.record import Meeting, to_json
from minutes.writers.paper import Paper
from minutes.writers.pictures import Pictures

Profile = Callable[[Meeting], Paper]  # the office's details are bound already


def docx(meeting: Meeting, profile: Profile, with_record: bool, pictures: Pictures) -> bytes:
    """A Word document."""
    from minutes.writers.word import write_word

    return write_word(profile(meeting), to_json(meeting) if with_record else None, pictures)


def md(meeting: Meeting, profile: Profile, with_record: bool, _pictures: Pictures) -> bytes:
    """Markdown with front matter."""
    from minutes.writers.markdown import write_markdown

    return write_markdown(profile(meeting), to_json(meeting) if with_record else None).encode()


def json(meeting: Meeting, _profile: Profile, _with_record: bool, _pictures: Pictures) -> bytes:
    """The record itself, in one line: what `minutes show --json` prints."""
    return to_json(meeting) + b"\n"


def pdf(meeting: Meeting, profile: Profile, _with_record: bool, pictures: Pictures) -> bytes:
    """PDF/A, made of the Word document by LibreOffice."""
    from minutes.writers.pdf import write_pdf

    return write_pdf(docx(meeting, profile, False, pictures))


def csv(meetings: Sequence[Meeting], today: dt.date) -> bytes:
    """The ledger as CSV."""
    from minutes.writers.ledger import ledger
    from minutes.writers.sheet.csv import write_csv

    return write_csv(ledger(meetings, today))


def xlsx(meetings: Sequence[Meeting], today: dt.date) -> bytes:
    """The ledger as a workbook."""
    from minutes.writers.ledger import ledger
    from minutes.writers.sheet.xlsx import write_xlsx

    return write_xlsx(ledger(meetings, today))


def ics(meetings: Sequence[Meeting], _today: dt.date) -> bytes:
    """Action points and meetings as a calendar."""
    from minutes.writers.calendar import write_calendar

    return write_calendar(meetings)


def ledger_docx(meetings: Sequence[Meeting], today: dt.date) -> bytes:
    """The ledger as a Word document."""
    from minutes.writers.profiles.register import register
    from minutes.writers.word import write_word

    return write_word(register(meetings, today))


def ledger_md(meetings: Sequence[Meeting], today: dt.date) -> bytes:
    """The ledger as Markdown."""
    from minutes.writers.markdown import write_markdown
    from minutes.writers.profiles.register import register

    return write_markdown(register(meetings, today)).encode()


def paper_docx(paper: Paper, pictures: Pictures) -> bytes:
    """A document of one's own making in Word, without a record."""
    from minutes.writers.word import write_word

    return write_word(paper, pictures=pictures)


def paper_md(paper: Paper, _pictures: Pictures) -> bytes:
    """The same in Markdown."""
    from minutes.writers.markdown import write_markdown

    return write_markdown(paper).encode()


def paper_pdf(paper: Paper, pictures: Pictures) -> bytes:
    """The same in PDF."""
    from minutes.writers.pdf import write_pdf

    return write_pdf(paper_docx(paper, pictures))
