"""Word 97-2003 files (.doc), through LibreOffice where it is installed."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from minutes.libreoffice import program as _program
from minutes.messages import say
from minutes.readers import errors
from minutes.readers.files import bytes_of
from minutes.readers.limits import Limits
from minutes.readers.normalise import printable_name
from minutes.report import Report

_NOWHERE: Final = (
    "127.0.0.1"  # the discard port of this machine, as proxy for everything: no conversion reaches the net
)
# Settings of the throw-away profile: no macros, no linked content, no network.
_SETTINGS: Final = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>{_NOWHERE}</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>{_NOWHERE}</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def read_legacy(path: Path, limits: Limits) -> Report:
    """The report in a Word 97-2003 file; the source described is that file, not what it was converted to.

    Raises `LegacyWord` where LibreOffice is not installed and `Conversion` where it does not succeed in time.
    """
    name = printable_name(path.name)
    data = bytes_of(path, limits)
    program = _program()
    if program is None:
        raise errors.LegacyWord(file=name)
    with tempfile.TemporaryDirectory(prefix="minutes-", ignore_cleanup_errors=True) as folder:
        converted = _converted(program, data, Path(folder), name, limits)
    return _under_own_name(converted, data, name, limits)


def _converted(program: str, data: bytes, folder: Path, name: str, limits: Limits) -> bytes:
    """The document as .docx. A copy is converted, so that no lock file appears beside the original."""
    source, target = folder / "report.doc", folder / "out"
    source.write_bytes(data)
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    command = [
        program,
        f"-env:UserInstallation={profile.parent.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--infilter=MS Word 97", "--convert-to", "docx"),
        *("--outdir", str(target), str(source)),
    ]
    _run(command, name, limits)
    result = target / "report.docx"
    if not result.is_file():
        raise errors.Conversion(file=name, why=say("it gave no file"))
    return bytes_of(result, limits)


def _run(command: list[str], name: str, limits: Limits) -> None:
    """Runs LibreOffice in a process group of its own, ended as a whole: its launcher leaves children behind."""
    try:
        with _memory_unlimited():
            process = subprocess.Popen(  # noqa: S603 - the program is LibreOffice, the file a copy under our own name
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                start_new_session=True,
            )
    except OSError as error:
        raise errors.Conversion(file=name, why=say("it could not be started")) from error
    try:
        process.wait(limits.conversion)
    except subprocess.TimeoutExpired as error:
        late = say("it took longer than {seconds} seconds", seconds=limits.conversion)
        raise errors.Conversion(file=name, why=late) from error
    finally:
        _end(process)


def _environment() -> dict[str, str]:
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), f"http://{_NOWHERE}:9")
    return {**os.environ, **proxies, "SAL_USE_VCLPLUGIN": "svp"}


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextlib.contextmanager
def _memory_unlimited() -> Iterator[None]:
    """Lifts the bound on memory under which files are read: LibreOffice reserves more than it uses."""
    if sys.platform != "win32":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    try:
        yield
    finally:
        if sys.platform != "win32":
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _under_own_name(converted: bytes, data: bytes, name: str, limits: Limits) -> Report:
    import hashlib

    import msgspec

    from minutes.readers.notes import Notebook, language_of
    from minutes.readers.word import read_word

    report = read_word(converted, name, limits)
    source = msgspec.structs.replace(
        report.source,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type="application/msword",
    )
    notebook = Notebook()
    notebook.add("converted")
    language = language_of("\n".join(block.text for block in report.blocks))
    return replace(report, source=source, notes=(*report.notes, *notebook.notes(language)))
