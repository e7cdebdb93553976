"""How a command answers a program: JSON of one shape, ids one a line."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from archive.record import Meeting

SCHEMA: Final = 1


def items(many: Sequence[Any], total: int | None = None) -> None:
    """Prints a list: `{"schema": 1, "items": [...], "total": N}`; `total` may be more than are printed."""
    import json

    whole = {"schema": SCHEMA, "items": many, "total": len(many) if total is None else total}
    sys.stdout.write(json.dumps(whole, ensure_ascii=False, default=_plain) + "\n")


def records(meetings: Sequence["Meeting"]) -> None:
    """Prints one record as itself, several as a list."""
    import msgspec

    value = (
        {"schema": SCHEMA, "items": meetings, "total": len(meetings)} if len(meetings) != 1 else meetings[0]
    )
    sys.stdout.write(msgspec.json.encode(value).decode() + "\n")


def ids(numbers: Iterable[object]) -> None:
    """Prints each on its line."""
    sys.stdout.writelines(f"{number}\n" for number in numbers)


def _plain(value: Any) -> Any:
    """What json cannot write by itself: days, named tuples of ours, records."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    import msgspec

    return msgspec.to_builtins(value)
