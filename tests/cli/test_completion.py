import shutil
import subprocess

import pytest

from minutes.cli.completion import SCRIPTS


@pytest.fixture
def finish(minutes, filled):
    def call(*words):
        code, out, err = minutes(filled, "completion", "--words", "--", *words)
        assert (code, err) == (0, "")
        return out.split("\n")[:-1]

    return call


def test_commands_are_finished(finish):
    assert finish("rev") == ["review"]
    assert {"search", "show", "--lang"} <= set(finish(""))


def test_options_are_finished(finish):
    assert finish("search", "泵", "--s") == ["--sort", "--save", "--saved"]


def test_numbers_are_finished(finish):
    assert finish("show", "") == ["1", "2"]
    assert finish("done", "1.") == ["1.3", "1.1"]


def test_names_are_finished(finish):
    assert finish("people", "关") == ["关小渔"]


def test_labels_are_finished(minutes, own):
    minutes(own, "label", "1", "+急件")
    assert minutes(own, "completion", "--words", "--", "label", "1", "-")[1] == "-急件\n"


def test_fields_are_finished_with_what_the_archive_has(finish):
    assert finish("search", "chair:") == ["chair:关小渔", "chair:柳成荫"]
    assert finish("list", "-主持:柳") == ["-主持:柳成荫"]
    assert finish("actions", "owner:后") == ["owner:后勤组"]
    assert finish("search", "date:2") == finish("search", "nothing:x") == finish("show", "chair:") == []


def test_saved_searches_are_finished(minutes, filled, finish):
    minutes(filled, "search", "泵", "--save", "pump")
    assert finish("search", "@p") == ["@pump"]


def test_the_archive_named_on_the_line_is_asked(minutes, tmp_path, filled):
    words = ("--archive", str(filled), "show", "")
    assert minutes(tmp_path / "none", "completion", "--words", "--", *words)[1] == "1\n2\n"


def test_nothing_known_is_no_error(minutes, tmp_path):
    assert minutes(tmp_path / "none", "completion", "--words", "--", "show", "") == (0, "", "")


def test_an_unknown_shell_is_wrong_usage(minutes, filled):
    assert minutes(filled, "completion", "csh")[0] == 2


@pytest.mark.parametrize("shell", list(SCRIPTS))
def test_the_scripts_can_be_read_by_their_shells(shell):
    program = shutil.which(shell)
    if not program:
        pytest.skip(f"no {shell} here")
    run = subprocess.run([program, "-n"], input=SCRIPTS[shell], text=True, capture_output=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
