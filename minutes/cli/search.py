"""`minutes search`: the best passages for a query."""

from typing import Annotated

import typer

from minutes.cli import asked, found, options, reply
from minutes.cli.desk import desk_of
from minutes.messages import say


def _list_saved(wanted: bool) -> None:
    if wanted:
        from minutes.searches import saved

        for name, query in saved().items():
            typer.echo(f"@{name}  {query}")
        raise typer.Exit


def _keep(name: str, query: str) -> None:
    from minutes import searches

    searches.save(name, query)
    reply.tell(say("Kept as @{name}: {query}", name=name, query=query))


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="QUERY...", help="Words, and fields as speaker:NAME")],
    json: options.Json = False,
    ids: options.Ids = False,
    form: options.Format = None,
    count: Annotated[bool, typer.Option("--count", help="Only how many")] = False,
    n: options.N = None,
    sort: Annotated[
        str, typer.Option("--sort", metavar="tier|date", help="tier: title, action, statement, text; or date")
    ] = found.SORTS[0],
    save: Annotated[
        str | None, typer.Option("--save", metavar="NAME", help="Keep the query; @NAME asks it again")
    ] = None,
    _saved: Annotated[
        bool,
        typer.Option("--saved", callback=_list_saved, is_eager=True, help="List the queries that are kept"),
    ] = False,
) -> None:
    """Find words, people, dates; the passages are shown.

    Titles come first, then action points, statements and the rest of the text; the newest first within each. More on queries: minutes help query.
    """
    desk, shape = desk_of(context), reply.Shape(json, ids, form)
    if save:
        _keep(save, desk.open().parsed(asked.query(words)).text)
    if count:
        found.count(desk, words)
        return
    found.search(desk, words, shape, n, sort)
