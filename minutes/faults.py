"""Faults of our own: the traceback goes to a file for whoever mends it, never to the user's terminal."""

import datetime as dt
import os
import sys
import traceback

from minutes import __version__
from minutes.settings import state_folder


def keep(error: BaseException) -> str | None:
    """Writes the traceback of `error` into the per-user state folder; gives the file's name, None where it cannot be written."""
    head = f"minutes {__version__}, Python {sys.version}, {sys.platform}"
    trace = "".join(traceback.format_exception(error))
    now = dt.datetime.now(dt.UTC)
    try:
        folder = state_folder()
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"fault-{now:%Y%m%dT%H%M%S%f}-{os.getpid()}.txt"
        file.write_text(f"{head}\n\n{trace}", "utf-8", "backslashreplace")
    except OSError:
        return None
    return str(file)
