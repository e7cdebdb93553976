"""`minutes bag`: the archive for a records office."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutes.cli import reply
from minutes.cli.desk import desk_of
from minutes.messages import say

if TYPE_CHECKING:
    from archive.store import Archive


def bag(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder for the bag")],
    organisation: Annotated[
        str | None, typer.Option("--organisation", metavar="NAME", help="Who hands it over")
    ] = None,
    number: Annotated[
        str | None, typer.Option("--number", metavar="NUMBER", help="The records office's number for it")
    ] = None,
) -> None:
    """Make a bag for a records office: BagIt 1.0 (RFC 8493).

    It holds every record and original with check sums, so that whoever receives it can prove it complete.
    """
    from archive.bag import bag as make
    from minutes.cli.look.progress import bar

    desk = desk_of(context)
    archive = desk.open()
    info = _info(archive, organisation or desk.who, number)
    with bar(say("Files")) as step:
        count = make(archive, folder, who=desk.who, info=info, progress=step)
    reply.tell(say("{count} files are bagged in {folder}.", count=count, folder=folder))


def _info(archive: "Archive", organisation: str, number: str | None) -> list[tuple[str, str]]:
    """Lines of bag-info.txt, in the words of RFC 8493."""
    from minutes import __version__

    entries = archive.list().items
    days = sorted(str(entry.date) for entry in entries if entry.date)
    span = f", {days[0]}/{days[-1]}" if days else ""
    return [
        ("Source-Organization", organisation),
        *([("External-Identifier", number)] if number else []),
        ("External-Description", f"Records of meetings: {len(entries)}{span}"),
        ("Bag-Software-Agent", f"minutes {__version__}"),
    ]
