"""`minutes export` as people type it most: without the option parser, pictures and all, with the same outcome."""

import gc
import subprocess
import sys
from pathlib import Path

import docx
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "writers"))

import rasters

from minutes.cli import plain
from minutes.cli.exporting import Choice
from minutes.cli.main import run

HEAVY = {"typer", "docx", "lxml", "zipfile", "tempfile", "inspect", "bs4"}
PAGE = """<html><head><meta charset="utf-8"></head><body><h1>水产站召开冬储工作会议</h1>
<p>2023年11月9日,水产站召开冬储工作会议。站长关小渔主持会议。</p><p>关小渔指出,要抓好冬储。</p>
<p><img src="hall.png"></p><p>图1 会议现场</p><p><img src="chart.webp"></p><p>图2 冬储进度</p></body></html>"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    (folder / "page.html").write_text(PAGE, "utf-8")
    (folder / "hall.png").write_bytes(rasters.png(64, 48))
    (folder / "chart.webp").write_bytes(rasters.WEBP)
    assert run(["--archive", str(folder / "archive"), "import", str(folder / "page.html")]) == 0
    return folder / "archive"


def minutes(archive, *words):
    """A process of its own."""
    command = [sys.executable, "-X", "importtime", "-m", "minutes", "--archive", str(archive), *words]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if "import time:" in line}
    return done, loaded


def test_loads_nothing_that_it_does_not_need(archive, tmp_path):
    done, loaded = minutes(archive, "export", "1", "--to", "docx", "-o", str(tmp_path / "a.docx"))
    assert done.returncode == 0
    assert sorted(HEAVY & loaded) == []
    assert docx.Document(str(tmp_path / "a.docx")).paragraphs


def test_gives_what_the_option_parser_gives(archive, tmp_path):
    for number, more in enumerate(([], ["--volume"], ["--number", "5"], ["--no-record"])):
        plain_, other = (tmp_path / f"{number}{name}.docx" for name in ("plain", "other"))
        run(["--archive", str(archive), "export", "1", "-o", str(plain_), *more])
        run(["--archive", str(archive), "export", "-o", str(other), *more, "--", "1"])
        assert plain_.read_bytes() == other.read_bytes()


def test_pictures_come_out_of_the_archive_and_what_word_cannot_show_is_told(archive, tmp_path, capsys):
    target = tmp_path / "a.docx"
    assert (
        run(
            [
                "--lang",
                "en",
                "--archive",
                str(archive),
                "export",
                "1",
                "--profile",
                "report",
                "-o",
                str(target),
            ]
        )
        == 0
    )
    (shape,) = docx.Document(str(target)).inline_shapes
    assert shape._inline.docPr.get("descr") == "图1 会议现场"
    assert "Pictures left out" in capsys.readouterr().err
    run(
        [
            "--lang",
            "zh",
            "--archive",
            str(archive),
            "export",
            "1",
            "--profile",
            "report",
            "-o",
            str(target),
            "--force",
        ]
    )
    assert "有 1 张图片未写入" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["12"], Choice()),
        (["12", "13", "--to", "md"], Choice(to="md")),
        (["--profile", "uk", "12", "-o", "x", "--force"], Choice(profile="uk", output="x", force=True)),
        (["12", "--no-record", "--output", "a b.docx"], Choice(record=False, output="a b.docx")),
    ],
)
def test_numbers_and_the_usual_options_need_no_parser(words, wanted):
    numbers, choice = plain.options_of(words)
    assert choice == wanted
    assert {"12"} <= set(numbers) <= {"12", "13"}


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["冬储"],
        ["12", "--volume"],
        ["12", "--to"],
        ["12", "--to", "odt"],
        ["12", "--to", "-o"],
        ["12", "--profile", "poem"],
        ["12", "--output=x"],
        ["12-15"],
        ["1234567890"],
        ["\u0661"],
        ["12", "--help"],
        ["--", "12"],
    ],
)
def test_everything_else_is_the_parsers(words):
    assert plain.options_of(words) is None
    assert plain.question(["export", *words]) is None
    assert gc.isenabled()


def test_a_final_record_is_issued_once_this_way_too(archive, tmp_path):
    one, two = tmp_path / "one.docx", tmp_path / "two.docx"
    assert run(["--archive", str(archive), "final", "1"]) == 0
    done, loaded = minutes(archive, "export", "1", "-o", str(one))
    assert done.returncode == 0
    assert "typer" not in loaded
    assert list((archive / "issued").rglob("*.docx"))
    assert run(["--archive", str(archive), "export", "1", "-o", str(two)]) == 0
    assert one.read_bytes() == two.read_bytes()


def test_what_is_not_there_is_said_alike(archive, tmp_path, capsys):
    said = []
    for words in (["export", "99"], ["export", "--", "99"]):
        assert run(["--lang", "en", "--archive", str(archive), *words]) == 1
        said.append(capsys.readouterr().err)
        assert run(["--lang", "en", "--archive", str(tmp_path / "none"), *words]) != 0
        said.append(capsys.readouterr().err)
    assert said[:2] == said[2:]
