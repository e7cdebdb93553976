"""Does a big archive cost more than a small one? python tests/bench/growth.py MAKE_CORPUS [SMALL BIG]

Fills archives of SMALL (100) and BIG (10,000) invented reports, then measures, as whole processes in turn: import of one
more, show, done, list, actions and search, with a minimal typer program and bare Python as floors.
"""

import itertools
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import compare, minimal_typer, table

MINUTES = [sys.executable, "-m", "minutes"]


def filled(maker: str, count: int, folder: Path) -> Path:
    """An archive of `count` corpus reports below `folder`."""
    archive, corpus = folder / f"archive-{count}", folder / f"corpus-{count}"
    subprocess.run([sys.executable, maker, str(corpus), str(count)], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        [*MINUTES, "--archive", str(archive), "import", "--anyway", str(corpus)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return archive


def fresh_reports(folder: Path, maker: str) -> list[Path]:
    """Reports that no archive has yet."""
    target = folder / "fresh"
    subprocess.run([sys.executable, maker, str(target), "60", "77"], check=True, stdout=subprocess.DEVNULL)
    return sorted(target.glob("*.html"))


def main() -> None:
    """Prints the table."""
    maker = sys.argv[1]
    sizes = [int(size) for size in sys.argv[2:4]] or [100, 10_000]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fresh = itertools.cycle(fresh_reports(folder, maker))
        archives = {size: filled(maker, size, folder) for size in sizes}
        one_more = folder / "one-more.html"
        commands = {"python -c pass": [sys.executable, "-c", "pass"], "minimal typer": minimal_typer(folder)}
        for size, archive in archives.items():
            base = [*MINUTES, "--archive", str(archive)]
            commands |= {
                f"import one more ({size})": [*base, "import", "--anyway", str(one_more)],
                f"show 50 ({size})": [*base, "show", "50"],
                f"done 50.1 ({size})": [*base, "done", "50.1"],
                f"reopen 50.1 ({size})": [*base, "reopen", "50.1"],
                f"search, in half ({size})": [*base, "search", "科研"],
                f"search, rare ({size})": [*base, "search", "榫卯"],
                f"search, none ({size})": [*base, "search", "薹蘖"],
                f"list -n 20 ({size})": [*base, "list", "-n", "20"],
                f"actions -n 20 ({size})": [*base, "actions", "-n", "20"],
            }

        def before(command: str) -> None:
            if command.startswith("import"):
                text = next(fresh).read_text("utf-8")
                one_more.write_text(
                    text.replace("</h1>", f"{one_more.stat().st_mtime_ns if one_more.exists() else 0}</h1>"),
                    "utf-8",
                )

        print(table(compare(commands, before=before), "minimal typer"))


if __name__ == "__main__":
    main()
