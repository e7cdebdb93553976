"""TinyDB over one file per record: get, insert and update cost the same in a big archive as in a small one.

TinyDB's storages read and write everything at once. Ours reads through lazy mappings, and `FileTable._update_table`,
the one door of all its changes, hands the updater a mapping that remembers what was touched and writes only that.
"""

import copy
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from archive.files import Disk
from archive.folder import Shelf

Values = dict[str, Any]


def encoded(values: Mapping[str, Any]) -> bytes:
    """A record as it lies on disk: UTF-8 JSON, keys sorted, a line per value, so that people and diff can read it."""
    line = msgspec.json.encode(values, order="deterministic")
    return msgspec.json.format(line, indent=1) + b"\n"


class Documents(Mapping[str, Values]):
    """A table's records by id (in decimal digits, as TinyDB's storages have them), each read when it is asked for."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def __getitem__(self, key: str) -> Values:
        """The record; raises KeyError."""
        data = self.shelf.read(int(key)) if key.isdigit() else None
        if data is None:
            raise KeyError(key)
        values: Values = msgspec.json.decode(data)
        return values

    def __contains__(self, key: object) -> bool:
        """Whether the record is there; its file is not read."""
        return isinstance(key, str) and key.isdigit() and self.shelf.has(int(key))

    def __iter__(self) -> Iterator[str]:
        """The ids, in order."""
        return map(str, self.shelf.numbers())

    def __len__(self) -> int:
        """How many records there are."""
        return sum(1 for _ in self.shelf.numbers())


class Touched(MutableMapping[int, Values]):
    """What an updater sees: records by id; those it looked at or set are compared and written afterwards."""

    def __init__(self, documents: Documents) -> None:
        self.documents = documents
        self.seen: dict[int, Values | None] = {}  # None: deleted
        self.before: dict[int, Values] = {}

    def __getitem__(self, number: int) -> Values:
        """The record, which may be changed in place; raises KeyError."""
        if number not in self.seen:
            values = self.documents[str(number)]
            self.seen[number], self.before[number] = values, copy.deepcopy(values)
        found = self.seen[number]
        if found is None:
            raise KeyError(number)
        return found

    def __setitem__(self, number: int, values: Values) -> None:
        """Puts a record in; it is written when the updater has finished."""
        self.seen[number] = values

    def __delitem__(self, number: int) -> None:
        """Takes a record out; raises KeyError."""
        if number not in self:
            raise KeyError(number)
        self.seen[number] = None

    def __contains__(self, number: object) -> bool:
        """Whether the record is there."""
        if number in self.seen:
            return self.seen[number] is not None
        return str(number) in self.documents

    def __iter__(self) -> Iterator[int]:
        """The ids of records on disk and of new ones."""
        stored = [int(key) for key in self.documents]
        yield from (number for number in stored if number in self)
        yield from (number for number in self.seen if number not in set(stored) and number in self)

    def __len__(self) -> int:
        """How many records there are."""
        return sum(1 for _ in self)

    def save(self) -> None:
        """Writes what has changed; everything is encoded first, so that a value that is no JSON changes nothing."""
        changed = {number: values for number, values in self.seen.items() if self._differs(number)}
        ready = {number: values if values is None else encoded(values) for number, values in changed.items()}
        shelf = self.documents.shelf
        shelf.write_all({number: data for number, data in ready.items() if data is not None})
        for number in (number for number, data in ready.items() if data is None):
            shelf.remove(number)

    def _differs(self, number: int) -> bool:
        return number not in self.before or self.seen[number] != self.before[number]


class FolderStorage(Storage):  # type: ignore[misc,unused-ignore]
    """A TinyDB storage: a folder with a folder per table."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self.folder = Path(folder)
        self.disk = disk or Disk()

    def documents(self, table: str) -> Documents:
        """The lazy records of one table."""
        return Documents(Shelf(self.folder / table, self.disk))

    def read(self) -> dict[str, Any] | None:
        """The tables by name; no record is read."""
        if not self.folder.is_dir():
            return None
        names = sorted(path.name for path in self.folder.iterdir() if path.is_dir())
        return {name: self.documents(name) for name in names}

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Makes the tables what `data` says: those not in it are emptied and go."""
        for name in set(self.read() or ()) - set(data):
            _replace(self.documents(name), {})
            _remove_folders(self.folder / name)
        for name, table in data.items():
            if not isinstance(table, Documents):
                self.disk.make_folder(self.folder / name)
                _replace(self.documents(name), {int(key): dict(values) for key, values in table.items()})


class FileTable(Table):  # type: ignore[misc,unused-ignore]
    """A TinyDB table that writes the records an operation touched, and no others."""

    def _read_table(self) -> Any:
        return self._storage.documents(self.name)  # type: ignore[attr-defined,unused-ignore]

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        storage: Any = self._storage
        storage.disk.make_folder(storage.folder / self.name)
        touched = Touched(storage.documents(self.name))
        updater(touched)
        touched.save()
        self.clear_cache()


class FolderDB(TinyDB):  # type: ignore[misc,unused-ignore]
    """TinyDB with our storage and table: `FolderDB(folder).table("meetings").search(where("chair")...)`."""

    table_class = FileTable
    default_storage_class: Any = FolderStorage


def _replace(documents: Documents, wanted: dict[int, Values]) -> None:
    touched = Touched(documents)
    touched.clear()
    touched.update(wanted)
    touched.save()


def _remove_folders(folder: Path) -> None:
    for below in folder.iterdir():
        below.rmdir()
    folder.rmdir()
