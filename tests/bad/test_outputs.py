"""Hostile words in every field of a record: whatever shows or writes them, they are read and do nothing."""

import csv
import io
import json
import re
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from archive.record import Evidence, Part, Span
from archive.store import Archive
from minutes.cli.main import run

sys.path.insert(0, str(Path(__file__).parents[1] / "writers"))
sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))
import invented_meetings as invented

ESCAPES = (
    "\x1b[2J\x1b]0;pwned\x07\x1b]52;c;cm0=\x07\x1b]8;;file:///etc/passwd\x1b\\\x9b31m\x90q\x9c\x00\x08\x7f"
)
UNSEEN = "\u202etxt\u2066\u2069\u200f\u2028\ufeff\uffff"
RICH = "[red]x[/] [link=file:///etc/passwd]y[/link] [/bold] :warning: [bold"
MARKDOWN = "# z ](javascript:alert(1)) ![i](http://127.0.0.1:9/b) <img src=x onerror=alert(1)> `c` *e* | p | <!-- &lt; ~~s~~ www.example.org"
LINES = '\n---\n\n# forged\n\n```\n[minutes-record-1]: # "AAAA"\n\nEND:VTODO\r\nBEGIN:VEVENT\r\nSUMMARY:forged\r\n'
FORMULA = '=HYPERLINK("http://127.0.0.1:9","x")'
WORD = "</w:t></w:r><w:r><w:instrText>DDEAUTO x</w:instrText></w:r> ]]> {{ 7*7 }} {% raw %} &amp;"
NASTY = ESCAPES + UNSEEN + RICH + MARKDOWN + LINES + WORD
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1", " =1")
FORBIDDEN = {
    "html_inline",
    "html_block",
    "link_open",
    "image",
    "code_inline",
    "fence",
    "code_block",
    "hr",
    "s_open",
}
KEPT = {
    "kind",
    "language",
    "state",
    "count_is",
    "sha256",
    "media_type",
    "imported_at",
    "published",
    "start_time",
    "end_time",
    "when",
}
CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ufffe\uffff]"
)
PROOF = Evidence(span=Span(block=0, start=0, end=3), rule=NASTY, confidence="doubtful", reason=NASTY)
MEETINGS = {"zh": invented.chinese(), "en": invented.english()}


def poisoned(value, start=""):
    """The part with hostile words in every free text, `start` before them."""
    match value:
        case str():
            return start + value + NASTY
        case Span():
            return value
        case Part():
            names = [field.name for field in msgspec.structs.fields(value) if field.name not in KEPT]
            return replace(
                value, **{name: poisoned(getattr(value, name), start) for name in names if name != "cells"}
            )
        case tuple():
            return tuple(poisoned(one, start) for one in value)
        case _:
            return value


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nasty") / "archive"
    starts = [FORMULA, *FORMULAS]
    with Archive.open(folder, create=True).batch("import", "Lin") as batch:
        for number, start in enumerate(starts):
            meeting = MEETINGS["zh" if number % 2 else "en"]
            batch.stage(
                poisoned(
                    replace(meeting, id=None, body=meeting.body[:4], evidence={"chair": (PROOF,)}), start
                ),
                b"%d" % number,
                ".html",
            )
        batch.commit()
    return folder


@pytest.fixture
def minutes(folder, monkeypatch, tmp_path, capsysbinary):
    monkeypatch.setenv("MINUTES_CONFIG", str(tmp_path / "none.toml"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)

    def call(*words):
        code = run(["--archive", str(folder), "--lang", "en", *words])
        out, err = capsysbinary.readouterr()
        assert code == 0, err
        return out.decode(), err.decode()

    return call


SHOWN = [
    ("list",),
    ("list", "--format", "{id} {title} {chair} {labels}"),
    ("show", "1"),
    ("show", "2"),
    ("explain", "1"),
    ("search", "forged"),
    ("search", "pwned", "--format", "{title}"),
    ("people",),
    ("stats",),
    ("actions",),
    ("history", "1"),
    ("history",),
]


@pytest.mark.parametrize("words", SHOWN, ids=" ".join)
def test_nothing_but_text_reaches_the_terminal(minutes, words):
    out, err = minutes(*words)
    assert out
    assert not CONTROLS.search(out), repr(CONTROLS.search(out))
    assert not CONTROLS.search(err)


@pytest.mark.parametrize(
    "words", [("list",), ("show", "1"), ("search", "forged"), ("show", "2"), ("people",)], ids=" ".join
)
def test_markup_of_rich_is_shown_as_it_is(minutes, words):
    out, _ = minutes(*words)
    assert "[red]x[/]" in "".join(out.split("\n")) or words == ("people",)
    assert ":warning:" in out or words == ("people",)


@pytest.mark.parametrize(
    "words", [("list",), ("show", "1"), ("search", "forged"), ("actions",), ("people",)], ids=" ".join
)
def test_json_is_one_line_that_gives_the_words_back(minutes, words):
    out, _ = minutes(*words, "--json")
    assert out.count("\n") == 1
    json.loads(out)


@pytest.mark.parametrize(
    ("number", "profile"),
    [("1", "minutes"), ("1", "uk"), ("1", "report"), ("2", "jiyao"), ("2", "jilu"), ("2", "report")],
)
def test_markdown_has_one_title_and_nothing_of_its_own(minutes, number, profile):
    out, _ = minutes("export", number, "--to", "md", "--profile", profile, "--no-record")
    _, front, text = out.split("---\n", 2)
    assert not CONTROLS.search(out)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    flat = [inner for token in tokens for inner in (token, *(token.children or ()))]
    assert [token.tag for token in flat if token.type == "heading_open"].count("h1") == 1
    kinds = {token.type for token in flat}
    assert not kinds & FORBIDDEN
    assert all(": " in line for line in front.splitlines())


def test_a_table_of_cells_runs_nothing(minutes):
    out, _ = minutes("export", *map(str, range(1, 10)), "--to", "csv")
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert len(rows) > 9
    assert len({len(row) for row in rows}) == 1
    assert not [
        cell
        for row in rows
        for cell in row
        if cell.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d"))
    ]
    assert not [cell for row in rows for cell in row if CONTROLS.search(cell)]


def test_a_workbook_has_no_formula(minutes, tmp_path):
    from openpyxl import load_workbook

    minutes("export", *map(str, range(1, 10)), "--to", "xlsx", "--output", "a.xlsx")
    cells = [cell for row in load_workbook(tmp_path / "a.xlsx").active.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert not [cell for cell in cells if cell.hyperlink]


def test_a_calendar_has_no_entry_of_its_own(minutes):
    from icalendar import Calendar

    out, _ = minutes("export", "1", "2", "--to", "ics")
    calendar = Calendar.from_ical(out)
    points = sum(len(one.action_points) for one in MEETINGS.values())
    assert len(calendar.walk("VTODO")) == points
    assert len(calendar.walk("VEVENT")) == 2
    assert not CONTROLS.search(out.replace("\r\n", "\n"))


@pytest.mark.parametrize("profile", ["jiyao", "jilu", "minutes", "uk", "report", "ledger"])
def test_a_word_file_opens_and_holds_no_field_of_its_own(minutes, tmp_path, profile):
    from docx import Document

    number = "2" if profile in ("jiyao", "jilu") else "1"  # of the profile's language
    minutes("export", number, "--profile", profile, "--output", "a.docx")
    assert Document(str(tmp_path / "a.docx")).element.body is not None
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        for name in package.namelist():
            part = package.read(name)
            assert b"DDEAUTO x</w:instrText>" not in part
            assert (
                b'TargetMode="External"' not in part or not name.endswith(".rels") or b"127.0.0.1" not in part
            )


def test_files_stay_in_their_folder(minutes, tmp_path):
    minutes("export", *map(str, range(1, 10)), "--to", "md", "--output", "out/")
    names = [path.name for path in (tmp_path / "out").iterdir()]
    assert len(names) == 9
    assert not [
        name
        for name in names
        if CONTROLS.search(name) or len(name.encode()) > 255 or name.startswith((".", "-"))
    ]
    assert {path.name for path in tmp_path.iterdir()} <= {"out", "none.toml", "state"}


def test_the_round_trip_gives_back_what_was_there(minutes, tmp_path):
    """The embedded record keeps even what no place shows."""
    from minutes.carried import record_in

    minutes("export", "1", "--profile", "minutes", "--output", "a.docx")
    assert NASTY in record_in((tmp_path / "a.docx").read_bytes()).title


COLOURS = re.compile(r"\x1b\[[0-9;]*m")  # what we may send ourselves


@pytest.mark.parametrize("words", [*SHOWN, ("import", "--dry-run", "a\x1b[2J.html")], ids=" ".join)
def test_on_a_terminal_only_our_own_colours_are_sent(folder, tmp_path, words):
    pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    from test_terminal import on_a_terminal

    program = f"from minutes.cli.main import run; run({['--archive', str(folder), *words]!r})"
    page = on_a_terminal(
        program, MINUTES_CONFIG=str(tmp_path / "none.toml"), XDG_STATE_HOME=str(tmp_path / "state")
    )
    assert page
    assert not CONTROLS.search(COLOURS.sub("", page).replace("\r\n", "\n"))
