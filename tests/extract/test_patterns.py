"""No pattern of a grammar takes time without bound, whatever the text (attacks.py says how it is tried)."""

import subprocess
import sys
from pathlib import Path

PATIENCE = 300  # a pattern without bound would not end today


def test_no_pattern_of_either_grammar_runs_away():
    tried = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("attacks.py"))],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=True,
    )
    assert tried.stdout == ""
    assert int(tried.stderr.split()[0]) > 400
