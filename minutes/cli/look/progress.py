"""A bar on stderr for what takes a while, where somebody is looking."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Step = Callable[[int, int], None]  # done, of


@contextmanager
def bar(label: str) -> Iterator[Step | None]:
    """What to call with (done, of); None where nobody is looking."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label)
        yield lambda done, of: progress.update(task, completed=done, total=of)
