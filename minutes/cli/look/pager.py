"""Long output on a terminal, page by page."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

LESS: Final = "FRX"  # end when it fits on the screen, let colours through, leave the text there: as git does


@contextmanager
def stream(lines: int, height: int) -> Iterator[Any]:
    """Where to print `lines`: stdout, or the pager's input where they are more than the screen holds."""
    command = _command() if lines >= height else None
    if command is None:
        yield sys.stdout
        return
    environment = {"LESS": LESS, "LESSCHARSET": "utf-8", **os.environ}
    process = subprocess.Popen(  # noqa: S602 (PAGER is a shell command by convention: less -S)
        command, shell=True, stdin=subprocess.PIPE, env=environment, text=True, encoding="utf-8"
    )
    with suppress(BrokenPipeError):  # the reader left before the end
        yield process.stdin
    with suppress(BrokenPipeError):
        process.communicate()


def _command() -> str | None:
    """The user's pager; None where there is none or they want none (PAGER empty or cat)."""
    if not sys.stdin.isatty() or os.name == "nt":  # Windows' more shows neither colours nor UTF-8
        return None
    chosen = os.environ.get("MINUTES_PAGER", os.environ.get("PAGER", "less"))
    program = chosen.split(" ")[0]
    return chosen if program not in ("", "cat") and shutil.which(program) else None
