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
    "review": Row(
        "file",
        "minutes.cli.review:review",
        "[QUERY...]",
        "Go through what is doubtful: accept, edit, reject",
        ("minutes review", "minutes review 12"),
        words=True,
    ),
    "reextract": Row(
        "file",
        "minutes.cli.reextract:reextract",
        "[QUERY...]",
        "Read archived reports again with the present rules",
        ("minutes reextract --dry-run", "minutes reextract date:2023"),
        words=True,
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
    "stats": Row(
        "find",
        "minutes.cli.stats:stats",
        "[QUERY...]",
        "Count meetings by month and body, action points by state and owner",
        ("minutes stats", "minutes stats date:2023"),
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
        "minutes.cli.follow_up:done",
        "ACTION...",
        "Mark action points as done",
        ("minutes done 12.3",),
    ),
    "reopen": Row(
        "follow up",
        "minutes.cli.follow_up:reopen",
        "ACTION...",
        "Open action points again",
        ("minutes reopen 12.3",),
    ),
    "assign": Row(
        "follow up",
        "minutes.cli.follow_up:assign",
        "ACTION OWNER",
        "Give an action point to another unit or person",
        ("minutes assign 12.3 教务处",),
    ),
    "due": Row(
        "follow up",
        "minutes.cli.follow_up:due",
        "ACTION DAY",
        "Set the day an action point is due",
        ("minutes due 12.3 2023-09-30",),
    ),
    "progress": Row(
        "follow up",
        "minutes.cli.follow_up:progress",
        "ACTION WORDS...",
        "Note how an action point stands",
        ("minutes progress 12.3 已报送初稿",),
    ),
    "carry": Row(
        "follow up",
        "minutes.cli.carry:carry",
        "ID",
        "List what earlier meetings of the same body left open",
        ("minutes carry 12",),
    ),
    "edit": Row(
        "correct",
        "minutes.cli.edit:edit",
        "ID [--set PLACE=VALUE]",
        "Correct a record",
        ("minutes edit 12", "minutes edit 12 --set chair=张三"),
    ),
    "label": Row(
        "correct",
        "minutes.cli.label:label",
        "ID... +LABEL -LABEL",
        "Put labels on records, take them off",
        ("minutes label 12 +督办 -草稿",),
        words=True,
    ),
    "delete": Row(
        "correct",
        "minutes.cli.trash:delete",
        "ID...",
        "Move records to the trash",
        ("minutes delete 12",),
    ),
    "undelete": Row(
        "correct",
        "minutes.cli.trash:undelete",
        "[ID...]",
        "Bring records back from the trash",
        ("minutes undelete 12",),
    ),
    "history": Row(
        "correct",
        "minutes.cli.history:history",
        "[ID]",
        "Show who changed what, when and why",
        ("minutes history 12",),
    ),
    "export": Row(
        "write",
        "minutes.cli.export:export",
        "ID...|QUERY",
        "Write formal minutes, ledgers of action points, calendars",
        (
            "minutes export 12 --to docx",
            "minutes export 12 --to md",
            "minutes export is:open --to xlsx",
            "minutes export date:2023 --volume",
        ),
        words=True,
    ),
    "templates": Row(
        "write",
        "minutes.cli.templates:templates",
        "new|check PROFILE|FILE",
        "Begin an own Word template, or try one",
        ("minutes templates new jiyao", "minutes templates check own.docx"),
    ),
    "final": Row(
        "write",
        "minutes.cli.final:final",
        "ID...",
        "Close records: final minutes stay as signed",
        ("minutes final 12", "minutes final 12 --undo"),
    ),
    "number": Row(
        "write",
        "minutes.cli.number:number",
        "[QUERY...]",
        "Number the meetings of a year, or their decisions",
        ("minutes number --year 2024 --dry-run", "minutes number --year 2024 --decisions"),
        words=True,
    ),
    "check": Row(
        "care",
        "minutes.cli.check:check",
        "",
        "Check that every record and original is sound",
        ("minutes check", "minutes check --repair"),
    ),
    "backup": Row(
        "care",
        "minutes.cli.backup:backup",
        "FILE.zip",
        "Write the whole archive to one file",
        ("minutes backup /media/stick/minutes.zip",),
    ),
    "restore": Row(
        "care",
        "minutes.cli.backup:restore",
        "FILE.zip",
        "Make an archive of a backup",
        ("minutes --archive NEW restore minutes.zip",),
    ),
    "bag": Row(
        "care",
        "minutes.cli.bag:bag",
        "FOLDER",
        "Make a bag for a records office (BagIt)",
        ("minutes bag handover-2024 --organisation 教务处",),
    ),
    "index": Row(
        "care",
        "minutes.cli.index:index",
        "",
        "Bring the index up to date, or make it anew",
        ("minutes index --rebuild",),
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
    "completion": Row(
        "care",
        "minutes.cli.completion:completion",
        "SHELL",
        "Let the shell finish what you type: bash, zsh, fish",
        ("minutes completion bash >> ~/.bashrc",),
        words=True,
    ),
    "help": Row(
        "care",
        "minutes.cli.help_:help_",
        "[TOPIC]",
        "Explain a topic: query, format, limits",
        ("minutes help query", "minutes help format"),
    ),
}
