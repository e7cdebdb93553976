"""`minutes templates` and `minutes export --template` from the outside."""

import sys
from types import SimpleNamespace

import docx
import fakes
import pytest

from minutes.cli.desk import Desk
from minutes.cli.main import run
from minutes.writers.template import Job
from minutes.writers.template.errors import NoDocxtpl
from minutes.writers.template.render import answer


@pytest.fixture
def minutes(monkeypatch, tmp_path, capsys):
    archive = SimpleNamespace(get=lambda number: fakes.meeting(id=number), remarks=[])
    for way in ("open", "lend"):
        monkeypatch.setattr(Desk, way, lambda _self, **_: archive)
    monkeypatch.chdir(tmp_path)

    def call(*words):
        code = run(["--lang", "en", *words])
        out, err = capsys.readouterr()
        return SimpleNamespace(code=code, out=out, err=err)

    return call


def test_new_writes_one_that_check_accepts_and_export_fills(minutes, tmp_path):
    assert minutes("templates", "new", "jilu").out == "jilu-template.docx\n"
    assert minutes("templates", "check", "jilu-template.docx").code == 0
    assert minutes("export", "12", "--template", "jilu-template.docx", "--output", "a.docx").code == 0
    assert "水产站召开秋季例会" in [one.text for one in docx.Document(str(tmp_path / "a.docx")).paragraphs]


def test_a_report_is_begun_in_the_users_language(minutes, tmp_path):  # noqa: ARG001 (its folder)
    for language, heading in (("en", "Action points"), ("zh", "工作事项")):
        assert run(["--lang", language, "templates", "new", "report", "--force"]) == 0
        texts = [one.text for one in docx.Document(str(tmp_path / "report-template.docx")).paragraphs]
        assert heading in texts


def test_check_says_what_is_wrong(minutes, tmp_path):
    document = docx.Document()
    document.add_paragraph("{{ titel }}")
    document.save(str(tmp_path / "own.docx"))
    wrong = minutes("templates", "check", "own.docx")
    assert wrong.code == 3
    assert "titel" in wrong.err


def test_an_existing_file_is_not_overwritten(minutes, tmp_path):
    (tmp_path / "uk-template.docx").write_text("mine")
    assert minutes("templates", "new", "uk").code == 2
    assert minutes("templates", "new", "uk", "--force").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("templates", "new", "poem"), 2),
        (("templates", "new", "ledger"), 2),
        (("templates", "bake", "x"), 2),
        (("templates", "check", "missing.docx"), 3),
        (("export", "12", "--template", "missing.docx"), 3),
        (("export", "12", "--template", "missing.docx", "--to", "md"), 2),
    ],
)
def test_what_cannot_be_is_a_sentence(minutes, words, code):
    refused = minutes(*words)
    assert refused.code == code
    assert "Traceback" not in refused.err


@pytest.mark.parametrize("missing", ["docxtpl", "jinja2"])
def test_without_the_extra_one_sentence_says_what_to_install(minutes, tmp_path, monkeypatch, missing):
    docx.Document().save(str(tmp_path / "own.docx"))
    monkeypatch.setitem(sys.modules, missing, None)
    for words in (
        ("templates", "new", "jilu"),
        ("templates", "check", "own.docx"),
        ("export", "12", "--template", "own.docx", "-o", "a.docx"),
    ):
        failed = minutes(*words)
        assert failed.code == 1
        assert failed.out == ""
        (line,) = failed.err.splitlines()
        assert 'pip install "minutes-archive[templates]"' in line
    assert [one.name for one in tmp_path.iterdir()] == ["own.docx"]


def test_the_process_that_fills_says_it_too(monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    assert isinstance(answer(Job("own.docx", b"", b"")), NoDocxtpl)
