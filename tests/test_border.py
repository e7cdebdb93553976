"""Nothing in a document's text does anything but be read, wherever it goes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from minutes import border

ANY = st.text(st.characters(codec=None), max_size=80)  # lone surrogates too
NASTY = "\x1b[2J\x1b[31m\u4f1a\u8bae\x1b]0;pwned\x07\x1b]52;c;cm0=\x07\x9b31m\u202etxt\u2066\ufeff\udcff"


@given(ANY)
def test_a_terminal_gets_no_control_but_tab_and_line_feed(text):
    shown = border.terminal(text)
    assert not [char for char in shown if unicodedata.category(char) in {"Cc", "Cs"} and char not in "\t\n"]
    assert not set(shown) & set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_a_terminal_shows_the_words_between_the_controls():
    assert border.terminal(NASTY) == "[2J[31m\u4f1a\u8bae]0;pwned]52;c;cm0=31mtxt"


def test_line_ends_of_all_systems_are_line_feeds():
    assert border.terminal("a\r\nb\rc\u2028d\x85e") == "a\nb\nc\nd\ne"


def test_a_pile_of_marks_is_cut():
    assert len(border.terminal("\u4f1a" + "\u0301" * 5000)) <= 1 + border.MARKS


@given(ANY)
def test_one_line_is_one_line(text):
    assert len(border.one_line(text).splitlines()) <= 1


@given(ANY)
def test_a_shown_name_is_one_line_and_can_be_encoded(text):
    shown = border.shown_name(text)
    assert len(shown.splitlines()) <= 1
    shown.encode("utf-8")


def test_a_shown_name_tells_its_odd_bytes():
    assert border.shown_name("a\nb\x1b[0m\udcb2\udce2") == "a\\nb\\x1b[0m\\xb2\\xe2"


@given(ANY)
def test_a_file_name_is_valid_everywhere_and_leads_nowhere(title):
    name = border.file_name(title, ".docx")
    assert len(name.encode()) <= border.LONGEST_NAME
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name.endswith(".docx")
    stem = name.removesuffix(".docx")
    assert stem
    assert stem.split(".")[0].strip().casefold() not in border.RESERVED
    assert not stem.endswith((" ", "."))
    assert not stem.startswith((" ", ".", "-", "~"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../../../tmp/evil", "tmp evil.md"),
        ("/etc/passwd", "etc passwd.md"),
        ("CON", "_CON.md"),
        ("nul.txt", "_nul.txt.md"),
        ('a<b>c:d"e/f\\g|h?i*j', "a b c d e f g h i j.md"),
        ("Minutes. ", "Minutes.md"),
        ("-rf", "rf.md"),
        ("...", "minutes.md"),
        ("", "minutes.md"),
    ],
)
def test_file_names_of_nasty_titles(title, name):
    assert border.file_name(title, ".md") == name


def test_a_long_name_is_cut_between_characters():
    name = border.file_name("\u4f1a" * 300, ".docx")
    assert set(name.removesuffix(".docx")) == {"\u4f1a"}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\uff1d1", "\r\n=1"])
def test_a_spreadsheet_runs_no_cell(text):
    assert border.csv_cell(text).startswith("'")


def test_a_harmless_cell_stays_as_it_is():
    assert border.csv_cell("3:00, 1,000") == "3:00, 1,000"


def shown_by_markdown(text: str) -> str:
    """What a reader sees of a paragraph."""
    (_, inline, _) = MarkdownIt().parse(border.markdown(text))
    assert {child.type for child in inline.children} <= {"text", "text_special"}, text
    return "".join(child.content for child in inline.children)


@pytest.mark.parametrize(
    "text",
    [
        "# title](javascript:alert(1)) `x` | a | b |",
        "<img src=x onerror=alert(1)> &lt; &#x41;",
        "![x](http://127.0.0.1:9/b.png)",
        "1. x",
        "12) x",
        "- x",
        "+ x",
        "---",
        "===",
        "*a* _b_ ~~c~~ \\d",
        "> x",
        "<http://a.b>",
        "[a]: http://b",
    ],
)
def test_markdown_shows_the_text_and_nothing_else(text):
    assert shown_by_markdown(text) == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=60))
def test_markdown_shows_any_text_verbatim(text):
    text = border.one_line(text)
    if text:
        assert shown_by_markdown(text) == text
