"""`minutes export --redact`: publication copies, and the list of what was hidden in them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from minutes.cli import reply
from minutes.cli.usage import UsageMistake
from minutes.messages import say

if TYPE_CHECKING:
    from archive.record import Meeting
    from archive.store import Archive
    from minutes.cli.desk import Desk
    from minutes.cli.exporting import Choice
    from minutes.redacting import Item, Redactor, Wishes

Redact = Annotated[
    bool,
    typer.Option("--redact", help="A publication copy: names, telephone and identity numbers ... hidden"),
]
Keep = Annotated[
    list[str] | None, typer.Option("--keep", metavar="NAME", help="With --redact: a name that stays")
]
Hide = Annotated[
    list[str] | None, typer.Option("--hide", metavar="WORDS", help="With --redact: further words to hide")
]
AsJson = Annotated[
    bool, typer.Option("--json", help="With --redact: list what was hidden as JSON, on standard error")
]


class OnlyRedacted(UsageMistake):
    """An option of publication copies without --redact."""

    message = "{option} goes with --redact."


def wishes(
    redact: bool, keep: Sequence[str] | None, hide: Sequence[str] | None, json: bool, lexicon: Path | None
) -> "Wishes | None":
    """What is to be hidden; None for a copy as it is. Raises OnlyRedacted."""
    if not redact:
        for option, given in (("--keep", keep), ("--hide", hide), ("--json", json)):
            if given:
                raise OnlyRedacted(option=option, command="minutes export")
        return None
    from minutes.redacting import Wishes

    return Wishes(tuple(keep or ()), tuple(hide or ()), lexicon)


class Veiled:
    """The archive as the public may see it: every record that it gives is a publication copy."""

    def __init__(self, archive: "Archive", ids: Sequence[int], wishes: "Wishes") -> None:
        from minutes.redacting import Redactor

        self.archive = archive
        self.redactor = Redactor(map(archive.get, ids), wishes)

    def get(self, number: int) -> "Meeting":
        """The record for publication."""
        return self.redactor.record(self.archive.get(number))

    def original(self, sha256: str) -> Path:
        """Nothing of the originals is public."""
        raise FileNotFoundError(sha256)

    def issued(self, *_: object) -> None:
        """Publication copies are made anew: what was issued was signed in full."""

    def keep_issued(self, *_: object, **__: object) -> None:
        """Nor are they kept."""


def export(desk: "Desk", words: Sequence[str], choice: "Choice", wishes: "Wishes", *, json: bool) -> None:
    """Writes publication copies as `minutes export` writes records, and lists what was hidden."""
    from minutes.cli import exporting
    from minutes.writers import check

    check(choice.to, choice.profile)
    archive = desk.open()
    ids, choice = exporting.selected(archive, words, choice)
    veiled: Any = Veiled(archive, ids, wishes)
    public = _public(choice, veiled.redactor, archive.get(ids[0]).language)
    exporting.export(desk, [str(number) for number in ids], public, veiled)
    tell(veiled.redactor.items, json=json)


def _public(choice: "Choice", redactor: "Redactor", language: str) -> "Choice":
    """The choice without the embedded record, and with nothing hidden left in what the office adds."""
    from msgspec.structs import replace

    from minutes.writers.details import Details

    given = choice.details
    number, issuer, copies_to, printed_by = (
        redactor.text(words, language)
        for words in (given.number, given.issuer, given.copies_to, given.printed_by)
    )
    details = Details(
        number=number, issuer=issuer, issued=given.issued, copies_to=copies_to, printed_by=printed_by
    )
    return replace(choice, record=False, details=details)


def tell(items: "Sequence[Item]", *, json: bool) -> None:
    """Lists on stderr what was hidden: kinds and counts, or everything as JSON."""
    from minutes.redacting import kinds_of

    if json:
        _as_json(items)
        return
    named = _kinds()
    counted = [f"{named[kind]} {count}" for kind, count in kinds_of(items)]
    if counted:
        reply.tell(say("Hidden: {what}.", what=say(", ").join(counted)))
    else:
        reply.tell(say("Nothing was found to hide."))
    reply.tell(
        say("Read the copy before you publish it: what is not recognised is not hidden (--hide hides more).")
    )


def _kinds() -> dict[str, str]:
    """What the kinds of redacting.KINDS are called."""
    return {
        "name": say("names"),
        "phone": say("telephone numbers"),
        "email": say("e-mail addresses"),
        "identity": say("identity numbers"),
        "card": say("bank cards and accounts"),
        "plate": say("licence plates"),
        "passport": say("passport numbers"),
        "account": say("messenger accounts"),
        "address": say("home addresses"),
        "word": say("further words"),
        "picture": say("pictures"),
    }


def _as_json(items: "Sequence[Item]") -> None:
    import json
    from dataclasses import asdict

    whole = {"schema": reply.SCHEMA, "items": [asdict(item) for item in items], "total": len(items)}
    reply.tell(json.dumps(whole, ensure_ascii=False))
