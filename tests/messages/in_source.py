"""Finds every sentence the program may say, by reading its source: the keys of the catalogues."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES = sorted(path for wing in ("archive", "minutes") for path in (ROOT / wing).rglob("*.py"))


def messages() -> dict[str, str]:
    """Each sentence, with the place that says it."""
    found: dict[str, str] = {}
    for path in FILES:
        tree = ast.parse(path.read_text("utf-8"))
        for text in (*_said(tree), *_of_errors(tree), *_helps(tree), *_of_commands(path, tree)):
            found.setdefault(text, str(path.relative_to(ROOT)))
    return found | dict.fromkeys(_of_the_table(), "minutes/cli/table.py")


def _text(node: ast.AST | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _said(tree: ast.Module) -> Iterator[str]:
    """say("...")"""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say" and node.args:
            first = node.args[0]
            if text := _text(first):
                yield text
            elif isinstance(first, ast.IfExp):
                yield from (text for one in (first.body, first.orelse) if (text := _text(one)))


def _of_errors(tree: ast.Module) -> Iterator[str]:
    """message = "..." and advice = "..." in classes"""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef):
            continue
        for line in node.body:
            targets = line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
            named = any(getattr(one, "id", "") in {"message", "advice"} for one in targets)
            if named and (text := _text(line.value)):
                yield text


def _helps(tree: ast.Module) -> Iterator[str]:
    """help="..." of options"""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "Option":
            yield from (text for one in node.keywords if one.arg == "help" and (text := _text(one.value)))


def _of_commands(path: Path, tree: ast.Module) -> Iterator[str]:
    """The paragraphs of a command's docstring after the first, as `--help` prints them."""
    from minutes.cli.table import COMMANDS

    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    names = {row.place.split(":")[1] for row in COMMANDS.values() if row.place.split(":")[0] == module}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in names:
            paragraphs = (ast.get_docstring(node) or "").split("\n\n")[1:]
            yield from (" ".join(one.split()) for one in paragraphs)


def _of_the_table() -> Iterator[str]:
    from minutes.cli.table import COMMANDS, GROUPS

    yield from GROUPS.values()
    yield from (row.short for row in COMMANDS.values())
