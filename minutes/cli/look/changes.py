"""The history of the archive, a paragraph a change."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from minutes.cli.look import words
from minutes.cli.look.piece import Line, Piece, hanging, of_document, shortened
from minutes.messages import say
from minutes.places import label

if TYPE_CHECKING:
    from archive.answers import Change
    from archive.issued import Issue
    from archive.record import Meeting
    from minutes.reextracting import Difference

LONGEST: Final = 200  # columns shown of one value
UNSHOWN: Final = ("corrections", "evidence", "sha256")
INDENT: Final = Piece("    ")


def lines(changes: "Sequence[Change]", columns: int) -> Iterator[Line]:
    """When, who, what; then each value before and after, and the reason."""
    for change in changes:
        yield _head(change)
        if change.why:
            yield from hanging((INDENT,), (of_document(change.why),), columns)
        if change.kind == "people":
            for sentence in _names(change.before["people"], change.after["people"]):
                yield from hanging((INDENT,), (of_document(sentence),), columns)
            continue
        for path in _shown_paths(change):
            yield from pair(path, change.before.get(path), change.after.get(path), columns)


def _names(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    """What was decided on names, a sentence each."""
    was, now = before["names"], after["names"]
    for name, other in now.items():
        if was.get(name) != other:
            yield say("{name} is from now on {other}.", name=name, other=other)
    for name in was.keys() - now.keys():
        yield say("{name} is a name of its own again.", name=name)
    for one in after["split"]:
        if one not in before["split"]:
            yield say("In {ids}, {name} is {other}.", ids=_ids(one), name=one["name"], other=one["as"])
    for one in before["split"]:
        if one not in after["split"]:
            yield say(
                "In {ids}, {name} is no longer {other}.", ids=_ids(one), name=one["name"], other=one["as"]
            )


def _ids(split: dict[str, Any]) -> str:
    return say(", ").join(map(str, split["meetings"]))


def issues(many: "Iterable[Issue]") -> Iterator[Line]:
    """When, by whom and as what final minutes were issued, and the SHA-256 of the file."""
    for issue in many:
        asked = json.loads(issue.asked)
        kind = " ".join(part for part in (asked["to"], asked["profile"]) if part)
        head = f"{words.moment(issue.when)}  ", f"{issue.who}  ", f"{say('issued')}  {kind}"
        yield (Piece(head[0], "label"), of_document(head[1], "name"), of_document(head[2], "act"))
        yield (INDENT, Piece("SHA-256 ", "label"), of_document(issue.file.partition(".")[0]))


def _shown_paths(change: "Change") -> list[str]:
    """The places worth showing: corrections say what the places they change say."""
    paths = dict.fromkeys((*change.before, *change.after))
    shown = [path for path in paths if path.split(".")[0] not in UNSHOWN]
    return shown or [path for path in paths if path == "corrections"]  # a value confirmed as it was


def differences(records: "Iterable[tuple[Meeting, Sequence[Difference]]]", columns: int) -> Iterator[Line]:
    """What a new reading changes, record by record."""
    for meeting, places in records:
        yield (Piece(f"{meeting.id}  ", "id"), of_document(meeting.title, "title"))
        for place in places:
            yield from pair(place.path, place.before, place.after, columns)


def pair(path: str, before: Any, after: Any, columns: int) -> Iterator[Line]:
    """One value before and after."""
    lead = (INDENT, of_document(label(path), "label"), Piece("  "))
    known = _choices(path)
    old, new = (
        shown(known.get(value, value) if isinstance(value, str) else value) for value in (before, after)
    )
    yield from hanging(lead, (of_document(f"{old} \u2192 {new}"),), columns)


def _choices(path: str) -> dict[str, str]:
    """The words for the values of a kind or state."""
    last = path.rpartition(".")[2]
    return words.kinds() if path == "kind" else words.states() if last == "state" else {}


def _head(change: "Change") -> Line:
    record = f"  {change.id}" if change.id is not None else ""
    return (
        Piece(words.moment(change.when), "label"),
        Piece("  "),
        of_document(change.who, "name"),
        Piece("  "),
        Piece(deed(change.what), "act"),
        Piece(record, "id"),
        Piece(f"  {say('batch {name}', name=change.batch)}", "faint"),
    )


def shown(value: Any) -> str:
    """A value as people read it."""
    if value is None:
        return say("(nothing)")
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return shortened(of_document(text).text, LONGEST)


def deed(what: str) -> str:
    """What history calls `import`, `done` ..., in the user's language."""
    first, _, batch = what.partition(" ")
    if first == "undo" and batch:
        return say("took back batch {name}", name=batch)
    return _deeds().get(what, what)


def _deeds() -> dict[str, str]:
    return {
        "import": say("filed"),
        "edit": say("corrected"),
        "done": say("marked as done"),
        "drop": say("given up"),
        "reopen": say("opened again"),
        "assign": say("assigned"),
        "due": say("due date set"),
        "progress": say("progress noted"),
        "label": say("labelled"),
        "delete": say("moved to the trash"),
        "undelete": say("brought back"),
        "purge": say("erased"),
        "undo": say("taken back"),
        "review": say("reviewed"),
        "reextract": say("extracted anew"),
        "number": say("numbered"),
        "final": say("signed or opened again"),
        "update": say("taken over from an edited export"),
        "people merge": say("names merged"),
        "people rename": say("person renamed"),
        "people split": say("persons told apart"),
        "share": say("archive shared"),
        "recover": say("state recovered"),
        "backup": say("backed up"),
        "bag": say("bag written"),
        "issue": say("issued"),
    }
