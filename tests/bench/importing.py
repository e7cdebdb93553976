"""How long does a fresh archive take? python tests/bench/importing.py MAKE_CORPUS [COUNT]

Imports COUNT (1,000) invented reports, durably, with all cores and with one, and prints the medians of three runs.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import compare, table


def main() -> None:
    """Prints the table."""
    count = sys.argv[2] if len(sys.argv) > 2 else "1000"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus, archive = folder / "corpus", folder / "archive"
        subprocess.run(
            [sys.executable, sys.argv[1], str(corpus), count], check=True, stdout=subprocess.DEVNULL
        )
        run = [sys.executable, "-m", "minutes", "--archive", str(archive), "import", "--anyway", str(corpus)]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            f"import {count}, {os.cpu_count()} cores": run,
        }
        if shutil.which("taskset"):
            commands[f"import {count}, one core"] = ["taskset", "-c", "0", *run]
        print(
            table(
                compare(commands, runs=3, before=lambda _: shutil.rmtree(archive, ignore_errors=True)),
                "python -c pass",
            )
        )


if __name__ == "__main__":
    main()
