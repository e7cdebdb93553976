"""The house keeps its measures: small functions, small files, one direction, no cycles (CONTRIBUTING: README, "The house")."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(path for wing in ("archive", "minutes") for path in (ROOT / wing).rglob("*.py"))
BRANCHES = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)
FORMATS = {"bs4", "lxml", "docx", "html", "zipfile", "email", "tinydb", "sqlite3", "typer", "rich"}


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in FILES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def depth_of(node: ast.AST) -> int:
    """Deepest nesting below `node`; an elif is no deeper than its if."""
    deepest = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        chained = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        deepest = max(deepest, depth_of(child) + (isinstance(child, BRANCHES) and not chained))
    return deepest


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in FILES}


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = node.module or ""
        for alias in node.names:
            full = f"{base}.{alias.name}"
            yield full if full in MODULES else base


def top_imports(name: str) -> set[str]:
    """What the module imports when it is loaded, not inside functions or for type checkers only."""
    found: set[str] = set()
    for node in tree_of(MODULES[name]).body:
        found.update(imported(node))
    return found


def all_imports(name: str) -> set[str]:
    return {one for node in ast.walk(tree_of(MODULES[name])) for one in imported(node)}


def test_functions_are_small():
    sizes = {where: lines_of(node) for where, node in functions()}
    too_long = {where: size for where, size in sizes.items() if size > 40}
    assert not too_long
    assert median(sizes.values()) <= 8
    assert quantiles(sizes.values(), n=10)[-1] <= 20


def test_functions_nest_no_deeper_than_three():
    deep = {where: depth for where, node in functions() if (depth := depth_of(node)) > 3}
    assert not deep


def test_files_are_small():
    long = {
        str(path.relative_to(ROOT)): count
        for path in FILES
        if (count := len(path.read_text("utf-8").splitlines())) > 300
    }
    assert not long


def test_the_archive_never_imports_minutes():
    wrong = {
        name
        for name in MODULES
        if name.startswith("archive") and any(one.split(".")[0] == "minutes" for one in all_imports(name))
    }
    assert not wrong


def test_extraction_knows_no_format_and_no_disk():
    rooms = [name for name in MODULES if name.startswith("minutes.extract")]
    wrong = {
        name: bad
        for name in rooms
        if (
            bad := {
                one
                for one in all_imports(name)
                if one.split(".")[0] in FORMATS
                or one.startswith(("minutes.readers", "minutes.writers", "minutes.cli"))
            }
        )
    }
    assert not wrong


@pytest.mark.parametrize("wing", ["minutes.readers", "minutes.writers", "minutes.extract"])
def test_only_the_command_line_prints(wing):
    printing = [
        where
        for where, node in functions()
        if where.replace("/", ".").startswith(wing)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"print", "exit"}
    ]
    assert not printing


def test_modules_do_not_import_in_circles():
    graph = {name: {one for one in top_imports(name) if one in MODULES and one != name} for name in MODULES}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"import cycle: {' -> '.join((*path[path.index(name) :], name))}"
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def map_of_the_house() -> str:
    """The README's section on rooms."""
    return (ROOT / "README.md").read_text("utf-8").partition("\n## The house")[2].partition("\n## ")[0]


def test_the_map_of_the_house_shows_every_room():
    rooms = {
        path.parent.name for path in FILES if path.name == "__init__.py" and path.parent.parent.parent == ROOT
    }
    rooms |= {path.name for path in FILES if path.parent == ROOT / "minutes"} - {"__init__.py", "__main__.py"}
    shown = map_of_the_house()
    assert not {room for room in rooms if room not in shown}


def test_the_map_of_the_house_shows_no_room_that_is_gone():
    names = re.findall(r"`([\w/.]+(?:\.py|/))`", map_of_the_house())
    there = {
        path.relative_to(ROOT).as_posix()
        for top in ("archive", "minutes", "tests")
        for path in (ROOT / top).rglob("*")
    }
    ends = tuple(f"/{place}" for place in (*there, "archive", "minutes", "tests"))
    assert names
    assert not {name for name in names if not any(end.endswith(f"/{name.rstrip('/')}") for end in ends)}
