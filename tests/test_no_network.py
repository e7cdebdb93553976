"""No network call, ever: every command runs with sockets denied, and the system is asked whether any was opened.

Python's audit hook (PEP 578) sees every socket of Python, whoever opens it, and cannot be taken off; it lives on in forked
workers. libxml2 and LibreOffice are not Python's: strace shows what the system was asked for, where it is installed.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from minutes.cli.table import COMMANDS

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "minutes" / "samples"
HOSTILE = [
    "docx/xml_xxe_http_dtd.docx",
    "docx/rel_external_file_unc.docx",
    "html/remote_resources.html",
    "xml/parameter_entity.docx",
    "xml/processing_instruction.docx",
    "page/pictures_outside.html",
]
GUARD = """
import json, os, sys

LOG = os.open({log!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
DENIED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.bind",
          "socket.sendto", "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect")

def guard(event, arguments):
    family = arguments[1] if event == "socket.__new__" else None
    if event in DENIED or (family is not None and int(family) not in (-1, 1)):  # 1: pipes between our own processes
        os.write(LOG, f"{{event}} {{arguments!r}}\\n".encode())
        raise PermissionError("no network")

sys.addaudithook(guard)
from minutes.cli.main import run
sys.exit(run(json.loads(sys.argv[1])))
"""
# Every command with arguments that make it do its work; those of one archive, in this order.
CALLS = [
    ["import", str(SAMPLES)],
    ["import", "--dry-run", "--json", "HOSTILE"],
    ["review", "--json"],
    ["reextract", "--dry-run"],
    ["search", "a"],
    ["list", "--json"],
    ["show", "1", "2"],
    ["explain", "3"],
    ["people"],
    ["stats"],
    ["actions"],
    ["done", "2.3"],
    ["reopen", "2.3"],
    ["assign", "2.3", "Treasurer"],
    ["due", "2.3", "2030-01-01"],
    ["progress", "2.3", "begun"],
    ["carry", "2"],
    ["edit", "2", "--set", "place=Hall"],
    ["label", "2", "+x"],
    ["delete", "1"],
    ["undelete"],
    ["history", "2"],
    *(["export", "2", "3", "--to", to, "--output", "out/"] for to in ("docx", "md", "json")),
    *(["export", "2", "3", "--to", to, "--output", f"a.{to}"] for to in ("xlsx", "csv", "ics")),
    ["export", "2", "--redact", "--output", "b.docx"],
    ["templates", "new", "uk"],
    ["templates", "check", "uk-template.docx"],
    ["final", "2"],
    ["number", "2024"],
    ["check"],
    ["backup", "b.zip"],
    ["restore", "b.zip"],
    ["bag", "bag"],
    ["index", "--rebuild"],
    ["schema"],
    ["score", str(ROOT / "tests" / "reports-own")],
    ["config"],
    ["completion", "bash"],
    ["help", "query"],
    ["undo"],
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Documents that ask for things from the net."""
    folder = tmp_path_factory.mktemp("hostile")
    for script in ("make_bad.py", "make_more.py"):
        subprocess.run(
            [sys.executable, ROOT / "tests/bad" / script, folder], check=True, stdout=subprocess.DEVNULL
        )
    return [str(folder / name) for name in HOSTILE]


def surroundings(folder):
    own = {
        "MINUTES_CONFIG": str(folder / "none.toml"),
        "XDG_STATE_HOME": str(folder),
        "PYTHONPATH": str(ROOT),
    }
    return {**os.environ, **own}


def words_of(call, hostile):
    return [word for one in call for word in (hostile if one == "HOSTILE" else [one])]


def test_every_command_is_called():
    assert {call[0] for call in CALLS} >= {*COMMANDS} - {"update"}


def test_no_command_opens_a_socket(tmp_path, hostile):
    log, said = tmp_path / "log", {}
    for number, call in enumerate(CALLS):
        folder = tmp_path / ("second" if call[0] == "restore" else "first")
        words = ["--archive", str(folder), "--lang", "en", *words_of(call, hostile)]
        done = subprocess.run(
            [sys.executable, "-c", GUARD.format(log=str(log)), json.dumps(words)],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env=surroundings(tmp_path),
            stdin=subprocess.DEVNULL,
        )
        if done.returncode not in (0, 1, 3):
            said[number, *call] = done.stderr
    assert log.read_text() == ""
    assert not said


def test_the_guard_would_have_told(tmp_path):
    program = GUARD.format(log=str(tmp_path / "log")).replace(
        "from minutes.cli.main import run\n", "import socket\nsocket.create_connection(('127.0.0.1', 9))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, "[]"], capture_output=True, text=True, check=False)
    assert "no network" in done.stderr
    assert "socket." in (tmp_path / "log").read_text()


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
@pytest.mark.parametrize(
    "call", [["import", "HOSTILE"], ["import", str(SAMPLES)]], ids=["hostile", "samples"]
)
def test_the_system_is_asked_for_no_socket_of_the_net(tmp_path, hostile, call):
    words = ["--archive", str(tmp_path / "archive"), *words_of(call, hostile)]
    traced = ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(tmp_path / "trace")]
    done = subprocess.run(
        [*traced, sys.executable, "-m", "minutes", *words],
        capture_output=True,
        check=False,
        env=surroundings(tmp_path),
    )
    if not (tmp_path / "trace").exists():
        pytest.skip("strace may not trace here")
    assert done.returncode in (0, 3)
    lines = (tmp_path / "trace").read_text("utf-8", "replace").splitlines()
    assert not [line for line in lines if "AF_INET" in line or "AF_NETLINK" in line]


@pytest.mark.skipif(
    not (shutil.which("strace") and shutil.which("soffice")), reason="needs strace and LibreOffice"
)
def test_nor_does_libreoffice_for_us(tmp_path):
    environment = surroundings(tmp_path)
    start = [sys.executable, "-m", "minutes", "--archive", str(tmp_path / "archive")]
    subprocess.run([*start, "import", str(SAMPLES)], capture_output=True, check=True, env=environment)
    traced = ["strace", "-f", "-qq", "-e", "trace=connect", "-o", str(tmp_path / "trace")]
    done = subprocess.run(
        [*traced, *start, "export", "2", "--to", "pdf", "--output", str(tmp_path / "a.pdf")],
        capture_output=True,
        check=False,
        env=environment,
    )
    if not (tmp_path / "trace").exists():
        pytest.skip("strace may not trace here")
    assert done.returncode == 0
    lines = (tmp_path / "trace").read_text("utf-8", "replace").splitlines()
    assert not [line for line in lines if "AF_INET" in line]
