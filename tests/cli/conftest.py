import sys
from pathlib import Path

import pytest

from minutes import messages
from minutes.cli.main import run

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def _english():
    messages.choose("en")


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """An archive with two meetings; read only."""
    from fakes import fill

    return fill(tmp_path_factory.mktemp("filled") / "archive")


@pytest.fixture
def minutes(capsys, monkeypatch, tmp_path):
    """Runs a command: gives exit code, stdout, stderr."""
    monkeypatch.setenv("MINUTES_CONFIG", str(tmp_path / "none.toml"))

    def call(folder, *words, language="en"):
        code = run(["--archive", str(folder), "--lang", language, *words])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return call


@pytest.fixture
def own(tmp_path):
    """An archive to change."""
    from fakes import fill

    return fill(tmp_path / "own")
