"""`minutes export` from the outside."""

import io
import json
import os
import zipfile
from types import SimpleNamespace

import docx
import fakes
import pytest

from archive.errors import ArchiveError
from minutes.cli.desk import Desk
from minutes.cli.main import run


class NoSuchRecord(ArchiveError):
    message = "There is no record {id}."


class Archive:
    """Three meetings, two of which have the same title but for case."""

    remarks = ()

    def __init__(self):
        titles = {12: "水产站例会", 13: "Weekly: a/b", 14: "weekly: A/B", 15: "../../" + "x" * 300}
        self.meetings = {number: fakes.meeting(id=number, title=title) for number, title in titles.items()}

    def get(self, number):
        if number not in self.meetings:
            raise NoSuchRecord(id=number)
        return self.meetings[number]

    def search(self, query, **_):
        found = [SimpleNamespace(id=number) for number, one in self.meetings.items() if query in one.title]
        return SimpleNamespace(items=found, total=len(found))


@pytest.fixture
def minutes(monkeypatch, tmp_path, capsysbinary):
    for name in ("open", "lend"):
        monkeypatch.setattr(Desk, name, lambda _self, **_: Archive())
    monkeypatch.chdir(tmp_path)

    def call(*words):
        code = run(["--lang", "en", "export", *words])
        out, err = capsysbinary.readouterr()
        return SimpleNamespace(code=code, out=out.decode(), err=err.decode())

    return call


def test_a_word_file_goes_to_a_safe_name_that_is_printed(minutes, tmp_path):
    done = minutes("12")
    assert done.code == 0
    assert done.out == "2021-11-04 水产站例会.docx\n"
    assert docx.Document(str(tmp_path / done.out.strip())).paragraphs


def test_text_goes_to_standard_output(minutes, tmp_path):
    assert "# 水产站例会" in minutes("12", "--to", "md").out
    assert json.loads(minutes("12", "--to", "json").out)["id"] == 12
    assert not list(tmp_path.iterdir())


def test_several_records_in_json_are_a_list(minutes):
    made = json.loads(minutes("12", "13", "--to", "json").out)
    assert [one["id"] for one in made["items"]] == [12, 13]
    assert made["total"] == 2


def test_output_names_the_file(minutes, tmp_path):
    assert minutes("12", "--to", "md", "--output", "a.md").out == "a.md\n"
    assert (tmp_path / "a.md").read_text("utf-8").startswith("---\ntitle")


def test_an_existing_file_is_refused_without_force(minutes, tmp_path):
    (tmp_path / "a.docx").write_text("mine")
    refused = minutes("12", "--output", "a.docx")
    assert refused.code == 2
    assert "a.docx" in refused.err
    assert (tmp_path / "a.docx").read_text() == "mine"
    assert minutes("12", "--output", "a.docx", "--force").code == 0
    assert zipfile.is_zipfile(tmp_path / "a.docx")


def test_several_records_give_a_file_each_with_names_of_their_own(minutes, tmp_path):
    done = minutes("12", "13", "14", "15", "--to", "md", "--output", "out")
    names = [path.name for path in (tmp_path / "out").iterdir()]
    assert done.code == 0
    assert len(names) == 4
    assert len({name.casefold() for name in names}) == 4
    assert all(len(name.encode()) <= 255 for name in names)
    assert not [path for path in tmp_path.iterdir() if path.name != "out"]


def test_a_query_chooses_records(minutes):
    assert minutes("水产站", "--to", "json").code == 0
    nothing = minutes("没有的", "--to", "json")
    assert nothing.code == 1
    assert "没有的" in nothing.err


def test_an_unknown_record_stops_before_anything_is_written(minutes, tmp_path):
    assert minutes("12", "99").code == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("option", "value"), [("--to", "odt"), ("--profile", "poem")])
def test_what_there_is_not_is_wrong_usage(minutes, option, value):
    wrong = minutes("12", option, value)
    assert wrong.code == 2
    assert value in wrong.err


def test_several_records_need_a_folder(minutes, tmp_path):
    (tmp_path / "file").write_text("")
    assert minutes("12", "13", "--output", "file").code == 2


def test_no_half_written_file_is_left(minutes, tmp_path, monkeypatch):
    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fdopen", fails)
    failed = minutes("12")
    assert failed.code == 5
    assert "the disk is full" in failed.err
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_a_sentence(minutes, tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)
    assert minutes("12", "--output", "locked/").code == 5


def test_without_record_nothing_can_be_read_back(minutes, tmp_path):
    minutes("12", "--output", "a.docx", "--no-record")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.docx").read_bytes())) as package:
        assert not [name for name in package.namelist() if "customXml" in name]


def test_a_ledger_holds_the_action_points_of_all(minutes, tmp_path):
    made = minutes("12", "13", "--to", "csv").out
    assert made.startswith("\ufeff")
    assert [line.split(",")[1] for line in made.splitlines()[1:]] == ["12.1", "12.3", "13.1", "13.3"]
    assert minutes("12", "13", "--to", "xlsx").out == "Action points.xlsx\n"
    assert minutes("12", "--to", "docx", "--profile", "ledger", "--output", "a.docx").out == "a.docx\n"
    assert len(docx.Document(str(tmp_path / "a.docx")).tables) == 1


def test_a_calendar_counts_what_has_no_due_date(minutes):
    done = minutes("12", "--to", "ics")
    assert done.out.startswith("BEGIN:VCALENDAR")
    assert "1" in done.err


def test_what_the_office_adds_is_printed(minutes, tmp_path):
    options = ("--number", "第05期", "--issued", "2021/11/8", "--copies-to", "各站", "--printed-by", "办公室")
    minutes("12", "--profile", "jiyao", "--output", "a.docx", *options)
    document = docx.Document(str(tmp_path / "a.docx"))
    texts = [one.text for one in document.paragraphs]
    assert "第5期" in texts
    assert "水产站\t2021年11月8日" in texts
    imprint = [cell.text for row in document.tables[-1].rows for cell in row.cells]
    assert imprint == ["抄送\uff1a各站。", "办公室\t2021年11月8日印发"]


def test_pdf_without_libreoffice_is_a_sentence(minutes, monkeypatch, tmp_path):
    monkeypatch.setattr("minutes.writers.pdf._program", lambda: None)
    failed = minutes("12", "--to", "pdf")
    assert failed.code == 1
    assert "LibreOffice" in failed.err
    assert not list(tmp_path.iterdir())


def test_a_wrong_day_is_wrong_usage(minutes):
    assert minutes("12", "--issued", "soon").code == 2


def test_a_volume_is_one_document(minutes):
    assert minutes("12", "13", "--volume").out == "Minutes of meetings.docx\n"
    assert minutes("12", "13", "--volume", "--to", "md").out.count("\n## ") == 2
    assert minutes("12", "13", "--volume", "--to", "json").code == 2


def test_an_excerpt_of_a_decision(minutes):
    made = minutes("12", "--decision", "1", "--to", "md").out
    assert "同意添置水泵" in made
    assert "要抓好冬储" not in made
    assert minutes("12", "--decision", "7", "--to", "md").code == 1


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.pdf", b"%PDF"), ("b.md", b"---"), ("b.xlsx", b"PK"), ("c.json", b'{"'), ("d.MD", b"---")],
)
def test_the_name_of_the_output_decides_the_format(minutes, tmp_path, monkeypatch, name, start):
    monkeypatch.setattr("minutes.writers.pdf.write_pdf", lambda _made: b"%PDF-1.7")
    assert minutes("12", "-o", name).code == 0
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("12", "-o", "a.txt"), "which format"),
        (("12", "--to", "pdf", "-o", "a.docx"), ".pdf"),
        (("12", "13", "-o", "a.docx"), "2 records"),
        (("12", "13", "-o", "-"), "2 records"),
        (("12", "--template", "a.docx", "--volume"), "--volume"),
        (("12", "--template", "a.docx", "--action", "1"), "--action"),
        (("12", "--volume", "--decision", "1"), "--decision"),
        (("12", "--template", "a.docx", "--to", "xlsx"), "template"),
        (("12", "--decision", "1", "--to", "csv"), "excerpts"),
        (("12", "--profile", "uk"), "jiyao, jilu, report"),
        (("12", "13", "--profile", "minutes", "--volume"), "another language"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence_and_nothing_written(minutes, tmp_path, words, said):
    refused = minutes(*words)
    assert refused.code == 2
    assert said in refused.err
    assert len(refused.err.splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_a_minus_is_standard_output(minutes, tmp_path):
    assert minutes("12", "--to", "md", "-o", "-").out.startswith("---")
    assert minutes("12", "--to", "csv", "-o", "-").out.startswith("\ufeff")
    assert not list(tmp_path.iterdir())


def test_a_folder_keeps_its_name_whatever_it_is(minutes, tmp_path):
    (tmp_path / "old.md").mkdir()
    assert minutes("12", "13", "-o", "old.md").code == 0
    assert {one.suffix for one in (tmp_path / "old.md").iterdir()} == {".docx"}


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        (("owner:巡查组",), ["巡查组"]),
        (("owner:后勤组", "is:open"), ["后勤组"]),
        (("due:2021-11",), ["后勤组"]),
        (("水产站",), ["", "后勤组", "巡查组"]),
    ],
)
@pytest.mark.parametrize("more", [(), ("--redact",)])
def test_a_query_about_action_points_fills_the_ledger_with_those(
    tmp_path, capsysbinary, query, numbers, more
):
    folder = fakes.fill(tmp_path / "archive")
    assert run(["--archive", str(folder), "export", *query, "--to", "csv", *more]) == 0
    rows = capsysbinary.readouterr().out.decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + len(numbers)
    assert all(any(owner in row for row in rows[1:]) for owner in numbers)


def test_a_ledger_of_action_points_that_are_not_there_is_an_answer(tmp_path, capsysbinary):
    folder = fakes.fill(tmp_path / "archive")
    assert run(["--archive", str(folder), "export", "is:done", "--to", "csv"]) == 1
    assert not capsysbinary.readouterr().out
