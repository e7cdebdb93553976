"""The user's settings: one TOML file in the per-user configuration folder, or where MINUTES_CONFIG points.

archive = "~/Documents/minutes-archive"
language = "zh"
lexicon = "~/lexicon"
name = "Lin"
[terms]
"2023-2024-1" = 2023-09-04
"""

import datetime as dt
import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from archive.errors import ArchiveError

APP: Final = "minutes"
LANGUAGES: Final = ("zh", "en")
SHARES: Final = ("private", "group")
ON_LINUX: Final = sys.platform == "linux"


class Settings(NamedTuple):
    """What the configuration file says; None where it is silent."""

    archive: str | None = None  # folder of the archive
    language: str | None = None  # zh | en: the language of messages
    lexicon: str | None = None  # folder of own lexicons: titles, units, names
    share: str | None = None  # private | group: who may read the archive
    name: str | None = None  # who history says you are; without it, the login name
    terms: Mapping[str, dt.date] = MappingProxyType({})  # first day of each term, by its name
    searches: Mapping[str, str] = MappingProxyType({})  # saved queries, by their name


KEYS: Final = Settings._fields
SHOWN: Final = (*KEYS[: KEYS.index("terms")], "terms.NAME")  # those that people set
SECTIONS: Final = ("terms", "searches")  # tables of named values; their keys are `terms.NAME`
FOLDERS: Final = ("archive", "lexicon")


class SettingsError(ArchiveError):
    """The configuration file cannot be used."""

    advice = "Correct the file, or set the value again: minutes config --help."
    exit_code = 2


class NotToml(SettingsError):
    """It is not TOML."""

    message = "The configuration file {file} is not valid TOML: {reason}."


class UnknownKey(SettingsError):
    """It has a key that we do not know; a slip of the pen must not be ignored."""

    message = 'The configuration has no setting "{key}"; it has {known}.'


class BadSetting(SettingsError):
    """A value is not of its kind."""

    message = 'The setting "{key}" cannot be {value}.'


class BadLanguage(BadSetting):
    """Neither of the two languages."""

    advice = "It is zh or en."


class BadShare(BadSetting):
    """Neither alone nor with the group."""

    advice = "It is private or group."


class BadFolder(BadSetting):
    """No folder there."""

    advice = "There is no folder of that name."


class NotAbsolute(BadSetting):
    """A path that means another folder from each place."""

    advice = "It is the full path of a folder; ~ is your home."


class BadTerm(BadSetting):
    """Not a date."""

    advice = "A term is a date: minutes config terms.2023-2024-1 2023-09-04."


class CannotKeepSettings(SettingsError):
    """The file cannot be read or written."""

    message = "The configuration file {file} cannot be used: {reason}."
    advice = "Check its permissions, or name another file in MINUTES_CONFIG."
    exit_code = 5


def config_file() -> Path:
    """Where the settings are kept; the file need not exist."""
    if named := os.environ.get("MINUTES_CONFIG"):
        return Path(named).expanduser()
    return _config_folder() / "config.toml"


def _config_folder() -> Path:
    if ON_LINUX:  # what platformdirs says too, but every start would pay 5 ms for loading it
        home = os.environ.get("XDG_CONFIG_HOME", "").strip() or "~/.config"
        return Path(home).expanduser() / APP
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def data_folder() -> Path:
    """The per-user folder that holds the archive where nothing else is said."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def state_folder() -> Path:
    """The per-user folder for reports of our own faults."""
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False)


def load(file: Path | None = None) -> Settings:
    """The settings in `file` (else `config_file()`), all unset where it does not exist; raises SettingsError."""
    file = file or config_file()
    if not file.exists():
        return Settings()
    return checked(_read(file))


def checked(values: dict[str, Any]) -> Settings:
    """The settings that `values` spell; raises SettingsError naming the first that is wrong."""
    for key, value in values.items():
        if key not in KEYS:
            raise UnknownKey(key=key, known=", ".join(SHOWN))
        _CHECKS[key](key, value)
    return Settings(**values)


def value_of(settings: Settings, key: str) -> str | None:
    """One value as text, None where it is not set; raises UnknownKey."""
    rows = as_rows(settings)
    section, _, name = key.partition(".")
    if key not in rows and not (section in SECTIONS and name):
        raise UnknownKey(key=key, known=", ".join(SHOWN))
    return rows.get(key)


def as_rows(settings: Settings) -> dict[str, str | None]:
    """Every setting by its key, named values as `terms.NAME`."""
    rows: dict[str, str | None] = {key: getattr(settings, key) for key in KEYS if key not in SECTIONS}
    for section in SECTIONS:
        rows |= {f"{section}.{name}": str(value) for name, value in getattr(settings, section).items()}
    return rows


def change(key: str, value: str | None, file: Path | None = None) -> Settings:
    """Sets one value (None takes it out) and keeps the file; a named value's key is `terms.NAME`. Raises SettingsError."""
    file = file or config_file()
    values = _read(file) if file.exists() else {}
    section, _, name = key.partition(".")
    if section in SECTIONS and name:
        _put(
            values.setdefault(section, {}), name, _date(key, value) if value and section == "terms" else value
        )
    elif key in FOLDERS and value:
        _put(values, key, str(Path(value).expanduser().absolute()))
    else:
        _put(values, key, value)
    settings = checked(values)
    _keep(file, _written(settings))
    return settings


def _put(values: dict[str, Any], key: str, value: object) -> None:
    if value is None:
        values.pop(key, None)
    else:
        values[key] = value


def _read(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NotToml(file=file, reason=error) from error
    except OSError as error:
        raise CannotKeepSettings(file=file, reason=error.strerror) from error


def _keep(file: Path, text: str) -> None:
    """Writes beside the file and renames, so that a full disk leaves the old settings."""
    draft = file.with_name(f"{file.name}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, "utf-8", newline="\n")
        draft.replace(file)
    except OSError as error:
        raise CannotKeepSettings(file=file, reason=error.strerror) from error


def _written(settings: Settings) -> str:
    """TOML; JSON's strings are TOML's basic strings."""
    import json

    quoted = partial(json.dumps, ensure_ascii=False)
    plain = {key: getattr(settings, key) for key in KEYS if key not in SECTIONS}
    lines = [f"{key} = {quoted(value)}" for key, value in plain.items() if value is not None]
    lines += ["", "[terms]", *(f"{quoted(name)} = {day}" for name, day in settings.terms.items())]
    lines += [
        "",
        "[searches]",
        *(f"{quoted(name)} = {quoted(words)}" for name, words in settings.searches.items()),
    ]
    return "".join(f"{line}\n" for line in lines)


def _date(key: str, value: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise BadTerm(key=key, value=value) from error


def _is_text(key: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip() or "\x7f" in value:
        raise BadSetting(key=key, value=value)


def _is_language(key: str, value: object) -> None:
    if value not in LANGUAGES:
        raise BadLanguage(key=key, value=value)


def _is_share(key: str, value: object) -> None:
    if value not in SHARES:
        raise BadShare(key=key, value=value)


def _is_absolute(key: str, value: object) -> None:
    _is_text(key, value)
    if not Path(str(value)).expanduser().is_absolute():  # never in the current folder by accident
        raise NotAbsolute(key=key, value=value)


def _is_folder(key: str, value: object) -> None:
    _is_absolute(key, value)
    if not Path(str(value)).expanduser().is_dir():
        raise BadFolder(key=key, value=value)


def _are_terms(key: str, value: object) -> None:
    days = value.values() if isinstance(value, dict) else [value]
    for day in days:
        if not isinstance(day, dt.date) or isinstance(day, dt.datetime):
            raise BadTerm(key=key, value=day)


def _are_searches(key: str, value: object) -> None:
    for words in value.values() if isinstance(value, dict) else [None]:
        _is_text(key, words)


_CHECKS: Final[dict[str, Callable[[str, object], None]]] = {
    "archive": _is_absolute,
    "language": _is_language,
    "lexicon": _is_folder,
    "share": _is_share,
    "name": _is_text,
    "terms": _are_terms,
    "searches": _are_searches,
}
