"""How a command answers: how much of it, in which shape, and what goes to stderr."""

import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from archive.errors import ArchiveError
from minutes import border
from minutes.messages import say

if TYPE_CHECKING:
    from archive.record import Meeting

SCHEMA: Final = 1
SOME_FAILED: Final = 3  # exit code: the other inputs are done
FIRST: Final = 20  # how many a person is shown unless they ask for more


class NothingFound(ArchiveError):
    """No hit."""

    message = "Nothing was found for: {query}"


class NothingButNear(NothingFound):
    """No hit, but the archive has names like those asked for."""

    message = "Nothing was found for: {query}."
    advice = "Did you mean {near}?"


class ArchiveIsEmpty(ArchiveError):
    """Nothing there at all."""

    message = "The archive holds nothing yet."
    advice = "File reports with: minutes import PATH"


class AllInTrash(ArchiveIsEmpty):
    """Nothing there but what can be brought back."""

    message = "All records are in the trash ({count})."
    advice = "List them with: minutes undelete; bring one back with: minutes undelete ID"


class Shape(NamedTuple):
    """What a program asked a list to be; all unset where a person asked."""

    json: bool = False
    ids: bool = False
    form: str | None = None  # --format


FOR_A_PERSON: Final = Shape()


def for_program(
    shape: Shape, command: str, items: Iterable[dict[str, Any]], total: Callable[[], int] | None = None
) -> int:
    """Prints a list as a program asked for it; gives how many there are. `total` counts those that are not printed too."""
    from minutes.cli import formatted

    return formatted.put(shape, command, items, total)


def refuse_nothing(
    found: Collection[object] | int, query: str, meant: Callable[[str], list[str]] = lambda _: []
) -> None:
    """An answer without items is an error, for a program that asks too: raises NothingFound or ArchiveIsEmpty.

    `meant` gives the names that the query may be a slip of.
    """
    if found:
        return
    if not query:
        raise ArchiveIsEmpty
    near = meant(query)
    raise NothingButNear(query=query, near=" / ".join(near)) if near else NothingFound(query=query)


def limit(n: int | None, shape: Shape = FOR_A_PERSON) -> int | None:
    """How many to fetch: what was asked for, else as many as a person reads on a terminal, and all for a program."""
    return FIRST if n is None and shape == FOR_A_PERSON and sys.stdout.isatty() else n


def choice(name: str, value: str, choices: Sequence[str], command: str) -> Any:
    """`value`, one of `choices`; raises NotAChoice."""
    if value in choices:
        return value
    from minutes.cli.usage import NotAChoice

    raise NotAChoice(name=name, choices=", ".join(choices), command=f"minutes {command}")


def count(total: int, query: str) -> None:
    """Prints how many there are; none is an error."""
    sys.stdout.write(f"{total}\n")
    refuse_nothing(total, query)


def rest(shown: int, total: int) -> None:
    """Says on stderr how many there are, where not all are shown."""
    if shown < total:
        tell(say("The first {shown} of {total}; -n {total} shows all.", shown=shown, total=total))


def more(shown: int, total: int | None) -> None:
    """As `rest`, where counting all may have cost too much."""
    if total is None:
        tell(say("The newest {shown}; there are more. -n N shows N.", shown=shown))
    else:
        rest(shown, total)


def is_terminal() -> bool:
    """Whether somebody can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def is_yes(answer: str) -> bool:
    """Whether the user agrees, in either language."""
    return answer.strip().lower() in ("y", "yes", "\u662f")


def tell(sentence: str) -> None:
    """Says one line to the user, on stderr."""
    sys.stderr.write(f"{border.terminal(sentence)}\n")


def items(many: Iterable[Any], total: Callable[[], int] | int | None = None) -> int:
    """Prints a list: `{"schema": 1, "items": [...], "total": N}`; `total` may be more than are printed. Gives how many are.

    Each is printed as it comes: a hundred thousand hits at once take 300 MB.
    """
    import json

    sys.stdout.write(f'{{"schema": {SCHEMA}, "items": [')
    count = 0
    for count, item in enumerate(many, 1):
        sys.stdout.write(", " * (count > 1) + json.dumps(item, ensure_ascii=False, default=_plain))
    sys.stdout.write(f'], "total": {total() if callable(total) else count if total is None else total}}}\n')
    return count


def one(values: dict[str, Any]) -> None:
    """Prints one thing: `{"schema": 1, ...}`."""
    import json

    whole = {"schema": SCHEMA, **values}
    sys.stdout.write(json.dumps(whole, ensure_ascii=False, default=_plain) + "\n")


def records(meetings: Sequence["Meeting"]) -> None:
    """Prints one record as itself, several as a list."""
    import msgspec

    value = (
        {"schema": SCHEMA, "items": meetings, "total": len(meetings)} if len(meetings) != 1 else meetings[0]
    )
    sys.stdout.write(msgspec.json.encode(value).decode() + "\n")


def lines(many: Iterable[object]) -> int:
    """Prints each on its line; gives how many there are."""
    count = 0
    for count, one in enumerate(many, 1):  # noqa: B007 (counts)
        sys.stdout.write(f"{one}\n")
    return count


def _plain(value: Any) -> Any:
    """What json cannot write by itself: days, named tuples of ours, records."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    import msgspec

    return msgspec.to_builtins(value)
