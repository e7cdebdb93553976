"""Where LibreOffice is: it reads .doc files and writes PDF."""

import shutil
from pathlib import Path
from typing import Final

_PROGRAMS: Final = ("soffice", "libreoffice")
_ELSEWHERE: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)


def program() -> str | None:
    """The path of LibreOffice's program; None where it is not installed."""
    found = next((path for one in _PROGRAMS if (path := shutil.which(one))), None)
    return found or next((path for path in _ELSEWHERE if Path(path).is_file()), None)
