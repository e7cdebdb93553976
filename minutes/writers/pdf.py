"""PDF through LibreOffice, where it is installed."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from archive.errors import ArchiveError
from minutes.libreoffice import program as _program

_LONGEST: Final = 120  # seconds
# PDF/A-2b with structure: looks the same in thirty years, and can be read aloud
_FILTER: Final = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)


class NoOffice(ArchiveError):
    """LibreOffice is not installed."""

    message = "PDF needs LibreOffice, which is not installed here."
    advice = "Install it, or export to docx and save that as PDF in Word or WPS."
    exit_code = 1


class NoPdf(ArchiveError):
    """LibreOffice made no PDF."""

    message = "LibreOffice made no PDF within {seconds} seconds."
    advice = "Export to docx and save that as PDF in Word or WPS."
    exit_code = 3


def write_pdf(word: bytes) -> bytes:
    """The Word document as PDF; raises NoOffice and NoPdf."""
    program = _program()
    if program is None:
        raise NoOffice
    with tempfile.TemporaryDirectory(prefix="minutes-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "minutes.docx").write_bytes(word)
        profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        target = [
            "--headless",
            "--norestore",
            "--convert-to",
            _FILTER,
            "--outdir",
            name,
            name + "/minutes.docx",
        ]
        _run([program, profile, *target])
        made = folder / "minutes.pdf"
        if not made.is_file():
            raise NoPdf(seconds=_LONGEST)
        return made.read_bytes()


def _run(command: list[str]) -> None:
    """Runs LibreOffice in a group of its own, ended as a whole: its launcher leaves children behind."""
    nothing = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 (LibreOffice on our own file)
        command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    ) as process:
        try:
            process.wait(_LONGEST)
        except subprocess.TimeoutExpired as error:
            raise NoPdf(seconds=_LONGEST) from error
        finally:
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
