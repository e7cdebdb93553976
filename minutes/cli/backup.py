"""`minutes backup` and `minutes restore`: the whole archive as one file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from minutes.cli import reply
from minutes.cli.desk import desk_of
from minutes.messages import say


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help="Where to write, best on another disk")],
    force: Annotated[bool, typer.Option("--force", help="Overwrite what is there")] = False,
) -> None:
    """Write the whole archive to one ZIP file.

    It holds records, originals, history and the trash, byte for byte. Any program can unpack it; restore checks it too.
    """
    from archive.backup import backup as write
    from minutes.cli.look.progress import bar

    desk = desk_of(context)
    with bar(say("Files")) as step:
        count = write(desk.open(), file, who=desk.who, overwrite=force, progress=step)
    reply.tell(say("{count} files are safe in {file}.", count=count, file=file))


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help="A file that backup wrote")],
) -> None:
    """Make an archive of a backup.

    The archive's folder must be new or empty: minutes --archive NEW restore FILE.zip. Everything is checked before it appears there.
    """
    from archive.backup import restore as read
    from minutes.cli.look.progress import bar

    folder = desk_of(context).folder
    with bar(say("Files")) as step:
        count = read(file, folder, step)
    reply.tell(say("{count} files restored in {folder}.", count=count, folder=folder))
