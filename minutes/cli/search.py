"""`minutes search`: the best passages for a query."""

from typing import TYPE_CHECKING, Annotated

import typer

from minutes.cli import asked, reply
from minutes.cli.desk import desk_of
from minutes.messages import say

if TYPE_CHECKING:
    from archive.answers import Hit, Hits
    from archive.store import Archive

SORTS = ("tier", "date")


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
    json: reply.Json = False,
    ids: reply.Ids = False,
    count: Annotated[bool, typer.Option("--count", help="Only how many")] = False,
    n: reply.N = None,
    sort: Annotated[
        str, typer.Option("--sort", metavar="tier|date", help="tier: title, action, statement, text; or date")
    ] = "tier",
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
    archive, query = desk_of(context).open(), asked.query(words)
    if save:
        _keep(save, archive.parsed(query).text)
    if count:
        reply.count(archive.count(query), query)
        return
    limit = n if n is not None or json or ids else reply.FIRST
    hits = archive.search(
        query, limit=limit, sort=reply.choice("--sort", sort, SORTS, "search"), passages=not ids
    )
    _answer(archive, query, hits, json=json, ids=ids)


def _answer(archive: "Archive", query: str, hits: "Hits", *, json: bool, ids: bool) -> None:
    if json:
        reply.items([_item(hit) for hit in hits.items], _total(archive, query, hits))
    elif ids:
        reply.ids(hit.id for hit in hits.items)
    elif hits.items:
        _print(hits, archive.parsed(query).needles())
    reply.refuse_nothing(hits.items, query)


def _total(archive: "Archive", query: str, hits: "Hits") -> int:
    return archive.count(query) if hits.total is None else hits.total


def _item(hit: "Hit") -> dict[str, object]:
    return {**hit._asdict(), "passage": hit.passage and hit.passage._asdict()}


def _print(hits: "Hits", needles: tuple[str, ...]) -> None:
    from minutes.cli.look import listing, paper

    for word, names in hits.read_as.items():
        reply.tell(
            say('"{word}" is written nowhere; read as {names}.', word=word, names=say(", ").join(names))
        )
    paper.put(listing.hits(hits.items, needles, paper.whole_width() and paper.columns()))
    if hits.total is None:
        reply.tell(
            say("The best {shown}; there are more. -n N shows N, --count counts them.", shown=len(hits.items))
        )
    else:
        reply.rest(len(hits.items), hits.total)
