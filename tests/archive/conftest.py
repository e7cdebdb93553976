"""Archives to try things on."""

import sys
from pathlib import Path

import pytest

from archive.store import Archive

sys.path.insert(0, str(Path(__file__).parent))

from archive_notation import TODAY


@pytest.fixture
def archive(tmp_path) -> Archive:
    """A new archive; it is 15 March 2024."""
    return Archive.open(tmp_path / "archive", create=True, today=TODAY)


@pytest.fixture
def again():
    """Opens an archive as another process would."""
    return lambda archive: Archive.open(archive.folder, today=TODAY)
