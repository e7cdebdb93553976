"""Makes the bad inputs once, imports them all in one batch, and keeps what was said of each."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
MINUTES = (sys.executable, "-m", "minutes", "--lang", "en")
PATIENCE = 300  # seconds for all of them: tells a hang, measures nothing


@dataclass
class Batch:
    """What came of importing all bad inputs."""

    code: int
    stderr: str
    lines: dict[str, list[dict[str, Any]]]  # by file
    manifest: dict[str, dict[str, Any]]  # by file as the manifest spells it


def path_of(folder: Path, item: dict[str, Any]) -> bytes:
    """The input's path; names that are no text stand in hexadecimal."""
    spelt = item.get("file_bytes_hex")
    name = bytes.fromhex(spelt) if spelt else item["file"].encode()
    return os.fsencode(folder / os.fsdecode(name))


@pytest.fixture(scope="session")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Batch:
    folder = tmp_path_factory.mktemp("bad")
    subprocess.run([sys.executable, HERE / "make_bad.py", folder], check=True, stdout=subprocess.DEVNULL)
    items = json.loads((folder / "manifest.json").read_text("utf-8"))
    paths = {item["file"]: path_of(folder, item) for item in items}
    done = subprocess.run(
        [*MINUTES, "--archive", folder / "none", "import", "--dry-run", "--json", "--", *paths.values()],
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        env={**os.environ, "MINUTES_CONFIG": str(folder / "none.toml"), "XDG_STATE_HOME": str(folder)},
    )
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    by_path = {name: [one for one in records if one["file"] == shown(path)] for name, path in paths.items()}
    return Batch(done.returncode, done.stderr.decode(), by_path, {item["file"]: item for item in items})


def shown(path: bytes) -> str:
    """A path as --json spells it."""
    return path.decode("utf-8", "backslashreplace")
