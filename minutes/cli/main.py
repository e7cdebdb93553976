"""The command line's front door: global options, the lazy table of commands, every error caught once."""

from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from minutes.cli.desk import Desk
from minutes.cli.table import COMMANDS, Row


class Command(TyperCommand):
    """One command, as the table tells."""


class Commands(TyperGroup):
    """Imports a command's module only when it is called."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # noqa: ARG002 (the base class asks for it)
        """The names, in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # noqa: ARG002
        """The command, its module imported; None where there is none."""
        row = COMMANDS.get(cmd_name)
        return _built(cmd_name, row) if row else None


def _built(name: str, row: Row) -> Any:
    from importlib import import_module

    module, function = row.place.split(":")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Command)(getattr(import_module(module), function))
    return typer.main.get_command(app)


def options(
    context: typer.Context,
    archive: Annotated[str | None, typer.Option("--archive", metavar="DIR")] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="zh|en")] = None,
) -> None:
    """Global options."""
    context.obj = Desk(archive, lang)


def run(arguments: list[str]) -> int:
    """Runs the command line; gives the exit code."""
    app = typer.Typer(cls=Commands, callback=options, add_completion=False, rich_markup_mode=None)
    typer.main.get_command(app)(arguments, prog_name="minutes")
    return 0
