"""A plain question takes another way than one with options; the answer is the same."""

import subprocess
import sys

import pytest

from minutes.cli import commands, plain
from minutes.cli.main import guarded

QUESTIONS = [
    ["search", "增氧机"],
    ["search", "水产站", "chair:柳成荫"],
    ["search", "要检修"],
    ["search", "liuchengyin"],
    ["search", "拖拉机"],
    ["search", "(泵"],
    ["search", "speker:x"],
    ["search", "a\x1bb"],
    ["search", ""],
    ["search", "@river"],
    ["search", "水产站", "-增氧机"],
    ["search", "-增氧机"],
    ["search", "x" * 10_000],
    ["search", "date:本学期"],
    ["list"],
    ["list", "2"],
    ["list", "拖拉机"],
    ["list", "chair:"],
    ["actions"],
    ["actions", "owner:后勤组", "is:overdue"],
]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "words", QUESTIONS, ids=lambda words: words[-1][:20].encode("unicode_escape").decode()
)
def test_both_ways_lead_to_the_same_answer(filled, capsys, monkeypatch, tmp_path, words, language):
    from minutes import messages

    monkeypatch.setenv("MINUTES_CONFIG", str(tmp_path / "none.toml"))
    messages.choose(language)
    arguments = ["--archive", str(filled), "--lang", language, *words]
    question = plain.question(arguments)
    assert question
    quick = guarded(lambda: plain.answer(question)), *capsys.readouterr()
    assert quick == (guarded(lambda: commands.call(arguments)), *capsys.readouterr())
    assert quick[1] or quick[2]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["search"],
        ["--archive"],
        ["--archive", "a"],
        ["people", "x"],
        ["list", "-n", "5"],
        ["actions", "--by", "due"],
        ["search", "-x"],
        ["search", "-"],
        ["search", "x", "-n5"],
        ["search", "x", "--json"],
        ["search", "--", "x"],
        ["search", "--help"],
        ["--lang", "de", "search", "x"],
        ["--lang=zh", "search", "x"],
        ["--no-pager", "search", "x"],
    ],
)
def test_whatever_could_be_an_option_is_left_to_the_parser_of_options(arguments):
    assert plain.question(arguments) is None


def test_a_plain_question_loads_no_parser_of_options(filled):
    command = [
        sys.executable,
        "-X",
        "importtime",
        "-m",
        "minutes",
        "--archive",
        str(filled),
        "search",
        "增氧机",
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "minutes.cli.found" in loaded
    assert not {"typer", "inspect", "rich", "msgspec", "tinydb", "archive.answers"} & loaded
