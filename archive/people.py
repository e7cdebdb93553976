"""What people decided about names: people.json.

{"names": {"张校长": "张斯虹"}, "split": [{"name": "王伟", "as": "王伟 (财务处)", "meetings": [3, 5]}]}
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from archive.files import Disk
from archive.query.tree import Every, Field, Not, Some, Tree
from archive.refusals import ArchiveDamaged
from archive.text import fold

if TYPE_CHECKING:
    from archive.index.content import Naming

FILE: Final = "people.json"
PERSONS: Final = frozenset(
    {"speaker", "chair", "owner", "person", "recorder", "present"}
)  # fields of queries
Values = dict[str, Any]


class People:
    """The decisions of one archive."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.file = folder / FILE
        self.disk = disk

    def read(self) -> Values:
        """The decisions; none where the file is missing; raises ArchiveDamaged."""
        try:
            return {"names": {}, "split": [], **json.loads(self.file.read_bytes())}
        except FileNotFoundError:
            return {"names": {}, "split": []}
        except (ValueError, TypeError) as error:
            raise ArchiveDamaged(file=self.file, reason=error) from error

    def write(self, values: Values) -> None:
        """Keeps the decisions, durably."""
        text = json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True)
        self.disk.write(self.file, f"{text}\n".encode())

    def naming(self) -> "Naming":
        """From a name as written in a meeting to the name decided on."""
        values = self.read()
        names: dict[str, str] = values["names"]
        split = {(one["name"], number): one["as"] for one in values["split"] for number in one["meetings"]}
        if not names and not split:
            return lambda name, _: name
        return lambda name, number: names.get(chosen := split.get((name, number), name), chosen)

    def decided(self, name: str) -> str:
        """The name decided on for `name`."""
        return str(self.read()["names"].get(name, name))

    def led(self, tree: Tree) -> Tree:
        """The query, its fields of people with the name decided on beside an old one."""
        with suppress(ArchiveDamaged):  # said by `check`; what is asked is asked as typed
            names = {fold(old): fold(new) for old, new in self.read()["names"].items()}
            return _led(tree, names) if names else tree
        return tree

    def aliases(self, name: str) -> tuple[str, ...]:
        """Other names of a person."""
        return tuple(sorted(other for other, one in self.read()["names"].items() if one == name))


def _led(tree: Tree, names: dict[str, str]) -> Tree:
    match tree:
        case Field(field, text) if field in PERSONS and text in names:
            return Some((tree, Field(field, names[text])))
        case Not(part):
            return Not(_led(part, names))
        case Every(parts):
            return Every(tuple(_led(part, names) for part in parts))
        case Some(parts):
            return Some(tuple(_led(part, names) for part in parts))
    return tree


def merged(values: Values, name: str, into: str) -> Values:
    """Decisions by which `name` is another name of `into`; chains are followed, so that none is longer than one."""
    names = {other: into if one == name else one for other, one in values["names"].items() if other != into}
    split = [{**one, "as": into} if one["as"] == name else one for one in values["split"]]
    return {"names": {**names, name: into}, "split": split}


def parted(values: Values, name: str, new: str, meetings: list[int]) -> Values:
    """Decisions by which `name`, in those meetings, is another person, called `new`."""
    kept = [one for one in values["split"] if (one["name"], one["as"]) != (name, new)]
    return {
        "names": values["names"],
        "split": [*kept, {"name": name, "as": new, "meetings": sorted(meetings)}],
    }
