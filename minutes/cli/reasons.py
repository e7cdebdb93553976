"""Why something failed, in our words: what libraries and the system say is English, and about our insides."""

import errno
import os
import re
from collections.abc import Mapping
from typing import Any, Final

from minutes.messages import say

_PLACE: Final = re.compile(r"`\$\.?([^`]*)`$")  # msgspec: ... - at `$.action_points[...].state`
_LINE: Final = re.compile(r"line (\d+)")


def in_words(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a sentence, those that are a stranger's words in ours."""
    return {name: _worded(value) for name, value in values.items()}


def _worded(value: Any) -> Any:
    if isinstance(value, OSError):
        return of_system(value)
    if isinstance(value, Exception):
        return _of_library(value)
    return _of_systems().get(value, value) if isinstance(value, str) else value


def of_system(error: OSError) -> str:
    """Why the system refused."""
    words = error.strerror or str(error)
    return _of_systems().get(words, words)


def _of_systems() -> dict[str, str]:
    said = {
        errno.ENOENT: say("there is no such file or folder"),
        errno.EISDIR: say("it is a folder"),
        errno.ENOTDIR: say("a part of its path is no folder"),
        errno.EACCES: say("there is no permission"),
        errno.EPERM: say("there is no permission"),
        errno.EROFS: say("the disk cannot be written to"),
        errno.ENOSPC: say("the disk is full"),
        errno.EIO: say("the disk or the network failed"),
        errno.ENAMETOOLONG: say("the name is too long"),
        errno.EEXIST: say("it exists already"),
        errno.ENOEXEC: say("it is no program"),
    }
    return {os.strerror(code): words for code, words in said.items()}


def _of_library(error: Exception) -> str:
    """By the name of its class, so that no library is imported to be asked for it."""
    words, kind = str(error), type(error).__name__
    if kind == "ValidationError":
        return _of_record(words)
    if kind == "CalledProcessError":
        return say("it ended with code {code}", code=getattr(error, "returncode", "?"))
    if kind in ("JSONDecodeError", "TOMLDecodeError") and (line := _LINE.search(words)):
        return say("line {line} cannot be read", line=line[1])
    return {
        "DecodeError": say("it is damaged or was cut off"),
        "JSONDecodeError": say("it is damaged or was cut off"),
        "TOMLDecodeError": say("it is damaged or was cut off"),
        "UnicodeDecodeError": say("it is not UTF-8"),
        "BadZipFile": say("it is no ZIP file, or a damaged one"),
        "EOFError": say("it is no ZIP file, or a damaged one"),
    }.get(kind, words)


def _of_record(words: str) -> str:
    """What is wrong with a record, from msgspec's words."""
    from minutes.places import type_at, wanted

    found = _PLACE.search(words)
    path = re.sub(r"\[[^]]*\]", ".0", found[1]) if found else ""
    if path and type_at(path) is not None and "missing" not in words:
        return say("{path} is wrong ({wanted})", path=path.replace(".0", ""), wanted=wanted(path))
    return say("it is no record")
