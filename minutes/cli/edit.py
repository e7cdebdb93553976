"""`minutes edit`: a person's value instead of the extracted one."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from minutes.cli import ids as numbers
from minutes.cli import options, reply
from minutes.cli.desk import desk_of
from minutes.cli.usage import UsageMistake
from minutes.messages import say

if TYPE_CHECKING:
    from archive.record import Meeting

Pairs = list[tuple[str, str]]


class NotAnAssignment(UsageMistake):
    """No equals sign."""

    message = '"{word}" is not a place and a value.'
    advice = "Write it like --set chair=Smith."


def edit(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="ID", help="Number of the record")],
    sets: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="PLACE=VALUE",
            help="chair=Smith, action_points.0.owner=Finance; may be given often",
        ),
    ] = None,
    why: options.Why = None,
) -> None:
    """Correct a record.

    Without --set, the record opens in your editor (VISUAL, EDITOR). A value set by hand wins over what is read from the report, on re-extraction too. An empty value means that the report does not say.
    """
    record, desk = numbers.record(number), desk_of(context)
    archive = desk.open()
    if sets:
        pairs = [_pair(word) for word in sets]
        befores: list[Meeting] = []
        after = archive.change(
            record,
            lambda meeting: _set(meeting, pairs, desk.who, befores),
            what="edit",
            who=desk.who,
            why=why,
        )
        _tell(pairs, befores[-1], after)
    else:
        from minutes.cli.form import edited

        edited(archive, record, desk.who, why)


def _pair(word: str) -> tuple[str, str]:
    path, sign, value = word.partition("=")
    if not sign or not path:
        raise NotAnAssignment(word=word, command="minutes edit")
    return path.strip(), value.strip()


def _set(meeting: "Meeting", pairs: Pairs, who: str, befores: "list[Meeting]") -> "Meeting":
    from minutes.correcting import all_typed

    befores.append(meeting)
    return all_typed(meeting, pairs, who)


def _tell(pairs: Pairs, before: "Meeting", after: "Meeting") -> None:
    """What changed, a line a place; what did not is said too."""
    from minutes.cli.look import changes, paper
    from minutes.places import label, named

    for path in dict.fromkeys(named(path) for path, _ in pairs):
        old, new = _value(before, path), _value(after, path)
        if old == new:
            reply.tell(say("{path} says so already: {value}", path=label(path), value=changes.shown(new)))
        else:
            paper.put(changes.pair(path, old, new, paper.columns()))


def _value(meeting: "Meeting", path: str) -> Any:
    """The value at the place; None where its parts are missing."""
    from minutes.correcting import NotAField, value_at

    try:
        return value_at(meeting, path)
    except NotAField:
        return None
