"""`python -m minutes` and the console script."""

import sys


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    from minutes.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
