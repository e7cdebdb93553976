"""The commands as typer knows them: a lazy table, global options, help and complaints in the user's language."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer
from typer._click import HelpFormatter
from typer._click.exceptions import UsageError
from typer.core import TyperCommand, TyperGroup

from minutes import __version__
from minutes.cli import usage
from minutes.cli.desk import Desk, tell_remarks
from minutes.cli.table import COMMANDS
from minutes.settings import LANGUAGES

QUIET: dict[str, Any] = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}
NOTHING_ASKED = 2  # no command is wrong usage


class Command(TyperCommand):
    """One command; its words are checked and its help is written by us, in the user's language."""

    allow_extra_args = True  # counted below: typer's own complaint is English only

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Reads the words; raises UsageMistake where one is too many or an option unknown."""
        row = COMMANDS[self.name or ""]
        if row.words:
            args = usage.parted(args, self.get_params(ctx), ctx.command_path)
        rest = super().parse_args(ctx, args)
        if rest:
            raise usage.TooMany(words=" ".join(rest), command=ctx.command_path)
        return rest

    def format_help(self, ctx: Any, formatter: HelpFormatter) -> None:
        """Writes the help."""
        from minutes.cli import help_text

        options = [one for one in self.get_params(ctx) if one.param_type_name == "option"]
        name = self.name or ""
        formatter.write(help_text.of_one(name, COMMANDS[name], self.help or "", options))


class Commands(TyperGroup):
    """Imports a command's module only when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (the base class asks for it)
        """The names, in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command, its module imported; None where there is none."""
        row = COMMANDS.get(cmd_name)
        return _built(cmd_name, row.place) if row else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that `args` begin with; raises UnknownCommand."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise usage.unknown_command(args[0], list(COMMANDS))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: HelpFormatter) -> None:
        """Writes the help."""
        from minutes.cli import help_text

        formatter.write(help_text.of_all(self.get_params(ctx)))


def _built(name: str, place: str) -> Any:
    """The typer command of the function at `place`, its module imported now."""
    from importlib import import_module

    module, function = place.split(":")
    app = typer.Typer(**QUIET)
    app.command(name, cls=Command)(getattr(import_module(module), function))
    return typer.main.get_command(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"minutes {__version__}")
        raise typer.Exit


def _no_pager(wanted: bool) -> None:
    if wanted:
        os.environ["MINUTES_PAGER"] = ""  # for what we start, too


def options(
    context: typer.Context,
    archive: Annotated[
        Path | None, typer.Option(metavar="DIR", readable=False, help="The folder of the archive")
    ] = None,
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="The language of messages")] = None,
    _paged: Annotated[
        bool,
        typer.Option(
            "--no-pager", callback=_no_pager, help="Long output stays on the terminal, not in a pager"
        ),
    ] = False,
    _shown: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version")
    ] = False,
) -> None:
    """Lays out the desk; without a command, prints the help."""
    if lang not in (None, *LANGUAGES):
        raise usage.NotAChoice(name="--lang", choices=", ".join(LANGUAGES), command="minutes")
    context.obj = Desk(archive, lang)


def call(arguments: list[str]) -> int:
    """Runs the command that the arguments name; gives its exit code. Raises UsageMistake, and what the command raises."""
    group: Any = typer.main.get_command(typer.Typer(cls=Commands, callback=options, **QUIET))
    try:
        return _called(group, arguments)
    except typer.Exit as leave:
        return leave.exit_code
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except UsageError as error:
        raise usage.mistake_of(error) from error


def _called(group: Any, arguments: list[str]) -> int:
    if not arguments:
        import sys

        from minutes.cli.help_text import of_all

        sys.stderr.write(of_all(group.params))
        return NOTHING_ASKED
    with group.make_context("minutes", list(arguments)) as context:
        context.call_on_close(lambda: tell_remarks(context.obj))
        group.invoke(context)
    return 0
