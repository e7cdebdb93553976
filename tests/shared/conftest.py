"""Checks that need ../shared, which a stranger's clone does not have: they skip with a word unless MINUTES_SHARED names it."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = os.environ.get("MINUTES_SHARED")
    if not folder:
        pytest.skip("MINUTES_SHARED does not name the folder of shared material")
    return Path(folder)
