import sys
from pathlib import Path

import pytest

from minutes import messages

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def _english():
    messages.choose("en")
