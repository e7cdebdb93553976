"""Searches that are asked often, kept by name beside the settings: `search --save NAME QUERY`, then @NAME in any query."""

import json
import re
from typing import TYPE_CHECKING, Final

from archive.errors import ArchiveError
from minutes.settings import config_file

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "searches.json"


class SearchError(ArchiveError):
    """A saved search cannot be used."""

    exit_code = 2


class NoSuchSearch(SearchError):
    """Nothing saved under that name."""

    message = 'No search is saved as "{name}".'
    advice = "Saved are: {known}. For the word itself write it in quotes."


class NotAName(SearchError):
    """A name that could not be typed in a query."""

    message = '"{name}" cannot be the name of a search.'
    advice = "Use letters, digits and dashes."


class CannotKeepSearches(SearchError):
    """The file cannot be read or written."""

    message = "The saved searches in {file} cannot be used: {reason}."
    advice = "Check the file and its permissions."
    exit_code = 5


def saved() -> dict[str, str]:
    """Every saved search by its name; raises CannotKeepSearches."""
    file = _file()
    try:
        values = json.loads(file.read_text("utf-8")) if file.exists() else {}
        return {str(name): str(query) for name, query in values.items()}
    except (OSError, ValueError, AttributeError) as error:
        raise CannotKeepSearches(file=file, reason=error) from error


def named(name: str) -> str:
    """The search saved as `name`; raises NoSuchSearch."""
    known = saved()
    if name not in known:
        raise NoSuchSearch(name=name, known=", ".join(sorted(known)) or "-")
    return known[name]


def save(name: str, query: str | None) -> None:
    """Keeps `query` as `name`, instead of what was kept so; None takes it out. Raises NotAName, CannotKeepSearches."""
    if not re.fullmatch(r"\w[\w-]*", name):
        raise NotAName(name=name)
    known = {**saved(), name: query}
    file = _file()
    draft = file.with_name(f"{file.name}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        kept = {one: text for one, text in sorted(known.items()) if text is not None}
        draft.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")
        draft.replace(file)
    except OSError as error:
        raise CannotKeepSearches(file=file, reason=error.strerror) from error


def forget(name: str) -> str:
    """Takes out the search saved as `name`, and gives it; raises NoSuchSearch, CannotKeepSearches."""
    query = named(name)
    save(name, None)
    return query


def _file() -> "Path":
    return config_file().with_name(FILE)
