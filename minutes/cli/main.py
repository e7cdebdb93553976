"""The command line's front door: global options, the lazy table of commands, every error caught once."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from typer._click import HelpFormatter
from typer.core import TyperCommand, TyperGroup

from minutes import __version__, messages
from minutes.cli.desk import Desk
from minutes.cli.table import COMMANDS
from minutes.settings import LANGUAGES, SettingsError

QUIET: dict[str, Any] = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}
NOTHING_ASKED = 2  # no command is wrong usage


class Command(TyperCommand):
    """One command; its words are checked and its help is written by us, in the user's language."""

    allow_extra_args = True  # counted below: typer's own complaint is English only

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Reads the words; raises UsageMistake where one is too many or an option unknown."""
        from minutes.cli import usage

        row = COMMANDS[self.name or ""]
        if row.words:
            args = usage.parted(args, self.get_params(ctx), ctx.command_path)
        rest = super().parse_args(ctx, args)
        if rest:
            raise usage.TooMany(words=" ".join(rest), command=ctx.command_path)
        return rest

    def format_help(self, ctx: Any, formatter: HelpFormatter) -> None:
        """Writes the help."""
        from minutes.cli import help as helps

        options = [one for one in self.get_params(ctx) if one.param_type_name == "option"]
        name = self.name or ""
        formatter.write(helps.of_one(name, COMMANDS[name], self.help or "", options))


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
            from minutes.cli.usage import unknown_command

            raise unknown_command(args[0], list(COMMANDS))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: HelpFormatter) -> None:
        """Writes the help."""
        from minutes.cli import help as helps

        formatter.write(helps.of_all(self.get_params(ctx)))


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


def options(
    context: typer.Context,
    archive: Annotated[Path | None, typer.Option(metavar="DIR", help="The folder of the archive")] = None,
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="The language of messages")] = None,
    _shown: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version")
    ] = False,
) -> None:
    """Lays out the desk; without a command, prints the help."""
    if lang not in (None, *LANGUAGES):
        from minutes.cli.usage import NotAChoice

        raise NotAChoice(name="--lang", choices=", ".join(LANGUAGES), command="minutes")
    context.obj = Desk(archive, lang)


def run(arguments: list[str]) -> int:
    """Runs the command line; gives the exit code."""
    _prepare(sys.stdout)
    _prepare(sys.stderr)
    messages.choose(_language(arguments))
    return guarded(lambda: _called(arguments))


def guarded(work: Callable[[], None]) -> int:
    """Does the work; gives 0, or tells what went wrong and gives its exit code."""
    try:
        work()
        sys.stdout.flush()
    except typer.Exit as leave:
        return leave.exit_code
    except BaseException as error:  # noqa: BLE001 (the one place where every error is caught)
        from minutes.cli.failures import code_of

        return code_of(error)
    return 0


def _called(arguments: list[str]) -> None:
    group: Any = typer.main.get_command(typer.Typer(cls=Commands, callback=options, **QUIET))
    if not arguments:
        from minutes.cli.help import of_all

        sys.stderr.write(of_all(group.params))
        raise typer.Exit(NOTHING_ASKED)
    with group.make_context("minutes", list(arguments)) as context:
        context.call_on_close(lambda: _tell_remarks(context.obj))
        group.invoke(context)


def _tell_remarks(desk: Desk | None) -> None:
    if desk and any(archive.remarks for archive in desk.opened):
        from minutes.cli.failures import remarks

        remarks(desk.opened)


def _language(arguments: list[str]) -> str | None:
    """--lang, wherever it stands before the command (help in the right language comes before any parsing), else the settings'."""
    for place, word in enumerate(arguments):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if word in COMMANDS:
            break
    try:
        return Desk().settings.language
    except SettingsError:
        return None  # said by the command that needs the settings; `config` can mend them


def _prepare(stream: Any) -> None:
    """Names with undecodable bytes must not stop us; what others read is UTF-8 on every system."""
    if isinstance(stream, io.TextIOWrapper):
        encoding = None if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
