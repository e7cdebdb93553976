"""A file's bytes, or one sentence why not: what can be told before a byte is read is told then."""

import errno
import os
import stat
from pathlib import Path

from minutes.readers import errors
from minutes.readers.limits import MB, Limits
from minutes.readers.normalise import printable_name


def bytes_of(path: Path, limits: Limits) -> bytes:
    """The content of `path`; never opens a pipe or device, never reads beyond the limit.

    Raises the `ReadError` for what the file system says (missing, folder, link, permission, size, empty).
    """
    name = printable_name(path.name or str(path))
    try:
        _check_link(path, name)
        _check_kind(path.stat(), name, limits)
        data = _read(path, limits)
    except OSError as error:
        raise _explained(error, path, name) from error
    except RuntimeError as error:  # Path.resolve before Python 3.13
        raise errors.LinkLoop(file=name) from error
    if not data:
        raise errors.Empty(file=name)
    return data


def _read(path: Path, limits: Limits) -> bytes:
    """At most one byte beyond the limit, whatever the file has become since it was looked at."""
    with open(path, "rb", opener=_at_once) as file:
        _check_kind(os.fstat(file.fileno()), printable_name(path.name), limits)
        return file.read(limits.file_size)


def _at_once(path: str, flags: int) -> int:
    """Opens without waiting for a pipe's other end, should the file have become one."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _check_link(path: Path, name: str) -> None:
    """A link may lead elsewhere in its own folder, not out of it."""
    if path.is_symlink():
        target = path.resolve(strict=True)
        if not target.is_relative_to(path.parent.resolve()):
            raise errors.LinkOutside(file=name)


def _check_kind(status: os.stat_result, name: str, limits: Limits) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise errors.IsFolder(file=name)
    if not stat.S_ISREG(status.st_mode):
        raise errors.NotRegular(file=name)
    if status.st_size > limits.file_size:
        raise errors.TooLarge(file=name, size=-(-status.st_size // MB), limit=limits.file_size // MB)


def _explained(error: OSError, path: Path, name: str) -> errors.ReadError:
    if isinstance(error, FileNotFoundError):
        return (errors.LinkBroken if path.is_symlink() else errors.FileMissing)(file=name)
    if isinstance(error, PermissionError):
        return errors.NotAllowed(file=name)
    if error.errno == errno.ELOOP:
        return errors.LinkLoop(file=name)
    if error.errno == errno.ENOTDIR:
        return errors.FileMissing(file=name)
    return errors.Unreadable(file=name, why=error.strerror or type(error).__name__)
