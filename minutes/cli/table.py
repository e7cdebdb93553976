"""All commands in one table: `--help` prints it without importing any of them; a new command is one row."""

from typing import NamedTuple

GROUPS = {
    "file": "File reports",
    "find": "Find",
    "follow up": "Follow up",
    "correct": "Correct",
    "write": "Write",
    "care": "Care for the archive",
}


class Row(NamedTuple):
    """Where a command lives and what `--help` says of it."""

    group: str  # a key of GROUPS
    place: str  # module:function
    usage: str  # what follows the command's name: PATH...
    short: str  # one line, English; the catalogues translate it
    examples: tuple[str, ...] = ()
    words: bool = False  # takes words that may begin with one dash (a query's -word), which are no options


COMMANDS = {
    "import": Row(
        "file",
        "minutes.cli.import_:import_",
        "PATH...",
        "File reports (web pages, Word files, folders of them)",
        ("minutes import report.html", "minutes import --dry-run reports/"),
    ),
    "undo": Row(
        "file",
        "minutes.cli.undo:undo",
        "[BATCH]",
        "Take back the last import or change, or the one named",
        ("minutes undo", "minutes undo 7"),
    ),
    "search": Row(
        "find",
        "minutes.cli.search:search",
        "QUERY...",
        "Find words, people, dates; the passages are shown",
        ("minutes search 科研 after:2023-09", 'minutes search "annual budget" speaker:Smith'),
        words=True,
    ),
    "list": Row(
        "find",
        "minutes.cli.list_:list_",
        "[QUERY...]",
        "List meetings, newest first",
        ("minutes list", "minutes list date:2023 has:actions"),
        words=True,
    ),
    "show": Row("find", "minutes.cli.show:show", "ID...", "Show a record", ("minutes show 12",)),
    "explain": Row(
        "find",
        "minutes.cli.explain:explain",
        "ID",
        "Show where in the report each value was read",
        ("minutes explain 12",),
    ),
    "people": Row(
        "find",
        "minutes.cli.people:people",
        "[NAME]",
        "List people, or what one of them said and has to do",
        ("minutes people", "minutes people 张三"),
        words=True,
    ),
    "actions": Row(
        "follow up",
        "minutes.cli.actions:actions",
        "[QUERY...]",
        "List action points, the overdue first",
        ("minutes actions is:open", "minutes actions owner:教务处"),
        words=True,
    ),
    "done": Row(
        "follow up",
        "minutes.cli.actions:done",
        "ACTION...",
        "Mark action points as done",
        ("minutes done 12.3",),
    ),
    "reopen": Row(
        "follow up",
        "minutes.cli.actions:reopen",
        "ACTION...",
        "Open action points again",
        ("minutes reopen 12.3",),
    ),
    "export": Row(
        "write",
        "minutes.cli.export:export",
        "ID...|QUERY",
        "Write formal minutes: docx, md or json",
        ("minutes export 12 --to docx", "minutes export 12 --to md"),
        words=True,
    ),
    "check": Row(
        "care",
        "minutes.cli.check:check",
        "",
        "Check that every record and original is sound",
        ("minutes check",),
    ),
    "schema": Row(
        "care",
        "minutes.cli.schema:schema",
        "",
        "Print the JSON Schema of the record",
        ("minutes schema",),
    ),
    "score": Row(
        "care",
        "minutes.cli.score:score",
        "FOLDER",
        "Score the extraction against labelled reports",
        ("minutes score labelled/ --errors",),
    ),
    "config": Row(
        "care",
        "minutes.cli.config:config",
        "[KEY [VALUE]]",
        "Show or change the settings",
        ("minutes config", "minutes config language zh"),
    ),
}
