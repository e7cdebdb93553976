"""`minutes search`: the best passages for a query."""

from typing import Annotated

import typer

from minutes.cli import asked, found, options, reply
from minutes.cli.desk import desk_of
from minutes.cli.failures import sentence_of
from minutes.cli.usage import Missing
from minutes.messages import say


def _list_saved(wanted: bool) -> None:
    if wanted:
        from minutes.searches import saved

        for name, query in saved().items():
            typer.echo(f"@{name}  {query}")
        raise typer.Exit


def _keep(name: str, query: str) -> None:
    from minutes import searches

    before = searches.saved().get(name)
    searches.save(name, query)
    reply.tell(say("Kept as @{name}: {query}", name=name, query=query))
    if before not in (None, query):
        reply.tell(say("Until now @{name} was: {query}", name=name, query=before))


def _forget(name: str | None) -> None:
    if name:
        from minutes import searches

        query = searches.forget(name.removeprefix("@"))
        reply.tell(say("@{name} is forgotten: {query}", name=name.removeprefix("@"), query=query))
        raise typer.Exit


def search(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="QUERY...", help="Words, and fields as speaker:NAME")
    ] = None,
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
    _forgotten: Annotated[
        str | None,
        typer.Option(
            "--forget", metavar="NAME", callback=_forget, is_eager=True, help="Keep that query no longer"
        ),
    ] = None,
) -> None:
    """Find words, people, dates; the passages are shown.

    Titles come first, then action points, statements and the rest of the text; the newest first within each. More on queries: minutes help query.
    """
    if not words:
        raise Missing(name="QUERY...", command="minutes search")
    desk, shape = desk_of(context), reply.Shape(json, ids, form)
    if save:
        _keep(save, desk.open().parsed(asked.query(words)).text)
    try:
        found.count(desk, words) if count else found.search(desk, words, shape, n, sort)
    except reply.NothingFound as nothing:
        if not save:
            raise
        reply.tell(sentence_of(nothing))  # it was kept, and may find something later
