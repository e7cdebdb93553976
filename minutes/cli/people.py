"""`minutes people`: who appears in the archive, and all about one of them."""

from typing import TYPE_CHECKING, Annotated

import typer

from archive.errors import ArchiveError
from minutes.cli import asked, naming, options, reply
from minutes.cli.desk import desk_of

if TYPE_CHECKING:
    from archive.answers import PersonCard, PersonRow
    from archive.store import Archive


class NobodyOfThatName(ArchiveError):
    """No such person."""

    message = 'Nobody in the archive is called "{name}".'


class SomebodyAlike(NobodyOfThatName):
    """No such person, but some whose names look or sound like it."""

    advice = "Did you mean {near}?"


def people(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]", help="A name, pinyin or initials; or a query")
    ] = None,
    json: options.Json = False,
    form: options.Format = None,
    n: options.N = None,
) -> None:
    """List people, or what one of them said and has to do.

    A name that fits one person shows everything about them: offices over time, meetings, action points.

    people merge NAME INTO: both are one person, called INTO. people rename NAME NEW: another name for NAME. people split NAME NEW ID...: in these records NAME is somebody else. The records keep what the reports say; undo takes it back.
    """
    desk = desk_of(context)
    if words and words[0] in naming.DEEDS:
        naming.decide(desk, words[0], words[1:])
        return
    archive, query = desk.open(), asked.query(words)
    shape = reply.Shape(json=json, form=form)
    card = archive.person(" ".join(words)) if words and form is None else None
    if card:
        _card(card._replace(appearances=card.appearances[:n], tasks=card.tasks[:n]), json=json)
    else:
        _rows(archive, query, reply.limit(n, shape), shape)


def _card(card: "PersonCard", *, json: bool) -> None:
    if json:
        reply.one(_item(card))
        return
    from minutes.cli.look import paper, persons

    paper.put(persons.card(card, paper.columns()))


def _item(card: "PersonCard") -> dict[str, object]:
    parts = ("offices", "appearances", "tasks")
    return {**card._asdict(), **{name: [one._asdict() for one in getattr(card, name)] for name in parts}}


def _rows(archive: "Archive", query: str, limit: int | None, shape: reply.Shape) -> None:
    rows = archive.people(query or None)
    if shape != reply.FOR_A_PERSON:
        reply.for_program(shape, "people", (row._asdict() for row in rows[:limit]), lambda: len(rows))
    elif rows:
        _print(rows[:limit], len(rows))
    if not rows and query:
        raise _nobody(archive, query.strip('"'))
    reply.refuse_nothing(rows, query)


def _print(rows: "list[PersonRow]", total: int) -> None:
    from minutes.cli.look import paper, persons

    paper.put(persons.rows(rows, paper.whole_width()))
    reply.rest(len(rows), total)


def _nobody(archive: "Archive", name: str) -> ArchiveError:
    near = archive.suggest(name)
    return SomebodyAlike(name=name, near=" / ".join(near)) if near else NobodyOfThatName(name=name)
