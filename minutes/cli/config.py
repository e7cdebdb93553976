"""`minutes config`: the settings, shown and changed."""

from typing import Annotated, Any

import typer

from minutes.cli import options
from minutes.cli.desk import Desk, desk_of

NOT_SET = 1


def config(
    context: typer.Context,
    key: Annotated[str | None, typer.Argument(metavar="KEY")] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE")] = None,
    unset: Annotated[bool, typer.Option("--unset", help="Take the setting out")] = False,
    json: options.Json = False,
) -> None:
    """Show the settings, show one, or change one.

    Settings: archive (folder of the archive), language (zh or en), lexicon (folder with own zh.toml and en.toml), share (private or group: who may read the archive; one that is there follows at once), name (who history says you are), terms.NAME (first day of a term, YYYY-MM-DD).

    They are kept in one TOML file in the per-user configuration folder; the variable MINUTES_CONFIG names another.
    """
    from minutes import settings

    if key is not None and (value is not None or unset):
        settings.change(key, None if unset else value)
        if key == "share":
            _share(desk_of(context), value or "private")
    elif key is not None:
        _one(settings.value_of(settings.load(), key), json=json)
    else:
        shown = settings.as_rows(settings.load())
        _all(
            {**shown, "file": str(settings.config_file()), "in use": str(desk_of(context).folder)}, json=json
        )


def _share(desk: Desk, share: Any) -> None:
    """The archive that is there follows."""
    if desk.has_archive:
        desk.open().share_as(share, who=desk.who)


def _one(value: object, *, json: bool) -> None:
    if json:
        _json(value)
    elif value is None:
        raise typer.Exit(NOT_SET)
    else:
        typer.echo(value)


def _all(shown: dict[str, str | None], *, json: bool) -> None:
    from minutes.border import one_line
    from minutes.messages import say

    if json:
        _json({"schema": 1, **shown})
        return
    wide = max(map(len, shown)) + 2
    for name, value in shown.items():
        typer.echo(f"{name:<{wide}}{say('(not set)') if value is None else one_line(value)}")


def _json(value: object) -> None:
    import msgspec

    typer.echo(msgspec.json.encode(value).decode())
