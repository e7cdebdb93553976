"""The front door: help, wrong usage, errors and exit codes, in both languages."""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from archive.errors import ArchiveError
from minutes.cli import table
from minutes.cli.main import run
from minutes.cli.usage import parted
from minutes.messages import say


@pytest.fixture(autouse=True)
def _own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("MINUTES_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("MINUTES_ARCHIVE", str(tmp_path / "archive"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "MINUTES_DEBUG"):
        monkeypatch.delenv(name, raising=False)


def said(capsys, *words: str) -> tuple[int, str, str]:
    code = run(list(words))
    out, err = capsys.readouterr()
    return code, out, err


def test_help_lists_every_command_with_its_group_and_examples(capsys):
    code, out, _ = said(capsys, "--help")
    assert code == 0
    for name, row in table.COMMANDS.items():
        assert f"  {name} {row.usage}".rstrip() in out
        assert row.short[:30] in out  # long ones are wrapped
    assert "Care for the archive:" in out
    assert "Examples:\n  minutes import report.html" in out


def test_help_is_chinese_where_asked_for_by_option(capsys):
    _, out, _ = said(capsys, "--lang", "zh", "--help")
    assert "\u5f52\u6863" in out
    assert "Options" not in out


def test_help_is_chinese_where_the_locale_is(capsys, monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "\u5f52\u6863" in said(capsys, "--help")[1]


def test_the_configured_language_beats_the_locale_and_the_option_beats_both(capsys):
    run(["config", "language", "zh"])
    assert "\u5f52\u6863" in said(capsys, "--help")[1]
    assert "File reports" in said(capsys, "--lang=en", "--help")[1]


@pytest.mark.parametrize("name", list(table.COMMANDS))
def test_each_command_explains_itself(capsys, name):
    code, out, _ = said(capsys, name, "--help")
    assert code == 0
    assert out.startswith(f"Usage: minutes {name}")
    assert "--help" in out


def test_no_command_is_wrong_usage_and_shows_the_help(capsys):
    code, out, err = said(capsys)
    assert (code, out) == (2, "")
    assert "Usage:" in err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["imprt"], 'There is no command "imprt". Did you mean import? All commands: minutes --help.'),
        (["qqq"], 'There is no command "qqq". All commands: minutes --help.'),
        (["--nonsense"], "There is no option --nonsense here. See: minutes --help."),
        (["import"], "PATH... is missing. See: minutes import --help."),
        (["import", "--jsno", "a"], "There is no option --jsno here. Did you mean --json?"),
        (["schema", "x"], "There is a word too many: x. See: minutes schema --help."),
        (["--lang"], "The option --lang needs a value. See: minutes --help."),
        (["--lang", "de", "schema"], "--lang takes one of: zh, en. See: minutes --help."),
        (["list", "-n", "many"], "-n takes a whole number, 1 or more. See: minutes list --help."),
        (["list", "--jsno"], "There is no option --jsno here."),
    ],
)
def test_wrong_usage_is_one_sentence_with_the_next_step(capsys, words, sentence):
    code, out, err = said(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith(f"minutes: {sentence}")
    assert err.count("\n") == 1


def test_wrong_usage_is_chinese_too(capsys):
    _, _, err = said(capsys, "--lang", "zh", "imprt")
    assert "import" in err
    assert "command" not in err


@pytest.mark.parametrize(
    ("words", "options", "query"),
    [
        (["a", "-London", "-n", "5"], ["-n", "5"], ["a", "-London"]),
        (["-n5", "-5", "--json"], ["-n5", "--json"], ["-5"]),
        (["--sort=date", "a", "--", "--json", "-n"], ["--sort=date"], ["a", "--json", "-n"]),
    ],
)
def test_words_with_a_dash_belong_to_the_query(words, options, query):
    def option(*names, is_flag=False):
        return SimpleNamespace(param_type_name="option", opts=names, is_flag=is_flag)

    known = [option("-n"), option("--json", is_flag=True), option("--sort")]
    assert parted(words, known, "minutes list") == [*options, *(["--", *query] if query else [])]


def test_the_version_is_printed(capsys):
    assert said(capsys, "--version")[:2] == (0, "minutes 0.1.0\n")


class Sore(ArchiveError):
    """For the tests."""

    message = "The {thing} is sore."
    advice = "Rub it."
    exit_code = 4


def broken(error: BaseException):
    def command() -> None:
        """Breaks."""
        raise error

    return command


@pytest.fixture
def breaking(monkeypatch):
    """Makes `minutes schema` end in an error."""

    def breaks(error: BaseException) -> None:
        monkeypatch.setitem(sys.modules, "breaking", SimpleNamespace(command=broken(error)))
        row = table.COMMANDS["schema"]._replace(place="breaking:command")
        monkeypatch.setitem(table.COMMANDS, "schema", row)

    return breaks


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (Sore(thing="toe\x1b[31m\n"), 4, "minutes: The toe[31m is sore. Rub it.\n"),
        (KeyboardInterrupt(), 130, "Interrupted.\n"),
        (OSError(28, "No space left on device", "x"), 5, "minutes: The disk is full (x). Make room"),
        (
            PermissionError(13, "Permission denied", "x"),
            5,
            "minutes: There is no permission to read or write x.",
        ),
        (
            OSError(5, "Input/output error", "x"),
            5,
            "minutes: x cannot be read or written: the disk or the network failed.",
        ),
    ],
)
def test_errors_are_one_sentence_and_an_exit_code(capsys, breaking, error, code, sentence):
    breaking(error)
    found, out, err = said(capsys, "schema")
    assert (found, out) == (code, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1


def test_a_bug_keeps_its_traceback_in_a_file(capsys, breaking, tmp_path):
    breaking(ZeroDivisionError("secret"))
    code, _, err = said(capsys, "schema")
    assert code == 70
    assert "Traceback" not in err
    (file,) = (tmp_path / "state").rglob("fault-*.txt")
    assert str(file) in err
    assert "ZeroDivisionError: secret" in file.read_text("utf-8")


def test_a_bug_shows_its_traceback_to_who_asks(capsys, breaking, monkeypatch):
    monkeypatch.setenv("MINUTES_DEBUG", "1")
    breaking(ZeroDivisionError("secret"))
    assert "ZeroDivisionError: secret" in said(capsys, "schema")[2]


def test_errors_point_at_the_place_in_the_query(capsys, breaking):
    error = Sore(thing="query")
    error.pointer = "a b\n  ^"
    breaking(error)
    assert said(capsys, "schema")[2] == "minutes: The query is sore. Rub it.\na b\n  ^\n"


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise on Windows")
def test_a_reader_that_goes_away_is_no_news():
    with subprocess.Popen(
        [sys.executable, "-m", "minutes", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_every_row_leads_to_a_function():
    from importlib import import_module

    for row in table.COMMANDS.values():
        module, function = row.place.split(":")
        assert callable(getattr(import_module(module), function))
        assert row.group in table.GROUPS


def test_say_falls_back_to_english():
    run(["--lang", "zh", "--version"])
    assert say("A sentence nobody translated.") == "A sentence nobody translated."
