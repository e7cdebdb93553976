"""What `minutes search` answers with."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from minutes.cli import asked, reply
from minutes.messages import say

if TYPE_CHECKING:
    from archive.hits import Hits
    from archive.store import Archive
    from minutes.cli.desk import Desk

SORTS: Final = ("tier", "date")
PASSAGE: Final = "passage."  # fields below come from the record, not from the index


class Wanted(NamedTuple):
    """How the answer is to be."""

    shape: reply.Shape = reply.FOR_A_PERSON
    limit: int | None = reply.FIRST
    sort: str = SORTS[0]


def search(desk: "Desk", words: list[str], wanted: Wanted = Wanted()) -> None:
    """Prints the best passages for the query that the words make; raises NothingFound, QueryError."""
    archive, query = desk.open(), asked.query(words)
    sort = reply.choice("--sort", wanted.sort, SORTS, "search")
    hits = archive.search(query, limit=wanted.limit, sort=sort, passages=_with_passages(wanted.shape))
    if (
        not reply.for_program(wanted.shape, "search", _items(hits), lambda: _total(archive, query, hits))
        and hits.items
    ):
        _print(hits, archive.parsed(query).needles())
    reply.refuse_nothing(hits.items, query)


def _with_passages(shape: reply.Shape) -> bool:
    """Whether the records must be read: 0.3 ms for each hit."""
    return not shape.ids and (shape.form is None or PASSAGE in shape.form)


def _total(archive: "Archive", query: str, hits: "Hits") -> int:
    return archive.count(query) if hits.total is None else hits.total


def _items(hits: "Hits") -> Iterator[dict[str, Any]]:
    for hit in hits.items:
        yield {**hit._asdict(), "passage": hit.passage and hit.passage._asdict()}


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
