"""Formal minutes out of a record: a profile chooses what is said (Meeting -> Paper), a format writes it down (Paper -> bytes)."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from archive.errors import ArchiveError
from minutes.writers.details import NONE, Details

if TYPE_CHECKING:
    import datetime as dt

    from archive.record import Meeting
    from minutes.writers.paper import Paper
    from minutes.writers.pictures import Pictures


class Format(NamedTuple):
    """A row of the table of formats."""

    suffix: str
    is_text: bool  # may go to a terminal
    place: str | None  # module:function that writes one record, imported when it is called
    ledger: str | None = None  # module:function that writes the action points of many records


_HERE: Final = "minutes.writers.formats:"
FORMATS: Final = {
    "docx": Format(".docx", is_text=False, place=_HERE + "docx", ledger=_HERE + "ledger_docx"),
    "md": Format(".md", is_text=True, place=_HERE + "md", ledger=_HERE + "ledger_md"),
    "json": Format(".json", is_text=True, place=_HERE + "json"),
    "pdf": Format(".pdf", is_text=False, place=_HERE + "pdf"),
    "xlsx": Format(".xlsx", is_text=False, place=None, ledger=_HERE + "xlsx"),
    "csv": Format(".csv", is_text=True, place=None, ledger=_HERE + "csv"),
    "ics": Format(".ics", is_text=True, place=None, ledger=_HERE + "ics"),
}

PAPERS: Final = {"docx": _HERE + "paper_docx", "md": _HERE + "paper_md", "pdf": _HERE + "paper_pdf"}
"""The formats of documents put together from more or less than one record."""

LEDGER: Final = "ledger"
"""The profile of the formats that hold action points of many meetings."""

PROFILES: Final = {
    "jiyao": "minutes.writers.profiles.jiyao:jiyao",
    "jilu": "minutes.writers.profiles.jilu:jilu",
    "minutes": "minutes.writers.profiles.english:minutes",
    "uk": "minutes.writers.profiles.british:uk",
    "report": "minutes.writers.profiles.report:report",
}


class UnknownFormat(ArchiveError):
    """A format that there is not."""

    message = "There is no format {format}."
    advice = "Use one of: {formats}."
    exit_code = 2


class UnknownProfile(ArchiveError):
    """A profile that there is not."""

    message = "There is no profile {profile}."
    advice = "Use one of: {profiles}."
    exit_code = 2


class OtherLanguage(ArchiveError):
    """A profile of the other language."""

    message = "The profile {profile} is for records in another language than that of {record}."
    advice = "Use one of: {profiles}; or leave out --profile."
    exit_code = 2


class OnlyLedger(ArchiveError):
    """A format that holds action points, asked for with a profile of minutes."""

    message = "The format {format} holds action points, not minutes."
    advice = "Leave out --profile, or use docx or md."
    exit_code = 2


class NoLedger(ArchiveError):
    """The ledger in a format that cannot hold it."""

    message = "The ledger cannot be written as {format}."
    advice = "Use one of: {formats}."
    exit_code = 2


class NoVolume(ArchiveError):
    """A volume or an excerpt in a format that is no document."""

    message = "Volumes and excerpts cannot be written as {format}."
    advice = "Use one of: {formats}."
    exit_code = 2


class OnlyWord(ArchiveError):
    """A template with a format that is not made of a Word document."""

    message = "A template cannot give {format}."
    advice = "Use --to docx or --to pdf."
    exit_code = 2


def check(to: str, profile: str | None) -> None:
    """Raises an error for a format or profile there is not, or that do not go together, before anything is written."""
    row = format_of(to)
    if profile == LEDGER:
        if row.ledger is None:
            raise NoLedger(format=to, formats=", ".join(name for name, one in FORMATS.items() if one.ledger))
    elif profile is not None:
        if profile not in PROFILES:
            raise UnknownProfile(profile=profile, profiles=", ".join((*PROFILES, LEDGER)))
        if row.place is None:
            raise OnlyLedger(format=to)


def check_language(meeting: "Meeting", profile: str | None) -> None:
    """Raises OtherLanguage for a profile whose words are not the record's."""
    if profile in PROFILES and profile not in (fitting := profiles_for(meeting)):
        raise OtherLanguage(profile=profile, record=meeting.id, profiles=", ".join(fitting))


def profiles_for(meeting: "Meeting") -> tuple[str, ...]:
    """The profiles that write in the record's language."""
    return ("jiyao", "jilu", "report") if meeting.language == "zh" else ("minutes", "uk", "report")


def is_ledger(to: str, profile: str | None) -> bool:
    """Whether one file is to hold the action points of all meetings."""
    return profile == LEDGER or format_of(to).place is None


def write_volume(
    meetings: "Sequence[Meeting]",
    to: str,
    *,
    profile: str | None = None,
    details: Details = NONE,
    pictures: "Pictures | None" = None,
) -> bytes:
    """The minutes of all the meetings in one document with contents, by date. Raises NoVolume and as `write`."""
    check(to, profile)
    if to not in PAPERS or profile == LEDGER:
        raise NoVolume(format=to, formats=", ".join(PAPERS))
    from minutes.writers.volume import volume

    def chosen(meeting: "Meeting") -> Any:
        return _loaded(PROFILES[profile or usual_profile(meeting)])(meeting, details=details)

    made: bytes = _loaded(PAPERS[to])(volume(meetings, chosen), pictures or _none())
    return made


def write_excerpt(
    meeting: "Meeting", to: str, *, decisions: "Sequence[int]", actions: "Sequence[int]"
) -> bytes:
    """Some decisions and action points of a meeting, and nothing else of it. Raises NoVolume, NoSuchDecision ..."""
    check(to, None)
    if to not in PAPERS:
        raise NoVolume(format=to, formats=", ".join(PAPERS))
    from minutes.writers.profiles.excerpt import excerpt

    made: bytes = _loaded(PAPERS[to])(excerpt(meeting, decisions, actions), _none())
    return made


def write_ledger(meetings: "Sequence[Meeting]", to: str, *, today: "dt.date") -> bytes:
    """The action points of the meetings in the format `to`; what is overdue depends on `today`. Raises NoLedger."""
    check(to, LEDGER)
    made: bytes = _loaded(format_of(to).ledger)(meetings, today)
    return made


def format_of(to: str) -> Format:
    """The row for `to`; raises UnknownFormat."""
    if to not in FORMATS:
        raise UnknownFormat(format=to, formats=", ".join(FORMATS))
    return FORMATS[to]


def write(
    meeting: "Meeting",
    to: str,
    *,
    profile: str | None = None,
    with_record: bool = True,
    details: Details = NONE,
    pictures: "Pictures | None" = None,
) -> bytes:
    """The meeting's minutes in the format `to`, in the language of the record.

    Equal records give equal bytes. `profile` is one of PROFILES, else the one usual for the kind and language;
    `with_record` puts the record itself into formats that can carry it; `details` are what the office adds;
    `pictures` gives those of the report, and tells afterwards which could not be shown.
    Raises UnknownFormat, UnknownProfile and OnlyLedger.
    """
    check(to, profile)
    if is_ledger(to, profile):
        raise OnlyLedger(format=to)
    chosen = _loaded(PROFILES[profile or usual_profile(meeting)])
    writer = _loaded(FORMATS[to].place)
    made: bytes = writer(meeting, partial(chosen, details=details), with_record, pictures or _none())
    return made


def _none() -> "Pictures":
    """No pictures."""
    from minutes.writers.pictures import Pictures

    return Pictures()


def paper_of(meeting: "Meeting", profile: str) -> "Paper":
    """What the profile says of the meeting, before any format."""
    made: Paper = _loaded(PROFILES[profile])(meeting, details=NONE)
    return made


def usual_profile(meeting: "Meeting") -> str:
    """The profile for meetings of this kind and language."""
    if meeting.language != "zh":
        return "minutes"
    from minutes.writers.words import TAIWAN, tag_of  # the form of GB/T 9704 is the mainland's

    spoken = meeting.kind in ("record", "transcript") or tag_of(meeting) == TAIWAN
    return "jilu" if spoken else "jiyao"


def _loaded(place: str | None) -> Callable[..., Any]:
    assert place is not None  # as `check` has made sure
    module, name = place.split(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found
