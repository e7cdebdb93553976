"""What the option parser costs a question that needs none: python tests/bench/starting.py

Each command is typed plainly, and so that typer reads it (`--` or an option that changes nothing), in turn, on the five samples.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from measure import compare, table

SAMPLES = Path(__file__).parents[2] / "minutes" / "samples"
RUNS = 15


def main() -> None:
    """All of it."""
    with tempfile.TemporaryDirectory() as name:
        minutes = [sys.executable, "-m", "minutes", "--archive", f"{name}/archive"]
        subprocess.run([*minutes, "import", str(SAMPLES)], check=True, capture_output=True)
        export = ["export", "--to", "docx", "--output", f"{name}/one.docx", "--force"]
        commands = {
            "search WORD": ["search", "沙袋"],
            "search -- WORD": ["search", "--", "沙袋"],
            "list": ["list"],
            "list -n 20": ["list", "-n", "20"],
            "export ... 1": [*export, "1"],
            "export ... -- 1": [*export, "--", "1"],
        }
        rows = {label: [*minutes, *words] for label, words in commands.items()}
        print(table(compare(rows, runs=RUNS), "search WORD"))


if __name__ == "__main__":
    main()
