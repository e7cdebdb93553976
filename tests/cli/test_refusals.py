"""What is typed by mistake is refused in one sentence, with the exit code of wrong usage, and changes nothing."""

from unicodedata import east_asian_width

import pytest

from minutes.cli.main import run
from minutes.cli.table import COMMANDS


def sentence(minutes, folder, *words):
    """The one sentence of a refusal."""
    code, out, err = minutes(folder, *words)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    return err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("people", "rename", "周明远", ""), "A name is empty."),
        (("people", "split", "周明远", " ", "1"), "A name is empty."),
        (("people", "merge", "", "周明远"), "A name is empty."),
        (("people", "merge", "周明远", "周明远 "), "周明远 is the same name twice."),
        (("done", ""), '"" is not the number of an action point.'),
        (("done", "1.1", ""), '"" is not the number of an action point.'),
        (("show", ""), '"" is not the number of a record.'),
        (("delete", ""), '"" is not the number of a record.'),
        (("undelete", ","), '"," is not the number of a record.'),
        (("progress", "1.1", ""), "WORDS is empty."),
        (("assign", "1.1", ""), "OWNER is empty. Write - for none."),
        (("due", "1.1", " "), "DAY is empty. Write - for none."),
        (("progress", "1.1", "begun", "--on", "2999-01-01"), "2999-01-01 is still to come."),
        (("done", "1.1", "--on", "2999-01-01"), "2999-01-01 is still to come."),
    ],
)
def test_an_empty_word_or_an_impossible_day_is_refused(minutes, filled, words, said):
    assert said in sentence(minutes, filled, *words)


def test_a_dash_takes_the_owner_away(minutes, own):
    code, out, _ = minutes(own, "assign", "1.1", "-")
    assert code == 0
    assert "owner" not in out


def test_done_again_keeps_the_day_and_says_so(minutes, own):
    minutes(own, "done", "1.1", "--on", "2024-01-02")
    code, out, err = minutes(own, "done", "1.1")
    assert code == 0
    assert "2024-01-02" in out
    assert err == "1.1 was closed on 2024-01-02 already; --on changes the day.\n"
    assert "2024-01-03" in minutes(own, "done", "1.1", "--on", "2024-01-03")[1]


def test_no_to_an_erasure_is_no_mistake(own, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: "n")
    assert run(["--archive", str(own), "--lang", "en", "delete", "1", "--purge"]) == 1
    assert capsys.readouterr().err == "minutes: Nothing was erased.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", "-n", "0"), "-n takes a whole number, 1 or more."),
        (("list", "-n", "-3"), "-n takes a whole number, 1 or more."),
        (("number", "--year", "99999"), "--year takes a whole number from 1 to 9999."),
        (("list", "-o", "x"), "There is no option -o here."),
        (("search", "x", "-q"), "There is no option -q here."),
        (("export", "1", "--to"), "The option --to needs a value."),
        (("search", "x", "--sort"), "The option --sort needs a value."),
        (("edit", "1", "--set"), "The option --set needs a value."),
        (("list", "-n"), "The option -n needs a value."),
        (("import", "--limit", "seconds", "x.html"), 'The limit "seconds" needs an amount.'),
        (("import", "--limit", "seconds=9"), "PATH... is missing."),
    ],
)
def test_an_option_says_what_it_takes(minutes, filled, words, said):
    assert said in sentence(minutes, filled, *words)


def test_the_limits_are_listed_without_a_path_and_can_be_given_back(minutes, filled):
    from minutes.limits import raised
    from minutes.readers.limits import LIMITS
    from minutes.workers import BOUNDS

    code, out, _ = minutes(filled, "import", "--limit", "?")
    assert code == 0
    assert "file_size=50MB" in out.splitlines()
    assert raised(out.splitlines()) == (LIMITS, BOUNDS)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_fits_a_terminal_of_eighty_columns(minutes, filled, name, language):
    out = minutes(filled, *filter(None, [name]), "--help", language=language)[1]
    assert out
    assert not [
        line for line in out.splitlines() if sum(1 + (east_asian_width(sign) in "WF") for sign in line) > 80
    ]


def test_config_lists_the_terms_and_names_only_what_can_be_set(minutes, filled):
    assert minutes(filled, "config", "terms")[0] == 1
    minutes(filled, "config", "terms.spring", "2024-03-01")
    assert minutes(filled, "config", "terms")[:2] == (0, "terms.spring  2024-03-01\n")
    assert "name, terms.NAME. Correct" in sentence(minutes, filled, "config", "searched")


def test_config_is_all_chinese_where_it_is_no_key(minutes, filled):
    out = minutes(filled, "config", language="zh")[1]
    assert "设置文件" in out
    assert "当前档案" in out
    assert "in use" not in out
