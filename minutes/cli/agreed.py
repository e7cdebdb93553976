"""What the options of `minutes export` come to together: the name of the output decides the format, and nothing asked for is ignored."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archive.errors import ArchiveError
from minutes.border import shown_name
from minutes.writers import FORMATS, PAPERS, NoVolume, OnlyWord, is_ledger

if TYPE_CHECKING:
    from minutes.cli.exporting import Choice

DEFAULT: Final = "docx"
OF_WORD: Final = ("docx", "pdf")  # what a template can give
STDOUT: Final = "-"  # as a name of the output
_ENDING: Final = re.compile(r"\.([A-Za-z][A-Za-z0-9]{1,7})$")
_SYNONYMS: Final = {"markdown": "md"}


class UnknownEnding(ArchiveError):
    """A name of the output that ends as no format does, and no --to."""

    message = "{file} does not say which format is wanted."
    advice = "Name the format with --to, or end the name with one of: {endings}."
    exit_code = 2


class OtherEnding(ArchiveError):
    """A name of the output that ends as another format does."""

    message = "{file} is the name of another format than {format}."
    advice = "Leave out --to, or end the name with {ending}."
    exit_code = 2


class OneNameForMany(ArchiveError):
    """The name of a file for several."""

    message = "{file} names one output, but {count} records are to be written."
    advice = "Name a folder with --output, or make one document of them with --volume."
    exit_code = 2


class NotTogether(ArchiveError):
    """Two options of which one would be ignored."""

    message = "{option} does not go with {other}."
    advice = "Leave out one of them."
    exit_code = 2


def format_for(to: str | None, output: str | None) -> str:
    """The format: as --to says, else as the name of the output ends; raises UnknownEnding and OtherEnding."""
    ending = _ending(output)
    named = _SYNONYMS.get(ending, ending)
    shown = shown_name(output or "")
    if to is None:
        if ending and named not in FORMATS:
            raise UnknownEnding(file=shown, endings=", ".join(row.suffix for row in FORMATS.values()))
        return named or DEFAULT
    if to in FORMATS and named in FORMATS and named != to:
        raise OtherEnding(file=shown, format=to, ending=FORMATS[to].suffix)
    return to


def _ending(output: str | None) -> str:
    """What the name of a file ends with, in small letters; "" of a folder and of what is no ending."""
    if output is None or output.endswith(("/", "\\")) or Path(output).is_dir():
        return ""
    found = _ENDING.search(output)
    return found[1].lower() if found else ""


def refuse_one_name(output: str | None, count: int) -> None:
    """Raises OneNameForMany where several files would have to share a name."""
    if count > 1 and output is not None and (output == STDOUT or _ending(output) in (*FORMATS, *_SYNONYMS)):
        raise OneNameForMany(file=shown_name(output), count=count)


def check_together(choice: "Choice") -> None:
    """Raises NotTogether, OnlyWord and NoVolume for options of which one would be ignored."""
    given = {
        "--template": choice.template,
        "--volume": choice.volume,
        "--decision": choice.decisions,
        "--action": choice.actions,
    }
    asked = [option for option, value in given.items() if value]
    if len(asked) > 1 and asked != ["--decision", "--action"]:
        raise NotTogether(option=asked[0], other=asked[1])
    if choice.template and choice.to not in OF_WORD:
        raise OnlyWord(format=choice.to)
    if asked and not choice.template and is_ledger(choice.to, choice.profile):
        raise NoVolume(format=choice.to, formats=", ".join(PAPERS))


def folder(output: str | None) -> Path:
    """The folder for files, made where it is not there; raises NotAFolder."""
    from minutes.writers.output import folder_for

    return folder_for(Path(output) if output else None)


def one_file(output: str | None, count: int) -> Path | None:
    """The file that --output names; None where it is a folder, or there is more than one to write."""
    if output is None or count != 1 or output.endswith(("/", "\\")) or Path(output).is_dir():
        return None
    return Path(output)
