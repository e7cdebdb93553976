"""TinyDB's own tests of tables and operations, on our storage: one file per record.

The sdist of the pinned version lies where TINYDB_SDIST points (`.ci/run` fetches it); without it they are skipped.
"""

import importlib.util
import inspect
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from archive.tables import FolderDB

SDIST = os.environ.get("TINYDB_SDIST")
FILES = ("test_tables", "test_operations", "test_tinydb")

NOT_OURS = {"test_table_repr": "expects the name of one of TinyDB's own storages in the table's repr"}


def module_at(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"tinydb_own_{path.stem}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases() -> Iterator[Any]:
    if not SDIST:
        return
    for name in FILES:
        module = module_at(Path(SDIST, "tests", f"{name}.py"))
        for test, function in inspect.getmembers(module, inspect.isfunction):
            if test.startswith("test_") and "db" in inspect.signature(function).parameters:
                reason = NOT_OURS.get(test)
                marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
                yield pytest.param(function, id=f"{name}-{test}", marks=marks)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[FolderDB]:
    base = FolderDB(tmp_path / "archive")
    base.drop_tables()
    base.insert_multiple({"int": 1, "char": char} for char in "abc")
    yield base
    base.close()


@pytest.mark.skipif(not SDIST, reason="TINYDB_SDIST is not set: TinyDB's own tests are not here")
@pytest.mark.parametrize("case", list(cases()))
def test_tinydb_passes_its_own_tests_on_our_storage(case, request):
    arguments = {name: request.getfixturevalue(name) for name in inspect.signature(case).parameters}
    case(**arguments)
