"""`minutes config`: the settings, shown and changed."""

from typing import Annotated, Any

import typer

from minutes.cli import options
from minutes.cli.desk import Desk, desk_of

NOT_SET = 1
TERMS = "terms"  # a table: its values are set one by one, as terms.NAME


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
    elif key == TERMS:
        rows = settings.as_rows(settings.load()).items()
        _many({name: day for name, day in rows if name.startswith(f"{TERMS}.")}, json=json)
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


def _many(shown: dict[str, str | None], *, json: bool) -> None:
    if not shown and not json:
        raise typer.Exit(NOT_SET)
    _all(shown, json=json)


def _all(shown: dict[str, str | None], *, json: bool) -> None:
    from minutes.border import one_line
    from minutes.cli.look.piece import columns_of
    from minutes.messages import say

    if json:
        _json({"schema": 1, **shown})
        return
    named = {"file": say("file"), "in use": say("in use")}
    rows = [(named.get(name, name), value) for name, value in shown.items()]
    wide = max(columns_of(name) for name, _ in rows) + 2
    for name, value in rows:
        blank = " " * (wide - columns_of(name))
        typer.echo(f"{name}{blank}{say('(not set)') if value is None else one_line(value)}")


def _json(value: object) -> None:
    import msgspec

    typer.echo(msgspec.json.encode(value).decode())
