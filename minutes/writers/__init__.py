"""Formal minutes out of a record: a profile chooses what is said (Meeting -> Paper), a format writes it down (Paper -> bytes)."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from archive.errors import ArchiveError
from minutes.writers.details import NONE, Details

if TYPE_CHECKING:
    from archive.record import Meeting


class Format(NamedTuple):
    """A row of the table of formats."""

    suffix: str
    is_text: bool  # may go to a terminal
    place: str  # module:function, imported when it is called


FORMATS: Final = {
    "docx": Format(".docx", is_text=False, place="minutes.writers.formats:docx"),
    "md": Format(".md", is_text=True, place="minutes.writers.formats:md"),
    "json": Format(".json", is_text=True, place="minutes.writers.formats:json"),
}

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


def check(to: str, profile: str | None) -> None:
    """Raises UnknownFormat or UnknownProfile before anything is read or written."""
    format_of(to)
    if profile is not None and profile not in PROFILES:
        raise UnknownProfile(profile=profile, profiles=", ".join(PROFILES))


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
) -> bytes:
    """The meeting's minutes in the format `to`, in the language of the record.

    Equal records give equal bytes. `profile` is one of PROFILES, else the one usual for the kind and language;
    `with_record` puts the record itself into formats that can carry it; `details` are what the office adds.
    Raises UnknownFormat and UnknownProfile.
    """
    check(to, profile)
    chosen = _loaded(PROFILES[profile or usual_profile(meeting)])
    made: bytes = _loaded(FORMATS[to].place)(meeting, partial(chosen, details=details), with_record)
    return made


def usual_profile(meeting: "Meeting") -> str:
    """The profile for meetings of this kind and language."""
    if meeting.language != "zh":
        return "minutes"
    return "jilu" if meeting.kind in ("record", "transcript") else "jiyao"


def _loaded(place: str) -> Callable[..., Any]:
    module, name = place.split(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found
