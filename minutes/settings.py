"""The user's settings: one TOML file in the per-user configuration folder, or where MINUTES_CONFIG points."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from archive.errors import ArchiveError

APP = "minutes"


@dataclass(frozen=True)
class Settings:
    """What the configuration file says; None where it is silent."""

    archive: str | None = None  # folder of the archive
    language: str | None = None  # zh | en
    lexicon: str | None = None  # folder of own lexicons: titles, units, names
    name: str | None = None  # who history says you are; default: the login name
    terms: dict[str, Any] = field(default_factory=dict)  # first days of terms


class SettingsError(ArchiveError):
    """The configuration file cannot be used."""

    message = "The configuration file {file} is wrong: {reason}."
    advice = "Correct it, or see: minutes config --help."
    exit_code: ClassVar[int] = 2


def config_file() -> Path:
    """Where the settings are kept; the file need not exist."""
    if named := os.environ.get("MINUTES_CONFIG"):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "config.toml"


def data_folder() -> Path:
    """The per-user folder that holds the archive where nothing else is said."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def state_folder() -> Path:
    """The per-user folder for reports of our own faults."""
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False)


def load() -> Settings:
    """The settings; raises SettingsError where the file cannot be used."""
    return Settings()
