"""`minutes templates`: own Word templates, to begin with and to try."""

from pathlib import Path
from typing import Annotated

import typer

from archive.errors import ArchiveError
from minutes import border
from minutes.cli.usage import NotAChoice
from minutes.messages import say


class NoTemplate(ArchiveError):
    """No such file."""

    message = "There is no template {file}."
    advice = "minutes templates new writes one to begin with."
    exit_code = 3


def templates(
    what: Annotated[str, typer.Argument(metavar="new|check", help="new writes a template, check tries one")],
    name: Annotated[
        str, typer.Argument(metavar="PROFILE|FILE", help="Profile to begin with, or file to try")
    ],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite what is there")] = False,
) -> None:
    """Begin an own Word template, or try one.

    A template is a Word document of your own with fields like {{ title }}. new writes one with all fields in the look of a profile; check tries a file on sample records and says what is wrong with it. Use it with: minutes export 12 --template FILE.
    """
    if what in ("new", "check"):
        from minutes.writers.template.render import check_installed

        check_installed()
    if what == "new":
        _new(name, output, force=force)
    elif what == "check":
        _check(Path(name))
    else:
        raise NotAChoice(name="new|check", choices="new, check", command="minutes templates")


def bytes_of(file: Path) -> bytes:
    """The template; raises NoTemplate and TemplateTooLarge."""
    from minutes.writers.template.errors import TemplateTooLarge
    from minutes.writers.template.render import LARGEST, check_installed

    check_installed()
    if not file.is_file():
        raise NoTemplate(file=border.shown_name(str(file)))
    if file.stat().st_size > LARGEST:
        raise TemplateTooLarge(file=border.shown_name(file.name), megabytes=LARGEST // 1024 // 1024)
    return file.read_bytes()


def _new(profile: str, output: str | None, *, force: bool) -> None:
    from minutes.writers import PROFILES, UnknownProfile
    from minutes.writers.output import save
    from minutes.writers.template.starter import starter

    if profile not in PROFILES:  # the ledger is a table of many meetings
        raise UnknownProfile(profile=profile, profiles=", ".join(PROFILES))
    target = Path(output or f"{profile}-template.docx")
    save(starter(profile, say("en")), target, force=force)
    typer.echo(border.shown_name(str(target)))


def _check(file: Path) -> None:
    from minutes.writers.template import check
    from minutes.writers.template.samples import samples

    shown = border.shown_name(file.name)
    found = check(shown, bytes_of(file), samples())
    if found:
        raise found[0]
    typer.echo(say("{file} can be used.", file=shown))
