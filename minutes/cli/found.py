"""What search, list and actions answer with."""

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from minutes.cli import asked, reply
from minutes.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from archive.answers import Entries, Task, Tasks
    from archive.hits import Hit, Hits
    from archive.store import Archive
    from minutes.cli.desk import Desk

Words = list[str] | None
SORTS: Final = ("tier", "date")
GROUPINGS: Final = ("owner", "due")
PASSAGE: Final = "passage."  # fields below come from the record, not from the index


def search(
    desk: "Desk",
    words: Words,
    shape: reply.Shape = reply.FOR_A_PERSON,
    n: int | None = None,
    sort: str = SORTS[0],
) -> None:
    """Prints the best passages for the query that the words make; raises NothingFound, QueryError."""
    archive, query = desk.open(), asked.query(words)
    order = reply.choice("--sort", sort, SORTS, "search")
    if shape != reply.FOR_A_PERSON:
        hits, read_as = archive.hits(query, sort=order, passages=_with_passages(shape))
        _tell(read_as)
        count = reply.for_program(shape, "search", map(_hit, islice(hits, n)), _counted(archive, query, n))
        reply.refuse_nothing(count, query, archive.meant)
        return
    found = archive.search(query, limit=n or reply.FIRST, sort=order)
    if found.items:
        _print_hits(found, archive.parsed(query).needles())
    reply.refuse_nothing(found.items, query, archive.meant)


def count(desk: "Desk", words: Words) -> None:
    """Prints how many meetings `search` finds; raises NothingFound, QueryError."""
    archive, query = desk.open(), asked.query(words)
    _tell(archive.search(query, limit=1, passages=False).read_as)
    reply.count(archive.count(query), query)


def meetings(
    desk: "Desk", words: Words, shape: reply.Shape = reply.FOR_A_PERSON, n: int | None = None
) -> None:
    """Prints the meetings that fit, the newest first; raises NothingFound, ArchiveIsEmpty, QueryError."""
    archive, query = desk.open(), asked.records(words)
    entries = archive.list(query or None, limit=reply.limit(n, shape))
    if shape == reply.FOR_A_PERSON:
        _print_entries(entries)
    else:
        items = (entry._asdict() for entry in entries.items)
        reply.for_program(
            shape, "list", items, lambda: archive.count(query) if entries.total is None else entries.total
        )
    if not (entries.items or query) and (trashed := len(archive.trash())):
        raise reply.AllInTrash(count=trashed)
    reply.refuse_nothing(entries.items, query, archive.meant)


def actions(
    desk: "Desk",
    words: Words,
    shape: reply.Shape = reply.FOR_A_PERSON,
    n: int | None = None,
    by: str = GROUPINGS[0],
) -> None:
    """Prints the action points that fit, the overdue first; raises NothingFound, ArchiveIsEmpty, QueryError."""
    ledger(desk.open(), asked.records(words), reply.choice("--by", by, GROUPINGS, "actions"), shape, n)


def ledger(archive: "Archive", query: str, grouping: str, shape: reply.Shape, n: int | None) -> None:
    """Prints action points, one at a time for a program; raises NothingFound where there are none."""
    if shape != reply.FOR_A_PERSON and n is None:
        count = reply.for_program(shape, "actions", map(_task, archive.tasks(query or None)))
        reply.refuse_nothing(count, query, archive.meant)
        return
    tasks = archive.actions(query or None, limit=reply.limit(n, shape))
    if shape == reply.FOR_A_PERSON:
        _print_tasks(tasks, grouping)
    else:
        reply.for_program(shape, "actions", map(_task, tasks.items), lambda: tasks.total)
    reply.refuse_nothing(tasks.items, query, archive.meant)


def _with_passages(shape: reply.Shape) -> bool:
    """Whether the records must be read: 0.3 ms for each hit."""
    return not shape.ids and (shape.form is None or PASSAGE in shape.form)


def _counted(archive: "Archive", query: str, n: int | None) -> "Callable[[], int] | None":
    """How many fit in all, where not all are printed."""
    return None if n is None else lambda: archive.count(query)


def _hit(hit: "Hit") -> dict[str, Any]:
    return {**hit._asdict(), "passage": hit.passage and hit.passage._asdict()}


def _task(task: "Task") -> dict[str, Any]:
    """With the number people use: 12.3."""
    return {"action": f"{task.id}.{task.number}", **task._asdict()}


def _print_hits(hits: "Hits", needles: tuple[str, ...]) -> None:
    from minutes.cli.look import listing, paper

    _tell(hits.read_as)
    paper.put(listing.hits(hits.items, needles, paper.whole_width() and paper.columns()))
    if hits.total is None:
        reply.tell(
            say("The best {shown}; there are more. -n N shows N, --count counts them.", shown=len(hits.items))
        )
    else:
        reply.rest(len(hits.items), hits.total)


def _tell(read_as: "Mapping[str, tuple[str, ...]]") -> None:
    """Says which words were read otherwise than they stand."""
    for word, names in read_as.items():
        reply.tell(
            say('"{word}" is written nowhere; read as {names}.', word=word, names=say(", ").join(names))
        )


def _print_entries(entries: "Entries") -> None:
    from minutes.cli.look import listing, paper

    paper.put(listing.meetings(entries.items, paper.whole_width()))
    reply.more(len(entries.items), entries.total)


def _print_tasks(tasks: "Tasks", grouping: str) -> None:
    from minutes.cli.look import ledger as ledgers
    from minutes.cli.look import paper

    paper.put(ledgers.lines(tasks.items, grouping, paper.whole_width()))
    reply.rest(len(tasks.items), tasks.total)
