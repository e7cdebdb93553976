"""A record as a form in the user's editor: a line a value, checked on return, never lost on a mistake."""

import json
import os
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from archive.errors import ArchiveError
from minutes.cli import reply
from minutes.cli.failures import sentence_of
from minutes.messages import say

if TYPE_CHECKING:
    from archive.record import Meeting
    from archive.store import Archive

LEFT_OUT: Final = (
    "schema",
    "id",
    "source",
    "body",
    "evidence",
    "notes",
    "corrections",
    "revision",
    "labels",
    "state",
)
NOT_TYPED: Final = (
    "span",
    "spans",
    "number",
    "due_history",
    "progress",
    "kind",
)  # of items: kept as they are
SUFFIX: Final = ".yaml"  # the form is YAML: a flat mapping


class NoEditor(ArchiveError):
    """Nothing to edit with."""

    message = 'The editor "{editor}" did not run: {reason}.'
    advice = "Set EDITOR, or use --set. Your draft is kept: {file}"
    exit_code = 2


class BadForm(ArchiveError):
    """The form cannot be read."""

    message = "Line {line} of the form is wrong: {words}"
    advice = "Write PLACE: VALUE. Your draft is kept: {file}"
    exit_code = 2


class Refused(ArchiveError):
    """A value of the form is refused."""

    message = "{reason}"
    advice = "Your draft is kept: {file}"
    exit_code = 2


class RefusedForNow(Refused):
    """The archive is locked; the values may be good."""

    exit_code = 5


class NotUtf8(ArchiveError):
    """The editor saved other bytes."""

    message = "The form is not UTF-8 any more."
    advice = "Save it as UTF-8 and give the values with --set. Your draft is kept: {file}"
    exit_code = 2


def edited(archive: "Archive", number: int, who: str, why: str | None) -> None:
    """Lets the user edit record `number`; raises NoEditor, NotUtf8, BadForm, Refused; then the draft stays."""
    meeting = archive.get(number)
    before = written(meeting)
    draft = Path(tempfile.mkdtemp(prefix="minutes-")) / f"{number}{SUFFIX}"
    draft.write_text(before, "utf-8", newline="\n")
    _run_editor(draft)
    changes = changed(before, _read(draft), draft)
    if changes:
        _store(archive, meeting, changes, draft, who, why)
    else:
        reply.tell(say("Nothing was changed."))
    draft.unlink()
    draft.parent.rmdir()


def _read(draft: Path) -> str:
    try:
        return draft.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUtf8(file=draft) from error


def _store(
    archive: "Archive", meeting: "Meeting", changes: dict[str, str], draft: Path, who: str, why: str | None
) -> None:
    from minutes.correcting import all_typed

    def edit(one: "Meeting") -> "Meeting":
        return all_typed(one, changes.items(), who)

    assert meeting.id is not None
    try:
        archive.change(meeting.id, edit, what="edit", who=who, why=why, revision=meeting.revision)
    except ArchiveError as error:
        kind = RefusedForNow if error.exit_code == RefusedForNow.exit_code else Refused
        raise kind(reason=sentence_of(error), file=draft) from error
    except OSError:
        reply.tell(say("Your draft is kept: {file}", file=draft))
        raise


def written(meeting: "Meeting") -> str:
    """The form: comments that explain it, then `place: value` lines."""
    from archive.record import to_json

    head = (
        say("Record {id}: {title}", id=meeting.id, title=meeting.title or ""),
        say("Change values behind the colons. An emptied value means that the report does not say."),
        say("Lines taken out stay as they are. Save and close when done."),
    )
    whole = {name: value for name, value in json.loads(to_json(meeting)).items() if name not in LEFT_OUT}
    for name in ("chair", "recorder"):
        whole[name] = whole[name] or {"name": None, "role": None, "organisation": None}
    lines = (f"{path}: {_value(value)}".rstrip() for path, value in _flat(whole))
    return "\n".join([*(f"# {' '.join(line.split())}" for line in head), "", *lines, ""])


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value with its place; lists of plain words stay whole."""
    pairs: Any = ()
    if isinstance(value, dict):
        pairs = ((name, one) for name, one in value.items() if name not in NOT_TYPED or not path)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        pairs = enumerate(value)
    else:
        yield path, value
    for name, one in pairs:
        yield from _flat(one, f"{path}.{name}" if path else str(name))


def _value(value: Any) -> str:
    """As YAML and `typed` both read it: plain where that is safe, else JSON."""
    if value is None:
        return ""
    if isinstance(value, str) and _is_plain(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    """Whether YAML and JSON take the bare words for a string."""
    return bool(text) and text == text.strip() and not text[0].isascii() and not {"\n", "#", ":"} & set(text)


def changed(before: str, after: str, draft: Path) -> dict[str, str]:
    """The places whose values are not what they were, with the new ones; raises BadForm."""
    old = dict(_pairs(before, draft))
    return {path: value for path, value in _pairs(after, draft) if old.get(path) != value}


def _pairs(form: str, draft: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(form.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        path, sign, value = line.partition(":")
        if not sign:
            raise BadForm(line=number, words=line[:60], file=draft)
        yield path.strip(), value.strip()


def _run_editor(draft: Path) -> None:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    try:
        subprocess.run([*shlex.split(editor, posix=os.name != "nt"), str(draft)], check=True)  # noqa: S603 (the user's own editor)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise NoEditor(editor=editor, reason=error, file=draft) from error
