"""Every error ends here: one sentence on stderr and an exit code, never a traceback."""

import errno
import os
import sys
from collections.abc import Iterable
from typing import Any, ClassVar

from archive.errors import ArchiveError
from minutes import border
from minutes.cli.reply import tell
from minutes.messages import say

INTERRUPTED = 130  # 128 + SIGINT, as shells count
PIPE_CLOSED = 141  # 128 + SIGPIPE
BUG = 70  # EX_SOFTWARE of sysexits.h


class SystemRefuses(ArchiveError):
    """The system would not read or write."""

    message = "{file} cannot be read or written: {reason}."
    exit_code: ClassVar[int] = 5


class DiskFull(SystemRefuses):
    """No space, or the quota is used up."""

    message = "The disk is full ({file})."
    advice = "Make room and run the command again: what was reported as filed is safe."


class NotAllowed(SystemRefuses):
    """No permission, or a read-only place."""

    message = "There is no permission to read or write {file}."
    advice = "Check its permissions, or choose another place."


_REFUSALS: dict[int, type[SystemRefuses]] = {
    errno.ENOSPC: DiskFull,
    getattr(errno, "EDQUOT", errno.ENOSPC): DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: NotAllowed,
    errno.EPERM: NotAllowed,
    errno.EROFS: NotAllowed,
}


def code_of(error: BaseException) -> int:
    """Tells the user what happened and gives the exit code."""
    match error:
        case KeyboardInterrupt() | EOFError():
            code = _interrupted()
        case BrokenPipeError():
            code = _pipe_closed()
        case ArchiveError():
            code = _told(error)
        case OSError():
            code = _told(_refusal(error))
        case Exception():
            code = _bug(error)
        case _:
            raise error
    return code


def _interrupted() -> int:
    tell(say("Interrupted."))
    return INTERRUPTED


def sentence_of(error: ArchiveError) -> str:
    """What went wrong and the next step, on one line, in the user's language."""
    from minutes.cli.reasons import in_words

    error.values = in_words(error.values)
    return border.one_line(error.sentence(say)).replace(
        "\u3002 ", "\u3002"
    )  # Chinese sentences follow without a space


def remarks(archives: Iterable[Any]) -> None:
    """Tells what archives had to say on the way."""
    for archive in archives:
        for remark in archive.remarks:
            tell(say(remark.message, **remark.values))
        archive.remarks.clear()


def _told(error: ArchiveError) -> int:
    tell(f"minutes: {sentence_of(error)}")
    for line in getattr(error, "pointer", "").splitlines():
        tell(line)
    return error.exit_code


def _refusal(error: OSError) -> SystemRefuses:
    kind = _REFUSALS.get(error.errno or 0, SystemRefuses)
    file = border.shown_name(os.fsdecode(error.filename)) if error.filename else say("the output")
    return kind(file=file, reason=error.strerror or error)


def _pipe_closed() -> int:
    """Whoever read our output has gone; nothing more must be written, at the interpreter's end either."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    return PIPE_CLOSED


def _bug(error: Exception) -> int:
    """A fault of ours: the traceback goes to a file, the user gets its name."""
    from minutes import faults

    if os.environ.get("MINUTES_DEBUG"):
        import traceback

        tell("".join(traceback.format_exception(error)))
    tell(say("minutes: something went wrong inside the program; this is our fault."))
    if file := faults.keep(error):
        tell(say("Please report it, with this file: {file}", file=file))
    return BUG
