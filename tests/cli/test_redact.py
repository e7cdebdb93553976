"""`minutes export --redact`: in no byte of no format stands what is hidden."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from archive.record import Person
from archive.store import Archive

sys.path.insert(0, str(Path(__file__).parents[1] / "writers"))
import invented_meetings as invented

CHINESE = [
    "闻人溪",
    "尤小禾",
    "车晓岚",
    "简竹",
    "鲍清远",
    "柏舟",
    "席小川",
    "商陆",
    "黎问渠",
    "张素心",
    "席若愚",
]
ENGLISH = ["Quill", "Fenwick", "Mason-Reid", "O'Neil", "Pike", "Hollis", "Alma", "Teodor", "Priya", "Gordon"]
NUMBERS = ["13800138000", "110101199003074578", "alma.q@example.org", "浙A12345"]
OTHER = {"1": {"minutes", "uk"}, "2": {"jiyao", "jilu"}}
"""Profiles of the other language than that of each record."""

FORMATS = [
    *(
        ["--to", "docx", "--profile", profile]
        for profile in ("jiyao", "jilu", "minutes", "uk", "report", "ledger")
    ),
    *(["--to", "md", "--profile", profile] for profile in ("jiyao", "minutes", "report", "ledger")),
    ["--to", "json"],
    ["--to", "xlsx"],
    ["--to", "csv"],
    ["--to", "ics"],
    ["--volume", "--to", "docx"],
    ["--volume", "--to", "md"],
    ["--decision", "1", "--action", "1", "--to", "docx"],
]


def named(meeting, more):
    """The record with a name or number in every free field."""
    first = replace(meeting.action_points[0], text=f"{meeting.action_points[0].text} ({more})")
    source = replace(meeting.source, author=meeting.chair.name, file=f"{more}.html")
    return replace(
        meeting,
        id=None,
        title=f"{meeting.title} {meeting.chair.name}",
        place=f"{meeting.place} {NUMBERS[0]}",
        topic=f"{meeting.topic} {NUMBERS[1]}",
        organisation=f"{meeting.organisation} {NUMBERS[2]}",
        labels=(more,),
        action_points=(first, *meeting.action_points[1:]),
        source=source,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("public") / "archive"
    with Archive.open(folder, create=True).batch("import", "Lin") as batch:
        batch.stage(named(invented.chinese(), f"柏舟 {NUMBERS[3]}"), b"one", ".html")
        batch.stage(named(invented.english(), f"Gordon Pike {NUMBERS[0]}"), b"two", ".html")
        batch.commit()
    return folder


def everything_in(path):
    """All bytes of a file, those of a package inflated, as text."""
    data = path.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace").replace("\r\n ", "")  # a calendar folds its lines
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "\n".join(name + package.read(name).decode("utf-8", "replace") for name in package.namelist())


def hidden_in(text):
    plain = text.replace("&apos;", "'").replace("&#39;", "'").replace("\\", "")
    return [word for word in (*CHINESE, *ENGLISH, *NUMBERS) if word in plain]


@pytest.mark.parametrize("options", FORMATS, ids=" ".join)
@pytest.mark.parametrize("record", ["1", "2"])
def test_nothing_hidden_stands_in_any_byte(minutes, folder, tmp_path, options, record):
    added = (
        ["--copies-to", "柏舟" if record == "1" else "Gordon Pike", "--printed-by", NUMBERS[0]]
        if "docx" in options
        else []
    )
    if OTHER[record] & set(options):
        pytest.skip("a profile of the other language is refused")
    code, out, err = minutes(
        folder, "export", record, "--redact", *options, *added, "--output", str(tmp_path / "out" / "")
    )
    assert code == 0, err
    (made,) = (tmp_path / "out").iterdir() if (tmp_path / "out").is_dir() else [tmp_path / "out"]
    assert not hidden_in(made.name)
    assert not hidden_in(everything_in(made))
    assert not hidden_in(out)
    assert not hidden_in(err)
    assert "customXml" not in everything_in(made)
    assert "minutes-record" not in everything_in(made)


def test_without_the_option_they_do(minutes, folder):
    _, out, _ = minutes(folder, "export", "1", "2", "--to", "md", "--profile", "report")
    assert set(hidden_in(out)) == {*CHINESE, *ENGLISH, *NUMBERS}


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_nor_in_a_pdf(minutes, folder, tmp_path):
    import re
    import zlib

    code, _, _ = minutes(
        folder, "export", "2", "--redact", "--to", "pdf", "--output", str(tmp_path / "a.pdf")
    )
    assert code == 0
    data = (tmp_path / "a.pdf").read_bytes()
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    inflated = b"".join(
        zlib.decompressobj().decompress(one) if one[:1] == b"\x78" else one for one in streams
    )
    assert not hidden_in((data + inflated).decode("latin-1"))
    assert not hidden_in((data + inflated).replace(b"\0", b"").decode("latin-1"))
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, check=True).stdout
        assert not hidden_in(text.decode())


def test_a_template_of_the_office_is_filled_with_the_public_record(minutes, folder, tmp_path):
    template = str(tmp_path / "own.docx")
    assert minutes(folder, "templates", "new", "report", "--output", template)[0] == 0
    made = tmp_path / "a.docx"
    assert minutes(folder, "export", "1", "--redact", "--template", template, "--output", str(made))[0] == 0
    assert not hidden_in(everything_in(made))


def test_kinds_and_counts_are_told(minutes, folder):
    _, out, err = minutes(folder, "export", "2", "--redact", "--to", "csv")
    assert out
    assert err.startswith("Hidden: names 6, e-mail addresses 1, identity numbers 1, telephone numbers 1.\n")
    assert "Read the copy" in err


def test_details_come_as_json_on_stderr(minutes, folder):
    _, _, err = minutes(folder, "export", "2", "--redact", "--to", "md", "--json", "--hide", "Mill Street")
    listed = json.loads(err)
    assert listed["total"] == len(listed["items"])
    found = {(one["kind"], one["what"]) for one in listed["items"]}
    assert {("name", "Alma Quill"), ("phone", NUMBERS[0]), ("word", "Mill Street")} <= found
    assert {one["id"] for one in listed["items"]} == {2}


def test_who_is_kept_is_named(minutes, folder):
    _, out, _ = minutes(folder, "export", "2", "--redact", "--to", "md", "--keep", "Alma Quill")
    assert "Alma Quill" in out
    assert hidden_in(out) == ["Quill", "Alma"]


@pytest.mark.parametrize("option", [("--keep", "x"), ("--hide", "x"), ("--json",)])
def test_its_options_alone_are_wrong_usage(minutes, folder, option):
    code, _, err = minutes(folder, "export", "1", *option)
    assert code == 2
    assert option[0] in err


def test_a_final_record_has_a_publication_copy_that_is_not_kept_as_issued(minutes, tmp_path):
    folder = tmp_path / "archive"
    with Archive.open(folder, create=True).batch("import", "Lin") as batch:
        batch.stage(replace(invented.english(), id=None), b"two", ".html")
        batch.commit()
    assert minutes(folder, "final", "1")[0] == 0
    _, signed, _ = minutes(folder, "export", "1", "--to", "md")
    _, public, _ = minutes(folder, "export", "1", "--to", "md", "--redact")
    assert hidden_in(signed)
    assert not hidden_in(public)
    assert minutes(folder, "export", "1", "--to", "md")[1] == signed


def test_pictures_stay_behind(minutes, tmp_path):
    folder = tmp_path / "archive"
    png = b"\x89PNG\r\n\x1a\n" + b"face" * 50
    import hashlib

    digest = hashlib.sha256(png).hexdigest()
    meeting = invented.english()
    source = replace(meeting.source, pictures=(digest,))
    caption = replace(meeting.body[0], kind="caption", level=None, picture=digest, text="Alma Quill speaks")
    with Archive.open(folder, create=True).batch("import", "Lin") as batch:
        batch.stage(
            replace(meeting, id=None, source=source, body=(caption,), chair=Person(name="Alma Quill")),
            b"two",
            ".html",
            ((png, ".png"),),
        )
        batch.commit()
    made = tmp_path / "a.docx"
    _, _, err = minutes(folder, "export", "1", "--redact", "--profile", "report", "--output", str(made))
    assert "pictures 1" in err
    assert b"face" not in made.read_bytes()
    assert digest not in everything_in(made)
