"""The formats: each takes a record and a profile and gives bytes."""

from collections.abc import Callable

from archive.record import Meeting, to_json
from minutes.writers.paper import Paper

Profile = Callable[[Meeting], Paper]  # the office's details are bound already


def docx(meeting: Meeting, profile: Profile, with_record: bool) -> bytes:
    """A Word document."""
    from minutes.writers.word import write_word

    return write_word(profile(meeting), to_json(meeting) if with_record else None)


def md(meeting: Meeting, profile: Profile, with_record: bool) -> bytes:
    """Markdown with front matter."""
    from minutes.writers.markdown import write_markdown

    return write_markdown(profile(meeting), to_json(meeting) if with_record else None).encode()


def json(meeting: Meeting, _profile: Profile, _with_record: bool) -> bytes:
    """The record itself, in one line: what `minutes show --json` prints."""
    return to_json(meeting) + b"\n"
