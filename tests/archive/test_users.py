"""Two users on one machine: what `share` promises holds against real user ids. Needs root, who can become anybody."""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from minutes import settings

SAMPLES = Path(__file__).parents[2] / "minutes" / "samples"
GROUP = 64001
OWNER, COLLEAGUE, STRANGER = (64011, GROUP), (64012, GROUP), (64013, 64003)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or os.getuid() != 0, reason="only root can become two other users"
)


@pytest.fixture
def place(monkeypatch):
    """A folder that everybody may go into, and the owner may write."""
    folder = Path(tempfile.mkdtemp(prefix="users-"))
    shutil.copytree(SAMPLES, folder / "samples")
    (folder / "home").mkdir()
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    folder.chmod(0o755)
    os.chown(folder / "home", *OWNER)
    monkeypatch.setenv("MINUTES_CONFIG", str(folder / "config.toml"))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    before = os.umask(0o077)  # what is shared must not depend on it
    yield folder
    os.umask(before)
    shutil.rmtree(folder)


@pytest.fixture
def minutes(place):
    import resource  # noqa: F401  # what the reading processes load

    from minutes.cli.main import run
    from minutes.reading import read_file

    def called(archive, words):
        return run(["--archive", str(archive), "--lang", "en", *words])

    def call(user, *words, archive=place / "home" / "archive"):
        out, err = place / "out", place / "err"
        player = os.fork()
        if player == 0:  # nothing of pytest's may run here
            code = 99
            try:
                for path, handle in ((out, 1), (err, 2)):
                    os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666), handle)
                sys.stdout, sys.stderr = (open(one, "w", closefd=False) for one in (1, 2))  # noqa: SIM115
                os.setgroups([user[1]])
                os.setgid(user[1])
                os.setuid(user[0])
                code = called(archive, words)
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(player, 0)[1])

        return code, out.read_text("utf-8"), err.read_text("utf-8")

    for path in SAMPLES.iterdir():
        read_file(path)
    for words in WORDS:  # as root, so that all modules are loaded: others may not read where Python is
        call((0, 0), *words, archive=place / "rehearsal")
        called(place / "rehearsal", words)
    return call


WORDS = [
    ["import", "--json", *(str(path) for path in sorted(SAMPLES.iterdir()))],
    ["list", "--json"],
    ["search", "沙袋", "--ids"],
    ["edit", "2", "--set", "place=Annexe"],
    ["done", "2.1"],
    ["show", "2", "--json"],
    ["undo"],
    ["check"],
]


def modes(folder):
    paths = [folder, *folder.rglob("*")]
    return {(path.is_dir(), path.stat().st_mode & 0o7777) for path in paths}


def files(place):
    return [str(path) for path in sorted((place / "samples").iterdir())]


def test_a_private_archive_is_closed_to_everybody_else(minutes, place):
    assert minutes(OWNER, *("import", *files(place)[:2]))[0] == 0
    assert minutes(OWNER, "search", "minutes")[0] == 0
    assert modes(place / "home" / "archive") == {(True, 0o700), (False, 0o600)}
    for user in (COLLEAGUE, STRANGER):
        for words in (
            ["list"],
            ["show", "1"],
            ["edit", "1", "--set", "place=A"],
            ["import", files(place)[2]],
        ):
            code, out, err = minutes(user, *words)
            assert (code, out) == (5, ""), (words, err)
            assert len(err.splitlines()) == 1
            assert "permission" in err
    assert minutes(OWNER, "check")[:2] == (0, "")


def test_a_group_archive_is_read_and_written_by_colleagues_and_closed_to_strangers(minutes, place):
    settings.change("share", "group")
    (place / "config.toml").chmod(0o644)
    assert minutes(OWNER, "import", *files(place)[:2])[0] == 0
    code, out, _ = minutes(COLLEAGUE, "import", "--json", files(place)[2])
    assert (code, json.loads(out)["outcome"]) == (0, "filed")
    assert minutes(COLLEAGUE, "edit", "1", "--set", "place=Annexe")[0] == 0
    assert minutes(OWNER, "label", "3", "+seen")[0] == 0
    assert minutes(COLLEAGUE, "label", "1", "+seen")[0] == 0
    assert json.loads(minutes(OWNER, "show", "1", "--json")[1])["place"] == "Annexe"
    assert minutes(COLLEAGUE, "delete", "3", "--purge", "--force")[0] == 0
    assert minutes(OWNER, "undo")[0] == 0
    assert minutes(OWNER, "search", "minutes", "--ids")[0] == 0
    archive = place / "home" / "archive"
    assert modes(archive) == {(True, 0o2770), (False, 0o660)}
    assert {path.stat().st_gid for path in [archive, *archive.rglob("*")]} == {GROUP}
    assert {path.stat().st_uid for path in archive.rglob("*")} == {OWNER[0], COLLEAGUE[0]}
    assert minutes(STRANGER, "list")[0] == 5
    assert minutes(OWNER, "check")[:2] == (0, "")
    assert minutes(COLLEAGUE, "check")[:2] == (0, "")


def test_an_archive_can_be_shared_later_and_closed_again(minutes, place):
    assert minutes(OWNER, "import", files(place)[0])[0] == 0
    archive = place / "home" / "archive"
    assert minutes(COLLEAGUE, "list")[0] == 5
    (place / "config.toml").touch()
    (place / "config.toml").chmod(0o666)
    place.chmod(0o777)
    assert minutes(OWNER, "config", "share", "group")[0] == 0
    assert modes(archive) == {(True, 0o2770), (False, 0o660)}
    (place / "config.toml").chmod(0o666)
    assert minutes(COLLEAGUE, "list", "--ids")[:2] == (0, "1\n")
    assert minutes(OWNER, "config", "share", "private")[0] == 0
    assert modes(archive) == {(True, 0o700), (False, 0o600)}
    (place / "config.toml").chmod(0o666)
    assert minutes(COLLEAGUE, "list")[0] == 5
    assert minutes(OWNER, "check")[:2] == (0, "")
